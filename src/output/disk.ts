import type { File } from '../model/file.ts';
import { exits, Problem } from '../model/problem.ts';
import { listed, say } from '../model/text.ts';
import { baseFileOf } from './base.ts';
import { type Change, changesOf, type TargetState } from './changes.ts';
import { replaceAll, type Step } from './replace-all.ts';
import { look, placeOf, rootOf } from './target-folder.ts';

export interface SaveOptions {
  /** Files that a person changed are replaced, and those that are no longer generated removed. */
  readonly overwrite?: boolean;
  /** Everything but the writing. */
  readonly dryRun?: boolean;
  /** Paths whose edits by hand went into this plan, such as the answers file it was read from. */
  readonly taken?: readonly string[];
  /** Stops the writing; the folder is then as it was before. */
  readonly signal?: AbortSignal;
}

function refuseEdited(changes: readonly Change[]): void {
  const edited = changes.filter(({ change }) => change === 'changed-by-hand').map(({ path }) => path);
  if (edited.length === 0) return;
  const names = listed(edited);
  throw new Problem(exits.failure, {
    says: say((language) =>
      language === 'en'
        ? `These files were changed by hand, or did not come from this program, so nothing was written: ${names.en}.`
        : `Estos archivos se han cambiado a mano, o no los creó este programa, así que no se ha escrito nada: ${names.es}.`,
    ),
    fix: say((language) =>
      language === 'en'
        ? 'Put your changes somewhere else if you need them, then run the same command again with --overwrite.'
        : 'Guarda tus cambios en otro sitio si los necesitas y ejecuta otra vez el mismo comando con --overwrite.',
    ),
    flags: ['--overwrite'],
  });
}

/** The base is the program's own: it is never anyone's edit. */
const baseChange = ({ contents }: TargetState, file: File): Change => ({
  path: file.path,
  change: contents[file.path] === file.content ? 'unchanged' : 'update',
  file,
});

async function stepsOf(root: string, { contents }: TargetState, changes: readonly Change[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const { path, change, file } of changes) {
    if (change === 'unchanged' || change === 'keep') continue;
    const place = await placeOf(root, path);
    steps.push({ path, place, replaces: contents[path] !== undefined, ...(file ? { file } : {}) });
  }
  return steps;
}

/**
 * Writes the files into the target folder, all of them or none, and gives what was done. Files of the folder that are not
 * this program's are left alone; generated secrets that are there are kept. Throws a Problem where a person's edits would
 * be lost, and where the disk refuses.
 */
export async function save(target: string, files: readonly File[], options: SaveOptions = {}): Promise<readonly Change[]> {
  const root = await rootOf(target);
  const state = await look(target, files);
  const changes = changesOf(state, files, options.taken);
  if (!options.overwrite) refuseEdited(changes);
  const steps = await stepsOf(root, state, [...changes, baseChange(state, baseFileOf(files))]);
  if (steps.length > 0 && !options.dryRun) await replaceAll(root, steps, options.signal);
  return changes;
}
