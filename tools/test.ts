/**
 * Runs the tests, those on a real control plane among them where it can be had, and says what is left out. With `CI=true` nothing may
 * be left out. What else is said goes to vitest.
 *
 *     node tools/test.ts [--update …]
 */
import { spawnSync } from 'node:child_process';
import { hasGo } from '../test/cluster/binaries.ts';

const leftOut = 'Left out: the tests on a real control plane, which Go builds; install it from https://go.dev/dl and run again.';

const projects = ['source', 'built', ...(hasGo() ? ['cluster'] : [])];
const { status } = spawnSync('vitest', ['run', ...projects.flatMap((name) => ['--project', name]), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
if (!hasGo()) console.error(leftOut);
process.exitCode = status ?? 1;
if (!hasGo() && process.env['CI'] === 'true') process.exitCode = 1;
