import { folded } from './folded.ts';

/**
 * What a word names. A whole name counts before the beginning of one, and that before the beginning of a word in its middle; a whole
 * name of an earlier tier counts before one of a later. Several are found only where the word does not tell them apart.
 */
export function namedBy<T>(word: string, all: readonly T[], tiers: readonly ((each: T) => readonly string[])[]): readonly T[] {
  const said = folded(word);
  if (said === '') return [];
  for (const namesOf of tiers) {
    const found = all.filter((each) => namesOf(each).some((name) => folded(name) === said));
    if (found.length > 0) return found;
  }
  const begun = (fits: (name: string) => boolean) =>
    all.filter((each) => tiers.some((namesOf) => namesOf(each).some((name) => fits(folded(name)))));
  const first = begun((name) => name.startsWith(said));
  return first.length > 0 ? first : begun((name) => name.includes(` ${said}`));
}

/** The number that a word is, as in a list: "3", and "3." too. */
export function numberIn(word: string): number | undefined {
  const digits = /^(\d{1,6})\.?$/.exec(word.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
