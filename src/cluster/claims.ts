import { fieldOf, listIn, nameOf, namespaceOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { shellWord } from '../model/shell-word.ts';
import { deletion, deletionOf } from './deletion.ts';
import type { Sight } from './follow/sight.ts';
import { statusField, wordIn } from './follow/status-fields.ts';

/** The pod of a StatefulSet that a claim of this name is made for; undefined where the StatefulSet makes no such claim. */
function podFor(set: AnyObject, claim: string): string | undefined {
  const starts = listIn(fieldOf(set['spec'], 'volumeClaimTemplates')).map(
    (template) => `${wordIn(template, 'metadata', 'name')}-${nameOf(set)}-`,
  );
  const start = starts.find((each) => claim.startsWith(each) && /^\d+$/.test(claim.slice(each.length)));
  return start === undefined ? undefined : `${nameOf(set)}-${claim.slice(start.length)}`;
}

/** A StatefulSet makes the claims of its pods itself, and names them after its templates. */
export const makesClaim = (set: AnyObject, claim: string): boolean => podFor(set, claim) !== undefined;

export const claimsOf = (set: AnyObject, sight: Sight): readonly AnyObject[] =>
  sight.ofKind('PersistentVolumeClaim', namespaceOf(set)).filter((claim) => makesClaim(set, nameOf(claim)));

/** The StatefulSet that made a claim. */
export const makerOf = (claim: AnyObject, sight: Sight): AnyObject | undefined =>
  sight.ofKind('StatefulSet', namespaceOf(claim)).find((set) => makesClaim(set, nameOf(claim)));

/** A volume may have data on it; a claim that still waits for one has none. */
export const hasVolume = (claim: AnyObject): boolean => statusField(claim, 'phase') !== 'Pending';

/** The command that deletes a claim. A pod that waits for its volume has no node yet, and does not hold it back. */
export const claimDeletion = (claim: AnyObject): string => deletion([`pvc/${nameOf(claim)}`], namespaceOf(claim));

/**
 * The command that deletes a StatefulSet with those of its claims that have no volume, without which it would go on with what it has: it
 * cannot change its templates, nor a claim its class. Claims with a volume, and their pods, stay.
 */
export function setDeletion(set: AnyObject, claims: readonly AnyObject[]): string {
  const waiting = claims.filter((claim) => !hasVolume(claim)).map(nameOf);
  const [own, pvcs] = [`statefulset/${nameOf(set)}`, waiting.map((claim) => `pvc/${claim}`)];
  if (!claims.some(hasVolume)) return deletion([own, ...pvcs], namespaceOf(set));
  const pods = new Set(waiting.map((claim) => `pod/${podFor(set, claim)}`));
  return `${deletion([own, ...pods, ...pvcs], namespaceOf(set))} --cascade=orphan`;
}

/** The command that deletes a StatefulSet alone: another one takes up its pods and its claims. */
export const setRelease = (set: AnyObject): string => `${deletionOf(set)} --cascade=orphan`;

/** The command that enlarges the claims that a StatefulSet made for a disk. */
export function claimGrowth(
  set: AnyObject,
  { disk, size }: { readonly disk: string; readonly size: string },
  claims: readonly AnyObject[],
): string {
  const names = claims.map(nameOf).filter((claim) => claim.startsWith(`${disk}-${nameOf(set)}-`));
  const patch = JSON.stringify({ spec: { resources: { requests: { storage: size } } } });
  return `kubectl patch ${names.map((name) => shellWord(`pvc/${name}`)).join(' ')} --namespace ${shellWord(namespaceOf(set))} --patch ${shellWord(patch)}`;
}
