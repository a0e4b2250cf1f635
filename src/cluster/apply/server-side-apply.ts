import type { AnyObject } from '../../model/manifest.ts';
import type { Connection, Reply } from '../connection.ts';
import { patiently } from '../patience.ts';
import { fieldManager } from './applied.ts';

export interface SendOptions {
  /** Takes over fields that somebody else set. */
  readonly force?: boolean;
  /** The server checks everything and keeps nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Applies one object at its path, with strict validation; to do so again is safe. */
export const sendApply = (
  connection: Connection,
  path: string,
  object: AnyObject,
  { force = false, dryRun = false, signal }: SendOptions,
): Promise<Reply> =>
  patiently(async () => {
    const reply = await connection.send('PATCH', path, {
      contentType: 'application/apply-patch+yaml',
      body: JSON.stringify(object),
      query: { fieldManager, fieldValidation: 'Strict', ...(force ? { force: 'true' } : {}), ...(dryRun ? { dryRun: 'All' } : {}) },
      ...(signal && { signal }),
    });
    return isOfObject(reply) ? { ...reply, status: 400 } : reply;
  }, signal);

/** What does not fit its schema, server-side apply answers by 500: the server is well, and asking again would not help. */
const isOfObject = ({ status, body }: Reply): boolean =>
  status === 500 && /"message":"failed to (create typed patch|convert new) object/.test(body);
