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
    // What several lazy parts need comes in one file: each further one costs a search, a read and a compilation at start. What draws, and
    // what speaks with a cluster, is large, and most runs never do either: each is a file of its own.
    codeSplitting: {
      groups: [
        {
          name: 'shared',
          test: /\/src\/(model|questions|manifests|checks|output)\/|\/src\/ui\/[^/]+\.ts$|\/yaml\/|builtin:/,
          minShareCount: 2,
          priority: 3,
        },
        { name: 'drawing', test: /\/src\/ui\/tui\/|\/node_modules\/(ink|react|yoga-layout)\//, minShareCount: 2, priority: 2 },
        { name: 'cluster', test: /\/src\/(cluster|ui\/apply)\//, minShareCount: 2, priority: 1 },
      ],
    },
  },
} satisfies BuildOptions;
