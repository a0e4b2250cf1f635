import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/cluster/connection.ts';
import { binariesFor, hasGo, wantedMinor } from '../cluster/binaries.ts';
import { type ControlPlane, startControlPlane } from '../cluster/control-plane.ts';
import { furnish } from '../cluster/furnishing.ts';
import { binOf, fetchNodes, hasBinaries, nodeVersions } from './nodes.ts';
import { freshNpm, tarball } from './tarball.ts';

if (!hasGo()) console.log('Left out: the package applies to a control plane, which Go builds.');

describe.skipIf(!hasBinaries || !hasGo())('npx of the package, with a cluster', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'package-apply-'));
  let plane: ControlPlane;
  let packed: ReturnType<typeof tarball>;
  beforeAll(async () => {
    fetchNodes();
    packed = tarball(folder);
    plane = await startControlPlane(binariesFor(wantedMinor(), (line) => process.stderr.write(`${line}\n`)));
    await furnish(connect({ kubeconfig: plane.kubeconfig }));
  }, 1_200_000);
  afterAll(async () => {
    await plane?.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(nodeVersions)('applies on Node %s, and finds everything as it should be the second time', (version) => {
    const env = freshNpm(join(folder, `cache-${version}`), [binOf(version), process.env['PATH']].join(delimiter));
    const name = `package-${version.replaceAll('.', '-')}`;
    const npx = (call: string): string => {
      const { status, stdout, stderr } = spawnSync('npx', ['--yes', '--package', packed.path, '--call', call], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      return stdout;
    };
    npx(`create-k8s-app ${name} --image ghcr.io/example/shop:2.4.1 --needs postgresql --yes --quiet`);
    const eventsOf = (): readonly Record<string, unknown>[] =>
      npx(`create-k8s-app apply ${name} --json --kubeconfig ${plane.kubeconfig}`)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const first = eventsOf();
    expect(first).toContainEqual(expect.objectContaining({ event: 'applied', kind: 'Deployment', outcome: 'created' }));
    expect(first.at(-1)).toMatchObject({ event: 'end', exit: 0 });
    const preview = eventsOf().find(({ event }) => event === 'preview') as { readonly objects: readonly { readonly outcome: string }[] };
    expect(new Set(preview.objects.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  });
});
