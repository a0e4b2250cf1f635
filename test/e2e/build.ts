import { build } from 'rolldown';
import config from '../../rolldown.config.ts';

/** Builds the program that the end-to-end tests run, once for all of them. */
export const setup = (): Promise<unknown> => build({ ...config, logLevel: 'warn' });
