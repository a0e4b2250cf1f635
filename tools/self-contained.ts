import { isBuiltin } from 'node:module';
import type { Plugin } from 'rolldown';

/** What a bundle may not do: warn, or need anything at run time that is neither in it nor in Node. */
export const selfContained: Plugin = {
  name: 'self-contained',
  onLog(level, log) {
    if (level === 'warn') this.error(log);
  },
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue;
      const foreign = [...output.imports, ...output.dynamicImports].filter((id) => !(id in bundle) && !isBuiltin(id));
      if (foreign.length > 0) this.error(`${output.fileName} needs ${foreign.join(', ')}, which is not in the bundle.`);
    }
  },
};
