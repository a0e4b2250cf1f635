import type { Light } from '../cluster/glance.ts';
import { type Exit, exits } from '../model/problem.ts';

/** Red is what a script should stop at. */
export const exitOf = (light: Light): Exit => (light === 'red' ? exits.notReady : exits.done);
