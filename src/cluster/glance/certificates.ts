import { namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { certificateSecretsOf } from '../certificates.ts';
import type { Connection } from '../connection.ts';
import { inParallel } from '../in-parallel.ts';
import { namespacedPath } from '../namespaced-path.ts';
import { presenceOf } from '../presence.ts';
import { within } from '../time-limit.ts';

/** Milliseconds for all of them; nobody waits long for a detail. */
const patience = 3000;

/** Which of the Secrets with certificates that these ways in name are there; undefined where that is not known of all of them. */
export async function certificatesOf(
  connection: Connection,
  seen: readonly AnyObject[],
  signal: AbortSignal,
): Promise<readonly AnyObject[] | undefined> {
  const until = within(patience, signal);
  const named = seen.flatMap((entrance) => certificateSecretsOf(entrance).map((name) => ({ name, namespace: namespaceOf(entrance) })));
  const found = await inParallel(named, async (metadata) => {
    const path = `${namespacedPath('api/v1/secrets', metadata.namespace)}/${encodeURIComponent(metadata.name)}`;
    return { metadata, presence: await presenceOf(connection, path, until).catch(() => 'unknown' as const) };
  });
  if (found.some(({ presence }) => presence === 'unknown')) return undefined;
  return found.filter(({ presence }) => presence === 'there').map(({ metadata }) => ({ kind: 'Secret', metadata }));
}
