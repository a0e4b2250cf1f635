import { type Document, isMap, isScalar, type Node, parseAllDocuments, Scalar, YAMLMap } from 'yaml';
import type { GeneratedKey } from '../manifests/generated-secrets.ts';
import { namespaceLabels } from '../manifests/labels.ts';
import type { File } from '../model/file.ts';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import type { Plan } from '../questions/plan.ts';
import { secretsIgnorePath, secretsPath } from './paths.ts';
import { printYaml } from './yaml.ts';

/** Secrets with a fresh value for each key; `random` gives 32 characters that are safe in a URL. */
export function secretsFileOf(plan: Plan, keys: readonly GeneratedKey[], random: () => string): File {
  const secrets = [...new Set(keys.map(({ secret }) => secret))].map((name) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: plan.namespace.name, labels: namespaceLabels(plan) },
    type: 'Opaque',
    stringData: Object.fromEntries(keys.filter(({ secret }) => secret === name).map(({ key }) => [key, random()])),
  }));
  return { path: secretsPath, content: secrets.map(printYaml).join('---\n'), mode: 0o600 };
}

/** Keeps the folder of generated values out of Git, itself included. */
export const secretsIgnore: File = { path: secretsIgnorePath, content: '*\n', mode: 0o644 };

/** Read without types, so that a value is printed again in the very letters in which it stands. */
function documentsOf(content: string): readonly Document[] {
  const documents: readonly Document[] = parseAllDocuments<Node>(content, { schema: 'failsafe' });
  const filled = documents.filter(({ contents }) => contents !== null && !(isScalar(contents) && contents.value === ''));
  if (documents.every(({ errors }) => errors.length === 0) && filled.every(({ contents }) => isMap(contents))) return filled;
  throw new Problem(exits.failure, {
    says: text(
      `The file ${secretsPath} cannot be read as YAML. It holds passwords that are only generated once, so it was left alone.`,
      `El archivo ${secretsPath} no se puede leer como YAML. Contiene contraseñas que solo se generan una vez, así que no se ha tocado.`,
    ),
    fix: text('Fix the file, or move it away to get new passwords.', 'Arregla el archivo, o apártalo para obtener contraseñas nuevas.'),
  });
}

const at = (secret: Document, ...path: readonly string[]): unknown => secret.getIn(path);
const sameSecret = (a: Document, b: Document): boolean =>
  at(a, 'metadata', 'name') === at(b, 'metadata', 'name') && at(a, 'metadata', 'namespace') === at(b, 'metadata', 'namespace');

function quoted(value: string): Scalar<string> {
  const scalar = new Scalar(value);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

/** The keys of `fresh` that the Secret lacks are added; true where there were any. */
function complete(secret: Document, fresh: Document): boolean {
  const values: Readonly<Record<string, string>> = (fresh.toJS() as { stringData: Record<string, string> }).stringData;
  const missing = Object.entries(values).filter(([key]) => !secret.hasIn(['data', key]) && !secret.hasIn(['stringData', key]));
  if (missing.length > 0 && !isMap(secret.get('stringData'))) secret.set('stringData', new YAMLMap());
  for (const [key, value] of missing) secret.setIn(['stringData', key], quoted(value));
  return missing.length > 0;
}

/**
 * The file that is there, with the Secrets and keys of the fresh one that it lacks. A value that is there always stays, and
 * a file that lacks nothing stays byte for byte.
 */
export function mergedSecrets(existing: string | undefined, fresh: string): string {
  if (existing === undefined) return fresh;
  const kept = documentsOf(existing);
  const added: Document[] = [];
  let completed = false;
  for (const secret of documentsOf(fresh)) {
    const found = kept.find((each) => sameSecret(each, secret));
    if (!found) added.push(secret);
    else completed = complete(found, secret) || completed;
  }
  if (added.length === 0 && !completed) return existing;
  return [...kept, ...added].map((each) => each.toString({ lineWidth: 0 }).replace(/^---\n/, '')).join('---\n');
}
