import { createHash } from 'node:crypto';
import { fieldOf, listIn } from '../../src/checks/object-fields.ts';
import type { Connection } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

/** Kinds that others make of their own accord: of what has been applied, they tell nothing. */
const madeByOthers: ReadonlySet<string> = new Set(['Event', 'Endpoints', 'EndpointSlice', 'Pod', 'ReplicaSet', 'ControllerRevision']);

/** A namespace and every object in it that somebody asked for, of all kinds that the server can list. Of the values in Secrets there is only a hash. */
export async function objectsThere(connection: Connection, namespace: string): Promise<readonly AnyObject[]> {
  const get = async (path: string): Promise<unknown> => {
    const { status, body } = await connection.send('GET', path);
    if (status !== 200) throw new Error(`${path}: ${body}`);
    return JSON.parse(body);
  };
  const groups = listIn(fieldOf(await get('/apis'), 'groups')).map(
    (group) => `/apis/${fieldOf(group, 'preferredVersion', 'groupVersion')}`,
  );
  const listed = ['/api/v1', ...groups].map(async (root) => {
    const resources = listIn(fieldOf(await get(root), 'resources')).filter(
      (resource) =>
        fieldOf(resource, 'namespaced') === true &&
        listIn(fieldOf(resource, 'verbs')).includes('list') &&
        !madeByOthers.has(String(fieldOf(resource, 'kind'))),
    );
    const lists = resources.map(async (resource) => {
      const list = await get(`${root}/namespaces/${namespace}/${fieldOf(resource, 'name')}`);
      const kind = String(fieldOf(resource, 'kind'));
      return listIn(fieldOf(list, 'items')).map((item) => ({
        ...withoutValues(kind, item as AnyObject),
        apiVersion: root.replace(/^\/apis?\//, ''),
        kind,
      }));
    });
    return (await Promise.all(lists)).flat();
  });
  return [(await get(`/api/v1/namespaces/${namespace}`)) as AnyObject, ...(await Promise.all(listed)).flat()];
}

/** Whether two Secrets hold the same can be told without showing it. */
const withoutValues = (kind: string, object: AnyObject): AnyObject =>
  kind === 'Secret' ? { ...object, data: createHash('sha256').update(JSON.stringify(object['data'])).digest('hex') } : object;
