import { namespaceOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import type { Connection } from './connection.ts';
import { pathsOf } from './discovery.ts';

/** The objects in their order; those that name no namespace and need one get the context's, as with kubectl. */
export async function placed(connection: Connection, objects: readonly AnyObject[]): Promise<readonly AnyObject[]> {
  const paths = pathsOf(connection);
  return Promise.all(
    objects.map(async (object) => {
      if (namespaceOf(object) !== '' || !(await paths.isNamespaced(object))) return object;
      return { ...object, metadata: { ...object.metadata, namespace: connection.namespace } };
    }),
  );
}
