import type { Glance } from '../cluster/glance/glance.ts';
import type { Exit } from '../model/problem.ts';
import type { Language } from '../model/text.ts';

/** A glance for programs. `exit` is the exit code that goes with it. */
export const statusJson = ({ blocks, latency, at, ...rest }: Glance, exit: Exit, language: Language) => ({
  ...rest,
  at: new Date(at).toISOString(),
  latency: Math.round(latency),
  exit,
  blocks: blocks.map(({ id, light, rows, unseen }) => ({
    block: id,
    light,
    rows: rows.map(({ says, fix, ...row }) => ({ ...row, says: says[language], ...(fix ? { fix: fix[language] } : {}) })),
    unseen: unseen.map(({ plural, why }) => ({ what: plural, why })),
  })),
});
