import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findingsOn } from '../checks/checks.ts';
import type { AnyObject } from '../model/manifest.ts';
import { type Exit, exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { type Look, reportFindings } from './report.ts';
import type { World } from './world.ts';

interface Source {
  readonly name: string;
  readonly content: string;
}

/** Reads manifests from a file, a folder or standard input, and reports what is wrong with them. */
export async function check(place: string, json: boolean, world: World, look: Look): Promise<Exit> {
  const sources = place === '-' ? [{ name: 'stdin', content: await everythingFrom(world.stdin) }] : await sourcesIn(resolve(world.cwd, place), place);
  const objects = sources.flatMap(objectsIn);
  if (objects.length === 0) {
    throw new Problem(exits.usage, {
      says: text(`There are no manifests in ${place === '-' ? 'standard input' : `“${place}”`}.`, `En ${place === '-' ? 'la entrada estándar' : `«${place}»`} no hay ningún manifiesto.`),
      fix: text('Name a file or a folder with YAML, or “-” for standard input.', 'Indica un archivo o una carpeta con YAML, o «-» para la entrada estándar.'),
    });
  }
  const findings = findingsOn(objects);
  const { language } = look;
  if (json) {
    const told = findings.map(({ says, fix, ...rest }) => ({ ...rest, says: says[language], fix: fix[language] }));
    world.stdout.write(`${JSON.stringify({ findings: told }, null, 2)}\n`);
  } else {
    world.stdout.write(reportFindings(findings, look));
    const sum = text(`${objects.length} objects looked at, ${findings.length} findings.`, `${objects.length} objetos examinados, ${findings.length} hallazgos.`);
    world.stderr.write(`${sum[language]}\n`);
  }
  return findings.some(({ severity }) => severity === 'error') ? exits.findings : exits.done;
}

async function everythingFrom(stdin: World['stdin']): Promise<string> {
  let content = '';
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) content += chunk;
  return content;
}

const notThere = (place: string): Problem =>
  new Problem(exits.usage, {
    says: text(`“${place}” cannot be read.`, `No se puede leer «${place}».`),
    fix: text('Name a file or a folder that exists.', 'Indica un archivo o una carpeta que exista.'),
  });

async function sourcesIn(path: string, place: string): Promise<readonly Source[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw notThere(place);
  if (!found.isDirectory()) return [{ name: place, content: await readFile(path, 'utf8').catch(() => Promise.reject(notThere(place))) }];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/(^|\/)(node_modules|\.create-k8s-app)\//.test(file.slice(path.length)))
    .sort();
  return Promise.all(files.map(async (file) => ({ name: file, content: await readFile(file, 'utf8') })));
}

/** The objects of a file; lists are opened, and what is no Kubernetes object (a kustomization, a values file) is passed over. */
function objectsIn({ name, content }: Source): readonly AnyObject[] {
  return parseAllDocuments(content, { version: '1.1', merge: true }).flatMap((document) => {
    const [broken] = document.errors;
    if (broken) {
      const at = broken.linePos?.[0];
      const where = at ? `${name}:${at.line}:${at.col}` : name;
      throw new Problem(exits.usage, { says: text(`${where}: this is not valid YAML.`, `${where}: esto no es YAML válido.`), fix: text('Mend the file first.', 'Arregla primero el archivo.') });
    }
    const object = document.toJS() as AnyObject | null;
    const held = object?.kind === 'List' && Array.isArray(object['items']) ? (object['items'] as readonly AnyObject[]) : [object];
    return held.filter((each): each is AnyObject => typeof each?.apiVersion === 'string' && typeof each.kind === 'string' && each.kind !== 'Kustomization');
  });
}
