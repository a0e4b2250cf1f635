import type { AnyObject } from '../../model/manifest.ts';

/**
 * Kinds in the order in which they have to be there: an object that comes too early is refused (a namespace is missing), or is made
 * without what should have guarded it (a pod before its network policy). Kinds of no list come last.
 */
const order: readonly (readonly string[])[] = [
  ['CustomResourceDefinition', 'Namespace'],
  ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'],
  ['ResourceQuota', 'LimitRange', 'NetworkPolicy'],
  ['ConfigMap', 'Secret', 'StorageClass', 'PersistentVolume'],
  ['PersistentVolumeClaim'],
  ['Service'],
  ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'HorizontalPodAutoscaler', 'PodDisruptionBudget'],
];

/** The objects in waves, each to be there before the next is sent; none of them is empty. */
export function wavesOf(objects: readonly AnyObject[]): readonly (readonly AnyObject[])[] {
  const waves = Array.from({ length: order.length + 1 }, (): AnyObject[] => []);
  for (const object of objects) {
    const at = order.findIndex((kinds) => kinds.includes(object.kind ?? ''));
    waves[at < 0 ? order.length : at]?.push(object);
  }
  return waves.filter((wave) => wave.length > 0);
}
