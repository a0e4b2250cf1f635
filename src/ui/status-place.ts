import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { nameOf, namespaceOf } from '../checks/object-fields.ts';
import type { Aim } from '../cluster/glance/glance.ts';
import type { AnyObject } from '../model/manifest.ts';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
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
 * What to look at; `usual` is the namespace of the context. A Problem where manifests were named that are not there, or two places. Where
 * nothing was named, the folder in which the program was called counts if it holds an application or manifests.
 */
export async function aimAt({ namespace, place }: Place, usual: string, world: Here): Promise<Aim> {
  if (namespace !== undefined && place !== undefined) throw new Problem(exits.usage, twoPlaces);
  if (namespace !== undefined) return { namespaces: [namespace], expected: [] };
  const found = place === undefined ? await foundHere(usual, world) : await foundAt(place, usual, world);
  return found.namespaces.length > 0 ? found : { namespaces: [usual], expected: [] };
}

const twoPlaces = {
  says: text(
    '--namespace and a folder both say where to look, and it can only be one of them.',
    '--namespace y una carpeta dicen las dos dónde mirar, y solo puede ser una.',
  ),
  fix: text(
    'Leave one of them out: the manifests of a folder say their namespace themselves.',
    'Quita una de las dos: los manifiestos de una carpeta ya dicen su espacio de nombres.',
  ),
  flags: ['--namespace'],
};

/** Files by which a folder shows that all below it belongs together. */
const heads = [answersPath, 'kustomization.yaml'] as const;

/** Folders are searched only where they belong to an application: the program may have been called at home. */
async function foundHere(usual: string, world: Here): Promise<Aim> {
  if (heads.some((file) => existsSync(join(world.cwd, file)))) return foundAt('.', usual, world);
  const files = await readdir(world.cwd).catch(() => []);
  const sources = await Promise.all(files.filter((file) => /\.ya?ml$/.test(file)).map((file) => sourcesIn(file, world)));
  const notNamed = sources.flatMap((each) => each ?? []).map((source): Source => ({ ...source, isNamed: false }));
  return aimOf(manifestsIn(notNamed).objects, usual);
}

async function foundAt(place: string, usual: string, world: Here): Promise<Aim> {
  if (isName.test(place) && !existsSync(resolve(world.cwd, place))) throw new Problem(exits.usage, noFolder(place));
  const answered = await answeredIn(resolve(world.cwd, place));
  if (answered === undefined) return aimOf((await manifestsAt(place, world)).objects, usual);
  const sources = await sourcesIn(place, world);
  const found = aimOf(manifestsIn(sources ?? []).objects, usual);
  return found.namespaces.length > 0 ? found : { namespaces: [answered], expected: [] };
}

/** Names that a namespace may have. */
const isName = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

const noFolder = (name: string) => ({
  says: text(`There is no folder “${name}” here.`, `Aquí no hay ninguna carpeta «${name}».`),
  fix: text(
    `Name a folder or a file that exists; if it is the name of a namespace, write --namespace ${name}.`,
    `Indica una carpeta o un archivo que exista; si es el nombre de un espacio de nombres, escribe --namespace ${name}.`,
  ),
  flags: [`--namespace ${name}`],
});

/** The namespace that the answers file of a folder says, which is that of the application's name where it says none. */
async function answeredIn(folder: string): Promise<string | undefined> {
  const file = await readFile(join(folder, answersPath), 'utf8').catch(() => '');
  const answers = parseDocument(file);
  // What is wrong with it is told by whoever needs it.
  if (answers.errors.length > 0) return undefined;
  const said = answers.getIn(['application', 'namespace']) ?? answers.getIn(['application', 'name']);
  return typeof said === 'string' ? said : undefined;
}

/** Kinds without a namespace that come with applications. */
const ofCluster: ReadonlySet<string> = new Set([
  ...['ClusterRole', 'ClusterRoleBinding', 'StorageClass', 'PersistentVolume', 'IngressClass', 'GatewayClass', 'PriorityClass'],
  'CustomResourceDefinition',
]);

/** Objects without a namespace go where the context says. */
function aimOf(objects: readonly AnyObject[], usual: string): Aim {
  const expected = objects
    .filter(({ kind = '' }) => !ofCluster.has(kind) && kind !== 'Namespace')
    .map((object) => ({ ...object, metadata: { ...object.metadata, namespace: namespaceOf(object) || usual } }));
  const own = objects.filter(({ kind }) => kind === 'Namespace').map(nameOf);
  return { namespaces: [...new Set([...own, ...expected.map(namespaceOf)])], expected };
}
