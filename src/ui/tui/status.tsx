import { render, useInput } from 'ink';
import type { ReactNode } from 'react';
import type { Connection } from '../../cluster/connection.ts';
import type { Aim, Glance } from '../../cluster/glance/glance.ts';
import { glances } from '../../cluster/glance/watch.ts';
import { type Exit, exits, Problem } from '../../model/problem.ts';
import type { Language } from '../../model/text.ts';
import { exitOf } from '../exit-of-glance.ts';
import { statusScreen, type Watching } from '../status-screen.ts';
import { wantsColor, wantsUnicode } from '../style.ts';
import type { World } from '../world.ts';
import { fullScreen, takeKeys } from './full-screen.ts';
import type { Look } from './look.ts';
import { Rows } from './rows.tsx';

/** Shows a glance on the alternate screen, drawn again whenever something moves, until the user leaves. */
export async function watchOnScreen(connection: Connection, aim: Aim, world: World, language: Language): Promise<Exit> {
  const { argv, env, stdin, stdout, signal } = world;
  await takeKeys(stdin);
  const leaving = new AbortController();
  const until = AbortSignal.any([signal, leaving.signal]);
  const look = (): Look => ({
    ...{ language, color: wantsColor(argv, env, true), unicode: wantsUnicode(env) },
    ...{ columns: stdout.columns || 80, rows: stdout.rows || 24 },
  });
  let watching: Watching = {};
  const screen = () => <Screen watching={watching} look={look()} leave={() => leaving.abort()} />;
  const app = render(screen(), { stdin, stdout, ...fullScreen });
  const draw = () => app.rerender(screen());
  stdout.on('resize', draw);
  try {
    for await (const seen of glances(connection, aim, until)) {
      watching = after(watching, seen);
      draw();
    }
  } finally {
    stdout.off('resize', draw);
    app.unmount();
    await app.waitUntilExit();
  }
  return exitAfter(watching);
}

const after = ({ glance }: Watching, seen: Glance | Problem): Watching =>
  seen instanceof Problem ? { ...(glance && { glance }), problem: seen } : { glance: seen };

const exitAfter = ({ glance, problem }: Watching): Exit => problem?.exit ?? (glance ? exitOf(glance) : exits.done);

interface ScreenProps {
  readonly watching: Watching;
  readonly look: Look;
  readonly leave: () => void;
}

function Screen({ watching, look, leave }: ScreenProps): ReactNode {
  useInput((input, key) => {
    if (input === 'q' || (key.ctrl && input === 'c')) leave();
  });
  return <Rows lines={statusScreen(watching, look)} color={look.color} />;
}
