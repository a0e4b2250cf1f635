import { groupOf, nameOf, namespaceOf } from '../checks/object-fields.ts';
import { instance } from '../manifests/policy-rules.ts';
import type { AnyObject, Manifest } from '../model/manifest.ts';

/** An object as it was and as it becomes; one half is missing where it comes or goes. */
export interface Matched {
  readonly before: Manifest | undefined;
  readonly after: Manifest | undefined;
}

export const objectOf = ({ object }: Manifest): AnyObject => object as AnyObject;

/** What an object is known by in the cluster. A Job’s name tells its versions apart, so a Job is known by what it runs. */
function identityOf(manifest: Manifest): string {
  const object = objectOf(manifest);
  const name = object.kind === 'Job' ? (object.metadata?.labels?.[instance] ?? nameOf(object)) : nameOf(object);
  return [groupOf(object), object.kind, namespaceOf(object), name].join('/');
}

/** Every object of both sides, in the order of `after`; one that went stands behind what it stood behind. */
export function matched(before: readonly Manifest[], after: readonly Manifest[]): readonly Matched[] {
  const old = new Map(before.map((manifest) => [identityOf(manifest), manifest]));
  const kept = new Set(after.map(identityOf));
  const gone = new Map<string, Matched[]>();
  let behind = '';
  for (const [identity, manifest] of old) {
    if (kept.has(identity)) behind = identity;
    else gone.set(behind, [...(gone.get(behind) ?? []), { before: manifest, after: undefined }]);
  }
  const stays = after.flatMap((manifest): readonly Matched[] => {
    const identity = identityOf(manifest);
    return [{ before: old.get(identity), after: manifest }, ...(gone.get(identity) ?? [])];
  });
  return [...(gone.get('') ?? []), ...stays];
}

/** Whether two values of an object say the same; the order of fields says nothing. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isAlike(item, b[i]));
  if (Array.isArray(b)) return false;
  const fields = Object.keys(a);
  return (
    fields.length === Object.keys(b).length &&
    fields.every((field) => Object.hasOwn(b, field) && isAlike(Reflect.get(a, field), Reflect.get(b, field)))
  );
}
