import type { Given } from '../../checks/kept-within.ts';
import { podAmounts } from '../../checks/pod-amounts.ts';
import { type Amounts, printAmount } from '../../model/amount.ts';
import { quantityOf } from '../../model/quantity.ts';
import { sizes } from '../../questions/resources.ts';
import { type Demand, peakIn, unclaimed } from './demand.ts';

/** What is asked for each pod by the keys of quotas that count it, and the least that a program can do with. */
const parts = [
  { question: 'cpu', keys: ['requests.cpu', 'cpu'], least: sizes.tiny.cpu },
  { question: 'memory', keys: ['requests.memory', 'memory'], least: sizes.tiny.memory },
  { question: 'cpu-limit', keys: ['limits.cpu'], least: sizes.tiny.cpuLimit },
  { question: 'memory-limit', keys: ['limits.memory'], least: sizes.tiny.memoryLimit },
] as const;

/** Answers by which the pods of a workload take so much less of these keys; undefined where so little would do for no program. */
export function smallerPod(demand: Demand, excess: (keys: readonly string[]) => number): Given | undefined {
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

/** The same of its disks; those that are there stay as they are. */
export function smallerDisk(demand: Demand, excess: number): Given | undefined {
  const [disk, ...others] = unclaimed(demand);
  if (!disk || others.length > 0 || disk.count !== peakIn(demand).pods) return undefined;
  const size = diskSize(((disk.amounts['requests.storage'] ?? 0) - excess) / disk.count);
  return size === undefined ? undefined : { 'storage-size': size };
}

/** In whole Gi; less is not worth a claim. */
export function diskSize(bytes: number): string | undefined {
  const whole = Math.floor(bytes / 2 ** 30 + 1e-6);
  return whole < 1 ? undefined : `${whole}Gi`;
}

/** An amount in whole units that can be said: thousandths of cores, Mi of bytes. */
function floored(key: string, amount: number): number {
  const unit = key.endsWith('cpu') ? 1e-3 : 2 ** 20;
  // What is a whole number of units must not lose one to the way fractions are stored.
  return Math.floor(amount / unit + 1e-6) * unit;
}
