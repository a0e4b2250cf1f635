import type { File } from '../model/file.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Language } from '../model/text.ts';
import type { Plan } from '../questions/plan.ts';
import { kustomizationsOf } from './kustomizations.ts';
import { answersPath, pathOf, readmePath, schemaPath } from './paths.ts';
import { secretsIgnore } from './secrets-file.ts';
import { yamlOf } from './yaml.ts';

export interface FileParts {
  readonly plan: Plan;
  readonly manifests: readonly Manifest[];
  readonly language: Language;
  /** Content of the answers file. */
  readonly answers: string;
  /** The JSON Schema that the answers file names in its first line. */
  readonly schema: string;
  /** Content of the README for the user. */
  readonly readme: string;
  /** The generated secrets, where there are any. */
  readonly secrets?: File;
  /** Files that stand beside the manifests, such as a pipeline. */
  readonly more?: readonly File[];
}

const plain = (path: string, content: string): File => ({ path, content, mode: 0o644 });

/** The manifests as files, in the order of the manifests. Two with the same path are a bug. */
function manifestFilesOf({ plan, manifests, language }: FileParts): readonly File[] {
  const files = manifests.map((manifest) => plain(pathOf(manifest, plan), yamlOf(manifest, language)));
  const paths = new Set(files.map(({ path }) => path));
  const twice = files.find(({ path }) => !paths.delete(path));
  if (twice) throw new Error(`Two manifests share the path ${twice.path}`);
  return files;
}

/** Every file of an application, as it is written to the target folder. */
export function filesOf(parts: FileParts): readonly File[] {
  const manifests = manifestFilesOf(parts);
  return [
    plain(answersPath, parts.answers),
    plain(readmePath, parts.readme),
    ...(parts.plan.kustomize ? kustomizationsOf(manifests.map(({ path }) => path)) : []),
    ...manifests,
    ...(parts.secrets ? [secretsIgnore, parts.secrets] : []),
    ...(parts.more ?? []),
    plain(schemaPath, parts.schema),
  ];
}
