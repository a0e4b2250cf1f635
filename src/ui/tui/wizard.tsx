import { render, useInput, usePaste, useWindowSize } from 'ink';
import { type ReactNode, useSyncExternalStore } from 'react';
import type { Language } from '../../model/text.ts';
import { name } from '../../questions/application.ts';
import { handOver } from '../hand-over.ts';
import { type Interview, type Outcome, outcomeOf } from '../interview.ts';
import { decisionCount, progressOf } from '../phrases.ts';
import { rowsOf } from '../review.ts';
import { Frame } from './frame.tsx';
import { hintsFor } from './hints.ts';
import { isTight, LookContext } from './look.tsx';
import { pressesOf } from './press.ts';
import { Question } from './question.tsx';
import { Review } from './review.tsx';
import { sessionOf } from './session.ts';
import { type Store, storeOf } from './store.ts';

export interface WizardOptions {
  readonly language: Language;
  readonly color: boolean;
  /** False keeps to ASCII. */
  readonly unicode: boolean;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** Runs the interview on the alternate screen of a terminal, which is as it was before when this resolves. */
export async function runWizard(start: Interview, options: WizardOptions): Promise<Outcome> {
  const { language, stdin, stdout } = options;
  await handOver(stdin);
  // Ink does this too, but after the first frame: a Ctrl-C in between would kill the program in the middle of the screen.
  stdin.setRawMode(true);
  const store = storeOf(sessionOf(start, language));
  const app = render(<Wizard store={store} color={options.color} unicode={options.unicode} />, {
    stdin,
    stdout,
    alternateScreen: true,
    // Ink would draw nothing but the last frame where it sees the variable CI; whoever runs the wizard has a person at the keys.
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  store.subscribe(() => store.get().outcome && app.unmount());
  await app.waitUntilExit();
  const last = store.get();
  return last.outcome === 'write'
    ? outcomeOf(last.interview, last.language)
    : { outcome: 'left', interview: last.interview, language: last.language };
}

interface WizardProps {
  readonly store: Store;
  readonly color: boolean;
  readonly unicode: boolean;
}

export function Wizard({ store, color, unicode }: WizardProps): ReactNode {
  const session = useSyncExternalStore(store.subscribe, store.get);
  const { columns, rows } = useWindowSize();
  useInput((input, key) => {
    for (const press of pressesOf(input, key)) store.press(press);
  });
  usePaste((pasted) => store.press({ kind: 'paste', text: pasted }));
  const { now, entry, language } = session;
  const look = { language, color, unicode, columns, rows };
  const place = now.kind === 'review' ? decisionCount(rowsOf(now).length) : progressOf(now.progress);
  return (
    <LookContext value={look}>
      <Frame name={now.settled.known.get(name) ?? ''} place={place[language]} hints={hintsFor(entry, now, isTight(look))}>
        {now.kind === 'review' ? <Review review={now} at={entry.kind === 'review' ? entry.at : 0} /> : <Question now={now} entry={entry} />}
      </Frame>
    </LookContext>
  );
}
