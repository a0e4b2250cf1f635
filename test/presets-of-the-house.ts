import { resolve } from 'node:path';
import { catalogue } from '../src/questions/catalogue.ts';
import { presetOf, type RawPreset } from '../src/questions/presets.ts';
import { rawPresetsIn } from '../tools/presets.ts';

/** The presets as the program ships them. */
export const presets = (rawPresetsIn(resolve('presets')) as readonly RawPreset[]).map((raw) => presetOf(raw, catalogue));
