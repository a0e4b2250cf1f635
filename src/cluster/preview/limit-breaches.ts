import type { V1PodSpec } from '@kubernetes/client-node';
import { containersOf } from '../../checks/inventory.ts';
import { entriesIn, fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { quantityOf } from '../../model/quantity.ts';
import type { Breach } from '../refusals/limit-range-words.ts';
import { printAmount } from '../refusals/quota-words.ts';
import { podSide } from './pod-need.ts';

/** What something says of its resources, as quantities. */
interface Said {
  readonly limits: Readonly<Record<string, string>>;
  readonly requests: Readonly<Record<string, string>>;
}

const rangesOf = (limitRanges: readonly AnyObject[], type: string): readonly unknown[] =>
  limitRanges.flatMap((range) => listIn(fieldOf(range, 'spec', 'limits'))).filter((each) => fieldOf(each, 'type') === type);

/** The bounds that a pod breaks, container by container and as a whole. It is one that the LimitRanges have completed. */
export const breachesOf = (spec: V1PodSpec, limitRanges: readonly AnyObject[]): readonly Breach[] => [
  ...rangesOf(limitRanges, 'Container').flatMap((range) =>
    containersOf(spec).flatMap(({ resources: { limits = {}, requests = {} } = {} }) => broken(range, 'Container', { limits, requests })),
  ),
  ...rangesOf(limitRanges, 'Pod').flatMap((range) =>
    broken(range, 'Pod', { limits: printed(podSide(spec, 'limits')), requests: printed(podSide(spec, 'requests')) }),
  ),
];

/** The bounds that a claim of so much storage breaks. */
export const claimBreachesOf = (storage: string, limitRanges: readonly AnyObject[]): readonly Breach[] =>
  rangesOf(limitRanges, 'PersistentVolumeClaim').flatMap((range) =>
    broken(range, 'PersistentVolumeClaim', { limits: {}, requests: { storage } }),
  );

const printed = (amounts: Readonly<Record<string, number>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(amounts).map(([resource, amount]) => [resource, printAmount(resource, amount)]));

/** The most holds for limits first, the least for requests first, as LimitRanger looks at them. */
function broken(range: unknown, per: string, said: Said): readonly Breach[] {
  const isClaim = per === 'PersistentVolumeClaim';
  const most = entriesIn(fieldOf(range, 'max')).flatMap(([resource, held]) =>
    breach({ per, bound: 'maximum', resource, held: String(held) }, said, isClaim ? ['request'] : ['limit', 'request']),
  );
  const least = entriesIn(fieldOf(range, 'min')).flatMap(([resource, held]) =>
    breach({ per, bound: 'minimum', resource, held: String(held) }, said, isClaim ? ['request'] : ['request', 'limit']),
  );
  return [...most, ...least];
}

function breach(
  rule: Pick<Breach, 'per' | 'bound' | 'resource' | 'held'>,
  { limits, requests }: Said,
  sides: readonly Breach['side'][],
): readonly Breach[] {
  const saidOn = (side: Breach['side']) => (side === 'limit' ? limits : requests)[rule.resource];
  const bound = quantityOf(rule.held) ?? Number.NaN;
  const breaks = (said: string | undefined): boolean => {
    const amount = quantityOf(said ?? '') ?? Number.NaN;
    return rule.bound === 'maximum' ? amount > bound : amount < bound;
  };
  const [first = 'limit'] = sides;
  const side = saidOn(first) === undefined ? first : sides.find((each) => breaks(saidOn(each)));
  return side === undefined ? [] : [{ ...rule, side, said: saidOn(side) }];
}
