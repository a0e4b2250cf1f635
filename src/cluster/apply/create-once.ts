import { entriesIn, fieldOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection, Reply } from '../connection.ts';
import { patiently } from '../patience.ts';
import { type Applied, appliedBy, fieldManager } from './applied.ts';

/**
 * Creates a Secret where it is missing. One that is there keeps every value that it has, because data on disks may hang on them, and
 * gets only the keys that it lacks. `path` is the object's own.
 */
export async function createOnce(connection: Connection, path: string, object: AnyObject, signal?: AbortSignal): Promise<Applied> {
  const sent = (method: 'GET' | 'POST' | 'PATCH', to: string, contentType: string, body?: unknown): Promise<Reply> =>
    patiently(
      () =>
        connection.send(method, to, {
          ...(body === undefined ? {} : { contentType, body: JSON.stringify(body), query: { fieldManager, fieldValidation: 'Strict' } }),
          ...(signal && { signal }),
        }),
      signal,
    );
  const made = await sent('POST', path.slice(0, path.lastIndexOf('/')), 'application/json', object);
  if (made.status !== 409) return appliedBy(object, made);
  const there = await sent('GET', path, '');
  if (there.status !== 200) return appliedBy(object, there);
  const lacking = keysLacking(JSON.parse(there.body), object);
  if (lacking.length === 0) return { object, outcome: 'kept' };
  return appliedBy(object, await sent('PATCH', path, 'application/merge-patch+json', { stringData: Object.fromEntries(lacking) }));
}

const keysLacking = (there: unknown, object: AnyObject): readonly (readonly [string, unknown])[] =>
  entriesIn(object['stringData']).filter(([key]) => fieldOf(there, 'data', key) === undefined);
