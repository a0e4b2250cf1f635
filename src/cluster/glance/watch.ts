import { Problem } from '../../model/problem.ts';
import { bellOf } from '../bell.ts';
import type { Connection } from '../connection.ts';
import { watched } from '../follow/watch.ts';
import { namespacedPath } from '../namespaced-path.ts';
import { brokenOff } from '../reach.ts';
import { blocks } from './blocks.ts';
import { type Aim, type Glance, glanceOf } from './glance.ts';
import { readForGlance } from './reading.ts';

/** Milliseconds between two rounds of reads at least, however much happens. */
const leastPause = 1000;
/** Milliseconds after which it is looked again though nothing was heard: not all that is shown is watched, and time passes. */
const mostPause = 10_000;
/** The same where no answer came. */
const pauseWithoutAnswer = 3000;

/** What moves when something happens in a namespace. */
const moving = [
  ...['api/v1/pods', 'api/v1/events', 'api/v1/persistentvolumeclaims', 'api/v1/services'],
  ...['apis/apps/v1/deployments', 'apis/apps/v1/statefulsets', 'apis/apps/v1/daemonsets', 'apis/batch/v1/jobs'],
] as const;

/** One look at these namespaces. A Problem where the cluster cannot be reached; rejects when the signal aborts. */
export const glanceAt = async (connection: Connection, aim: Aim, signal: AbortSignal): Promise<Glance> =>
  glanceOf(await readForGlance(connection, aim, signal), blocks);

/**
 * A glance, and a new one whenever something has moved: watches only say that it is time to look again, so that each glance is whole.
 * While no answer comes there is a Problem in its place. Ends when the signal aborts.
 */
export async function* glances(connection: Connection, aim: Aim, signal: AbortSignal): AsyncIterable<Glance | Problem> {
  const bell = bellOf(signal, leastPause);
  for (const path of aim.namespaces.flatMap(pathsIn)) void ringing(connection, path, bell.ring, signal);
  while (!signal.aborted) {
    const seen = await glanceAt(connection, aim, signal).catch((cause: unknown) =>
      cause instanceof Problem ? cause : brokenOff(connection, cause),
    );
    if (signal.aborted) return;
    yield seen;
    await bell.rung(Date.now() + (seen instanceof Problem ? pauseWithoutAnswer : mostPause));
  }
}

const pathsIn = (namespace: string): readonly string[] => moving.map((plural) => namespacedPath(plural, namespace));

/** Rings at every change below a path; where nobody may watch it, or the watch ends in another way, the clock has to do. */
async function ringing(connection: Connection, path: string, ring: () => void, signal: AbortSignal): Promise<void> {
  try {
    for await (const each of watched(connection, path, { signal })) if (each.is === 'seen' && each.changes.length > 0) ring();
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof RangeError) throw problem;
  }
}
