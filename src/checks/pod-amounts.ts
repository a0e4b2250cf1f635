import type { V1Container, V1PodSpec } from '@kubernetes/client-node';
import type { Amounts } from '../model/amount.ts';
import { quantityOf } from '../model/quantity.ts';
import { entriesIn, fieldOf } from './object-fields.ts';

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
