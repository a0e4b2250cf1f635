import { resolve } from 'node:path';
import type { BuildOptions } from 'rolldown';
import manifest from './package.json' with { type: 'json' };
import { leanDependencies } from './tools/lean-dependencies.ts';
import { notices } from './tools/notices.ts';
import { presets } from './tools/presets.ts';
import { selfContained } from './tools/self-contained.ts';

export default {
  input: 'src/cli.ts',
  platform: 'node',
  plugins: [presets(resolve('presets')), leanDependencies, notices('THIRD_PARTY_NOTICES'), selfContained],
  // Its `node` entry is CommonJS, which cannot be shaken; the other one is the same code as ES modules.
  resolve: { alias: { yaml: resolve('node_modules/yaml/browser/index.js') } },
  transform: {
    target: 'node20',
    define: { __VERSION__: JSON.stringify(manifest.version), 'process.env.NODE_ENV': '"production"' },
  },
  treeshake: {
    // The Kubernetes client does not say so, but only its polyfill does anything when it is loaded.
    moduleSideEffects: [{ test: /@kubernetes\/client-node\/dist\/(?!.*polyfill\.js$)/, sideEffects: false }],
  },
  output: { dir: 'dist', format: 'esm', minify: true, cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name].js' },
} satisfies BuildOptions;
