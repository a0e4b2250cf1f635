import { render, useInput, usePaste } from 'ink';
import { type ReactNode, useSyncExternalStore } from 'react';
import { type Interview, type Outcome, outcomeOf } from '../interview.ts';
import { fullScreen, takeKeys } from './full-screen.ts';
import type { Look } from './look.ts';
import { pressesOf } from './press.ts';
import { Rows } from './rows.tsx';
import { screenOf } from './screen.ts';
import { sessionOf } from './session.ts';
import { type Store, storeOf } from './store.ts';

export interface WizardOptions extends Omit<Look, 'columns' | 'rows'> {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Ends the wizard as Ctrl-C does: nothing is written, and the terminal is as before. */
  readonly signal: AbortSignal;
}

/** Milliseconds without a key after which the wizard thinks ahead: more than lie between two keys of somebody who types. */
const restingTime = 50;

/** Runs the interview on the alternate screen of a terminal, which is as it was before when this resolves. */
export async function runWizard(start: Interview, options: WizardOptions): Promise<Outcome> {
  const { language, color, unicode, stdin, stdout, signal } = options;
  await takeKeys(stdin);
  const store = storeOf(sessionOf(start, { language, color, unicode, columns: stdout.columns || 80, rows: stdout.rows || 24 }));
  const resize = () => {
    const { columns, rows } = store.get().look;
    store.resize(stdout.columns, stdout.rows);
    // Of the same size, but what Ink drew may be gone: it has to draw all of it.
    if (stdout.columns === columns && stdout.rows === rows) app.clear();
  };
  // Before Ink listens, so that it draws what fits the new window.
  stdout.on('resize', resize);
  const app = render(<Wizard store={store} />, { stdin, stdout, ...fullScreen });
  let rest: NodeJS.Timeout | undefined;
  const thinkAtRest = () => {
    clearTimeout(rest);
    rest = setTimeout(store.thinkAhead, restingTime);
  };
  store.subscribe(thinkAtRest);
  thinkAtRest();
  const leave = () => store.press({ kind: 'leave' });
  signal.addEventListener('abort', leave);
  store.subscribe(() => store.get().outcome && app.unmount());
  if (signal.aborted) leave();
  await app.waitUntilExit();
  clearTimeout(rest);
  stdout.off('resize', resize);
  signal.removeEventListener('abort', leave);
  const { interview, look, outcome } = store.get();
  return outcome === 'write' ? outcomeOf(interview, look.language) : { outcome: 'left', interview, language: look.language };
}

export function Wizard({ store }: { readonly store: Store }): ReactNode {
  const session = useSyncExternalStore(store.subscribe, store.get);
  useInput((input, key) => {
    for (const press of pressesOf(input, key)) store.press(press);
  });
  usePaste((pasted) => store.press({ kind: 'paste', text: pasted }));
  return <Rows lines={screenOf(session)} color={session.look.color} />;
}
