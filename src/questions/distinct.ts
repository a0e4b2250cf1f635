import type { Text } from '../model/text.ts';
import { text } from '../model/text.ts';
import type { Known, Refused } from './question.ts';

interface Distinct {
  /** Id of the question that holds the list. */
  readonly id: string;
  /** What two items must not share: a name, a path, a number. */
  readonly keyOf: (item: string) => string;
  readonly says: (key: string) => Text;
  /** Keys that were taken before, by other questions. */
  readonly takenOf?: (known: Known) => readonly string[];
}

/** Refuses a list in which two items share a key, or one has a key that is taken already; mended by leaving the later one out. */
export const distinct =
  ({ id, keyOf, says, takenOf }: Distinct) =>
  (items: readonly string[], known: Known): Refused | undefined => {
    const seen = new Set(takenOf?.(known));
    const kept: string[] = [];
    let twice: string | undefined;
    for (const item of items) {
      const key = keyOf(item);
      if (seen.has(key)) twice ??= key;
      else kept.push(item);
      seen.add(key);
    }
    return twice === undefined
      ? undefined
      : { says: says(twice), mends: [{ id, value: kept, gives: text('each of them once', 'cada uno una sola vez') }] };
  };
