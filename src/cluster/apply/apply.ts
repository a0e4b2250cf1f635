import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { definesKindOf, pathOnceDefined } from '../definitions.ts';
import { pathsOf } from '../discovery.ts';
import { inParallel } from '../in-parallel.ts';
import { type Applied, appliedBy, isDone } from './applied.ts';
import { createOnce } from './create-once.ts';
import { applyOwn } from './own-fields.ts';
import { wavesOf } from './waves.ts';

export interface ApplyOptions {
  /** Takes over fields that somebody else set. */
  readonly force?: boolean;
  /** Secrets with generated values: created where they are missing, and never replaced. */
  readonly once?: ReadonlySet<AnyObject>;
  /** Hears of each object as soon as it is through. */
  readonly told?: (applied: Applied) => void;
  readonly signal?: AbortSignal;
}

/**
 * Applies objects server-side, wave by wave. A wave in which something was refused is the last one: what comes after it would stand on
 * what is not there. To do it again is safe. Rejects where no answer comes, and when the signal aborts.
 */
export async function apply(
  connection: Connection,
  objects: readonly AnyObject[],
  options: ApplyOptions = {},
): Promise<readonly Applied[]> {
  const paths = pathsOf(connection);
  const done: Applied[] = [];
  for (const wave of wavesOf(objects)) {
    const applied = await inParallel(wave, async (object) => {
      options.signal?.throwIfAborted();
      const path = definesKindOf(objects, object) ? await pathOnceDefined(paths, object, options.signal) : await paths.pathOf(object);
      const one = path === undefined ? { object, outcome: 'unknown kind' as const } : await applyOne(connection, path, object, options);
      options.told?.(one);
      return one;
    });
    done.push(...applied);
    if (!applied.every(isDone)) break;
  }
  return done;
}

async function applyOne(connection: Connection, path: string, object: AnyObject, options: ApplyOptions): Promise<Applied> {
  const { force = false, once, signal } = options;
  if (once?.has(object)) return createOnce(connection, path, object, signal);
  return appliedBy(object, await applyOwn(connection, path, object, { force, signal }));
}
