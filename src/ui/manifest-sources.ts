import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { textIn } from './utf8.ts';
import type { World } from './world.ts';

/** A text that may hold manifests. */
export interface Source {
  /** As the person would call it: the path from where they are, or `stdin`. */
  readonly name: string;
  readonly content: string;
  /** The person named this very file, rather than a folder around it. */
  readonly isNamed: boolean;
}

/** The texts of a file, of all YAML and JSON files below a folder, or of standard input. Undefined: it cannot be read. */
export async function sourcesIn(place: string, { cwd, stdin }: Pick<World, 'cwd' | 'stdin'>): Promise<readonly Source[] | undefined> {
  if (place === '-') return [{ name: 'stdin', content: await everythingFrom(stdin), isNamed: true }];
  const path = resolve(cwd, place);
  try {
    if (!(await stat(path)).isDirectory()) return [{ name: place, content: await textAt(path, place), isNamed: true }];
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .filter((file) => !file.split(sep).slice(0, -1).some(isPassedOver))
      .sort();
    return await Promise.all(
      files.map(async (file) => ({ name: join(place, file), content: await textAt(join(path, file), join(place, file)), isNamed: false })),
    );
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
}

/** What is no UTF-8 would be read as something else, and a password would silently be another one. */
async function textAt(path: string, name: string): Promise<string> {
  const content = textIn(await readFile(path));
  if (content !== undefined) return content;
  throw new Problem(exits.usage, {
    says: text(`The file ${name} is not text in UTF-8.`, `El archivo ${name} no es texto en UTF-8.`),
    fix: text('Save it as UTF-8, or put it somewhere else.', 'Guárdalo como UTF-8, o ponlo en otro sitio.'),
  });
}

/** Folders of tools: what lies there is nobody's manifest. */
const isPassedOver = (folder: string): boolean => folder === 'node_modules' || folder.startsWith('.');

async function everythingFrom(stdin: World['stdin']): Promise<string> {
  let content = '';
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) content += chunk;
  return content;
}
