import { fieldOf, namespaceOf } from '../../checks/object-fields.ts';
import { grouped } from '../../model/grouped.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { applicationOf, byThisProgram, labelOf } from '../application-labels.ts';
import type { Connection } from '../connection.ts';
import { metadataOnly } from '../facts/reader.ts';
import { inParallel } from '../in-parallel.ts';
import { namespacedPath } from '../namespaced-path.ts';
import { allAt } from '../pages.ts';

const instanceLabel = 'app.kubernetes.io/instance';

const instanceOf = (object: AnyObject): string => labelOf(object, 'instance');

const placeOf = (object: AnyObject): string => `${namespaceOf(object)} ${instanceOf(object)}`;

/**
 * What keeps the data and the passwords of components of which nothing is wanted any more: their volume claims and Secrets, by name only.
 * Nobody deletes them but a person. What may not be listed is passed over.
 */
export async function stayingOf(
  connection: Connection,
  leftovers: readonly AnyObject[],
  wanted: readonly AnyObject[],
  signal?: AbortSignal,
): Promise<readonly AnyObject[]> {
  const alive = new Set(wanted.map(placeOf));
  const gone = leftovers.filter((object) => instanceOf(object) !== '' && !alive.has(placeOf(object)));
  const found = await inParallel([...grouped(gone, namespaceOf)], async ([namespace, its]) => {
    const instances = new Set(its.map(instanceOf));
    const applications = new Set(its.map((object) => applicationOf(object)));
    // A StatefulSet's claims say to whom they belong by their instance alone.
    const isOurs = (item: unknown): boolean =>
      ['', ...applications].includes(applicationOf(item)) && ['', 'create-k8s-app'].includes(labelOf(item, 'managed-by'));
    const namesAt = async (plural: string, labelSelector: string): Promise<readonly string[]> => {
      const asked = { query: { labelSelector }, accept: metadataOnly, signal };
      const found = (await allAt(connection, namespacedPath(plural, namespace), (item) => item, asked)) ?? [];
      return found.filter(isOurs).map((item) => String(fieldOf(item, 'metadata', 'name')));
    };
    const [claims, secrets] = await Promise.all([
      // A StatefulSet gives its claims the labels by which it selects its pods.
      namesAt('api/v1/persistentvolumeclaims', `${instanceLabel} in (${[...instances].join()})`),
      namesAt('api/v1/secrets', byThisProgram),
    ]);
    const called = (kind: string) => (name: string) => ({ apiVersion: 'v1', kind, metadata: { name, namespace } });
    // The Secret of a component has its name.
    return [...claims.map(called('PersistentVolumeClaim')), ...secrets.filter((name) => instances.has(name)).map(called('Secret'))];
  });
  return found.flat();
}
