/**
 * Runs the tests, those on a real control plane among them where it can be had, and says what is left out. With `CI=true` those may not
 * be left out. What else is said goes to vitest.
 *
 *     node tools/test.ts [--update …]
 */
import { spawnSync } from 'node:child_process';
import { hasGo, hasServer } from '../test/cluster/binaries.ts';

const isServed = hasGo() || hasServer();
const projects = ['source', 'built', ...(isServed ? ['cluster'] : [])];
const args = ['run', ...projects.flatMap((name) => ['--project', name]), ...process.argv.slice(2)];
const { status } = spawnSync('vitest', args, { stdio: 'inherit' });

const get = 'install Go, which builds it, from https://go.dev/dl';
if (!isServed) {
  console.error(
    `Left out: all tests on a real control plane. To run them, ${get}, or name a folder of setup-envtest in KUBEBUILDER_ASSETS.`,
  );
} else if (!hasGo()) {
  console.error(`Left out: the tests on a control plane with controllers and nodes. To run them, ${get}.`);
}
process.exitCode = status ?? 1;
if (!isServed && process.env['CI'] === 'true') process.exitCode = 1;
