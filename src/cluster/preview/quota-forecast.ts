import type { V1LabelSelector } from '@kubernetes/client-node';
import type { Template } from '../../checks/inventory.ts';
import { fieldOf, listIn, nameOf, selects } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { Bounds, RunningPod } from './namespace-bounds.ts';
import { type Amounts, amountsIn, completedBy, podAmounts, sum, times } from './pod-need.ts';
import type { TwinAnswer } from './pod-twin.ts';
import { type Demand, shortages, type Taken } from './quota-need.ts';
import { peakOf } from './rollout-peak.ts';

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

/** The disks that a StatefulSet has yet to claim, shared out among its pods. */
function claimAmounts({ owner }: Template, pods: number, claims: ReadonlySet<string> | undefined): Amounts {
  if (!claims || pods === 0) return {};
  const missing = listIn(fieldOf(owner, 'spec', 'volumeClaimTemplates')).map((claim): Amounts => {
    const name = String(fieldOf(claim, 'metadata', 'name'));
    const count = Array.from({ length: pods }, (_, ordinal) => `${name}-${nameOf(owner)}-${ordinal}`).filter(
      (each) => !claims.has(each),
    ).length;
    const { storage = 0 } = amountsIn(fieldOf(claim, 'spec', 'resources', 'requests'));
    return times(count / pods, { 'requests.storage': storage, persistentvolumeclaims: 1 });
  });
  return sum(...missing);
}

/** What the quotas of a namespace have too little of for all pods of these templates together. `answers` are in their order. */
export function quotaFindings(
  templates: readonly Template[],
  answers: readonly TwinAnswer[],
  { quotas = [], limitRanges = [], changes, namespace }: Bounds,
  { running = [], claims }: Present,
): readonly Finding[] {
  const demands = templates.map((template, at): Demand => {
    const answer = answers[at];
    const completed = answer?.is === 'accepted' && !changes.limitRanges ? answer.spec : undefined;
    const pods = running.filter((pod) => isPodOf(pod, template)).length;
    const peak = peakOf(template, pods);
    const each = podAmounts(completed ?? completedBy(template.spec, limitRanges));
    return { owner: template.owner, peak, each: { ...each, ...claimAmounts(template, peak.pods, claims) } };
  });
  const isOwn = (pod: RunningPod) => templates.some((template) => isPodOf(pod, template));
  const taken: Taken = {
    own: sum(...running.filter(isOwn).map(({ amounts }) => amounts)),
    others: sum(...running.filter((pod) => !isOwn(pod)).map(({ amounts }) => amounts)),
  };
  return quotas.flatMap((quota) => shortages(quota, demands, taken, namespace));
}
