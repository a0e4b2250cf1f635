import { createHash } from 'node:crypto';
import { fieldOf, groupOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject, Owner } from '../../model/manifest.ts';

/**
 * The objects of one half of an application in one namespace, so that a later run knows which of them are no longer wanted: an ApplySet
 * (kubernetes/enhancements, KEP-3659), whose parent is a ConfigMap. Each half is a set of its own, because each may be applied alone.
 */
export interface ApplySet {
  readonly id: string;
  readonly namespace: string;
  readonly parent: string;
  readonly members: readonly AnyObject[];
}

const idLabel = 'applyset.kubernetes.io/id';
export const memberLabel = 'applyset.kubernetes.io/part-of';
export const kindsAnnotation = 'applyset.kubernetes.io/contains-group-kinds';
const toolingAnnotation = 'applyset.kubernetes.io/tooling';

/** What these hold is lost with them, and a set in a namespace has no members outside of it: they are never deleted for anybody. */
export const neverDeleted: ReadonlySet<string> = new Set([
  ...['Namespace', 'CustomResourceDefinition', 'PersistentVolume', 'PersistentVolumeClaim', 'Secret'],
  ...['StorageClass', 'ClusterRole', 'ClusterRoleBinding'],
]);

const idOf = (parent: string, namespace: string): string =>
  `applyset-${createHash('sha256').update(`${parent}.${namespace}.ConfigMap.`).digest('base64url')}-v1`;

const setNames: Readonly<Record<Owner, string>> = { admin: 'admin', developer: 'app' };

/** Labels allow more than names do. */
const canBeNamed = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;

/** The sets of these objects. One that no label assigns to an application is in none. */
export function applySetsOf(pieces: readonly { readonly object: AnyObject; readonly owner: Owner }[]): readonly ApplySet[] {
  const sets = new Map<string, ApplySet & { readonly members: AnyObject[] }>();
  for (const { object, owner } of pieces) {
    const application = fieldOf(object, 'metadata', 'labels', 'app.kubernetes.io/part-of');
    const namespace = namespaceOf(object);
    if (typeof application !== 'string' || namespace === '' || neverDeleted.has(object.kind ?? '')) continue;
    const parent = `${application}-${setNames[owner]}-applied`;
    if (!canBeNamed.test(parent)) continue;
    const id = idOf(parent, namespace);
    const set = sets.get(id) ?? { id, namespace, parent, members: [] };
    set.members.push(object);
    sets.set(id, set);
  }
  return [...sets.values()];
}

/** `Deployment.apps`, and for the core group `ConfigMap`. */
export const groupKindOf = (object: AnyObject): string => [object.kind ?? '', groupOf(object)].filter((part) => part !== '').join('.');

/** Gives the objects as they are applied: each with the label of its set. */
export function labeller(sets: readonly ApplySet[]): (object: AnyObject) => AnyObject {
  const ids = new Map(sets.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  return (object) => {
    const id = ids.get(object);
    if (id === undefined) return object;
    return { ...object, metadata: { ...object.metadata, labels: { ...object.metadata?.labels, [memberLabel]: id } } };
  };
}

/** The parent of a set. `kinds`, as of `groupKindOf`, are those that the set may have members of. */
export const parentOf = ({ id, namespace, parent }: ApplySet, kinds: Iterable<string>, version: string): AnyObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: parent,
    namespace,
    labels: { [idLabel]: id, 'app.kubernetes.io/managed-by': 'create-k8s-app' },
    annotations: { [toolingAnnotation]: `create-k8s-app/v${version}`, [kindsAnnotation]: [...new Set(kinds)].sort().join(',') },
  },
});
