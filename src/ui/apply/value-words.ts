import { type Language, type Text, text } from '../../model/text.ts';
import { clipped } from '../brief-words.ts';

const none: Text = text('(none)', '(nada)');
const longest = 60;
/** Letters that stand before the first difference, so that one sees where it is. */
const before = 12;

const lineOf = (value: unknown, language: Language): string => {
  if (value === undefined) return none[language];
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Two values of one field, each on one line; of long ones the part in which they differ. */
export function changeWords(old: unknown, fresh: unknown, language: Language): readonly [old: string, fresh: string] {
  const lines = [lineOf(old, language), lineOf(fresh, language)] as const;
  const from = lines.some((line) => line.length > longest) ? Math.max(0, sharedStart(...lines) - before) : 0;
  const cut = (line: string): string => (from > 0 ? `…${clipped(withoutHalf(line.slice(from)), longest - 1)}` : clipped(line, longest));
  return [cut(lines[0]), cut(lines[1])];
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** A cut can go through a letter that is two units of UTF-16. */
const withoutHalf = (letters: string): string => letters.replace(/^[\udc00-\udfff]/, '');
