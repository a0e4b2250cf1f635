import type { Press } from './press.ts';
import { screenOf } from './screen.ts';
import { pressed, resized, type Session } from './session.ts';

/** What is shown, outside React: a handler that closed over a render would see stale state when one read holds several keys. */
export interface Store {
  get(): Session;
  /** Gives the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  press(press: Press): void;
  /** Tells the size of the window; 0 stands for a size that the terminal does not know. */
  resize(columns: number, rows: number): void;
  /** Works out what Enter would show, so that it is there at once when Enter comes. */
  thinkAhead(): void;
}

export function storeOf(first: Session): Store {
  let session = first;
  let ahead: { readonly of: Session; readonly next: Session } | undefined;
  const listeners = new Set<() => void>();
  const become = (next: Session) => {
    session = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press: (press) => become(press.kind === 'enter' && ahead?.of === session ? ahead.next : pressed(session, press)),
    resize: (columns, rows) => {
      const { look } = session;
      if (columns > 0 && rows > 0 && (columns !== look.columns || rows !== look.rows)) become(resized(session, columns, rows));
    },
    thinkAhead: () => {
      if (ahead?.of === session || session.outcome) return;
      const next = pressed(session, { kind: 'enter' });
      // What a screen tells is worked out when it is first drawn, and remembered.
      screenOf(next);
      ahead = { of: session, next };
    },
  };
}
