import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

/** Builds the program that the tests run, once for all of them. */
export async function setup(): Promise<void> {
  await build(config);
}
