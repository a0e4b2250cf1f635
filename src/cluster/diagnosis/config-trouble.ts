import { entriesIn, fieldOf, listIn, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { type Text, text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Told } from '../refusals/refusal.ts';
import { anImage, calledIn, placeToChange } from './cause.ts';
import type { ContainerReading, Trouble } from './pod-view.ts';

/** Something that a pod takes from a Secret or a ConfigMap; without a key, all of it is missing. */
export interface Missing {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly key?: string;
}

/** The kubelet’s words (kubernetes, pkg/kubelet/kubelet_pods.go, pkg/volume/util). */
export function missingIn(words: string): Missing | undefined {
  const [, secretOrMap, whole] = /(secret|configmap) "([^"]+)" not found/.exec(words) ?? [];
  if (secretOrMap && whole) return { kind: secretOrMap === 'secret' ? 'Secret' : 'ConfigMap', name: whole };
  const [, key, kind, name] = /couldn't find key (\S+) in (Secret|ConfigMap) [^/\s]+\/(\S+)/.exec(words) ?? [];
  return key && name ? { kind: kind === 'Secret' ? 'Secret' : 'ConfigMap', name, key } : undefined;
}

/** Why the pods of a workload do not start for want of something, and the command that makes it. `spec` is what its pods are made from. */
export function missingWords(workload: AnyObject, spec: unknown, { kind, name, key }: Missing): Told {
  const called = calledIn(workload);
  const namespace = namespaceOf(workload);
  return {
    check: key === undefined ? `${kind.toLowerCase()}-missing` : `${kind.toLowerCase()}-key-missing`,
    says:
      key === undefined
        ? text(`${called} does not start: the ${kind} ${name} is missing.`, `${called} no arranca: falta el ${kind} ${name}.`)
        : text(
            `${called} does not start: the ${kind} ${name} has no key ${key}.`,
            `${called} no arranca: el ${kind} ${name} no tiene la clave ${key}.`,
          ),
    fix: key === undefined ? creating(kind, name, namespace, keysOf(spec, kind, name)) : adding(kind, name, namespace, key),
  };
}

/** The same of a pod that waits for it; the quote is what tells so. */
export const missingTrouble = (workload: AnyObject, missing: Missing, quote: string): Trouble => ({
  ...missingWords(workload, fieldOf(workload['spec'], 'template', 'spec'), missing),
  cause: `missing ${missing.kind} ${missing.name} ${missing.key}`,
  quote,
});

function creating(kind: Missing['kind'], name: string, namespace: string, keys: readonly string[]): Text {
  const isTls = keys.length > 0 && keys.every((key) => key === 'tls.crt' || key === 'tls.key' || key === 'ca.crt');
  const sort = kind === 'ConfigMap' ? 'configmap' : isTls ? 'secret tls' : 'secret generic';
  const filesOf = (names: readonly string[]): readonly string[] =>
    isTls ? ['--cert=tls.crt', '--key=tls.key'] : names.map((key) => `--from-file=${shellWord(`${key}=${key}.txt`)}`);
  const command = (aKey: string): string =>
    `kubectl create ${sort} ${shellWord(name)} --namespace ${shellWord(namespace)} ${filesOf(keys.length > 0 ? keys : [aKey]).join(' ')}`;
  return text(
    `Create it, each value in a file of its own; the pods find it by themselves: ${command('KEY')}`,
    `Créalo, con cada valor en un archivo propio; los pods lo encuentran solos: ${command('CLAVE')}`,
  );
}

function adding(kind: Missing['kind'], name: string, namespace: string, key: string): Text {
  const command = `kubectl edit ${kind.toLowerCase()} ${shellWord(name)} --namespace ${shellWord(namespace)}`;
  return text(
    `Add the key ${key}, or name one that is there; the pods find it by themselves: ${command}`,
    `Añade la clave ${key}, o indica una que exista; los pods la encuentran solos: ${command}`,
  );
}

/** The keys that are taken from it. */
function keysOf(spec: unknown, kind: Missing['kind'], name: string): readonly string[] {
  const found = new Set<string>();
  const [reference, volume, source] =
    kind === 'Secret' ? ['secretKeyRef', 'secret', 'secretName'] : ['configMapKeyRef', 'configMap', 'name'];
  const visit = (value: unknown): void => {
    if (fieldOf(value, reference, 'name') === name) found.add(wordIn(value, reference, 'key'));
    const held = fieldOf(value, volume);
    if (fieldOf(held, source) === name || (kind === 'Secret' && fieldOf(held, 'name') === name)) {
      for (const item of listIn(fieldOf(held, 'items'))) found.add(wordIn(item, 'key'));
    }
    for (const inner of Array.isArray(value) ? value : entriesIn(value).map(([, each]) => each)) visit(inner);
  };
  visit(spec);
  found.delete('');
  return [...found];
}

/** The kubelet cannot put the container together from what the pod names. */
export const configTrouble: ContainerReading = ({ workload, waiting, spec }) => {
  if (!['CreateContainerConfigError', 'CreateContainerError'].includes(wordIn(waiting, 'reason'))) return undefined;
  const words = wordIn(waiting, 'message');
  const missing = missingIn(words);
  if (missing) return missingTrouble(workload, missing, words);
  const name = calledIn(workload);
  const image = wordIn(spec, 'image');
  const place = placeToChange(workload, 'image', anImage);
  const isRoot = /runAsNonRoot and image will run as root/.test(words);
  const user = /image has non-numeric user \(([^)]*)\)/.exec(words)?.[1];
  if (isRoot || user !== undefined) {
    return {
      cause: `root ${image}`,
      check: 'image-root',
      says: isRoot
        ? text(
            `${name} does not start: its image ${image} runs as root, and its pods must not.`,
            `${name} no arranca: su imagen ${image} se ejecuta como root, y sus pods no pueden.`,
          )
        : text(
            `${name} does not start: its image ${image} names its user “${user}” and no number, so nobody knows whether that is root.`,
            `${name} no arranca: su imagen ${image} da a su usuario el nombre «${user}» y ningún número, así que no se sabe si es root.`,
          ),
      fix: text(
        `Take an image that runs without root, with a number as its USER: ${place.en}; then apply again.`,
        `Usa una imagen que se ejecute sin root, con un número como USER: ${place.es}; luego vuelve a aplicar.`,
      ),
      quote: words,
      isFinal: true,
    };
  }
  return {
    cause: 'config',
    check: 'container-config',
    says: text(
      `${name} does not start: its container cannot be made as it is described.`,
      `${name} no arranca: no se puede crear su contenedor tal como está descrito.`,
    ),
    fix: text('The words of the node tell what does not fit.', 'Lo que dice el nodo indica qué no cuadra.'),
    quote: words,
  };
};
