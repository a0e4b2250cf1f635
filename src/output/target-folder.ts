import type { Stats } from 'node:fs';
import { lstat, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { File } from '../model/file.ts';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { baseOf } from './base.ts';
import type { TargetState } from './changes.ts';
import { diskProblem } from './disk-problem.ts';
import { basePath } from './paths.ts';

/** What `read` gives, or undefined where nothing is there. Other errors of the disk become Problems that name the place. */
async function ifThere<T>(where: string, read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw diskProblem(error, where);
  }
}

/** The absolute path of the target folder, which need not be there yet. A target that is a file is a wrong use. */
export async function rootOf(target: string): Promise<string> {
  const found = await ifThere(target, stat(target));
  if (!found) return resolve(target);
  if (found.isDirectory()) return await realpath(target);
  throw new Problem(exits.usage, {
    says: text(`${target} is a file, not a folder.`, `${target} es un archivo, no una carpeta.`),
    fix: text('Name a folder; it is created if it does not exist.', 'Indica una carpeta; si no existe, se crea.'),
  });
}

const leadsOut = (path: string): Problem =>
  new Problem(exits.failure, {
    says: text(
      `${path} is a symbolic link that leads out of the folder, or lies behind one, so nothing was written.`,
      `${path} es un enlace simbólico que sale de la carpeta, o está detrás de uno, así que no se ha escrito nada.`,
    ),
    fix: text(
      'Replace the link with a real file or folder, or use another folder.',
      'Cambia el enlace por un archivo o una carpeta de verdad, o usa otra carpeta.',
    ),
  });

const notPlain = (path: string): Problem =>
  new Problem(exits.failure, {
    says: text(`${path} is something other than a regular file.`, `En ${path} hay algo que no es un archivo normal.`),
    fix: text('Move it away, or use another folder.', 'Apártalo, o usa otra carpeta.'),
  });

/** The real path of a place below the root, links followed; a link that leads out, or nowhere, is refused. */
async function followed(root: string, path: string): Promise<{ readonly place: string; readonly found: Stats | undefined }> {
  let place = root;
  let found: Stats | undefined;
  for (const part of path.split('/')) {
    place = join(place, part);
    found = await ifThere(path, lstat(place));
    if (!found?.isSymbolicLink()) continue;
    const real = await ifThere(path, realpath(place));
    if (!real?.startsWith(root + sep)) throw leadsOut(path);
    place = real;
    found = await ifThere(path, lstat(place));
  }
  return { place, found };
}

/** Where a file of the target really goes. */
export async function placeOf(root: string, path: string): Promise<string> {
  const { place, found } = await followed(root, path);
  if (found && !found.isFile()) throw notPlain(path);
  return place;
}

const contentOf = async (root: string, path: string): Promise<string | undefined> => {
  const place = await placeOf(root, path);
  return await ifThere(path, readFile(place, 'utf8'));
};

/** What is there now of these files and of those that the last run generated. */
export async function look(target: string, files: readonly File[]): Promise<TargetState> {
  const root = await rootOf(target);
  const baseContent = await contentOf(root, basePath);
  const base = baseOf(baseContent);
  const paths = [...new Set([...files.map(({ path }) => path), ...Object.keys(base)])];
  const read = await Promise.allSettled(paths.map(async (path) => [path, await contentOf(root, path)] as const));
  // Of several that are refused the first is told, whichever the disk answered first.
  const refused = read.find(({ status }) => status === 'rejected');
  if (refused?.status === 'rejected') throw refused.reason;
  const contents = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  return { base, contents: { ...Object.fromEntries(contents), [basePath]: baseContent } };
}
