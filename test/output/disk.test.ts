import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { File } from '../../src/model/file.ts';
import { Problem } from '../../src/model/problem.ts';
import { type SaveOptions, save } from '../../src/output/disk.ts';
import { put, temporaryFolder, treeOf } from './folder.ts';

const file = (path: string, content: string): File => ({ path, content, mode: 0o644 });
const secret = (value: string, key = 'x'): File => ({
  path: 'secrets/secrets.yaml',
  content: `kind: Secret\nmetadata:\n  name: a\nstringData:\n  ${key}: ${value}\n`,
  mode: 0o600,
});
const first = [
  file('README.md', 'one\n'),
  file('app/web/deployment.yaml', 'kind: Deployment\n'),
  file('app/web/service.yaml', 'kind: Service\n'),
];
const second = [
  file('README.md', 'two\n'),
  file('app/web/deployment.yaml', 'kind: Deployment # 2\n'),
  file('app/api/job.yaml', 'kind: Job\n'),
];

/** Without the base, which holds the contents once more. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const { '.create-k8s-app/base.json': base, ...rest } = treeOf(folder);
  expect(base).toBeDefined();
  return rest;
}

/** The Problem that saving ends in; the folder must be as it was before. */
async function refusalOf(target: string, files: readonly File[], options: SaveOptions = {}, around = target): Promise<Problem> {
  const before = treeOf(around);
  const problem = await save(target, files, options).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(treeOf(around)).toEqual(before);
  if (problem instanceof Problem) return problem;
  throw new Error('It was not refused.', { cause: problem });
}

