import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { fieldOf, nameOf, namespaceOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { answersPath } from '../output/paths.ts';
import { manifestsIn } from './manifest-reading.ts';
import { type Source, sourcesIn } from './manifest-sources.ts';
import { manifestsAt } from './manifests-at.ts';
import type { World } from './world.ts';

/** Where a status looks: at the namespace that was said, at those of manifests, or where the context says. */
export interface Place {
  readonly namespace?: string;
  /** A folder, a file or `-`. */
  readonly place?: string;
}

type Here = Pick<World, 'cwd' | 'stdin'>;

/**
 * The namespaces to look at; `usual` is that of the context. A Problem where manifests were named that are not there. Where nothing was
 * named, the folder in which the program was called counts if it holds an application or manifests.
 */
export async function namespacesAt({ namespace, place }: Place, usual: string, world: Here): Promise<readonly string[]> {
  if (namespace !== undefined) return [namespace];
  const found = place === undefined ? await namespacesHere(usual, world) : await namespacesOf(place, usual, world);
  return found.length > 0 ? found : [usual];
}

/** Files by which a folder shows that all below it belongs together. */
const heads = [answersPath, 'kustomization.yaml'] as const;

/** Folders are searched only where they belong to an application: the program may have been called at home. */
async function namespacesHere(usual: string, world: Here): Promise<readonly string[]> {
  if (heads.some((file) => existsSync(join(world.cwd, file)))) return namespacesOf('.', usual, world);
  const files = await readdir(world.cwd).catch(() => []);
  const sources = await Promise.all(files.filter((file) => /\.ya?ml$/.test(file)).map((file) => sourcesIn(file, world)));
  const notNamed = sources.flatMap((each) => each ?? []).map((source): Source => ({ ...source, isNamed: false }));
  return namespacesIn(manifestsIn(notNamed).objects, usual);
}

async function namespacesOf(place: string, usual: string, world: Here): Promise<readonly string[]> {
  const answered = await answeredIn(resolve(world.cwd, place));
  if (answered === undefined) return namespacesIn((await manifestsAt(place, world)).objects, usual);
  const sources = await sourcesIn(place, world);
  const found = namespacesIn(manifestsIn(sources ?? []).objects, usual);
  return found.length > 0 ? found : [answered];
}

/** The namespace that the answers file of a folder says, which is that of the application's name where it says none. */
async function answeredIn(folder: string): Promise<string | undefined> {
  const file = await readFile(join(folder, answersPath), 'utf8').catch(() => '');
  const answers: unknown = parse(file, { logLevel: 'silent' });
  const said = fieldOf(answers, 'application', 'namespace') ?? fieldOf(answers, 'application', 'name');
  return typeof said === 'string' ? said : undefined;
}

/** Kinds without a namespace that come with applications. */
const ofCluster: ReadonlySet<string> = new Set([
  ...['ClusterRole', 'ClusterRoleBinding', 'StorageClass', 'PersistentVolume', 'IngressClass', 'GatewayClass', 'PriorityClass'],
  'CustomResourceDefinition',
]);

const namespacesIn = (objects: readonly AnyObject[], usual: string): readonly string[] => [
  ...new Set(
    objects
      .filter(({ kind = '' }) => !ofCluster.has(kind))
      .map((object) => (object.kind === 'Namespace' ? nameOf(object) : namespaceOf(object) || usual)),
  ),
];
