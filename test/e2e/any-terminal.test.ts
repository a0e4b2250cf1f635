import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../src/model/text.ts';
import { differences } from './bad-input/sandbox.ts';
import { type Box, boxesForTests } from './boxes.ts';
import { faces } from './faces-of-the-program.ts';
import type { PtyOptions } from './pty.ts';

// Several programs start one after the other, slowly where others work too.
const boxOf = boxesForTests();
const said = 'ghcr.io/example/shop:2.4.1';

type FaceName = keyof typeof faces;

/** Where something is chosen, the keys that show an explanation, the YAML and the review, and lead back. */
const looks: Readonly<Record<FaceName, string>> = { wizard: '??yyrr', plain: '?\r:yaml\r:review\r\r' };

/** Empties the field in which something was typed. */
const afresh: Readonly<Record<FaceName, string>> = { wizard: '\u0005\u0015', plain: '\r' };

/** In which step the interview is, whatever the letters of its words: the screen ends with the last key, or with a prompt. */
const atStep = (step: number): RegExp => new RegExp(`\\b${step}\\s(of|de)\\s(?:(?!\n\n\\S)[\\s\\S])*(\\^C \\S+|:)$`);

interface Tour {
  readonly box: Box;
  /** All that the terminal was told. */
  readonly output: string;
}

/** Goes through the interview and looks at all that there is to see. */
async function toured(name: FaceName, language: Language, options: Partial<PtyOptions> = {}): Promise<Tour> {
  const box = boxOf();
  const pty = box.open(['shop', '--lang', language, ...faces[name].flags], options);
  await pty.see(atStep(1));
  pty.type(`${looks[name]}\r\r\r`);
  await pty.see(atStep(4));
  pty.type(`漢é🙂${afresh[name]}${said}\r`);
  await pty.see(atStep(5));
  pty.type(`${looks[name]}${faces[name].acceptAll}`);
  expect(await pty.exited).toBe(0);
  return { box, output: pty.output() };
}

/** Control sequences (ECMA-48), and what else begins with Escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they begin with one
const sequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[^[])/g;
const sequencesIn = (output: string): readonly string[] => output.match(sequence) ?? [];

/** Modes for the other screen, the cursor, pastes and whole frames; moves, erasures and renditions, as screen and tmux know them. */
const known = /^\[(\?(1049|25|2004|2026)[hl]|[0-9;]*[A-HJKm])$/;

describe.each(['wizard', 'plain'] as const)('the face %s', (name) => {
  it('uses no colour and no other rendition where NO_COLOR is set', async () => {
    const { output } = await toured(name, 'en', { env: { NO_COLOR: '1' } });
    expect(sequencesIn(output).filter((each) => each.endsWith('m'))).toEqual([]);
  });

  it.each(languages)('shows nothing but ASCII where the terminal has no more (%s)', async (language) => {
    const { output } = await toured(name, language, { env: { LANG: 'C' } });
    // Line by line the terminal itself shows what is typed.
    const shown = output.replace(sequence, '').replace(name === 'plain' ? '漢é🙂' : '', '');
    expect(shown.match(/[^\t\n\r -~]/g)).toBeNull();
  });

  it.each<[string, Partial<PtyOptions>]>([
    ['without a size', { isSizeless: true }],
    ['of tmux', { env: { TERM: 'screen-256color', TMUX: '/tmp/tmux-1000/default,1,0' } }],
    ['of screen', { env: { TERM: 'screen' } }],
    // Line by line a question is longer than ten rows, and the test reads its beginning.
    ['of thirty columns', { rows: name === 'plain' ? 80 : 10, columns: 30 }],
    ['of two hundred columns', { rows: 80, columns: 200 }],
  ])('writes the same files in a terminal %s, by sequences that all know', async (_, options) => {
    const { box, output } = await toured(name, 'en', options);
    const byFlags = boxOf();
    await byFlags.run({ argv: ['shop', '--yes', '--image', said, '--lang', 'en'] });
    expect(differences(box.made(), byFlags.made())).toEqual([]);
    expect(sequencesIn(output).filter((each) => !known.test(each.slice(1)))).toEqual([]);
  });
});
