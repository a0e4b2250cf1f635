import type { Glance } from '../cluster/glance/glance.ts';
import { type Exit, exits } from '../model/problem.ts';

/** Red is what a script should stop at; who sees nothing can say nothing. */
export const exitOf = ({ light, isBlind }: Pick<Glance, 'light' | 'isBlind'>): Exit =>
  light === 'red' ? exits.notReady : isBlind ? exits.cluster : exits.done;
