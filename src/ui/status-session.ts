import type { Glance } from '../cluster/glance/glance.ts';
import { Problem } from '../model/problem.ts';
import { extentOf, type Watching } from './status-screen.ts';
import { byLetter, type Press } from './tui/press.ts';
import { topAfter, withinEnds } from './tui/scroll.ts';

/** A watch, and whether the person has left it. Pure: what is seen and pressed is folded into it before anything is drawn. */
export interface StatusSession extends Watching {
  readonly hasLeft?: true;
}

/** After the next glance, or where no answer came; the person stays at the row where they were. */
export function seen({ problem: _, ...session }: StatusSession, next: Glance | Problem): StatusSession {
  return clamped(next instanceof Problem ? { ...session, problem: next } : { ...session, glance: next });
}

/** On a window of another size. */
export const resized = (session: StatusSession, columns: number, rows: number): StatusSession =>
  clamped({ ...session, look: { ...session.look, columns, rows } });

/** After a press. What was typed quickly comes as several letters in one. */
export function pressed(session: StatusSession, press: Press): StatusSession {
  if (press.kind === 'leave') return { ...session, hasLeft: true };
  if (press.kind === 'text') return [...press.text].reduce(afterLetter, session);
  // A row of the last page stays in sight.
  return clamped({ ...session, top: topAfter(session.top, press, Math.max(1, extentOf(session).room - 1)) });
}

function afterLetter(session: StatusSession, letter: string): StatusSession {
  if (letter === 'q') return { ...session, hasLeft: true };
  if (letter === 'a') return clamped({ ...session, isAll: !session.isAll });
  const press = byLetter[letter];
  return press ? pressed(session, press) : session;
}

function clamped(session: StatusSession): StatusSession {
  const { height, room } = extentOf(session);
  return { ...session, top: withinEnds(session.top, height, room) };
}
