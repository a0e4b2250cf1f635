import { copyFile, mkdir, mkdtemp, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { File } from '../model/file.ts';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { diskProblem } from './disk-problem.ts';

/** One file to put in its place, or to remove. */
export interface Step {
  readonly path: string;
  /** The real path. */
  readonly place: string;
  /** Something is there now. */
  readonly replaces: boolean;
  /** Absent: what is there goes. */
  readonly file?: File;
}

type Undo = (() => Promise<unknown>)[];

/** Removes empty folders upwards, `top` excluded; one that holds something ends it. */
async function removeEmpty(folder: string, top: string): Promise<void> {
  if (folder === top) return;
  const gone = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (gone) await removeEmpty(dirname(folder), top);
}

async function makeFolder(folder: string, undo: Undo): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first !== undefined) undo.push(() => removeEmpty(folder, dirname(first)));
}

const staged = (staging: string, index: number): string => join(staging, `${index}.new`);
const backup = (staging: string, index: number): string => join(staging, `${index}.old`);

/** Takes all the room that the step needs, so that a full disk shows before anything is touched. */
async function stage(staging: string, index: number, { place, replaces, file }: Step): Promise<void> {
  if (file) await writeFile(staged(staging, index), file.content, { mode: file.mode, flag: 'wx' });
  if (replaces) await copyFile(place, backup(staging, index));
}

async function commit(staging: string, index: number, { place, replaces, file }: Step, undo: Undo): Promise<void> {
  await makeFolder(dirname(place), undo);
  if (file) await rename(staged(staging, index), place);
  else await rm(place);
  undo.push(() => (replaces ? rename(backup(staging, index), place) : rm(place)));
}

/** Runs the undoing backwards. Where even that fails, the old files stay in the staging folder, which is named. */
async function takeBack(undo: Undo, staging: string): Promise<void> {
  try {
    for (const back of undo.toReversed()) await back();
  } catch {
    throw new Problem(exits.failure, {
      says: text(
        `Writing failed halfway, and not all the old files could be put back: they are in ${staging}.`,
        `La escritura falló a medias y no se pudieron devolver todos los archivos antiguos: están en ${staging}.`,
      ),
    });
  }
}

const leftEarly = (): Problem =>
  new Problem(exits.left, {
    says: text('You stopped it before it finished: nothing was written.', 'Lo has parado antes de terminar: no se ha escrito nada.'),
  });

/**
 * Carries out all steps or none: everything is written to a folder beside first, then moved into place file by file; on
 * any failure, and when the signal aborts, what was there before comes back. The staging folder lies inside the root,
 * because only there it is sure to be on the same file system.
 */
export async function replaceAll(root: string, steps: readonly Step[], signal: AbortSignal | undefined): Promise<void> {
  const undo: Undo = [];
  let staging = '';
  let where = root;
  const forEach = async (act: (index: number, step: Step) => Promise<void>): Promise<void> => {
    for (const [index, step] of steps.entries()) {
      where = step.path;
      signal?.throwIfAborted();
      await act(index, step);
    }
  };
  try {
    await makeFolder(root, undo);
    staging = await mkdtemp(join(root, '.create-k8s-app-'));
    undo.push(() => rm(staging, { recursive: true }));
    await forEach((index, step) => stage(staging, index, step));
    await forEach((index, step) => commit(staging, index, step, undo));
    signal?.throwIfAborted();
  } catch (error) {
    await takeBack(undo, staging);
    throw signal?.aborted && error === signal.reason ? leftEarly() : diskProblem(error, where);
  }
  await tidy(root, staging, steps);
}

/** All is in place: what cannot be cleared away any more harms nothing. */
async function tidy(root: string, staging: string, steps: readonly Step[]): Promise<void> {
  await rm(staging, { recursive: true }).catch(() => undefined);
  for (const { place, file } of steps) if (!file) await removeEmpty(dirname(place), root);
}
