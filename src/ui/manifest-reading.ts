import { dirname } from 'node:path';
import { type Document, parseAllDocuments } from 'yaml';
import { fieldOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { exits, Problem } from '../model/problem.ts';
import { say, type Text, text } from '../model/text.ts';
import { noAnchor, notYaml, tooManyAliases } from './answers-file-complaints.ts';
import { isOfKustomize, isOverlay, type Kustomization, patchesOf } from './kustomizations.ts';
import type { Source } from './manifest-sources.ts';

export interface Manifests {
  readonly objects: readonly AnyObject[];
  /** The name of the source that each came from. */
  readonly sourceOf: ReadonlyMap<AnyObject, string>;
  readonly kustomizations: readonly Kustomization[];
}

/** The objects of all these texts. What is none is passed over, and so are patches and overlays, which hold parts of objects. */
export function manifestsIn(sources: readonly Source[]): Manifests {
  const read = sources.map((source) => ({ source, folder: dirname(source.name), objects: objectsIn(source) }));
  const kustomizations = read.flatMap(({ folder, objects }) => objects.filter(isOfKustomize).map((object) => ({ folder, object })));
  const patches = new Set(kustomizations.flatMap(patchesOf));
  const overlays = new Set(kustomizations.filter(isOverlay).map(({ folder }) => folder));
  const whole = read.filter(({ source, folder }) => !patches.has(source.name) && !overlays.has(folder));
  const found = whole.flatMap(({ source, objects }) =>
    objects.filter((object) => !isOfKustomize(object)).map((object) => [object, source.name] as const),
  );
  return { objects: found.map(([object]) => object), sourceOf: new Map(found), kustomizations };
}

const isObject = (value: unknown): value is AnyObject =>
  typeof fieldOf(value, 'apiVersion') === 'string' && typeof fieldOf(value, 'kind') === 'string';

/** A list of a kind, or of all kinds, as `kubectl get` prints it, is what it holds. */
const opened = (value: unknown): readonly unknown[] =>
  isObject(value) && value.kind?.endsWith('List') && Array.isArray(value['items']) ? value['items'].flatMap(opened) : [value];

function objectsIn(source: Source): readonly AnyObject[] {
  // YAML 1.1, as Kubernetes itself reads it: “no” is false there.
  const documents = parseAllDocuments(source.content, { version: '1.1', merge: true });
  // A broken file that nobody named may be anything, such as a configuration with comments in JSON.
  if (!source.isNamed && documents.some(({ errors }) => errors.length > 0) && !/\bapiVersion\b/.test(source.content)) return [];
  return documents.flatMap((document) => opened(readOf(document, source))).filter(isObject);
}

function readOf(document: Document.Parsed, { name, content }: Source): unknown {
  const [broken] = document.errors;
  const [at] = broken?.linePos ?? [];
  if (broken) throw notReadable(at ? `${name}:${at.line}:${at.col}` : name, notYaml(broken.code, broken.message).says, content);
  try {
    return document.toJS();
  } catch (fault) {
    if (!(fault instanceof ReferenceError)) throw fault;
    throw notReadable(name, (fault.message.startsWith('Excessive') ? tooManyAliases : noAnchor).says, content);
  }
}

const notReadable = (where: string, why: Text, content: string): Problem =>
  new Problem(exits.usage, {
    says: say((language) => `${where}: ${why[language]}`),
    fix: content.includes('{{')
      ? text(
          'If it is a Helm template, let Helm fill it in first: “helm template . | create-k8s-app check -”.',
          'Si es una plantilla de Helm, deja primero que Helm la rellene: «helm template . | create-k8s-app check -».',
        )
      : text('Fix the file first.', 'Arregla primero el archivo.'),
  });
