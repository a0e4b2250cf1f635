import { interviewOf, type Outcome } from '../../src/ui/interview.ts';
import { wantsColor, wantsUnicode } from '../../src/ui/style.ts';
import { smallBase } from '../ui/small-base.ts';

/** Runs live faces on a few questions, one after the other, and prints how each ended. Arguments such as `tui` and `plain:es`. */
const { stdin, stdout, env } = process;
const say = ({ interview: _, ...said }: Outcome) => console.log(`ended ${JSON.stringify(said)}`);

for (const said of process.argv.slice(2)) {
  const [face, language] = said.split(':');
  const leaving = new AbortController();
  process.on('SIGINT', () => leaving.abort());
  const options = { language: language === 'es' ? 'es' : 'en', stdin, stdout, signal: leaving.signal } as const;
  const start = interviewOf(smallBase(), { all: false });
  if (face === 'tui') {
    const { runWizard } = await import('../../src/ui/tui/wizard.tsx');
    say(await runWizard(start, { ...options, color: wantsColor([], env, true), unicode: wantsUnicode(env) }));
  } else {
    const { runPrompts } = await import('../../src/ui/prompts.ts');
    say(await runPrompts(start, options));
  }
}
