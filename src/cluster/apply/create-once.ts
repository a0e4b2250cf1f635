import { entriesIn, fieldOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { ask } from '../patience.ts';
import { type Applied, appliedBy, fieldManager } from './applied.ts';

/**
 * Creates a Secret where it is missing. One that is there keeps every value that it has, because data on disks may hang on them, and
 * gets only the keys that it lacks. `path` is the object's own.
 */
export async function createOnce(connection: Connection, path: string, object: AnyObject, signal?: AbortSignal): Promise<Applied> {
  const query = { fieldManager, fieldValidation: 'Strict' };
  const json = { contentType: 'application/json', body: JSON.stringify(object), query, signal };
  const made = await ask(connection, 'POST', path.slice(0, path.lastIndexOf('/')), json);
  if (made.status !== 409) return appliedBy(object, made);
  const there = await ask(connection, 'GET', path, { signal });
  if (there.status !== 200) return appliedBy(object, there);
  const lacking = keysLacking(JSON.parse(there.body), object);
  if (lacking.length === 0) return { object, outcome: 'kept' };
  const body = JSON.stringify({ stringData: Object.fromEntries(lacking) });
  return appliedBy(object, await ask(connection, 'PATCH', path, { contentType: 'application/merge-patch+json', body, query, signal }));
}

/** What the object has and the Secret that is there has not. */
export const keysLacking = (there: unknown, object: AnyObject): readonly (readonly [string, unknown])[] =>
  entriesIn(object['stringData']).filter(([key]) => fieldOf(there, 'data', key) === undefined);
