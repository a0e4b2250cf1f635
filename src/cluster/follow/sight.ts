import { fieldOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import { grouped } from '../../model/grouped.ts';
import type { AnyObject } from '../../model/manifest.ts';

/** What was seen in the cluster at one moment, and how to find one's way in it. Of Secrets no more than metadata is in it. */
export interface Sight {
  ofKind(kind: string, namespace?: string): readonly AnyObject[];
  find(kind: string, namespace: string, name: string): AnyObject | undefined;
  /** What this object made: the pods of a ReplicaSet, the ReplicaSets of a Deployment. */
  madeBy(owner: AnyObject, kind: string): readonly AnyObject[];
  /** What others said about this very object, not about one that had its name before; the latest last. */
  eventsOn(object: AnyObject, reason?: string): readonly AnyObject[];
  /** Nobody may look at such objects, or nobody looked: that none are seen means nothing. */
  isUnseen(kind: string): boolean;
}

export function sightOf(objects: readonly AnyObject[], unseen: ReadonlySet<string> = new Set()): Sight {
  const kinds = grouped(objects, ({ kind }) => kind);
  const owned = grouped(objects, controllerOf);
  const events = grouped(kinds.get('Event') ?? [], (event) => String(fieldOf(event, 'involvedObject', 'uid')));
  const ofKind = (kind: string, namespace?: string): readonly AnyObject[] =>
    (kinds.get(kind) ?? []).filter((object) => namespace === undefined || namespaceOf(object) === namespace);
  return {
    ofKind,
    find: (kind, namespace, name) => ofKind(kind, namespace).find((object) => nameOf(object) === name),
    madeBy: (owner, kind) => (owned.get(uidOf(owner)) ?? []).filter((object) => object.kind === kind),
    eventsOn: (object, reason) =>
      (events.get(uidOf(object)) ?? [])
        .filter((event) => reason === undefined || event['reason'] === reason)
        .sort((a, b) => lastTimeOf(a).localeCompare(lastTimeOf(b))),
    isUnseen: (kind) => unseen.has(kind),
  };
}

export const uidOf = (object: AnyObject): string => String(fieldOf(object.metadata, 'uid') ?? '');

const controllerOf = ({ metadata }: AnyObject): string | undefined => metadata?.ownerReferences?.find(({ controller }) => controller)?.uid;

/** The last time that something happened; an event has its time in one of three places. All are written alike, so letters compare. */
export const lastTimeOf = (event: AnyObject): string =>
  String(fieldOf(event, 'series', 'lastObservedTime') ?? event['lastTimestamp'] ?? event['eventTime'] ?? '');
