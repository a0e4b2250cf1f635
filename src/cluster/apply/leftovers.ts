import { annotationsOf, fieldOf, listIn, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { applicationOf } from '../application-labels.ts';
import type { Connection } from '../connection.ts';
import { pathsOf } from '../discovery.ts';
import { inParallel } from '../in-parallel.ts';
import { ask } from '../patience.ts';
import { type Said, saidBy } from '../said-by.ts';
import { type ApplySet, groupKindOf, kindsAnnotation, memberLabel, neverDeleted } from './apply-sets.ts';
import { stayingOf } from './staying.ts';

/** What an earlier run applied for a set, and this one does not ask for any more. */
export interface Leftovers {
  /** As the server has them. */
  readonly objects: readonly AnyObject[];
  /** What held data for components that are gone: nobody deletes it but a person. By kind, namespace and name only. */
  readonly staying: readonly AnyObject[];
  /** By the set's id, the kinds that earlier runs gave it. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
}

export interface LeftoversOptions {
  /** False where the members are only some of those that are wanted: then nothing is left over. */
  readonly isWhole: boolean;
  /** All that this run asks for. */
  readonly wanted: readonly AnyObject[];
  readonly signal?: AbortSignal;
}

/** Asks the parents of the sets which kinds they had, and for the members of those kinds. What may not be read is passed over. */
export async function leftoversOf(
  connection: Connection,
  sets: readonly ApplySet[],
  { isWhole, wanted, signal }: LeftoversOptions,
): Promise<Leftovers> {
  const kinds = await inParallel(sets, async (set) => [set.id, await earlierKinds(connection, set, signal)] as const);
  const asked = isWhole ? sets.flatMap((set) => (kinds.find(([id]) => id === set.id)?.[1] ?? []).map((kind) => ({ set, kind }))) : [];
  const paths = pathsOf(connection);
  // An object may have come over from another set, when its file moved from one half to the other.
  const wantedNames = new Set(wanted.map(placeOf));
  const isWanted = (object: AnyObject) => wantedNames.has(placeOf(object));
  const found = await inParallel(asked, async ({ set, kind }) => {
    if (neverDeleted.has(kind.split('.')[0] ?? '')) return [];
    const path = await paths.collectionOf(kind, set.namespace);
    // A set in a namespace has no members outside of it, whatever somebody has labelled.
    if (!path?.includes('/namespaces/')) return [];
    const members = await listAt(connection, path, `${memberLabel}=${set.id}`, signal);
    // Somebody may have taken one over by another tool, which leaves the label of the set.
    const isOfSet = (object: AnyObject) => applicationOf(object) === applicationOf(set.members[0]);
    return members.filter((object) => groupKindOf(object) === kind && isOfSet(object) && !isWanted(object) && !takesClaims(object));
  });
  const objects = found.flat();
  return { objects, staying: await stayingOf(connection, objects, wanted, signal), kinds: new Map(kinds) };
}

const placeOf = (object: AnyObject): string => `${groupKindOf(object)} ${namespaceOf(object)} ${nameOf(object)}`;

/** Its volume claims would go with it (apps/v1, persistentVolumeClaimRetentionPolicy). */
const takesClaims = ({ spec }: AnyObject): boolean => fieldOf(spec, 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete';

async function earlierKinds(connection: Connection, { namespace, parent }: ApplySet, signal?: AbortSignal): Promise<readonly string[]> {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps/${encodeURIComponent(parent)}`;
  const { status, body } = await ask(connection, 'GET', path, { signal });
  if (status !== 200) return [];
  return (annotationsOf(JSON.parse(body))[kindsAnnotation] ?? '').split(',').filter((kind) => kind !== '');
}

/** The objects of a list; its items do not say of which kind they are. */
async function listAt(connection: Connection, path: string, labelSelector: string, signal?: AbortSignal): Promise<readonly AnyObject[]> {
  const { status, body } = await ask(connection, 'GET', path, { query: { labelSelector }, signal });
  if (status !== 200) return [];
  const list: unknown = JSON.parse(body);
  const apiVersion = String(fieldOf(list, 'apiVersion'));
  const kind = String(fieldOf(list, 'kind')).replace(/List$/, '');
  return listIn(fieldOf(list, 'items')).map((item) => ({ ...(item as AnyObject), apiVersion, kind }));
}

/** What came of one that was to go. */
export type Removed =
  | { readonly object: AnyObject; readonly outcome: 'deleted' }
  | ({ readonly object: AnyObject; readonly outcome: 'refused'; readonly status: number } & Said);

/** Deletes one of them, if it is still the one that was shown; what depends on it goes after it. */
export async function remove(connection: Connection, object: AnyObject, signal?: AbortSignal): Promise<Removed> {
  const path = (await pathsOf(connection).pathOf(object)) ?? '';
  const body = JSON.stringify({ propagationPolicy: 'Background', preconditions: { uid: object.metadata?.uid } });
  const reply = await ask(connection, 'DELETE', path, { body, contentType: 'application/json', signal });
  const isGone = reply.status < 300 || reply.status === 404;
  return isGone ? { object, outcome: 'deleted' } : { object, outcome: 'refused', status: reply.status, ...saidBy(reply) };
}
