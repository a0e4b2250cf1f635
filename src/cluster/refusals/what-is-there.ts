import { namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Applied } from '../apply/applied.ts';
import type { Connection } from '../connection.ts';
import { pathsOf } from '../discovery.ts';
import { type Sight, sightOf } from '../follow/sight.ts';
import { inParallel } from '../in-parallel.ts';
import { namespacedPath } from '../namespaced-path.ts';
import { allAt } from '../pages.ts';
import { ask } from '../patience.ts';
import type { Previewed } from '../preview/preview.ts';
import { saysFixed } from './refusal-causes.ts';

/** Of these the words say what would change, which a server often leaves out. */
const kinds: ReadonlySet<string | undefined> = new Set(['StatefulSet', 'PersistentVolumeClaim']);

/** What is there of the objects that were refused because they cannot be changed so: themselves, and their claims. */
export async function whatIsThere(
  connection: Connection,
  outcomes: readonly (Applied | Previewed)[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<AnyObject, Sight>> {
  const refused = outcomes.flatMap((each) =>
    each.outcome === 'refused' && kinds.has(each.object.kind) && saysFixed(each) ? [each.object] : [],
  );
  return new Map(await inParallel(refused, async (object) => [object, await seen(connection, object, signal)] as const));
}

async function seen(connection: Connection, object: AnyObject, signal: AbortSignal | undefined): Promise<Sight> {
  const path = (await pathsOf(connection).pathOf(object)) ?? '';
  const claimsPath = namespacedPath('api/v1/persistentvolumeclaims', namespaceOf(object));
  const [live, claims] = await Promise.all([
    ask(connection, 'GET', path, { signal }),
    object.kind === 'StatefulSet' ? allAt(connection, claimsPath, asClaim, { signal }) : [],
  ]);
  const own: readonly AnyObject[] = live.status === 200 ? [JSON.parse(live.body)] : [];
  return sightOf([...own, ...(claims ?? [])], new Set(claims ? [] : ['PersistentVolumeClaim']));
}

/** Items of a list do not say their kind. */
const asClaim = (item: unknown): AnyObject => ({ ...(item as AnyObject), kind: 'PersistentVolumeClaim' });