describe('saving', () => {
  it('makes the folder with all files, and the secrets for their owner alone', async () => {
    const target = join(temporaryFolder(), 'deep', 'shop');
    const changes = await save(target, [...first, secret('v')]);
    expect(changes.map(({ change }) => change)).toEqual(['create', 'create', 'create', 'create']);
    expect(filesIn(target)).toEqual({
      '.create-k8s-app': 'folder 755',
      'README.md': '644 one\n',
      app: 'folder 755',
      'app/web': 'folder 755',
      'app/web/deployment.yaml': '644 kind: Deployment\n',
      'app/web/service.yaml': '644 kind: Service\n',
      secrets: 'folder 755',
      'secrets/secrets.yaml': '600 kind: Secret\nmetadata:\n  name: a\nstringData:\n  x: v\n',
    });
    expect(treeOf(target)['.create-k8s-app/base.json']).not.toContain('Secret');
  });

  it('touches nothing when nothing changed', async () => {
    const target = temporaryFolder();
    await save(target, first);
    const before = statSync(join(target, 'README.md')).ino;
    const changes = await save(target, first);
    expect(changes.map(({ change }) => change)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(statSync(join(target, 'README.md')).ino).toBe(before);
  });

  it('replaces what it made, removes what it makes no more, and leaves the rest alone', async () => {
    const target = temporaryFolder();
    await save(target, first);
    put(target, 'app/web/notes.txt', 'mine');
    put(target, 'main.go', 'package main');
    await save(target, second);
    expect(filesIn(target)).toEqual({
      '.create-k8s-app': 'folder 755',
      'README.md': '644 two\n',
      app: 'folder 755',
      'app/api': 'folder 755',
      'app/api/job.yaml': '644 kind: Job\n',
      'app/web': 'folder 755',
      'app/web/deployment.yaml': '644 kind: Deployment # 2\n',
      'app/web/notes.txt': '644 mine',
      'main.go': '644 package main',
    });
    await save(target, second.slice(0, 1));
    expect(Object.keys(filesIn(target))).toEqual(['.create-k8s-app', 'README.md', 'app', 'app/web', 'app/web/notes.txt', 'main.go']);
  });

  it('keeps generated secrets, also when it may overwrite', async () => {
    const target = temporaryFolder();
    await save(target, [secret('v')]);
    await save(target, [secret('other')], { overwrite: true });
    expect(treeOf(target)['secrets/secrets.yaml']).toBe('600 kind: Secret\nmetadata:\n  name: a\nstringData:\n  x: v\n');
    await save(target, [secret('added', 'y')]);
    expect(treeOf(target)['secrets/secrets.yaml']).toBe('600 kind: Secret\nmetadata:\n  name: a\nstringData:\n  x: v\n  y: "added"\n');
    await save(target, []);
    expect(treeOf(target)).toHaveProperty(['secrets/secrets.yaml']);
  });
});

describe('edits by hand', () => {
  it('are listed, and nothing is written', async () => {
    const target = temporaryFolder();
    await save(target, first);
    put(target, 'app/web/deployment.yaml', 'mine');
    put(target, 'app/web/service.yaml', 'mine too');
    const problem = await refusalOf(target, second);
    expect(problem.exit).toBe(1);
    expect(problem.complaints[0]?.flags).toEqual(['--overwrite']);
    expect(problem.message).toContain('app/web/deployment.yaml and app/web/service.yaml');
  });

  it('go where the person says so', async () => {
    const target = temporaryFolder();
    await save(target, first);
    put(target, 'app/web/deployment.yaml', 'mine');
    put(target, 'app/web/service.yaml', 'mine too');
    await save(target, second, { overwrite: true });
    expect(treeOf(target)).toMatchObject({ 'app/web/deployment.yaml': '644 kind: Deployment # 2\n' });
    expect(treeOf(target)).not.toHaveProperty(['app/web/service.yaml']);
  });

  it('that went into the plan are no loss', async () => {
    const target = temporaryFolder();
    await save(target, first);
    put(target, 'README.md', 'edited');
    await save(target, second, { taken: ['README.md'] });
    expect(treeOf(target)['README.md']).toBe('644 two\n');
  });

  it('include files that somebody else made', async () => {
    const target = temporaryFolder();
    put(target, 'README.md', 'my project');
    expect((await refusalOf(target, first)).message).toContain('README.md');
  });
});

describe('places that are refused', () => {
  it('a target that is a file is a wrong use', async () => {
    const folder = temporaryFolder();
    put(folder, 'shop', 'a file');
    expect((await refusalOf(join(folder, 'shop'), first, {}, folder)).exit).toBe(2);
    expect((await refusalOf(join(folder, 'shop', 'deeper'), first, {}, folder)).exit).toBe(1);
  });

  it.each([
    ['a folder', (target: string, outside: string) => symlinkSync(outside, join(target, 'app'))],
    ['a file', (target: string, outside: string) => symlinkSync(join(outside, 'file'), join(target, 'README.md'))],
    ['nowhere', (target: string) => symlinkSync('nowhere', join(target, 'README.md'))],
    ['a folder with a like name', (target: string, outside: string) => symlinkSync(`${outside}`, join(target, '.create-k8s-app'))],
  ])('symbolic links that lead out: %s', async (_, link) => {
    const folder = temporaryFolder();
    const [target, outside] = [join(folder, 'shop'), join(folder, 'shop-outside')];
    mkdirSync(target);
    mkdirSync(outside);
    writeFileSync(join(outside, 'file'), 'theirs');
    link(target, outside);
    const problem = await refusalOf(target, first, { overwrite: true }, folder);
    expect(problem.exit).toBe(1);
    expect(problem.message).toContain('symbolic link');
  });

  it('follows links that stay inside, and a target that is one', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'real', 'manifests'), { recursive: true });
    symlinkSync('manifests', join(folder, 'real', 'app'));
    symlinkSync('real', join(folder, 'shop'));
    await save(join(folder, 'shop'), first);
    expect(treeOf(join(folder, 'real'))).toMatchObject({ app: 'link to manifests', 'manifests/web/service.yaml': '644 kind: Service\n' });
  });

  it('a folder where a file must go, and a file where a folder must go', async () => {
    const target = temporaryFolder();
    mkdirSync(join(target, 'README.md'));
    expect((await refusalOf(target, first, { overwrite: true })).message).toContain('README.md');
    const other = temporaryFolder();
    put(other, 'app', 'a file');
    const told = await Promise.all(Array.from({ length: 50 }, () => refusalOf(other, first, { overwrite: true })));
    expect([...new Set(told.map(({ message }) => message))]).toEqual(['There is a file where app/web/deployment.yaml needs a folder.']);
  });
});

