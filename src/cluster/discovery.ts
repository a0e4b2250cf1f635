import type { AnyObject } from '../model/manifest.ts';
import type { Connection } from './connection.ts';

/** How the API server calls the objects of a kind in its paths. */
interface Resource {
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/** Gives the path of an object; undefined where the server does not know its kind (yet). */
export interface Paths {
  pathOf(object: AnyObject): Promise<string | undefined>;
}

/** Each group version is asked for once; one that is not there is asked for again, because it may come. */
export function pathsOf(connection: Connection): Paths {
  const known = new Map<string, Promise<ReadonlyMap<string, Resource>>>();
  const resourcesOf = (apiVersion: string): Promise<ReadonlyMap<string, Resource>> => {
    const asked = known.get(apiVersion) ?? listed(connection, apiVersion);
    known.set(apiVersion, asked);
    return asked;
  };
  return {
    pathOf: async ({ apiVersion = '', kind = '', metadata: { name = '', namespace } = {} }) => {
      const resources = await resourcesOf(apiVersion);
      const resource = resources.get(kind);
      if (!resource) {
        known.delete(apiVersion);
        return undefined;
      }
      const place = resource.isNamespaced ? `/namespaces/${encodeURIComponent(namespace ?? 'default')}` : '';
      return `${rootOf(apiVersion)}${place}/${resource.plural}/${encodeURIComponent(name)}`;
    },
  };
}

const rootOf = (apiVersion: string): string => (apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);

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
