import type { V1VolumeMount, V1VolumeProjection } from '@kubernetes/client-node';
import type { ComponentPlan, KeyOfSecret } from '../questions/plan.ts';
import { baseName, directoryOf, filesName } from './names.ts';
import { type ConfigFile, configFilesOf } from './settings.ts';

/** The files of one directory: one projected volume, and the mounts that bring it there. */
export interface FileVolume {
  readonly directory: string;
  readonly projected: { readonly defaultMode: number; readonly sources: V1VolumeProjection[] };
  readonly mountsOf: (volume: string) => V1VolumeMount[];
}

/** Directories that images leave empty for the platform to fill. */
const forTheRuntime = /^\/(run|var\/run|mnt)\/./;

/** For the group (the volumes' `fsGroup`) only where a secret is among the files; octal 0440 and 0444. */
const modes = { secret: 0o440, config: 0o444 } as const;

export function fileVolumesOf(component: ComponentPlan, otherMounts: readonly string[]): readonly FileVolume[] {
  const configs = configFilesOf(component);
  const secrets = component.container.settings.secretFiles;
  const directories = [...new Set([...configs, ...secrets].map(({ path }) => directoryOf(path)))];
  return directories.map((directory) => {
    const inside = <F extends { readonly path: string }>(files: readonly F[]) =>
      files.filter(({ path }) => directoryOf(path) === directory);
    const neighbours = [...otherMounts, ...directories.filter((other) => other !== directory)];
    const paths = [...inside(configs), ...inside(secrets)].map(({ path }) => path);
    return {
      directory,
      projected: {
        defaultMode: inside(secrets).length > 0 ? modes.secret : modes.config,
        sources: [...configSources(component, inside(configs)), ...secretSources(inside(secrets))],
      },
      mountsOf: (volume) =>
        mayBeHidden(directory, neighbours)
          ? [{ name: volume, mountPath: directory, readOnly: true }]
          : paths.map((path) => ({ name: volume, mountPath: path, subPath: baseName(path), readOnly: true })),
    };
  });
}

/**
 * A mounted directory hides what the image keeps in it, and a mount inside a read-only mount fails. So a directory is
 * mounted whole, and then follows changes of its Secrets, only where it is nobody else's. Everywhere else each file is
 * mounted by itself (`subPath`), which is fixed when the pod starts: for ConfigMaps the checksum in the pod template
 * starts new pods.
 */
const mayBeHidden = (directory: string, neighbours: readonly string[]): boolean =>
  forTheRuntime.test(directory) && !neighbours.some((path) => path === directory || path.startsWith(`${directory}/`));

const configSources = (component: ComponentPlan, files: readonly ConfigFile[]): readonly V1VolumeProjection[] =>
  files.length === 0
    ? []
    : [{ configMap: { name: filesName(component), items: files.map(({ key, path }) => ({ key, path: baseName(path) })) } }];

const secretSources = (files: readonly (KeyOfSecret & { readonly path: string })[]): readonly V1VolumeProjection[] =>
  [...new Set(files.map(({ secret }) => secret))].map((name) => ({
    secret: { name, items: files.filter(({ secret }) => secret === name).map(({ key, path }) => ({ key, path: baseName(path) })) },
  }));