describe('all or nothing', () => {
  /** A signal that aborts when it is asked for the nth time. */
  function abortingAt(count: number): AbortSignal {
    const controller = new AbortController();
    let asked = 0;
    return Object.assign(controller.signal, {
      throwIfAborted: () => {
        asked += 1;
        if (asked === count) controller.abort();
        AbortSignal.prototype.throwIfAborted.call(controller.signal);
      },
    });
  }

  it('leaving at any moment leaves the folder as it was', async () => {
    const folder = temporaryFolder();
    await save(join(folder, 'old'), first);
    // Each file is staged and moved, the removed one and the base too; at last all is looked at once more.
    const moments = 2 * (second.length + 2) + 1;
    for (let moment = 1; moment <= moments; moment += 1) {
      const fresh = moment <= 2 * (second.length + 1) + 1 ? [join(folder, 'new', 'deep')] : [];
      for (const target of [join(folder, 'old'), ...fresh]) {
        const problem = await refusalOf(target, second, { signal: abortingAt(moment) }, folder);
        expect(problem.exit).toBe(130);
      }
    }
    await save(join(folder, 'old'), second, { signal: abortingAt(moments + 1) });
    expect(treeOf(join(folder, 'old'))['README.md']).toBe('644 two\n');
  });

  const script = new URL('save-in-process.ts', import.meta.url).pathname;
  const nobody = 65534;

  it.runIf(process.getuid?.() === 0)('a folder that may not be written half-way', () => {
    const folder = temporaryFolder();
    const target = join(folder, 'shop');
    put(target, 'README.md', 'one\n');
    put(target, 'app/web/old.yaml', 'old');
    for (const path of [folder, target]) chownSync(path, nobody, nobody);
    chmodSync(join(target, 'app/web'), 0o555);
    const before = treeOf(folder);
    const files = [file('admin/namespace.yaml', 'new'), file('app/api/job.yaml', 'new'), ...first];
    const { status, stdout } = spawnSync(process.execPath, [script, target, JSON.stringify(files)], { uid: nobody, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'You are not allowed to read or write app/api/job.yaml.' });
    expect(treeOf(folder)).toEqual(before);
  });

  it.runIf(process.getuid?.() === 0)('a folder that may not be written at all', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    const { status, stdout } = spawnSync(process.execPath, [script, join(folder, 'shop'), JSON.stringify(first)], {
      uid: nobody,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: `You are not allowed to read or write ${join(folder, 'shop')}.` });
    expect(treeOf(folder)).toEqual({});
  });

  it('a disk that takes no more', () => {
    const folder = temporaryFolder();
    const target = join(folder, 'shop');
    put(target, 'mine.txt', 'mine');
    const before = treeOf(folder);
    const files = [...first, file('app/web/configmap.yaml', 'x'.repeat(8192))];
    const limited = spawnSync('bash', ['-c', 'ulimit -f 4; exec "$0" "$@"', process.execPath, script, target, JSON.stringify(files)], {
      encoding: 'utf8',
    });
    expect(limited).toMatchObject({ status: 1, stdout: 'The system does not allow a file as large as app/web/configmap.yaml.' });
    expect(treeOf(folder)).toEqual(before);
  });

  it('a base that cannot be read decides nothing', async () => {
    const target = temporaryFolder();
    await save(target, first);
    put(target, '.create-k8s-app/base.json', '{"files":{"../../victim":"x"}}');
    expect((await refusalOf(target, second)).message).toContain('base.json');
    rmSync(join(target, '.create-k8s-app/base.json'));
    await save(target, first);
    expect(treeOf(target)['.create-k8s-app/base.json']).toContain('kind: Deployment');
  });
});
