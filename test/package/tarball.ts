import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The package as it would be published, from the build in dist/. */
export function tarball(folder: string): { readonly path: string; readonly bytes: number } {
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const path = readdirSync(folder)
    .map((file) => join(folder, file))
    .find((file) => file.endsWith('.tgz'));
  if (!path) throw new Error(`npm pack left nothing in ${folder}`);
  return { path, bytes: statSync(path).size };
}

/** `npm` runs as if for the first time: nothing in its cache, and no settings of the project that started it. */
export function freshNpm(cache: string, path = process.env['PATH']): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_EXTRA_CA_CERTS$)/i.test(name));
  return { ...Object.fromEntries(own), PATH: path, npm_config_cache: cache, npm_config_update_notifier: 'false' };
}

/** The most that the package may weigh. */
export const mostBytes = 600_000;
