import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import type { Sight } from '../follow/sight.ts';
import { conditionOf } from '../follow/status-fields.ts';
import { type Diagnose, diagnosis } from './cause.ts';
import { configTrouble } from './config-trouble.ts';
import { crash, outOfMemory, startError } from './crash-trouble.ts';
import { imageTrouble } from './image-trouble.ts';
import { evicted, nodeLost } from './node-trouble.ts';
import { type ContainerReading, containersIn, type PodReading, type PodView, type Trouble } from './pod-view.ts';
import { isLeaving, podsOf, wantedOf } from './pods-of.ts';
import { killingProbe, readinessProbe } from './probe-trouble.ts';
import { unschedulable } from './unschedulable.ts';
import { claimTrouble, mountTrouble } from './volume-trouble.ts';

const ofContainers: readonly ContainerReading[] = [
  imageTrouble,
  configTrouble,
  startError,
  outOfMemory,
  killingProbe,
  crash,
  readinessProbe,
];

/** The first that knows what is wrong tells it. A pod without a volume finds no node, so claims come first. */
const readings: readonly PodReading[] = [
  evicted,
  nodeLost,
  claimTrouble,
  unschedulable,
  mountTrouble,
  (view) => {
    const containers = containersIn(view);
    return first(ofContainers, (reading) => first(containers, reading));
  },
];

function first<A, R>(items: readonly A[], of: (item: A) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function troubleOf(view: PodView): Trouble | undefined {
  if (isLeaving(view.pod)) return nodeLost(view);
  return conditionOf(view.pod, 'Ready') ? undefined : first(readings, (reading) => reading(view));
}

/** What keeps these pods from coming up: pods with the same trouble are told together, and how many they are. */
export function troublesOf(workload: AnyObject, pods: readonly AnyObject[], sight: Sight): readonly Trouble[] {
  const groups = new Map<string, Trouble[]>();
  for (const pod of pods) {
    const trouble = troubleOf({ workload, pod, sight });
    if (!trouble) continue;
    const group = groups.get(trouble.cause);
    if (group) group.push(trouble);
    else groups.set(trouble.cause, [trouble]);
  }
  return [...groups.values()].flatMap((group) => {
    const [worst] = group.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
    return worst
      ? [counted(worst, group.length, Math.max(wantedOf(workload), pods.filter((pod) => !isLeaving(pod)).length, group.length))]
      : [];
  });
}

const counted = (trouble: Trouble, count: number, all: number): Trouble =>
  all > 1 ? { ...trouble, says: toSoMany(trouble.says, count, all) } : trouble;

const toSoMany = (says: Text, count: number, all: number): Text =>
  count === 1
    ? text(`${says.en} This happens to 1 of ${all} pods.`, `${says.es} Le pasa a 1 de ${all} pods.`)
    : text(`${says.en} This happens to ${count} of ${all} pods.`, `${says.es} Les pasa a ${count} de ${all} pods.`);

export const podDiagnoses: Diagnose = (workload, sight) =>
  troublesOf(workload, podsOf(workload, sight), sight).map(({ cause: _, weight: __, ...cause }) => diagnosis(workload, cause));
