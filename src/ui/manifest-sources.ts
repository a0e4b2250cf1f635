import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
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
    if (!(await stat(path)).isDirectory()) return [{ name: place, content: await readFile(path, 'utf8'), isNamed: true }];
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .filter((file) => !file.split(sep).slice(0, -1).some(isPassedOver))
      .sort();
    return await Promise.all(
      files.map(async (file) => ({ name: join(place, file), content: await readFile(join(path, file), 'utf8'), isNamed: false })),
    );
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return undefined;
    throw fault;
  }
}

/** Folders of tools: what lies there is nobody's manifest. */
const isPassedOver = (folder: string): boolean => folder === 'node_modules' || folder.startsWith('.');

async function everythingFrom(stdin: World['stdin']): Promise<string> {
  let content = '';
  stdin.setEncoding('utf8');
  for await (const chunk of stdin) content += chunk;
  return content;
}
