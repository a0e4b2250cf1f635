import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };
import { presets } from './tools/presets.ts';

export default defineConfig({
  plugins: [presets(resolve('presets'))],
  define: { __VERSION__: JSON.stringify(manifest.version) },
  test: {
    projects: [
      { extends: true, test: { name: 'source', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**'] } },
      { extends: true, test: { name: 'built', include: ['test/e2e/**/*.test.ts'], globalSetup: 'test/e2e/build.ts' } },
    ],
  },
});
