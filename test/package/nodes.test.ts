import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { binOf, fetchNodes, hasBinaries, nodeVersions } from './nodes.ts';
import { freshNpm, mostBytes, tarball } from './tarball.ts';

const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true }));
const packed = tarball(folder);

describe('the package', () => {
  it(`weighs at most ${mostBytes / 1000} kB`, () => {
    expect(packed.bytes).toBeLessThanOrEqual(mostBytes);
  });

  it('brings nothing with it', () => {
    execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--silent', packed.path], { env: freshNpm(join(folder, 'cache')) });
    const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
    expect(Object.keys(lock.packages)).toEqual(['node_modules/create-k8s-app']);
  });
});

if (!hasBinaries) console.log(`Left out: Node ${nodeVersions.join(', ')} are only fetched on Linux x64.`);

describe.skipIf(!hasBinaries)('npx of the package', { timeout: 60_000 }, () => {
  beforeAll(fetchNodes, 300_000);

  const npx = (version: string, call: string): string => {
    const env = freshNpm(join(folder, `cache-${version}`), [binOf(version), process.env['PATH']].join(delimiter));
    return execFileSync('npx', ['--yes', '--package', packed.path, '--call', call], { cwd: folder, env, encoding: 'utf8' });
  };
  const application = 'create-k8s-app shop --image ghcr.io/example/shop:2.4.1 --with postgresql=db --needs db --yes --stdout';

  it.each(nodeVersions)('runs on Node %s', (version) => {
    expect(npx(version, 'node --version').trim()).toBe(`v${version}`);
    expect(npx(version, 'create-k8s-app --version').trim()).toBe(manifest.version);
  });

  it('writes the same bytes on all of them', () => {
    const [oldest, ...others] = nodeVersions.map((version) => npx(version, application));
    expect(oldest).toContain('kind: Deployment');
    for (const other of others) expect(other).toBe(oldest);
  });
});
