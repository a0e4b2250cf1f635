import { expect } from 'vitest';
import { interviewOf } from '../../src/ui/interview.ts';
import type { Press } from '../../src/ui/tui/press.ts';
import { pressed, resized, type Session, sessionOf } from '../../src/ui/tui/session.ts';
import { programBase } from '../ui/program-base.ts';
import type { Box } from './boxes.ts';
import type { Pty } from './pty.ts';
import { shownBy } from './walks.ts';

/** The wizard in a terminal, beside the session that says what it has to show. */
export interface Followed {
  readonly pty: Pty;
  session(): Session;
  /** Types keys, and waits for the screen that these presses lead to. */
  press(keys: string, ...presses: readonly Press[]): Promise<void>;
  /** Changes the window without waiting. */
  resize(columns: number, rows: number): void;
  /** Waits for exactly what the session shows. */
  settle(): Promise<void>;
}

/** Starts the wizard for the folder “shop”. */
export async function following(box: Box, columns = 80, rows = 24): Promise<Followed> {
  let session = sessionOf(interviewOf(programBase()), { language: 'en', color: true, unicode: true, columns, rows });
  const pty = box.open(['shop', '--lang', 'en'], { columns, rows });
  const settle = async () => void (await pty.see((screen) => withoutRowEnds(screen) === shownBy(session)));
  await settle();
  return {
    pty,
    session: () => session,
    settle,
    press: (keys, ...presses) => {
      session = presses.reduce(pressed, session);
      pty.type(keys);
      return settle();
    },
    resize: (width, height) => {
      session = resized(session, width, height);
      pty.resize(width, height);
    },
  };
}

/** A blank that was drawn cannot be told from one that was not. */
export const withoutRowEnds = (screen: string): string => screen.replace(/ +$/gm, '').trimEnd();

/** Leaves the wizard, and sees that nothing of it is left on the main screen, nor above it. */
export async function leave({ pty }: Followed): Promise<void> {
  pty.type('\u0003');
  expect(await pty.exited).toBe(130);
  await pty.see('Nothing was written.');
  const { normal, active } = pty.terminal.buffer;
  expect([active.type, normal.baseY]).toEqual(['normal', 0]);
}
