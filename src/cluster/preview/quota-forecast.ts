import type { V1LabelSelector } from '@kubernetes/client-node';
import type { Template } from '../../checks/inventory.ts';
import { completedBy } from '../../checks/limit-ranges.ts';
import { fieldOf, nameOf, selects, titleOf } from '../../checks/object-fields.ts';
import { sum } from '../../checks/pod-amounts.ts';
import { quotaFix, type Shortage, shortText } from '../../checks/quota-words.ts';
import type { Finding } from '../../model/finding.ts';
import { grouped } from '../../model/grouped.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { componentOf, waysToChange } from '../answer-to-change.ts';
import { type Demand, peakIn, takenBy } from './demand.ts';
import { type Bounds, limitsIn, type RunningPod } from './namespace-bounds.ts';
import type { TwinAnswer } from './pod-twin.ts';
import { roomsIn, shortagesIn } from './quota-room.ts';
import { quotaWays } from './quota-ways.ts';

/** Whether a pod belongs to a workload, by its selector, or by the label that a Job gives. */
function isPodOf({ labels }: RunningPod, { owner }: Template): boolean {
  if (owner.kind === 'Job') return labels['batch.kubernetes.io/job-name'] === nameOf(owner);
  return selects(fieldOf(owner, 'spec', 'selector') as V1LabelSelector | undefined, labels);
}

/** What a namespace holds now; undefined where it may not be read. */
export interface Present {
  readonly running: readonly RunningPod[] | undefined;
  /** Names of PersistentVolumeClaims. */
  readonly claims: ReadonlySet<string> | undefined;
}

/** What the quotas of a namespace have too little of for all pods of these templates together. `answers` are in their order. */
export function quotaFindings(
  templates: readonly Template[],
  answers: readonly TwinAnswer[],
  bounds: Bounds,
  { running = [], claims }: Present,
): readonly Finding[] {
  const limits = limitsIn(bounds);
  const demands = templates.map((template, at): Demand => {
    const answer = answers[at];
    const completed = answer?.is === 'accepted' && !bounds.changes.limitRanges ? answer.spec : undefined;
    const pods = running.filter((pod) => isPodOf(pod, template)).length;
    return { template, pod: completed ?? completedBy(template.spec, limits), running: pods, claims };
  });
  const isOwn = (pod: RunningPod) => templates.some((template) => isPodOf(pod, template));
  const taken = {
    own: sum(...running.filter(isOwn).map(({ amounts }) => amounts)),
    others: sum(...running.filter((pod) => !isOwn(pod)).map(({ amounts }) => amounts)),
  };
  const rooms = roomsIn(bounds.quotas ?? [], taken);
  const short = shortagesIn(rooms, demands);
  if (short.length === 0) return [];
  // What an autoscaler may add some day stops nothing today.
  const sure = shortagesIn(rooms, demands, (demand) => takenBy(demand, ({ least, surge }) => least + surge));
  const ways = waysToChange(quotaWays({ demands, rooms, limits }));
  return [...grouped(short, ({ quota }) => quota)].map(([quota, of]) =>
    finding({ namespace: bounds.namespace, quota, short: of, ways, isSure: sure.some((each) => each.quota === quota) }, demands),
  );
}

interface Short {
  readonly namespace: string;
  readonly quota: string;
  readonly short: readonly Shortage[];
  readonly ways: Text | undefined;
  readonly isSure: boolean;
}

function finding({ namespace, quota, short, ways, isSure }: Short, demands: readonly Demand[]): Finding {
  const keys = short.map(({ key }) => key);
  const taking = demands.filter((demand) => keys.some((key) => (takenBy(demand)[key] ?? 0) > 0));
  const [first = ''] = keys;
  const [largest] = [...taking].sort((a, b) => (takenBy(b)[first] ?? 0) - (takenBy(a)[first] ?? 0));
  const [room, what] = [shortText(namespace, quota, short), podsText(taking)];
  return {
    check: 'quota-exceeded',
    severity: isSure ? 'error' : 'warning',
    says: text(`${room.en}: ${what.en}.`, `${room.es}: ${what.es}.`),
    fix: quotaFix(quota, short, ways && text(`${ways.en}; then apply it`, `${ways.es}; luego aplícalo`)),
    where: largest ? titleOf(largest.template.owner) : `ResourceQuota ${quota}`,
  };
}

/** "2 pods of web and 1 pod of db, and one more for a rollout" */
function podsText(demands: readonly Demand[]): Text {
  const pods = listed(demands.map(podsOf));
  const surge = demands.reduce((total, demand) => total + peakIn(demand).surge, 0);
  if (surge === 0) return pods;
  return surge === 1
    ? text(`${pods.en}, and one more for a rollout`, `${pods.es}, y uno más para un despliegue`)
    : text(`${pods.en}, and ${surge} more for rollouts`, `${pods.es}, y ${surge} más para los despliegues`);
}

function podsOf(demand: Demand): Text {
  const [{ owner }, { pods, isLeast }] = [demand.template, peakIn(demand)];
  const name = componentOf(owner) ?? nameOf(owner);
  const said = pods === 1 ? text(`1 pod of ${name}`, `1 pod de ${name}`) : text(`${pods} pods of ${name}`, `${pods} pods de ${name}`);
  return isLeast ? text(`at least ${said.en}`, `al menos ${said.es}`) : said;
}
