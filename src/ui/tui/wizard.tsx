import { Box, Text as Letters, render, useInput, usePaste } from 'ink';
import { memo, type ReactNode, useSyncExternalStore } from 'react';
import { handOver } from '../hand-over.ts';
import { type Interview, type Outcome, outcomeOf } from '../interview.ts';
import type { Line, Span, Tone } from './line.ts';
import type { Look } from './look.ts';
import { pressesOf } from './press.ts';
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
  await handOver(stdin);
  // Ink does this too, but after the first frame: a Ctrl-C in between would kill the program in the middle of the screen.
  stdin.setRawMode(true);
  const store = storeOf(sessionOf(start, { language, color, unicode, columns: stdout.columns || 80, rows: stdout.rows || 24 }));
  const resize = () => {
    const { columns, rows } = store.get().look;
    store.resize(stdout.columns, stdout.rows);
    // Of the same size, but what Ink drew may be gone: it has to draw all of it.
    if (stdout.columns === columns && stdout.rows === rows) app.clear();
  };
  // Before Ink listens, so that it draws what fits the new window.
  stdout.on('resize', resize);
  const app = render(<Wizard store={store} />, {
    stdin,
    stdout,
    alternateScreen: true,
    // Only the lines that changed are written: a link may be slow.
    incrementalRendering: true,
    // Ink would draw nothing but the last frame where it sees the variable CI; whoever runs the wizard has a person at the keys.
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
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
  const { look } = session;
  return (
    <Box flexDirection="column" paddingLeft={1}>
      {screenOf(session).map((line, row) => (
        <Row key={keyOf(row)} line={line} color={look.color} />
      ))}
    </Box>
  );
}

interface RowProps {
  readonly line: Line;
  readonly color: boolean;
}

/** A row that shows what it showed before is not laid out again. */
const Row = memo(
  ({ line, color }: RowProps): ReactNode => (
    <Letters wrap="truncate-end">
      {line.length === 0 ? ' ' : line.map((span, index) => <Piece key={keyOf(index)} span={span} color={color} />)}
    </Letters>
  ),
  (a, b) => a.color === b.color && JSON.stringify(a.line) === JSON.stringify(b.line),
);

/** Rows and pieces of a line have no names and keep no state: their place is all there is. */
const keyOf = (index: number): string => `piece ${index}`;

/** One accent colour, which can be read on a light and on a dark screen; green and red only beside their sign. */
const styles: Readonly<Record<Tone, object>> = {
  accent: { color: 'magenta' },
  strong: { bold: true },
  faint: { dimColor: true },
  good: { color: 'green' },
  bad: { color: 'red' },
};

function Piece({ span: { text, tone }, color }: { readonly span: Span; readonly color: boolean }): ReactNode {
  return <Letters {...(color && tone ? styles[tone] : {})}>{text}</Letters>;
}
