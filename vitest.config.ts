import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { suites } from './test/cluster/suites.ts';
import { presets } from './tools/presets.ts';

const project = (name: string, test: object) => ({ extends: true as const, test: { name, ...test } });
const globalSetup = 'tools/build.ts';

export default defineConfig({
  plugins: [presets(resolve('presets'))],
  define: { __VERSION__: JSON.stringify(manifest.version) },
  test: {
    // Without this, one of two cores stays idle.
    maxWorkers: '100%',
    // A machine that is busy is slow, which is no fault of what is tested.
    testTimeout: 60_000,
    projects: [
      project('source', { include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/{e2e,package,cluster}/**'] }),
      project('built', { include: ['test/e2e/**/*.test.ts'], globalSetup }),
      project('cluster', { include: suites(), globalSetup: [globalSetup, 'test/cluster/setup.ts'] }),
      project('package', { include: ['test/package/**/*.test.ts'], globalSetup }),
    ],
  },
});
