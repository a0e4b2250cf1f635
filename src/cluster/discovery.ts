import { fieldOf, listIn } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { rememberedOf } from '../model/remembered.ts';
import type { Connection } from './connection.ts';
import { patiently } from './patience.ts';
import { contentOf } from './reach.ts';
import { within } from './time-limit.ts';

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

/** Each group version is asked for once in the life of a connection; one that is not there is asked for again, because it may come. */
export const pathsOf = rememberedOf((connection: Connection): Paths => {
  const known = new Map<string, Promise<ReadonlyMap<string, Resource>>>();
  const resourceOf = async (apiVersion: string, kind: string): Promise<Resource | undefined> => {
    const asked = known.get(apiVersion) ?? listed(connection, apiVersion);
    known.set(apiVersion, asked);
    const resource = await asked.then(
      (resources) => resources.get(kind),
      (problem: unknown) => {
        known.delete(apiVersion);
        throw problem;
      },
    );
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
});

const rootOf = (apiVersion: string): string => (apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`);

const collection = (apiVersion: string, { plural, isNamespaced }: Resource, namespace: string): string =>
  `${rootOf(apiVersion)}${isNamespaced ? `/namespaces/${encodeURIComponent(namespace)}` : ''}/${plural}`;

/** The version of a group that the server would rather be asked for; the core group has one only. */
async function preferred(connection: Connection, group: string): Promise<string | undefined> {
  if (group === '') return 'v1';
  const version = fieldOf(await answerTo(connection, `/apis/${encodeURIComponent(group)}`), 'preferredVersion', 'groupVersion');
  return typeof version === 'string' ? version : undefined;
}

async function listed(connection: Connection, apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
  const resources = listIn(fieldOf(await answerTo(connection, rootOf(apiVersion)), 'resources'));
  const named = resources.map((each) => ({
    plural: String(fieldOf(each, 'name')),
    kind: String(fieldOf(each, 'kind')),
    isNamespaced: fieldOf(each, 'namespaced') === true,
  }));
  // `deployments/status` and the like are parts of objects.
  return new Map(named.filter(({ plural }) => !plural.includes('/')).map(({ kind, ...resource }) => [kind, resource]));
}

/** Milliseconds for one question about kinds. */
const patience = 10_000;

/** What the server says of its kinds; undefined where it has nothing there. That it may not be asked is a Problem: then no kind is known. */
async function answerTo(connection: Connection, path: string): Promise<unknown> {
  const reply = await patiently(() => connection.send('GET', path, { signal: within(patience) }));
  return reply.status === 404 ? undefined : contentOf(connection, reply);
}
