import { type Text, text } from './text.ts';

/** The right word that a misspelt one most likely means, or undefined where none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const said = word.toLowerCase();
  const ranked = words
    .map((right) => ({ right, far: editsBetween(said, right.toLowerCase()), isOther: right[0]?.toLowerCase() !== said[0] }))
    // Who mistypes a word seldom mistypes its first letter.
    .sort((a, b) => a.far - b.far || Number(a.isOther) - Number(b.isOther));
  const best = ranked[0];
  if (best && best.far <= Math.max(1, Math.ceil(said.length * 0.4))) return best.right;
  return said.length > 1 ? words.find((right) => right.toLowerCase().startsWith(said)) : undefined;
}

/** Letters to put in, take out, change, or swap with their neighbour, to make one word of the other. */
function editsBetween(one: string, other: string): number {
  // A row has the edits from the beginning of `one` so far to each beginning of `other`.
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  const edits = (row: number, at: number): number => rows[row]?.[at] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= one.length; row++) {
    rows.push([row]);
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      rows[row]?.push(
        Math.min(
          edits(row - 1, at) + 1,
          edits(row, at - 1) + 1,
          edits(row - 1, at - 1) + (isSame ? 0 : 1),
          ...(isSwapped ? [edits(row - 2, at - 2) + 1] : []),
        ),
      );
    }
  }
  return edits(one.length, other.length);
}

/** "Did you mean …?", or undefined where no word is near. */
export function didYouMean(word: string, words: readonly string[]): Text | undefined {
  const right = nearest(word, words);
  return right === undefined ? undefined : text(`Did you mean ${right}?`, `¿Querías decir ${right}?`);
}
