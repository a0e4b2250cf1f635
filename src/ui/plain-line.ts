import { shown } from './shown.ts';
import { wrap } from './wrap.ts';

/** A line that the plain face says. Where it is wider than the terminal, it goes on below its first word, past its lead. */
export interface PlainLine {
  /** A number or a sign in the first column, with the space after it. */
  readonly lead: string;
  readonly words: string;
  /** Code is not broken between its words: there the columns mean something. */
  readonly isCode?: true;
}

export const sentence = (words: string): PlainLine => ({ lead: '', words });
export const item = (lead: string | number, words: string): PlainLine => ({
  lead: typeof lead === 'number' ? `${lead}. ` : `${lead} `,
  words,
});
export const blankLine: PlainLine = sentence('');

/** The rows of a line on a terminal of this many columns. */
export function rowsOfLine({ lead, words, isCode }: PlainLine, width: number): readonly string[] {
  if (isCode) return [shown(lead + words)];
  const margin = ' '.repeat(lead.length);
  const [first = margin, ...others] = wrap(words, width, margin);
  return [lead + first.slice(margin.length), ...others].map((row) => shown(row).trimEnd());
}
