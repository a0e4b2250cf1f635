import { namedBy } from './plain-names.ts';

/** What can be typed at every prompt in place of an answer, in the order of the help. In both languages both words work. */
const commandWords = {
  explain: ['explain', 'explicar'],
  back: ['back', 'atrás'],
  language: ['language', 'idioma'],
  again: ['again', 'repetir'],
  find: ['find', 'buscar'],
  review: ['review', 'repaso'],
  yaml: ['yaml'],
  write: ['write', 'escribir'],
  remove: ['remove', 'quitar'],
  none: ['none', 'ninguno'],
  help: ['help', 'ayuda'],
  quit: ['quit', 'salir'],
} as const;

export type CommandName = keyof typeof commandWords;
const names = Object.keys(commandWords) as readonly CommandName[];

export const wordsOfCommand = (name: CommandName): readonly string[] => commandWords[name];

/** What a typed line is: an answer, a command with what stands behind it, or a colon before a word that is no command. */
export type Said =
  | { readonly kind: 'answer'; readonly line: string }
  | { readonly kind: 'command'; readonly name: CommandName; readonly rest: string }
  | { readonly kind: 'unknown'; readonly word: string };

const signs: ReadonlyMap<string, CommandName> = new Map([
  ['<', 'back'],
  ['>', 'language'],
  [':', 'help'],
  ['?', 'explain'],
]);

/**
 * Reads a line. An answer that begins with a colon or a question mark, or is nothing but `<` or `>`, doubles its first sign:
 * `::8080` is the answer `:8080`.
 */
export function saidIn(typed: string): Said {
  const line = typed.trim();
  if (/^(::|\?\?|<<+$|>>+$)/.test(line)) return { kind: 'answer', line: line.slice(1) };
  const sign = signs.get(line);
  if (sign) return { kind: 'command', name: sign, rest: '' };
  if (line.startsWith('?')) return { kind: 'command', name: 'explain', rest: line.slice(1).trim() };
  if (!line.startsWith(':')) return { kind: 'answer', line };
  const [word = '', ...rest] = line.slice(1).trim().split(/\s+/);
  const found = namedBy(word, names, [(name) => commandWords[name]]);
  const [name, other] = found;
  if (name && !other) return { kind: 'command', name, rest: rest.join(' ') };
  return { kind: 'unknown', word: word };
}
