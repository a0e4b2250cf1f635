import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** What letters are for; colour follows from it, and is never all that tells. */
export type Tone = 'accent' | 'strong' | 'faint' | 'good' | 'doubtful' | 'bad';

export interface Span {
  readonly text: string;
  readonly tone?: Tone;
}

/** One row of the screen, from left to right. */
export type Line = readonly Span[];

export const blank: Line = [];
export const toned = (tone: Tone, text: string): Line => [{ text, tone }];

/** Columns that letters take: an emoji takes two, an accent none. */
export const columnsOf = (letters: string): number => (isAscii.test(letters) ? letters.length : stringWidth(letters));

/** Most letters are these, and to count them is quick. */
const isAscii = /^[ -~]*$/;

export const lineWidth = (line: Line): number => line.reduce((sum, { text }) => sum + columnsOf(text), 0);

/** Letters filled up with blanks to so many columns. */
export const padded = (letters: string, columns: number): string => letters + ' '.repeat(Math.max(0, columns - columnsOf(letters)));

/** Breaks a paragraph between words; a word that is longer than a whole line is broken too. */
export const wrapped = (paragraph: string, columns: number): readonly string[] =>
  paragraph === '' ? [] : wrapAnsi(paragraph, Math.max(1, columns), { hard: true }).split('\n');

/** The same after an indent. */
export const wrappedLines = (paragraph: string, columns: number, indent = 0, tone?: Tone): readonly Line[] =>
  wrapped(paragraph, columns - indent).map((text) => [{ text: ' '.repeat(indent) + text, ...(tone && { tone }) }]);

const charactersOf = (letters: string): readonly string[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(letters), ({ segment }) => segment);

/** As many characters as fit into so many columns, from the beginning or from the end. */
export function fitting(letters: string, columns: number, from: 'start' | 'end' = 'start'): string {
  if (columnsOf(letters) <= columns) return letters;
  const characters = from === 'start' ? charactersOf(letters) : charactersOf(letters).toReversed();
  const kept: string[] = [];
  let used = 0;
  for (const character of characters) {
    used += columnsOf(character);
    if (used > columns) break;
    kept.push(character);
  }
  return (from === 'start' ? kept : kept.reverse()).join('');
}

/** A line that is cut where it would leave the screen, between words if there are any; the sign says that there is more. */
export function cut(line: Line, columns: number, more: string): Line {
  if (lineWidth(line) <= columns) return line;
  const spans: Span[] = [];
  let left = Math.max(0, columns - columnsOf(more));
  for (const span of line) {
    const text = fitting(span.text, left);
    if (text !== span.text) {
      spans.push({ ...span, text: wholeWords(text, span.text) });
      break;
    }
    spans.push(span);
    left -= columnsOf(text);
  }
  return [...spans, { text: fitting(more, columns) }];
}

/** A longer word than this is no word of a sentence: it is cut where the room ends. */
const longestWord = 16;

function wholeWords(start: string, all: string): string {
  const begun = all[start.length] === ' ' ? '' : (/\s\S*$/.exec(start)?.[0] ?? '');
  return begun.length > longestWord ? start : start.slice(0, start.length - begun.length);
}

/** Two lines in one row, one at each end; the right one goes where there is no room for both. */
export function spread(left: Line, right: Line, columns: number, more: string): Line {
  const room = columns - lineWidth(right) - 1;
  if (room < 1) return cut(left, columns, more);
  const shownLeft = cut(left, room, more);
  return [...shownLeft, { text: ' '.repeat(columns - lineWidth(shownLeft) - lineWidth(right)) }, ...right];
}

/** Exactly so many rows: blank ones are added below (or above), and what does not fit goes. */
export function rowsOf(lines: readonly Line[], count: number, at: 'below' | 'above' = 'below'): readonly Line[] {
  const missing = Array.from({ length: Math.max(0, count - lines.length) }, () => blank);
  return at === 'below' ? [...lines.slice(0, count), ...missing] : [...missing, ...lines.slice(0, count)];
}
