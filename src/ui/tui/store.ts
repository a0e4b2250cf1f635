import type { Press } from './press.ts';
import { pressed, type Session } from './session.ts';

/** What is shown, outside React: a handler that closed over a render would see stale state when one read holds several keys. */
export interface Store {
  get(): Session;
  /** Gives the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  press(press: Press): void;
}

export function storeOf(first: Session): Store {
  let session = first;
  const listeners = new Set<() => void>();
  return {
    get: () => session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press: (press) => {
      session = pressed(session, press);
      for (const listener of listeners) listener();
    },
  };
}
