import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { treeOf } from '../output/folder.ts';
import { type Sandbox, type Sandboxes, sandboxes } from './bad-input/sandbox.ts';
import { openPty, type Pty, type PtyOptions } from './pty.ts';

/** A sandbox with a terminal: the built program runs in it as at a person's desk, and keeps what it keeps within. */
export interface Box extends Sandbox {
  open(argv: readonly string[], options?: Partial<PtyOptions>): Pty;
  /** The files where the program was called, but those that hold values made by chance. */
  made(): Readonly<Record<string, string>>;
}

/** Gives boxes to the tests of a file. */
export function boxesForTests(): () => Box {
  let boxes: Sandboxes;
  beforeAll(() => {
    boxes = sandboxes();
  });
  afterAll(() => boxes.close());
  return () => {
    const sandbox = boxes.sandbox();
    const { root, here } = sandbox;
    const env = {
      HOME: root,
      XDG_STATE_HOME: join(root, 'state'),
      TMPDIR: join(root, 'tmp'),
      NODE_COMPILE_CACHE: join(root, '../compiled'),
    };
    return {
      ...sandbox,
      open: (argv, options = {}) => openPty([boxes.program, ...argv], { cwd: here, ...options, env: { ...env, ...options.env } }),
      made: () => Object.fromEntries(Object.entries(treeOf(here)).filter(([path]) => !/(^|\/)secrets\//.test(path))),
    };
  };
}
