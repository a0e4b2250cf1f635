import { wantsColor, wantsUnicode } from '../../src/ui/style.ts';
import { smallBase } from '../ui/small-base.ts';

/**
 * Runs one of the live faces on a few questions and prints how it ended. Arguments: the faces to run, one after the other.
 */
const { stdin, stdout, env } = process;
const say = (said: unknown) => console.log(`ended ${JSON.stringify(said)}`);

for (const face of process.argv.slice(2)) {
  if (face === 'tui') {
    const { loadWizard } = await import('../../src/ui/tui/load.ts');
    const { runWizard } = await loadWizard();
    say(
      await runWizard(smallBase(), {
        language: 'en',
        all: false,
        stdin,
        stdout,
        color: wantsColor([], env, true),
        unicode: wantsUnicode(env),
      }),
    );
    console.log(`fetch is a ${typeof fetch}`);
  } else {
    const { runPrompts } = await import('../../src/ui/prompts.ts');
    say(await runPrompts(smallBase(), { language: 'en', all: false, stdin, stdout }));
  }
}
