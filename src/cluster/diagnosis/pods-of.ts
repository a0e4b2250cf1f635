import { annotationsOf, fieldOf, listIn, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Sight } from '../follow/sight.ts';
import { statusNumber } from '../follow/status-fields.ts';

const revision = 'deployment.kubernetes.io/revision';

/** The ReplicaSet that a Deployment is going to; it has the Deployment’s own revision. */
export const newestSetOf = (deployment: AnyObject, sight: Sight): AnyObject | undefined =>
  sight.madeBy(deployment, 'ReplicaSet').find((set) => annotationsOf(set)[revision] === annotationsOf(deployment)[revision]);

/** The pods that a workload is going to, those on their way out too; those of a Deployment’s older versions are left out. */
export function podsOf(workload: AnyObject, sight: Sight): readonly AnyObject[] {
  const set = workload.kind === 'Deployment' ? newestSetOf(workload, sight) : workload;
  return set === undefined ? [] : sight.madeBy(set, 'Pod');
}

/** How many pods it is meant to have. */
export function wantedOf(workload: AnyObject): number {
  if (workload.kind === 'DaemonSet') return statusNumber(workload, 'desiredNumberScheduled');
  return Number(fieldOf(workload['spec'], workload.kind === 'Job' ? 'parallelism' : 'replicas') ?? 1);
}

/** It is on its way out, and whatever is wrong with it no longer matters. */
export const isLeaving = ({ metadata }: AnyObject): boolean => metadata?.deletionTimestamp !== undefined;

/** Whether a pod mounts a claim. */
export const mounts = (pod: AnyObject, claim: AnyObject): boolean =>
  namespaceOf(pod) === namespaceOf(claim) &&
  listIn(fieldOf(pod['spec'], 'volumes')).some((volume) => fieldOf(volume, 'persistentVolumeClaim', 'claimName') === nameOf(claim));
