import type { Manifest } from '../model/manifest.ts';
import { remembered } from '../model/remembered.ts';
import { sameValue, type Value } from '../model/value.ts';
import type { Settled, Spot } from '../questions/settle.ts';
import { refusalAt } from './agenda.ts';
import { changesBetween, type ObjectChange } from './consequence.ts';
import { type Base, type Interview, type Step, settledBy, stepOf, without } from './interview.ts';
import { depth } from './opening.ts';

/** The manifests as they would be if the interview ended now. */
export interface Foresight {
  readonly manifests: readonly Manifest[];
  /** The answers that only the person can give and has not given yet: an example stands in their place. */
  readonly examples: readonly Step[];
}

/** Each round answers all that is open; what opens only then, such as the questions on a component that is needed, waits for the next. */
const mostRounds = 10;

/** What these steps come to, or undefined while something in them cannot work. `first`: what they settle, where that is known. */
export function foreseen(base: Base, steps: readonly Step[], first = settledBy(base, steps)): Foresight | undefined {
  if (!base.manifestsFor) return undefined;
  let examples: readonly Step[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const settled = round === 0 ? first : settledBy(base, [...steps, ...examples]);
    if (settled.open.length === 0) {
      return settled.refusals.length > 0 ? undefined : { manifests: base.manifestsFor(settled), examples };
    }
    examples = [...examples, ...settled.open.map((spot) => stepOf(spot, exampleFor(base, [...steps, ...examples], spot)))];
  }
  return undefined;
}

/** The first sample of the type that can work here. */
function exampleFor(base: Base, steps: readonly Step[], spot: Spot): Value {
  const samples: readonly Value[] = spot.question.type.samples;
  const works = (sample: Value) => !refusalAt(settledBy(base, [...steps, stepOf(spot, sample)]), spot);
  const sample = samples.find(works) ?? samples[0];
  if (sample === undefined) throw new Error(`The type of “${spot.question.id}” has no samples.`);
  return sample;
}

/** What taking a value makes of the manifests. */
export interface Consequence {
  /** What it is compared with; absent: with nothing. */
  readonly beside?: { readonly value: Value; readonly foresight: Foresight };
  readonly after: Foresight;
  readonly changes: readonly ObjectChange[];
}

type Other = { readonly value: Value; readonly refused?: unknown };

/**
 * What each value would make of the manifests, seen from the answer as it stands, and that one seen from the first of the
 * others. Undefined where it makes nothing of them, or where that cannot be told yet.
 */
export function consequences(
  { base, steps }: Interview,
  spot: Spot,
  standing: Value | undefined,
  others: readonly Other[],
  settledWith: (value: Value) => Settled,
) {
  const supposed = remembered((value: Value) => foreseen(base, [...without(steps, spot), stepOf(spot, value)], settledWith(value)));
  const besideOf = (value: Value): Value | undefined =>
    sameValue(value, standing) ? others.find((other) => !other.refused && !sameValue(other.value, value))?.value : standing;
  return remembered((value: Value): Consequence | undefined => {
    const after = spot.question === depth ? undefined : supposed(value);
    if (!after) return undefined;
    const other = base.opening.includes(spot.question) ? undefined : besideOf(value);
    const foresight = other === undefined ? undefined : supposed(other);
    const changes = foresight && changesBetween(foresight.manifests, after.manifests);
    if (other === undefined || !changes || isRenaming(changes)) return { after, changes: changesBetween([], after.manifests) };
    // Nobody misses what only another answer would have given.
    const told = sameValue(value, standing) ? changes.filter(({ sign }) => sign !== '-') : changes;
    return { after, beside: { value: other, foresight }, changes: told };
  });
}

/** Where as many objects of each kind come as go, only names differ, and what goes is of no interest. */
function isRenaming(changes: readonly ObjectChange[]): boolean {
  const kinds = (sign: ObjectChange['sign']) =>
    changes
      .filter((change) => change.sign === sign)
      .map(({ object }) => object.replace(/ .*/, ''))
      .sort();
  const come = kinds('+');
  return come.length > 1 && come.length === changes.length / 2 && sameValue(come, kinds('-'));
}
