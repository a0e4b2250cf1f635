import type { Connection } from './connection.ts';
import { metadataOfOne } from './facts/reader.ts';
import { ask } from './patience.ts';

/** Whether something is there; unknown where nobody may look. */
export type Presence = 'there' | 'missing' | 'unknown';

/** Asks for the metadata of one object alone: no value of a Secret is on its way. */
export async function presenceOf(connection: Connection, path: string, signal?: AbortSignal): Promise<Presence> {
  const { status } = await ask(connection, 'GET', path, { accept: metadataOfOne, signal });
  return status === 200 ? 'there' : status === 404 ? 'missing' : 'unknown';
}
