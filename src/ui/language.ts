import type { Environment } from '../model/environment.ts';
import { type Language, languages } from '../model/text.ts';

export const languageNamed = (name: string): Language | undefined => languages.find((language) => language === name.toLowerCase());

/** The language of a locale: `es_ES.UTF-8` gives `es`. */
const languageOfLocale = (locale: string): Language | undefined => languageNamed(locale.split(/[_.@-]/)[0] ?? '');

/** The value of `--lang` wherever it stands, right or wrong: also a refusal of the command line is told in the language asked for. */
function saidLanguage(argv: readonly string[]): string | undefined {
  const inline = argv.find((word) => word.startsWith('--lang='));
  if (inline !== undefined) return inline.slice('--lang='.length);
  const index = argv.indexOf('--lang');
  return index < 0 ? undefined : argv[index + 1];
}

/** From `--lang`, then the first of the locale variables that is set (POSIX order of precedence), else English. */
export function languageOf(argv: readonly string[], env: Environment): Language {
  const said = languageNamed(saidLanguage(argv) ?? '');
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return said ?? languageOfLocale(locale) ?? 'en';
}
