import { createRequire, isBuiltin } from 'node:module';
import type { Plugin } from 'rolldown';

const mark = '\0builtin:';
const require = createRequire(import.meta.url);

/**
 * Takes Node's own modules by `require`. An `import` of one reads every export it has, and the lazy ones among them load
 * much of Node: node:fs and node:util cost a quarter of Node's own start like that, and next to nothing like this.
 */
export const cheapBuiltins: Plugin = {
  name: 'cheap-builtins',
  resolveId(id, _importer, { kind }) {
    if (kind !== 'import-statement' || id === 'node:module' || !isBuiltin(id)) return undefined;
    return mark + id.replace(/^(?!node:)/, 'node:');
  },
  load(id) {
    if (!id.startsWith(mark)) return undefined;
    const builtin = id.slice(mark.length);
    const names = Object.keys(require(builtin)).filter((name) => name !== 'default');
    return [
      `import { createRequire } from 'node:module';`,
      `const builtin = /*#__PURE__*/ createRequire(import.meta.url)('${builtin}');`,
      'export default builtin;',
      ...names.map((name) => `export const ${name} = /*#__PURE__*/ (() => builtin.${name})();`),
    ].join('\n');
  },
};
