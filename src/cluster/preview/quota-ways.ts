import { type Given, saying } from '../../checks/kept-within.ts';
import { breachesOf, completedBy } from '../../checks/limit-ranges.ts';
import { fieldOf } from '../../checks/object-fields.ts';
import { amountsIn, podAmounts, sum } from '../../checks/pod-amounts.ts';
import { type Amounts, printAmount } from '../../model/amount.ts';
import type { LimitFacts } from '../../model/cluster-facts.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { quantityOf } from '../../model/quantity.ts';
import { sizes } from '../../questions/resources.ts';
import { type Change, isOfAnswers } from '../answer-to-change.ts';
import { podSpecOf } from '../pod-spec.ts';
import { type Demand, peakIn, takenBy, unclaimed, withDisks, withReplicas } from './demand.ts';
import { type Room, shortagesIn } from './quota-room.ts';

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

/** What is asked for each pod by the keys of quotas that count it, and the least that a program can do with. */
const parts = [
  { question: 'cpu', keys: ['requests.cpu', 'cpu'], least: sizes.tiny.cpu },
  { question: 'memory', keys: ['requests.memory', 'memory'], least: sizes.tiny.memory },
  { question: 'cpu-limit', keys: ['limits.cpu'], least: sizes.tiny.cpuLimit },
  { question: 'memory-limit', keys: ['limits.memory'], least: sizes.tiny.memoryLimit },
] as const;

/** As much for each pod as fits; `started` is what was changed before. Nobody knows which of several containers should have less. */
function smaller(demand: Demand, changed: Demand, plot: Plot, started: Given = {}): Way | undefined {
  const total = sum(...plot.demands.map((each) => takenBy(each === demand ? changed : each)));
  const excess = (keys: readonly string[]): number =>
    Math.max(0, ...plot.rooms.filter(({ key }) => keys.includes(key)).map(({ key, left }) => (total[key] ?? 0) - left));
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

/** Undefined where so little would do for no program. */
function smallerPod(demand: Demand, excess: (keys: readonly string[]) => number): Given | undefined {
  const { pods, surge } = peakIn(demand);
  const each: Amounts = podAmounts(demand.pod);
  const wanted = parts.map(({ question, keys: [key, ...others], least }) => {
    const over = excess([key, ...others]);
    const amount = floored(key, (each[key] ?? 0) - over / (pods + surge));
    return { question, key, over, amount, isEnough: amount >= (quantityOf(least) ?? 0) };
  });
  const short = wanted.filter(({ over }) => over > 0);
  if (short.length === 0) return {};
  const isOneContainer = demand.pod.containers.length === 1 && (demand.pod.initContainers ?? []).length === 0;
  if (!isOneContainer || short.some(({ isEnough }) => !isEnough)) return undefined;
  const [cpu, memory, cpuLimit, memoryLimit] = wanted;
  // Nobody may ask for more than the limit.
  const capped = [
    { asked: cpu, cap: cpuLimit },
    { asked: memory, cap: memoryLimit },
  ].flatMap(({ asked, cap }) =>
    asked && cap && cap.over > 0 && cap.amount < Math.min(asked.amount, each[asked.key] ?? 0) ? [{ ...asked, amount: cap.amount }] : [],
  );
  return Object.fromEntries([...short, ...capped].map(({ question, key, amount }) => [question, printAmount(key, amount)]));
}

/** Disks that are there stay as they are. */
function smallerDisk(demand: Demand, excess: number): Given | undefined {
  const [disk, ...others] = unclaimed(demand);
  if (!disk || others.length > 0 || disk.count !== peakIn(demand).pods) return undefined;
  const size = diskSize(((disk.amounts['requests.storage'] ?? 0) - excess) / disk.count);
  return size === undefined ? undefined : { 'storage-size': size };
}

/** In whole Gi; less is not worth a claim. */
function diskSize(bytes: number): string | undefined {
  const whole = Math.floor(bytes / 2 ** 30 + 1e-6);
  return whole < 1 ? undefined : `${whole}Gi`;
}

/** An amount in whole units that can be said: thousandths of cores, Mi of bytes. */
function floored(key: string, amount: number): number {
  const unit = key.endsWith('cpu') ? 1e-3 : 2 ** 20;
  // What is a whole number of units must not lose one to the way fractions are stored.
  return Math.floor(amount / unit + 1e-6) * unit;
}
