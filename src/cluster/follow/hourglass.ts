import type { Progress, Stillness } from './progress.ts';

/** Decides when enough has been waited. */
export interface Hourglass {
  stillness(): Stillness;
  /** Takes note of how far it is. A failure is looked at for a while before it is the outcome: it may pass, and others show themselves. */
  judged(progress: Progress): Progress;
  /** The moment, in milliseconds since 1970, at which there is something to decide though nothing happens. */
  next(): number;
}

/** Milliseconds. */
const settling = 3000;
const never = Number.POSITIVE_INFINITY;

/** `timeout` is how many seconds it may take, `patience` how many must pass without a change until all stands still. */
export function hourglass(timeout: number, patience: number): Hourglass {
  const end = Date.now() + timeout * 1000;
  let [moved, failing, last] = [Date.now(), never, ''];
  // What was told last: by the clock alone, the moment could pass between two questions, and nobody would ask again.
  let told: Stillness = 'moving';
  return {
    stillness: () => {
      const now = Date.now();
      told = now >= end ? 'over' : now >= moved + patience * 1000 ? 'still' : 'moving';
      return told;
    },
    judged: (progress) => {
      const now = Date.now();
      const readiness = JSON.stringify(progress.objects.map((each) => each.readiness));
      if (readiness !== last) [moved, told] = [now, 'moving'];
      last = readiness;
      failing = progress.is === 'failed' ? Math.min(failing, now) : never;
      return progress.is === 'failed' && now < Math.min(end, failing + settling) ? { ...progress, is: 'waiting' } : progress;
    },
    next: () => Math.min(end, failing + settling, told === 'moving' ? moved + patience * 1000 : never),
  };
}
