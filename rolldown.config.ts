import { resolve } from 'node:path';
import type { BuildOptions } from 'rolldown';
import manifest from './package.json' with { type: 'json' };
import { cheapBuiltins } from './tools/cheap-builtins.ts';
import { leanDependencies } from './tools/lean-dependencies.ts';
import { notices } from './tools/notices.ts';
import { presets } from './tools/presets.ts';
import { selfContained } from './tools/self-contained.ts';

export default {
  input: 'src/cli.ts',
  platform: 'node',
  plugins: [presets(resolve('presets')), cheapBuiltins, leanDependencies, notices('THIRD_PARTY_NOTICES'), selfContained],
  // Its `node` entry is CommonJS, which cannot be shaken; the other one is the same code as ES modules.
  resolve: { alias: { yaml: resolve('node_modules/yaml/browser/index.js') } },
  transform: {
    target: 'node20',
    define: { __VERSION__: JSON.stringify(manifest.version), 'process.env.NODE_ENV': '"production"' },
  },
  // Neither says so itself, but loading them does nothing; of the Kubernetes client all but its polyfill.
  treeshake: {
    moduleSideEffects: [{ test: /\/node_modules\/(yaml|@kubernetes\/client-node\/dist\/(?!polyfill\.js))/, sideEffects: false }],
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    // What several lazy parts need comes in one file: each further one costs a search, a read and a compilation at start.
    codeSplitting: { groups: [{ name: 'shared', test: /\/(src|yaml)\/|builtin:/, minShareCount: 2 }] },
  },
} satisfies BuildOptions;
