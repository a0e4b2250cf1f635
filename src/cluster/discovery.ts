import type { AnyObject } from '../model/manifest.ts';
import type { Connection } from './connection.ts';

/** How the API server calls the objects of a kind in its paths. */
interface Resource {
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/** Where the API server keeps objects; undefined where it does not know their kind (yet). */
export interface Paths {
  pathOf(object: AnyObject): Promise<string | undefined>;
  /** Of all objects of a kind in a namespace; `Deployment.apps` says which kind, as in ApplySets. */
  collectionOf(groupKind: string, namespace: string): Promise<string | undefined>;
  /** Whether objects of this kind live in namespaces. */
  isNamespaced(object: AnyObject): Promise<boolean | undefined>;
}

/** Each group version is asked for once; one that is not there is asked for again, because it may come. */
export function pathsOf(connection: Connection): Paths {
  const known = new Map<string, Promise<ReadonlyMap<string, Resource>>>();
  const resourceOf = async (apiVersion: string, kind: string): Promise<Resource | undefined> => {
    const asked = known.get(apiVersion) ?? listed(connection, apiVersion);
    known.set(apiVersion, asked);
    const resource = (await asked).get(kind);
    if (!resource) known.delete(apiVersion);
    return resource;
  };
  return {
    pathOf: async ({ apiVersion = '', kind = '', metadata: { name = '', namespace } = {} }) => {
      const resource = await resourceOf(apiVersion, kind);
      return resource && `${collection(apiVersion, resource, namespace ?? connection.namespace)}/${encodeURIComponent(name)}`;
    },
    collectionOf: async (groupKind, namespace) => {
      const [kind = '', ...group] = groupKind.split('.');
      const apiVersion = await preferred(connection, group.join('.'));
      const resource = apiVersion === undefined ? undefined : await resourceOf(apiVersion, kind);
      return resource && apiVersion !== undefined ? collection(apiVersion, resource, namespace) : undefined;
    },
    isNamespaced: async ({ apiVersion = '', kind = '' }) => (await resourceOf(apiVersion, kind))?.isNamespaced,
  };
}

const rootOf = (apiVersion: string): string => (apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);

const collection = (apiVersion: string, { plural, isNamespaced }: Resource, namespace: string): string =>
  `${rootOf(apiVersion)}${isNamespaced ? `/namespaces/${encodeURIComponent(namespace)}` : ''}/${plural}`;

/** The version of a group that the server would rather be asked for; the core group has one only. */
async function preferred(connection: Connection, group: string): Promise<string | undefined> {
  if (group === '') return 'v1';
  const { status, body } = await connection.send('GET', `/apis/${encodeURIComponent(group)}`);
  if (status !== 200) return undefined;
  return (JSON.parse(body) as { readonly preferredVersion?: { readonly groupVersion?: string } }).preferredVersion?.groupVersion;
}

async function listed(connection: Connection, apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
  const { status, body } = await connection.send('GET', rootOf(apiVersion));
  if (status !== 200) return new Map();
  const { resources = [] } = JSON.parse(body) as {
    readonly resources?: readonly { readonly name: string; readonly kind: string; readonly namespaced: boolean }[];
  };
  // `deployments/status` and the like are parts of objects.
  const whole = resources.filter(({ name }) => !name.includes('/'));
  return new Map(whole.map(({ name, kind, namespaced }) => [kind, { plural: name, isNamespaced: namespaced }]));
}
