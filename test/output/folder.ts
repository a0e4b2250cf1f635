import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for one test, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'create-k8s-app-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function put(folder: string, path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Everything below a folder, empty folders and links included, with the permissions: for comparing as a whole. */
export function treeOf(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    entries.map((path) => {
      const stat = lstatSync(join(folder, path));
      const mode = (stat.mode & 0o777).toString(8);
      if (stat.isSymbolicLink()) return [path, `link to ${readlinkSync(join(folder, path))}`];
      return [path, stat.isDirectory() ? `folder ${mode}` : `${mode} ${readFileSync(join(folder, path), 'utf8')}`];
    }),
  );
}
