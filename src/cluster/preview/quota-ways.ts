import { type Given, saying } from '../../checks/kept-within.ts';
import { breachesOf, completedBy } from '../../checks/limit-ranges.ts';
import { fieldOf } from '../../checks/object-fields.ts';
import { amountsIn, sum } from '../../checks/pod-amounts.ts';
import { isMore } from '../../model/amount.ts';
import type { LimitFacts } from '../../model/cluster-facts.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Change, isOfAnswers } from '../answer-to-change.ts';
import { podSpecOf } from '../pod-spec.ts';
import { type Demand, takenBy, withDisks, withReplicas } from './demand.ts';
import { type Room, shortagesIn } from './quota-room.ts';
import { diskSize, smallerDisk, smallerPod } from './smaller-pods.ts';

/** All workloads of a namespace, and what is there for them. */
interface Plot {
  readonly demands: readonly Demand[];
  readonly rooms: readonly Room[];
  readonly limits: readonly LimitFacts[];
}

type Way = readonly Change[];

/** What would make them fit: one workload with fewer replicas, or with less for each of its pods, or both; or all with one replica. */
export function quotaWays(plot: Plot): readonly Way[] {
  const [{ key = '' } = {}] = shortagesIn(plot.rooms, plot.demands);
  const takes = (demand: Demand): number => takenBy(demand)[key] ?? 0;
  for (const demand of [...plot.demands].sort((a, b) => takes(b) - takes(a))) {
    const single = [fewer(demand, plot), smaller(demand, demand, plot)].flatMap((way) => (way ? [way] : []));
    if (single.length > 0) return single;
    const both = isScaled(demand) ? smaller(demand, withReplicas(demand, 1), plot, { replicas: '1' }) : undefined;
    if (both) return [both];
  }
  const alone = plot.demands.map((demand) => (isScaled(demand) ? withReplicas(demand, 1) : demand));
  return fits(alone, plot) ? [plot.demands.filter(isScaled).flatMap((demand) => changeOf(demand, { replicas: '1' }))] : [];
}

/** The same for one object by itself, of which the server says that there is no room for it. */
export function roomWays(object: AnyObject, rooms: readonly Room[]): readonly Way[] {
  const spec = podSpecOf(object);
  if (!spec) return diskWays(object, rooms);
  const template = { owner: { ...object, kind: 'Pod' }, labels: {}, annotations: {}, spec, replicas: undefined };
  const demand: Demand = { template, pod: spec, running: 0, claims: undefined };
  const way = smaller(demand, demand, { demands: [demand], rooms, limits: [] });
  return way ? [way.map((change) => ({ ...change, object }))] : [];
}

function diskWays(object: AnyObject, rooms: readonly Room[]): readonly Way[] {
  const { storage = 0 } = amountsIn(fieldOf(object, 'spec', 'resources', 'requests'));
  const left = Math.min(...rooms.filter(({ key }) => key === 'requests.storage').map((room) => room.left));
  const isAll = rooms.every(({ key, left: count }) => key === 'requests.storage' || count >= 1);
  const size = isAll && left < storage ? diskSize(left) : undefined;
  return size === undefined ? [] : [[{ object, given: { 'storage-size': size } }]];
}

const changeOf = ({ template }: Demand, given: Given): Way => [{ object: template.owner, given }];

const fits = (demands: readonly Demand[], { rooms }: Plot): boolean => shortagesIn(rooms, demands).length === 0;
const fitsWith = (demand: Demand, changed: Demand, plot: Plot): boolean =>
  fits(
    plot.demands.map((each) => (each === demand ? changed : each)),
    plot,
  );

const mostOf = ({ template }: Demand): number => template.replicas?.most ?? 1;

/** Whether somebody decides on its replicas. Of what an autoscaler scales, only an answer says how many. */
function isScaled({ template: { owner, replicas } }: Demand): boolean {
  if (!replicas || replicas.most === 1 || !['Deployment', 'StatefulSet'].includes(owner.kind ?? '')) return false;
  return replicas.least === replicas.most || isOfAnswers(owner);
}

/** The most replicas that fit. Those that vote want an odd number, and of a StatefulSet only its answers tell whether they do. */
function fewer(demand: Demand, plot: Plot): Way | undefined {
  if (!isScaled(demand)) return undefined;
  const canBe = (count: number): boolean => demand.template.owner.kind === 'Deployment' || count % 2 === 1 || count === demand.running;
  for (let count = mostOf(demand) - 1; count > 0; count -= 1) {
    if (canBe(count) && fitsWith(demand, withReplicas(demand, count), plot)) return changeOf(demand, { replicas: String(count) });
  }
  return undefined;
}

/** As much for each pod as fits; `started` is what was changed before. Nobody knows which of several containers should have less. */
function smaller(demand: Demand, changed: Demand, plot: Plot, started: Given = {}): Way | undefined {
  const total = sum(...plot.demands.map((each) => takenBy(each === demand ? changed : each)));
  const excess = (keys: readonly string[]): number =>
    Math.max(
      0,
      ...plot.rooms
        .filter(({ key, left }) => keys.includes(key) && isMore(total[key] ?? 0, left))
        .map(({ key, left }) => (total[key] ?? 0) - left),
    );
  const disk = excess(['requests.storage']) > 0 ? smallerDisk(changed, excess(['requests.storage'])) : {};
  const pod = smallerPod(changed, excess);
  if (!disk || !pod) return undefined;
  const given = { ...started, ...pod, ...disk };
  if (Object.keys(given).length === Object.keys(started).length) return undefined;
  const [container] = changed.pod.containers;
  const saidPod = container ? { ...changed.pod, containers: [saying(container, pod)] } : changed.pod;
  const size = disk['storage-size'];
  const result: Demand = {
    ...(size === undefined ? changed : withDisks(changed, size)),
    ...(Object.keys(pod).length > 0 ? { pod: saidPod } : {}),
  };
  const isAllowed = breachesOf(completedBy(result.pod, plot.limits), plot.limits).length <= breachesOf(demand.pod, plot.limits).length;
  return isAllowed && fitsWith(demand, result, plot) ? changeOf(demand, given) : undefined;
}
