import { distance } from 'fastest-levenshtein';
import { type Text, text } from '../model/text.ts';

/** The right word that a misspelt one most likely means, or undefined where none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const said = word.toLowerCase();
  const ranked = words.map((right) => ({ right, far: distance(said, right.toLowerCase()) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  if (best && best.far <= Math.max(1, Math.ceil(said.length * 0.4))) return best.right;
  return said.length > 1 ? words.find((right) => right.toLowerCase().startsWith(said)) : undefined;
}

/** "Did you mean …?", or undefined where no word is near. */
export function didYouMean(word: string, words: readonly string[]): Text | undefined {
  const right = nearest(word, words);
  return right === undefined ? undefined : text(`Did you mean ${right}?`, `¿Querías decir ${right}?`);
}
