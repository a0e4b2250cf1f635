import type { V1Container, V1PodSpec } from '@kubernetes/client-node';
import { isMore, printAmount } from '../model/amount.ts';
import type { LimitFacts } from '../model/cluster-facts.ts';
import { quantityOf } from '../model/quantity.ts';
import { containersOf } from './inventory.ts';
import { podSide } from './pod-amounts.ts';

/** Something of a LimitRange that something breaks. Quantities as Kubernetes writes them. */
export interface Breach {
  readonly per: string;
  readonly resource: string;
  /** `ratio`: how many times the request the limit may be; `default`: the limit of those that have none. */
  readonly bound: 'maximum' | 'minimum' | 'ratio' | 'default';
  readonly held: string;
  readonly side: 'limit' | 'request';
  /** What is said there, or how many times as much it is; undefined where nothing is said at all. */
  readonly said: string | undefined;
}

/** What something says of its resources. */
interface Said {
  readonly limits: Readonly<Record<string, string>>;
  readonly requests: Readonly<Record<string, string>>;
}

/** The bounds that a pod breaks, container by container and as a whole. It is one that the LimitRanges have completed. */
export const breachesOf = (spec: V1PodSpec, limits: readonly LimitFacts[]): readonly Breach[] => [
  ...ofType(limits, 'Container').flatMap((each) =>
    containersOf(spec).flatMap(({ resources }) =>
      broken(each, { limits: resources?.limits ?? {}, requests: resources?.requests ?? {} }, ['limit', 'request']),
    ),
  ),
  ...ofType(limits, 'Pod').flatMap((each) =>
    broken(each, { limits: printed(podSide(spec, 'limits')), requests: printed(podSide(spec, 'requests')) }, ['limit', 'request']),
  ),
];

/** The bounds that a claim of so much storage breaks. */
export const claimBreachesOf = (storage: string, limits: readonly LimitFacts[]): readonly Breach[] =>
  ofType(limits, 'PersistentVolumeClaim').flatMap((each) => broken(each, { limits: {}, requests: { storage } }, ['request']));

const ofType = (limits: readonly LimitFacts[], wanted: string): readonly LimitFacts[] => limits.filter(({ type }) => type === wanted);

const printed = (amounts: Readonly<Record<string, number>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(amounts).map(([resource, amount]) => [resource, printAmount(resource, amount)]));

/** The most holds for limits first, the least for requests first, as LimitRanger looks at them. */
function broken({ type: per, ...range }: LimitFacts, said: Said, sides: readonly Breach['side'][]): readonly Breach[] {
  const rules = (amounts: Readonly<Record<string, string>>, bound: Breach['bound']) =>
    Object.entries(amounts).map(([resource, held]) => ({ per, bound, resource, held }));
  const above = rules(range.max, 'maximum').flatMap((rule) => bounded(rule, said, sides));
  return [
    ...above,
    ...rules(range.min, 'minimum').flatMap((rule) => bounded(rule, said, sides.toReversed())),
    ...rules(range.maxLimitRequestRatio, 'ratio').flatMap((rule) => proportioned(rule, said)),
    ...outgrown({ type: per, ...range }, said).filter(({ resource }) => !above.some((each) => each.resource === resource)),
  ];
}

type Rule = Pick<Breach, 'per' | 'bound' | 'resource' | 'held'>;

const amountOf = (quantity: string | undefined): number => quantityOf(quantity ?? '') ?? Number.NaN;

function bounded(rule: Rule, { limits, requests }: Said, sides: readonly Breach['side'][]): readonly Breach[] {
  const saidOn = (side: Breach['side']) => (side === 'limit' ? limits : requests)[rule.resource];
  const bound = amountOf(rule.held);
  const breaks = (said: string | undefined): boolean => (rule.bound === 'maximum' ? amountOf(said) > bound : amountOf(said) < bound);
  const [first = 'limit'] = sides;
  const side = saidOn(first) === undefined ? first : sides.find((each) => breaks(saidOn(each)));
  return side === undefined ? [] : [{ ...rule, side, said: saidOn(side) }];
}

function proportioned(rule: Rule, { limits, requests }: Said): readonly Breach[] {
  const [limit, request] = [limits, requests].map((side) => amountOf(side[rule.resource])) as [number, number];
  if (Number.isNaN(limit) || Number.isNaN(request)) return [{ ...rule, side: Number.isNaN(limit) ? 'limit' : 'request', said: undefined }];
  const times = limit / request;
  return isMore(times, amountOf(rule.held)) ? [{ ...rule, side: 'limit', said: String(Math.round(times * 100) / 100) }] : [];
}

/** Who has no limit gets one, which may be less than what is asked for. */
function outgrown({ type: per, default: byDefault }: LimitFacts, { limits, requests }: Said): readonly Breach[] {
  return Object.entries(byDefault).flatMap(([resource, held]): readonly Breach[] => {
    const said = requests[resource];
    return limits[resource] === held && isMore(amountOf(said), amountOf(held))
      ? [{ per, bound: 'default', resource, held, side: 'request', said }]
      : [];
  });
}

/** The pod as LimitRanges complete it: what a container does not say, it gets (kubernetes.io/docs/concepts/policy/limit-range). */
export function completedBy(spec: V1PodSpec, limits: readonly LimitFacts[]): V1PodSpec {
  const complete = (container: V1Container): V1Container => ofType(limits, 'Container').reduce(completed, container);
  return {
    ...spec,
    containers: spec.containers.map(complete),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(complete) }),
  };
}

/** Unsaid defaults: the most is the default limit, that one the default request, and else the least. */
function completed(container: V1Container, range: LimitFacts): V1Container {
  const byDefault = { ...range.max, ...range.default };
  const asked = { ...range.min, ...byDefault, ...range.defaultRequest };
  const { limits, requests } = container.resources ?? {};
  return {
    ...container,
    resources: { ...container.resources, limits: { ...byDefault, ...limits }, requests: { ...asked, ...limits, ...requests } },
  };
}
