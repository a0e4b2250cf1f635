import type { Template } from '../../checks/inventory.ts';
import { fieldOf } from '../../checks/object-fields.ts';

/** How many pods a workload has at once. */
export interface Peak {
  readonly pods: number;
  /** How many of them it has before an autoscaler adds any. */
  readonly least: number;
  /** More of them for as long as a new version is rolled out. */
  readonly surge: number;
  /** There may be more: a DaemonSet has one on each node. */
  readonly isLeast: boolean;
}

/** `running`: how many pods it has now, which tells how many a DaemonSet needs. */
export function peakOf({ owner, replicas }: Template, running: number): Peak {
  const { least, most } = replicas ?? { least: 1, most: 1 };
  const still = { surge: 0, isLeast: false };
  switch (owner.kind) {
    case 'Deployment':
      return { ...still, pods: most, least, surge: surgeOf(fieldOf(owner, 'spec', 'strategy'), most) };
    case 'DaemonSet':
      return { ...still, pods: Math.max(1, running), least: Math.max(1, running), isLeast: true };
    case 'Job':
      return { ...still, ...parallel(fieldOf(owner, 'spec')) };
    case 'CronJob':
      return { ...still, ...parallel(fieldOf(owner, 'spec', 'jobTemplate', 'spec')) };
    default:
      return { ...still, pods: most, least };
  }
}

/** A quarter where nothing is said; percentages are rounded up (kubernetes.io/docs/concepts/workloads/controllers/deployment). */
function surgeOf(strategy: unknown, replicas: number): number {
  if (fieldOf(strategy, 'type') === 'Recreate') return 0;
  const said = fieldOf(strategy, 'rollingUpdate', 'maxSurge') ?? '25%';
  const percent = /^(\d+)%$/.exec(String(said))?.[1];
  return percent === undefined ? Number(said) || 0 : Math.ceil((Number(percent) / 100) * replicas);
}

function parallel(job: unknown): { readonly pods: number; readonly least: number } {
  const completions = fieldOf(job, 'completions');
  const most = Number(fieldOf(job, 'parallelism') ?? 1);
  const pods = typeof completions === 'number' ? Math.min(most, completions) : most;
  return { pods, least: pods };
}
