import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'rolldown';
import { parse } from 'yaml';

const asked = 'virtual:presets';
const resolved = `\0${asked}`;

/** Makes the files of a folder the module `virtual:presets`, so that the program reads no YAML and no folder when it starts. */
export function presets(folder: string): Plugin {
  return {
    name: 'presets',
    resolveId: (id) => (id === asked ? resolved : undefined),
    load(id) {
      if (id !== resolved) return undefined;
      const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
      const rows = files.sort().map((file) => ({ name: basename(file, '.yaml'), ...parse(readFileSync(join(folder, file), 'utf8')) }));
      return `export const presets = ${JSON.stringify(rows)};`;
    },
  };
}
