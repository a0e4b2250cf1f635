import type { V1PodSpec } from '@kubernetes/client-node';
import { containersOf } from '../../checks/inventory.ts';
import { keptWithin, storageWithin } from '../../checks/kept-within.ts';
import type { Breach } from '../../checks/limit-ranges.ts';
import { breachesSay } from '../../checks/limit-words.ts';
import { fieldOf, namespaceOf } from '../../checks/object-fields.ts';
import type { LimitFacts } from '../../model/cluster-facts.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import { type Change, waysToChange } from '../answer-to-change.ts';
import { podSpecOf } from '../pod-spec.ts';
import type { Reading, Told } from './refusal.ts';

/** What is said of bounds that something breaks. `changes` would keep to all of them; undefined where nothing does. */
export const limitTold = (breaches: readonly Breach[], namespace: string, changes: readonly Change[] | undefined): Told => ({
  check: 'limit-range',
  says: breachesSay(breaches, namespace),
  fix: limitFix(waysToChange(changes ? [changes] : [])),
});

const limitFix = (way: Text | undefined): Text =>
  way
    ? text(
        `Keep to it: ${way.en}; then apply it. Or ask an administrator to change the LimitRange.`,
        `Respétalo: ${way.es}; luego aplícalo. O pide a quien administra el clúster que cambie el LimitRange.`,
      )
    : text(
        'Keep to it in the resources, or ask an administrator to change the LimitRange.',
        'Respétalo en resources, o pide a quien administra el clúster que cambie el LimitRange.',
      );

/** What keeps the pods of an object within the bounds. */
export function podChanges(object: AnyObject, spec: V1PodSpec, limits: readonly LimitFacts[]): readonly Change[] | undefined {
  const isOne = containersOf(spec).length === 1;
  return keptWithin(spec, limits)?.map(({ container, given }) => ({ object, given, ...(isOne ? {} : { container }) }));
}

/** What keeps its disks within the bounds. */
export function diskChanges(object: AnyObject, storage: string, limits: readonly LimitFacts[]): readonly Change[] | undefined {
  const given = storageWithin(storage, limits);
  return given && [{ object, given }];
}

/** What LimitRanger writes: kubernetes/kubernetes, plugin/pkg/admission/limitranger/admission.go. */
const usage =
  /(maximum|minimum) ([\w./-]+) usage per (\w+) is ([^\s,]+?)(?:, but (limit|request) is ([^\s,\]]+)|\. +No (limit|request) is specified)/g;
const proportion =
  /([\w./-]+) max limit to request ratio per (\w+) is ([^\s,]+), but (?:provided ratio is ([\d.]+)|no (limit|request) is specified)/g;

/** Every bound that a message of the API server says to be broken. */
const breachesIn = (message: string): readonly Breach[] => [
  ...[...message.matchAll(usage)].map(
    ([, bound, resource = '', per = '', held = '', side, said, missing]): Breach => ({
      per,
      bound: bound === 'maximum' ? 'maximum' : 'minimum',
      resource,
      held,
      side: (side ?? missing) === 'limit' ? 'limit' : 'request',
      said,
    }),
  ),
  ...[...message.matchAll(proportion)].map(
    ([, resource = '', per = '', held = '', said, missing]): Breach => ({
      per,
      bound: 'ratio',
      resource,
      held,
      side: missing === 'request' ? 'request' : 'limit',
      said: said === undefined ? undefined : String(Number(said)),
    }),
  ),
];

/** The bounds that broken ones tell of. */
const limitsOf = (breaches: readonly Breach[]): readonly LimitFacts[] =>
  breaches.map(({ per, bound, resource, held }) => {
    const of = (wanted: Breach['bound']) => (bound === wanted ? { [resource]: held } : {});
    return { type: per, min: of('minimum'), max: of('maximum'), default: {}, defaultRequest: {}, maxLimitRequestRatio: of('ratio') };
  });

const limitRange: Reading = ({ object, message }) => {
  const breaches = breachesIn(message);
  if (breaches.length === 0) return undefined;
  const [spec, limits] = [podSpecOf(object), limitsOf(breaches)];
  const storage = String(fieldOf(object, 'spec', 'resources', 'requests', 'storage') ?? '');
  return limitTold(breaches, namespaceOf(object), spec ? podChanges(object, spec, limits) : diskChanges(object, storage, limits));
};

/** What the LimitRanges of a namespace refuse. */
export const limitRefusals: readonly Reading[] = [limitRange];
