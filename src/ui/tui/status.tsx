import { render, useInput } from 'ink';
import type { ReactNode } from 'react';
import type { Connection } from '../../cluster/connection.ts';
import type { Aim } from '../../cluster/glance/glance.ts';
import { glances } from '../../cluster/glance/watch.ts';
import { type Exit, exits } from '../../model/problem.ts';
import type { Language } from '../../model/text.ts';
import { exitOf } from '../exit-of-glance.ts';
import { statusScreen, type Watching } from '../status-screen.ts';
import { pressed, resized, type StatusSession, seen } from '../status-session.ts';
import { wantsColor, wantsUnicode } from '../style.ts';
import type { World } from '../world.ts';
import { fullScreen, takeKeys } from './full-screen.ts';
import { type Press, pressesOf } from './press.ts';
import { Rows } from './rows.tsx';

/** How a watch begins. */
export interface Beginning {
  readonly language: Language;
  readonly isAll: boolean;
}

/** Shows a glance on the alternate screen, drawn again whenever something moves, until the user leaves. */
export async function watchOnScreen(connection: Connection, aim: Aim, world: World, { language, isAll }: Beginning): Promise<Exit> {
  const { argv, env, stdin, stdout, signal } = world;
  await takeKeys(stdin);
  const leaving = new AbortController();
  const until = AbortSignal.any([signal, leaving.signal]);
  const size = () => [stdout.columns || 80, stdout.rows || 24] as const;
  const [columns, rows] = size();
  const look = { language, color: wantsColor(argv, env, true), unicode: wantsUnicode(env), columns, rows };
  let session: StatusSession = { isAll, top: 0, look };
  const screen = () => <Screen watching={session} press={(press) => become(pressed(session, press))} />;
  const app = render(screen(), { stdin, stdout, ...fullScreen });
  const become = (next: StatusSession) => {
    session = next;
    if (session.hasLeft) leaving.abort();
    app.rerender(screen());
  };
  const resize = () => become(resized(session, ...size()));
  stdout.on('resize', resize);
  try {
    for await (const each of glances(connection, aim, until)) become(seen(session, each));
  } finally {
    stdout.off('resize', resize);
    app.unmount();
    await app.waitUntilExit();
  }
  return exitAfter(session);
}

const exitAfter = ({ glance, problem }: Watching): Exit => problem?.exit ?? (glance ? exitOf(glance) : exits.done);

interface ScreenProps {
  readonly watching: Watching;
  readonly press: (press: Press) => void;
}

function Screen({ watching, press }: ScreenProps): ReactNode {
  useInput((input, key) => {
    for (const each of pressesOf(input, key)) press(each);
  });
  return <Rows lines={statusScreen(watching)} color={watching.look.color} />;
}
