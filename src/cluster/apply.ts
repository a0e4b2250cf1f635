import type { AnyObject } from '../model/manifest.ts';
import type { Connection, Reply } from './connection.ts';
import { type Paths, pathsOf } from './discovery.ts';
import { patiently } from './patience.ts';
import { wavesOf } from './waves.ts';

const fieldManager = 'create-k8s-app';

/** What came of one object. */
export type Applied =
  | { readonly object: AnyObject; readonly outcome: 'created' | 'applied' }
  /** `message` is the API server's own, in English. */
  | { readonly object: AnyObject; readonly outcome: 'conflict' | 'refused'; readonly status: number; readonly message: string }
  | { readonly object: AnyObject; readonly outcome: 'unknown kind' };

export interface ApplyOptions {
  /** Takes over fields that somebody else set. */
  readonly force?: boolean;
  /** The server checks everything and keeps nothing. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/** So many requests at a time: more did not help on a server that has two cores to itself. */
const atOnce = 16;

/**
 * Applies objects server-side, wave by wave. A wave in which something was refused is the last one: what comes after it would stand on
 * what is not there. To do it again is safe. Rejects where no answer comes.
 */
export async function apply(
  connection: Connection,
  objects: readonly AnyObject[],
  options: ApplyOptions = {},
): Promise<readonly Applied[]> {
  const paths = pathsOf(connection);
  const done: Applied[] = [];
  for (const wave of wavesOf(objects)) {
    const applied = await inParallel(wave, (object) => applyOne(connection, paths, object, options));
    done.push(...applied);
    if (applied.some(({ outcome }) => outcome !== 'created' && outcome !== 'applied')) break;
  }
  return done;
}

/** The results in the order of the items, of which so many are worked on at a time. */
async function inParallel<A, R>(items: readonly A[], work: (item: A) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const left = items.entries();
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

async function applyOne(
  connection: Connection,
  paths: Paths,
  object: AnyObject,
  { force = false, dryRun = false, signal }: ApplyOptions,
): Promise<Applied> {
  const path = await paths.pathOf(object);
  if (path === undefined) return { object, outcome: 'unknown kind' };
  const reply = await patiently(
    () =>
      connection.send('PATCH', path, {
        contentType: 'application/apply-patch+yaml',
        body: JSON.stringify(object),
        query: { fieldManager, fieldValidation: 'Strict', ...(force ? { force: 'true' } : {}), ...(dryRun ? { dryRun: 'All' } : {}) },
        ...(signal && { signal }),
      }),
    signal,
  );
  if (reply.status === 201) return { object, outcome: 'created' };
  if (reply.status === 200) return { object, outcome: 'applied' };
  return { object, outcome: reply.status === 409 ? 'conflict' : 'refused', status: reply.status, message: messageOf(reply) };
}

/** What a Status says, or the first words of whatever else answered. */
function messageOf({ body }: Reply): string {
  try {
    const { message } = JSON.parse(body) as { readonly message?: string };
    if (message) return message;
  } catch {
    // A proxy answered.
  }
  return body.trim().slice(0, 300);
}
