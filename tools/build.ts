import { build } from 'rolldown';
import config from '../rolldown.config.ts';

/** Builds the program into dist/. The tests that run the built program have it as their global setup. */
export async function setup(): Promise<void> {
  await build(config);
}

if (import.meta.main) await setup();
