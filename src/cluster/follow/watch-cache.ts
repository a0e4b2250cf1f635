import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';

/** What became of an object; `gone` comes with the last version that was seen of it. */
export interface Change {
  readonly is: 'there' | 'gone';
  readonly object: AnyObject;
}

/** What a list and the watch behind it have told so far: it is told on once, however often the server repeats it. */
export interface WatchCache {
  /** Takes a whole list: what is not in it any more is gone. */
  relisted(list: unknown): readonly Change[];
  /** Takes one event of a watch, other than an ERROR. */
  heard(event: unknown): readonly Change[];
  /** The resource version that the next watch goes on from; undefined before the first list. */
  version(): string | undefined;
}

export function watchCache(): WatchCache {
  let version: string | undefined;
  const held = new Map<string, AnyObject>();
  const take = (object: AnyObject): readonly Change[] => {
    const uid = uidOf(object);
    if (versionOf(held.get(uid)) === versionOf(object)) return [];
    held.set(uid, object);
    return [{ is: 'there', object }];
  };
  const drop = (object: AnyObject): readonly Change[] => (held.delete(uidOf(object)) ? [{ is: 'gone', object }] : []);
  return {
    relisted: (list) => {
      const listed = objectsIn(list);
      const left = new Set(listed.map(uidOf));
      version = versionOf(list);
      // What is gone comes first: another one may have taken its name.
      return [...[...held.values()].filter((object) => !left.has(uidOf(object))).flatMap(drop), ...listed.flatMap(take)];
    },
    heard: (event) => {
      const object = fieldOf(event, 'object') as AnyObject;
      version = versionOf(object) ?? version;
      const type = fieldOf(event, 'type');
      if (type === 'BOOKMARK') return [];
      return type === 'DELETED' ? drop(object) : take(object);
    },
    version: () => version,
  };
}

const uidOf = (object: AnyObject): string => String(fieldOf(object, 'metadata', 'uid'));

function versionOf(object: unknown): string | undefined {
  const version = fieldOf(object, 'metadata', 'resourceVersion');
  return typeof version === 'string' ? version : undefined;
}

/** The items of a list, which says for all of them what they are. */
function objectsIn(list: unknown): readonly AnyObject[] {
  const apiVersion = fieldOf(list, 'apiVersion');
  const kind = String(fieldOf(list, 'kind')).replace(/List$/, '');
  return listIn(fieldOf(list, 'items')).map((item) => ({ apiVersion, kind, ...(item as AnyObject) }) as AnyObject);
}
