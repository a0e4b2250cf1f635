import type { AnyObject } from '../../model/manifest.ts';
import { bellOf } from '../bell.ts';
import type { Connection } from '../connection.ts';
import type { Lookout } from './lookouts.ts';
import { type Sight, sightOf, uidOf } from './sight.ts';
import { watched } from './watch.ts';

/** What is seen from several lookouts, kept up to date until the signal aborts. */
export interface Scene {
  /** Each lookout has told what is there, or that nobody may look. */
  isWhole(): boolean;
  sight(): Sight;
  /** Resolves when something has changed, at this moment (milliseconds since 1970), or when the signal aborts. */
  changed(latest: number): Promise<void>;
}

/** Milliseconds in which changes are gathered. */
const gathering = 100;

export function sceneOf(connection: Connection, lookouts: readonly Lookout[], signal: AbortSignal): Scene {
  const [objects, blind, silent] = [new Map<string, AnyObject>(), new Set<string>(), new Set(lookouts)];
  const bell = bellOf(signal, gathering);
  let mistake: unknown;
  const look = async (lookout: Lookout) => {
    const { kind, path, ...how } = lookout;
    for await (const told of watched(connection, path, { signal, ...how })) {
      silent.delete(lookout);
      if (told.is === 'denied') blind.add(kind);
      else
        for (const { is, object } of told.changes)
          is === 'gone' ? objects.delete(uidOf(object)) : objects.set(uidOf(object), kept(object, kind));
      bell.ring();
    }
  };
  for (const lookout of lookouts) {
    look(lookout).catch((problem: unknown) => {
      mistake = problem;
      bell.ring();
    });
  }
  return {
    isWhole: () => silent.size === 0,
    sight: () => sightOf([...objects.values()], blind),
    changed: async (latest) => {
      await bell.rung(latest);
      if (mistake) throw mistake;
    },
  };
}

/** Who set which field is half of an object, and nobody asks for it here. What is metadata only does not say its kind. */
const kept = (object: AnyObject, kind: string): AnyObject => {
  const { managedFields: _, ...metadata } = object.metadata ?? {};
  return { ...object, kind, metadata };
};
