import type { V1Container, V1PodSpec } from '@kubernetes/client-node';
import { isMore, printAmount } from '../model/amount.ts';
import type { LimitFacts } from '../model/cluster-facts.ts';
import { quantityOf } from '../model/quantity.ts';
import { containersOf } from './inventory.ts';
import { breachesOf, claimBreachesOf, completedBy } from './limit-ranges.ts';
import { amountsIn } from './pod-amounts.ts';

/** Answers by question, such as `{ 'memory-limit': '400Mi' }`. */
export type Given = Readonly<Record<string, string>>;

/** What one container has to say. */
export interface ContainerGiven {
  readonly container: string;
  readonly given: Given;
}

/** The questions about a resource of a container. */
const questions = { cpu: { requests: 'cpu', limits: 'cpu-limit' }, memory: { requests: 'memory', limits: 'memory-limit' } } as const;

/** The container with what the answers give it. */
export function saying({ resources, ...container }: V1Container, given: Given): V1Container {
  const of = (side: 'requests' | 'limits') =>
    Object.fromEntries(
      Object.entries(questions).flatMap(([resource, ids]) => {
        const value = given[ids[side]];
        return value === undefined ? [] : [[resource, value]];
      }),
    );
  return {
    ...container,
    resources: {
      ...resources,
      requests: { ...resources?.requests, ...of('requests') },
      limits: { ...resources?.limits, ...of('limits') },
    },
  };
}

/**
 * What the containers of a pod have to say to keep within all bounds of their namespace, one value for each question. Undefined where no
 * answer helps.
 */
export function keptWithin(spec: V1PodSpec, limits: readonly LimitFacts[]): readonly ContainerGiven[] | undefined {
  // What holds for the pod holds for its only container.
  const types = containersOf(spec).length === 1 ? ['Container', 'Pod'] : ['Container'];
  const bounds = limits.filter(({ type }) => types.includes(type));
  const completed = new Map(containersOf(completedBy(spec, limits)).map((container) => [container.name, container]));
  const mended = (container: V1Container) => saying(container, givenWithin(completed.get(container.name) ?? container, bounds));
  const kept: V1PodSpec = {
    ...spec,
    containers: spec.containers.map(mended),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(mended) }),
  };
  if (breachesOf(completedBy(kept, limits), limits).length > 0) return undefined;
  return containersOf(spec).flatMap(({ name }) => {
    const container = completed.get(name);
    const given = container ? givenWithin(container, bounds) : {};
    return Object.keys(given).length > 0 ? [{ container: name, given }] : [];
  });
}

/** Of a container that the LimitRanges have completed. Where one of a pair changes, both are said: a limit may follow from a request. */
function givenWithin({ resources }: V1Container, bounds: readonly LimitFacts[]): Given {
  const [requests, caps] = [amountsIn(resources?.requests), amountsIn(resources?.limits)];
  const pairs = Object.entries(questions).map(([resource, ids]): Given => {
    const [asked, cap] = [requests[resource] ?? caps[resource] ?? 0, caps[resource]];
    const kept = nearest(resource, asked, cap, bounds);
    if (isSame(kept.request, asked) && isSame(kept.limit, cap)) return {};
    return {
      [ids.requests]: printAmount(resource, kept.request),
      ...(kept.limit === undefined ? {} : { [ids.limits]: printAmount(resource, kept.limit) }),
    };
  });
  return Object.assign({}, ...pairs);
}

const isSame = (a: number | undefined, b: number | undefined): boolean =>
  a === undefined || b === undefined ? a === b : !isMore(a, b) && !isMore(b, a);

/** A whole number of what is said: thousandths of cores, Mi of bytes. */
const unitOf = (resource: string): number => (resource === 'cpu' ? 1e-3 : 2 ** 20);
const upwards = (resource: string, amount: number): number => Math.ceil(amount / unitOf(resource) - 1e-6) * unitOf(resource);
const downwards = (resource: string, amount: number): number => Math.floor(amount / unitOf(resource) + 1e-6) * unitOf(resource);

/** The request and the limit nearest to these that keep within the bounds of one resource, as far as there are any. */
function nearest(
  resource: string,
  asked: number,
  cap: number | undefined,
  bounds: readonly LimitFacts[],
): { readonly request: number; readonly limit: number | undefined } {
  const said = (part: 'min' | 'max' | 'maxLimitRequestRatio') => bounds.flatMap((each) => quantityOf(each[part][resource] ?? '') ?? []);
  const least = upwards(resource, Math.max(0, ...said('min')));
  const most = downwards(resource, Math.min(Number.MAX_SAFE_INTEGER, ...said('max')));
  const [ratio] = said('maxLimitRequestRatio').sort((a, b) => a - b);
  const within = (amount: number) => Math.min(Math.max(amount, least), most);
  if (cap === undefined && ratio === undefined) return { request: within(asked), limit: undefined };
  const limit = Math.max(within(cap ?? asked), within(asked));
  // The request is raised, for a program that may use less than before may not run.
  const request = ratio === undefined ? within(asked) : Math.max(within(asked), upwards(resource, limit / ratio));
  return { request: Math.min(request, limit), limit };
}

/** The size of a disk that keeps within the bounds; undefined where none does. */
export function storageWithin(storage: string, limits: readonly LimitFacts[]): Given | undefined {
  const amount = quantityOf(storage);
  const { request } = nearest(
    'storage',
    amount ?? 0,
    undefined,
    limits.filter(({ type }) => type === 'PersistentVolumeClaim'),
  );
  const size = printAmount('storage', request);
  return amount === undefined || claimBreachesOf(size, limits).length > 0 ? undefined : { 'storage-size': size };
}
