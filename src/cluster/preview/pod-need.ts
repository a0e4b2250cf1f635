import type { V1Container, V1PodSpec } from '@kubernetes/client-node';
import { entriesIn, fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { quantityOf } from '../../model/quantity.ts';

/** Amounts by resource (`cpu`) or by the key of a quota (`requests.cpu`), in base units: cores, bytes, objects. */
export type Amounts = Readonly<Record<string, number>>;

type Side = 'requests' | 'limits';

/** Quantities as numbers; those that cannot be read are left out. */
export const amountsIn = (quantities: unknown): Amounts =>
  Object.fromEntries(
    entriesIn(quantities).flatMap(([resource, said]): readonly (readonly [string, number])[] => {
      const amount = quantityOf(String(said));
      return amount === undefined ? [] : [[resource, amount]];
    }),
  );

const combined = (a: Amounts, b: Amounts, of: (a: number, b: number) => number): Amounts =>
  Object.fromEntries([...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, of(a[key] ?? 0, b[key] ?? 0)]));
export const sum = (...all: readonly Amounts[]): Amounts => all.reduce((a, b) => combined(a, b, (x, y) => x + y), {});
export const times = (count: number, each: Amounts): Amounts =>
  Object.fromEntries(Object.entries(each).map(([key, amount]) => [key, count * amount]));
const largest = (a: Amounts, b: Amounts): Amounts => combined(a, b, Math.max);

/** A limit without a request is a request too (kubernetes.io/docs/concepts/configuration/manage-resources-containers). */
const containerAmounts = ({ resources }: V1Container, side: Side): Amounts =>
  side === 'limits' ? amountsIn(resources?.limits) : { ...amountsIn(resources?.limits), ...amountsIn(resources?.requests) };

/**
 * What a pod counts for: its containers together, or an init container where that is more; what the pod says as a whole goes before
 * (kubernetes.io/docs/concepts/workloads/pods/init-containers, “Resource sharing within containers”).
 */
export function podSide(spec: V1PodSpec, side: Side): Amounts {
  let sidecars: Amounts = {};
  let starting: Amounts = {};
  for (const container of spec.initContainers ?? []) {
    const own = sum(sidecars, containerAmounts(container, side));
    if (container.restartPolicy === 'Always') sidecars = own;
    starting = largest(starting, own);
  }
  const running = sum(sidecars, ...spec.containers.map((container) => containerAmounts(container, side)));
  return sum({ ...largest(starting, running), ...amountsIn(fieldOf(spec, 'resources', side)) }, amountsIn(spec.overhead));
}

/** What one pod takes of each key of a quota; what a quota calls `cpu` is `requests.cpu`. */
export const podAmounts = (spec: V1PodSpec): Amounts => ({
  ...Object.fromEntries((['requests', 'limits'] as const).flatMap((side) => keyed(podSide(spec, side), side))),
  ...podSide(spec, 'requests'),
  pods: 1,
  'count/pods': 1,
});

const keyed = (amounts: Amounts, side: Side): readonly (readonly [string, number])[] =>
  Object.entries(amounts).map(([resource, amount]) => [`${side}.${resource}`, amount]);

/** The pod as a LimitRange completes it: what a container does not say, it gets (kubernetes.io/docs/concepts/policy/limit-range). */
export function completedBy(spec: V1PodSpec, limitRanges: readonly AnyObject[]): V1PodSpec {
  const ranges = limitRanges
    .flatMap((range) => listIn(fieldOf(range, 'spec', 'limits')))
    .filter((each) => fieldOf(each, 'type') === 'Container');
  const complete = (container: V1Container): V1Container => ranges.reduce<V1Container>(completed, container);
  return {
    ...spec,
    containers: spec.containers.map(complete),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(complete) }),
  };
}

const quantities = (range: unknown, field: string): Readonly<Record<string, string>> =>
  Object.fromEntries(entriesIn(fieldOf(range, field)).map(([resource, said]) => [resource, String(said)]));

/** Unsaid defaults: the most is the default limit, that one the default request, and else the least. */
function completed(container: V1Container, range: unknown): V1Container {
  const byDefault = { ...quantities(range, 'max'), ...quantities(range, 'default') };
  const asked = { ...quantities(range, 'min'), ...byDefault, ...quantities(range, 'defaultRequest') };
  const { limits, requests } = container.resources ?? {};
  return {
    ...container,
    resources: { ...container.resources, limits: { ...byDefault, ...limits }, requests: { ...asked, ...limits, ...requests } },
  };
}
