import type { File } from '../model/file.ts';
import type { Base } from './base.ts';
import { secretsIgnorePath } from './paths.ts';
import { mergedSecrets } from './secrets-file.ts';

/** What is in the target folder now. */
export interface TargetState {
  /** What the last run generated. */
  readonly base: Base;
  /** Present contents, by path, of the files asked for, of those that the last run generated, and of the base. */
  readonly contents: Readonly<Record<string, string | undefined>>;
}

/** `keep`: generated secrets that are there stay as they are. `changed-by-hand`: a person would lose their work. */
export interface Change {
  readonly path: string;
  readonly change: 'create' | 'update' | 'unchanged' | 'keep' | 'remove' | 'changed-by-hand';
  /** What the file will hold; absent where it goes. */
  readonly file?: File;
}

function secretChange(current: string | undefined, file: File): Change {
  const content = mergedSecrets(current, file.content);
  const change = current === undefined ? 'create' : content === current ? 'keep' : 'update';
  return { path: file.path, change, file: { ...file, content } };
}

function changeOf({ base, contents }: TargetState, file: File, taken: readonly string[]): Change {
  const { path, content } = file;
  const current = contents[path];
  if (file.mode === 0o600) return secretChange(current, file);
  if (current === undefined) return { path, change: 'create', file };
  if (current === content) return { path, change: 'unchanged', file };
  return { path, change: current === base[path] || taken.includes(path) ? 'update' : 'changed-by-hand', file };
}

/**
 * What writing these files would do, in the order of the files; then what an earlier run made and this one does not.
 * `taken`: paths whose edits by hand went into this plan, such as the answers file it was read from.
 */
export function changesOf(state: TargetState, files: readonly File[], taken: readonly string[] = []): readonly Change[] {
  const wanted = new Set(files.map(({ path }) => path));
  // What keeps generated secrets out of Git stays, because the secrets themselves are never removed.
  const stale = Object.keys(state.base).filter(
    (path) => !wanted.has(path) && path !== secretsIgnorePath && state.contents[path] !== undefined,
  );
  return [
    ...files.map((file) => changeOf(state, file, taken)),
    ...stale.map((path): Change => ({ path, change: state.contents[path] === state.base[path] ? 'remove' : 'changed-by-hand' })),
  ];
}
