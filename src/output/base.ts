import type { File } from '../model/file.ts';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { basePath } from './paths.ts';

/** What the last run generated, by path; nothing secret. It tells what a person changed since. */
export type Base = Readonly<Record<string, string>>;

/** A path that stays below the target folder. */
const staysInside = (path: string): boolean => path.split('/').every((part) => !['', '.', '..'].includes(part)) && !path.includes('\\');

/** The base of these files, as the file that the next run reads. */
export function baseFileOf(files: readonly File[]): File {
  const known = files.filter(({ mode }) => mode !== 0o600).map(({ path, content }) => [path, content] as const);
  const sorted = Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return { path: basePath, content: `${JSON.stringify({ files: sorted }, null, 2)}\n`, mode: 0o644 };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** The base that a file holds; a Problem where it holds none, for its paths decide what is removed. */
export function baseOf(content: string | undefined): Base {
  if (content === undefined) return {};
  const files: unknown = (parsed(content) as { files?: unknown } | undefined)?.files;
  const entries = typeof files === 'object' && files !== null ? Object.entries(files) : undefined;
  if (entries?.every(([path, each]) => staysInside(path) && typeof each === 'string')) return Object.fromEntries(entries);
  throw new Problem(exits.failure, {
    says: text(
      `The file ${basePath}, which remembers what was generated, cannot be read.`,
      `No se puede leer el archivo ${basePath}, que recuerda lo que se generó.`,
    ),
    fix: text(
      'Delete it: files that differ will then count as changed by hand, and nothing is lost.',
      'Bórralo: los archivos distintos contarán como cambiados a mano, y no se pierde nada.',
    ),
  });
}
