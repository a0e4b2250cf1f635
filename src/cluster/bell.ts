import { setTimeout as pause } from 'node:timers/promises';

/** Wakes somebody who waits for something to happen. */
export interface Bell {
  ring(): void;
  /** Resolves when it was rung, at this moment (milliseconds since 1970) at the latest, or when the signal aborts. */
  rung(latest: number): Promise<void>;
}

/** Nobody is woken more often than every `least` milliseconds, however much happens. */
export function bellOf(signal: AbortSignal, least: number): Bell {
  let isRung = false;
  let wake: () => void = () => undefined;
  const rest = (milliseconds: number, until: AbortSignal) => pause(milliseconds, undefined, { signal: until }).catch(() => undefined);
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    rung: async (latest) => {
      await rest(least, signal);
      const waking = new AbortController();
      wake = () => waking.abort();
      if (!isRung) await rest(Math.max(0, latest - Date.now()), AbortSignal.any([signal, waking.signal]));
      isRung = false;
    },
  };
}
