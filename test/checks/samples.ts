import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { AnyObject } from '../../src/model/manifest.ts';

/** Sets of objects by what is particular about them. */
type Cases = Readonly<Record<string, readonly AnyObject[]>>;

export interface Sample {
  readonly check: string;
  readonly name: string;
  readonly objects: readonly AnyObject[];
}

const folder = join(import.meta.dirname, 'samples');
const files = readdirSync(folder).map(
  (file) => parse(readFileSync(join(folder, file), 'utf8')) as Readonly<Record<string, { readonly trips: Cases; readonly passes: Cases }>>,
);

const samplesOf = (side: 'trips' | 'passes'): readonly Sample[] =>
  files.flatMap((checks) =>
    Object.entries(checks).flatMap(([check, sides]) => Object.entries(sides[side]).map(([name, objects]) => ({ check, name, objects }))),
  );

export const tripping: readonly Sample[] = samplesOf('trips');
export const passing: readonly Sample[] = samplesOf('passes');
