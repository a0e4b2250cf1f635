import { nameOf, namespaceOf, titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { metadataOnly } from '../facts/reader.ts';
import { inParallel } from '../in-parallel.ts';
import { namespacedPath } from '../namespaced-path.ts';
import { allAt } from '../pages.ts';
import { presenceOf } from '../presence.ts';
import { type ClassKind, classKinds, type Reference } from './reference.ts';
import { referencesIn } from './references.ts';

/**
 * What these objects name, and neither they nor the cluster have. Somebody may make it in time, so it is a warning but where no pod is made
 * without it. What nobody may look at is unknown, and not told.
 */
export async function missingReferences(
  connection: Connection,
  objects: readonly AnyObject[],
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const references = referencesIn(objects);
  const [classes, missing] = await Promise.all([
    classesThere(connection, references, signal),
    pathsMissing(connection, references, signal),
  ]);
  const isMissing = (reference: Reference): boolean => {
    const there = classes.get(reference.kind);
    return there ? !there.includes(reference.name) : missing.has(pathOf(reference) ?? '');
  };
  return references
    .filter(isMissing)
    .map(({ kind, owner, told }) => ({ severity: 'warning', where: titleOf(owner), ...told(classes.get(kind) ?? []) }));
}

const plurals = { Secret: 'secrets', ConfigMap: 'configmaps', ServiceAccount: 'serviceaccounts' } as const;

/** Where one of a namespace is; a class is none of these. */
function pathOf({ kind, name, owner }: Reference): string | undefined {
  if (!(kind in plurals)) return undefined;
  return `${namespacedPath(`api/v1/${plurals[kind as keyof typeof plurals]}`, namespaceOf(owner))}/${encodeURIComponent(name)}`;
}

async function pathsMissing(
  connection: Connection,
  references: readonly Reference[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<string>> {
  const paths = [...new Set(references.flatMap((reference) => pathOf(reference) ?? []))];
  const found = await inParallel(paths, async (path) => ((await presenceOf(connection, path, signal)) === 'missing' ? [path] : []));
  return new Set(found.flat());
}

const lists: Readonly<Record<ClassKind, string>> = {
  StorageClass: '/apis/storage.k8s.io/v1/storageclasses',
  IngressClass: '/apis/networking.k8s.io/v1/ingressclasses',
  PriorityClass: '/apis/scheduling.k8s.io/v1/priorityclasses',
};

/** The names of the classes that there are, of each kind that is needed and may be listed. */
async function classesThere(
  connection: Connection,
  references: readonly Reference[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const needed = classKinds.filter((kind) => references.some((reference) => reference.kind === kind));
  const found = await inParallel(needed, async (kind) => {
    const names = await allAt(connection, lists[kind], (item) => nameOf(item as AnyObject), { accept: metadataOnly, signal });
    return names ? [[kind, [...names].sort()] as const] : [];
  });
  return new Map(found.flat());
}
