import type { File } from '../model/file.ts';
import { folders } from './paths.ts';
import { printYaml } from './yaml.ts';

/** The kustomization.yaml of each folder that holds manifests. Kustomize itself puts the Namespace first. */
export const kustomizationsOf = (paths: readonly string[]): readonly File[] =>
  Object.values(folders).flatMap((folder) => {
    const resources = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
    if (resources.length === 0) return [];
    const content = printYaml({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
    return [{ path: `${folder}/kustomization.yaml`, content, mode: 0o644 }];
  });
