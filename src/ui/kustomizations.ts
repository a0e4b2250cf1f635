import { join } from 'node:path';
import { fieldOf, listIn } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';

/** A kustomization.yaml and the folder where it lies. */
export interface Kustomization {
  readonly folder: string;
  readonly object: AnyObject;
}

export const isOfKustomize = ({ apiVersion = '' }: AnyObject): boolean => apiVersion.startsWith('kustomize.config.k8s.io/');

const resourcesOf = (object: AnyObject): readonly string[] =>
  ['resources', 'bases'].flatMap((field) => listIn(object[field])).filter((path) => typeof path === 'string');

/** It changes another folder. */
export const isOverlay = ({ object }: Kustomization): boolean => resourcesOf(object).some((path) => path.startsWith('..'));

/** Only Kustomize can say what it makes: it does more than to list what lies beside it. */
export const isChanging = (kustomization: Kustomization): boolean =>
  isOverlay(kustomization) ||
  Object.keys(kustomization.object).some((field) => !['apiVersion', 'kind', 'metadata', 'resources'].includes(field)) ||
  resourcesOf(kustomization.object).some((path) => /^https?:|^git@|\?ref=/.test(path));

/** Files that it lays over others. */
export function patchesOf({ folder, object }: Kustomization): readonly string[] {
  const named = [
    ...['patches', 'patchesJson6902'].flatMap((field) => listIn(object[field]).map((patch) => fieldOf(patch, 'path'))),
    ...listIn(object['patchesStrategicMerge']),
  ];
  return named.filter((path) => typeof path === 'string').map((path) => join(folder, path));
}

/** A file below its folder that it does not list, so that Kustomize would not take it. */
export function leavesOut({ folder, object }: Kustomization, file: string): boolean {
  if (!join(file).startsWith(join(folder, '/'))) return false;
  return !resourcesOf(object).some((path) => {
    const listed = join(folder, path);
    return join(file) === listed || join(file).startsWith(join(listed, '/'));
  });
}
