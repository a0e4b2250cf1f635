import { styleText } from 'node:util';
import type { Environment } from '../model/environment.ts';
import { asciiOf } from './ascii.ts';

type Paint = (letters: string) => string;

/** Signs and colours of a report. A sign and a word always carry the meaning; colour only helps. */
export interface Style {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly doubtful: Paint;
  /** Words for reading, as this terminal can show them. Not for what is copied, such as a command. */
  readonly letters: Paint;
  readonly signs: { readonly good: string; readonly bad: string; readonly doubtful: string; readonly advice: string };
}

/** `unicode` false keeps to ASCII. */
export function styleOf({ color, unicode }: { readonly color: boolean; readonly unicode: boolean }): Style {
  // The caller has decided about colour, so the check against a stream is left out.
  const paint =
    (format: Parameters<typeof styleText>[0]): Paint =>
    (letters) =>
      color ? styleText(format, letters, { validateStream: false }) : letters;
  return {
    strong: paint('bold'),
    faint: paint('dim'),
    good: paint('green'),
    bad: paint('red'),
    doubtful: paint('yellow'),
    letters: (words) => (unicode ? words : words.split('\n').map(asciiOf).join('\n')),
    signs: unicode ? { good: '✓', bad: '✗', doubtful: '!', advice: '·' } : { good: 'ok', bad: 'x', doubtful: '!', advice: '-' },
  };
}

/** `--no-color`, then FORCE_COLOR (force-color.org), NO_COLOR (no-color.org) and TERM decide, else whether it is a terminal. */
export function wantsColor(argv: readonly string[], env: Environment, isTerminal: boolean): boolean {
  if (argv.includes('--no-color')) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR']) return false;
  return isTerminal && env['TERM'] !== 'dumb';
}

/** Whether the locale can show more than ASCII; Windows terminals have no locale variables and can. */
export function wantsUnicode(env: Environment): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  return locale ? /utf-?8/i.test(locale) : env['SystemRoot'] !== undefined;
}
