import { render } from 'ink-testing-library';
import type { Value } from '../../../src/model/value.ts';
import { type Base, interviewOf } from '../../../src/ui/interview.ts';
import { sessionOf } from '../../../src/ui/tui/session.ts';
import { storeOf } from '../../../src/ui/tui/store.ts';
import { Wizard } from '../../../src/ui/tui/wizard.tsx';
import { factsFor, type Saying } from '../../random-answers.ts';
import { programBase } from '../program-base.ts';

/** The components of the flags: those from presets, and the image of a second one. All else is said in the interview. */
export function baseFor({ components, added, ...rest }: Saying): Base {
  const { second } = components;
  const { files = {} } = factsFor({ components, added, ...rest });
  const said = { source: 'flag', application: {}, components: second ? { second: { image: second['image'] as Value } } : {} } as const;
  return programBase({ said, added, files });
}

/** Numbers that look random; the same seed gives the same ones (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The wizard behind Ink's own keyboard. */
export function opened(base: Base, language: 'en' | 'es') {
  const store = storeOf(sessionOf(interviewOf(base), { language, color: false, unicode: true, columns: 80, rows: 24 }));
  const app = render(<Wizard store={store} />);
  return { store, type: (keys: string) => void app.stdin.write(keys), close: () => app.unmount() };
}
