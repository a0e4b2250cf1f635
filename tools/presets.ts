import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'rolldown';
import { parse } from 'yaml';

const asked = 'virtual:presets';
const resolved = `\0${asked}`;

/** The presets of a folder, sorted by name, as their files say them. */
export function rawPresetsIn(folder: string): readonly unknown[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => ({ name: basename(file, '.yaml'), ...parse(readFileSync(join(folder, file), 'utf8')) }));
}

/** Makes the files of a folder the module `virtual:presets`, so that the program reads no YAML and no folder when it starts. */
export const presets = (folder: string): Plugin => ({
  name: 'presets',
  resolveId: (id) => (id === asked ? resolved : undefined),
  load: (id) => (id === resolved ? `export const presets = ${JSON.stringify(rawPresetsIn(folder))};` : undefined),
});
