import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { pathsOf } from '../discovery.ts';
import { hourglass } from './hourglass.ts';
import { lookoutsFor } from './lookouts.ts';
import { explained, type Progress, progressOf } from './progress.ts';
import { sceneOf } from './scene.ts';

export interface FollowOptions {
  readonly signal?: AbortSignal;
  /** Seconds after which it is over, whatever has come of it. */
  readonly timeout: number;
  /** Seconds in which nothing must change until what often passes by itself is told. */
  readonly patience?: number;
}

/**
 * Tells how far applied objects have come, whenever that changes, until all are ready, one has failed for good, or the time is over; the
 * last word says which. Nothing more is told when the signal aborts. Rejects where the server gives no answer at the start.
 */
export async function* follow(
  connection: Connection,
  objects: readonly AnyObject[],
  { signal, timeout, patience = 20 }: FollowOptions,
): AsyncIterable<Progress> {
  const stop = new AbortController();
  const until = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const glass = hourglass(timeout, patience);
  try {
    const scene = sceneOf(connection, await lookoutsFor(pathsOf(connection), objects), until);
    for (let told = ''; !until.aborted; await scene.changed(glass.next())) {
      if (!scene.isWhole() && glass.stillness() !== 'over') continue;
      const progress = explained(glass.judged(progressOf(objects, scene.sight(), glass.stillness())));
      const whole = JSON.stringify(progress);
      if (whole !== told) yield progress;
      if (progress.is !== 'waiting') return;
      told = whole;
    }
  } finally {
    stop.abort();
  }
}
