import type { AnyObject } from '../../model/manifest.ts';

/** What a person takes for one step of an apply. */
export type StageId = 'ground' | 'settings' | 'workloads' | 'entrances';

/**
 * Kinds in the order in which they have to be there: an object that comes too early is refused (a namespace is missing), or is made
 * without what should have guarded it (a pod before its network policy). Kinds of no list come last.
 */
const order: readonly { readonly stage: StageId; readonly kinds: readonly string[] }[] = [
  { stage: 'ground', kinds: ['CustomResourceDefinition', 'Namespace'] },
  { stage: 'ground', kinds: ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'] },
  { stage: 'ground', kinds: ['ResourceQuota', 'LimitRange', 'NetworkPolicy'] },
  { stage: 'settings', kinds: ['ConfigMap', 'Secret', 'StorageClass', 'PersistentVolume'] },
  { stage: 'settings', kinds: ['PersistentVolumeClaim'] },
  { stage: 'entrances', kinds: ['Service'] },
  {
    stage: 'workloads',
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'],
  },
];

const waveOf = ({ kind = '' }: AnyObject): number => {
  const at = order.findIndex(({ kinds }) => kinds.includes(kind));
  return at < 0 ? order.length : at;
};

/** What is in no list is a way in: an Ingress, a Route and their like. */
export const stageOf = (object: AnyObject): StageId => order[waveOf(object)]?.stage ?? 'entrances';

/** The objects in waves, each to be there before the next is sent; none of them is empty. */
export function wavesOf(objects: readonly AnyObject[]): readonly (readonly AnyObject[])[] {
  const waves = Array.from({ length: order.length + 1 }, (): AnyObject[] => []);
  for (const object of objects) waves[waveOf(object)]?.push(object);
  return waves.filter((wave) => wave.length > 0);
}
