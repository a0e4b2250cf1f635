import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** A program in a real pseudo-terminal, and what its screen shows. */
export interface Pty {
  /** Waits for a frame that holds these words, or is right in another way, and gives the whole screen. */
  see(words: Sought): Promise<string>;
  type(keys: string): void;
  resize(columns: number, rows: number): void;
  /** Sends a signal to the program. */
  send(sign: NodeJS.Signals): void;
  screen(): string;
  /** Every byte that the program and the terminal wrote so far, as text. */
  output(): string;
  /** The cells of the screen, for pictures of it. */
  readonly terminal: InstanceType<typeof xterm.Terminal>;
  /** The exit code, as a shell gives it: 128 and the number of a signal. The last words may still be on their way: wait for them with `see`. */
  readonly exited: Promise<number>;
}

type Sought = string | RegExp | ((screen: string) => boolean);

export interface PtyOptions {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  /** The terminal says that it has no columns and no rows, as some do. */
  readonly isSizeless?: boolean;
  /** What a shell does in the same terminal, with the program as `"$0" "$@"`. */
  readonly script?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** How long a frame may take before the test fails; nothing waits this long to go on. */
const patience = 30_000;

/** Starts Node with these arguments on a terminal of 80 by 24, unless said otherwise. */
export function openPty(args: readonly string[], options: PtyOptions): Pty {
  const { cwd, columns = 80, rows = 24, isSizeless = false, env = {} } = options;
  const { script = isSizeless ? 'stty cols 0 rows 0; exec "$0" "$@"' : undefined } = options;
  // Ink draws nothing but the last frame where it sees CI; the other variables would change colours and language.
  const { CI: _ci, NO_COLOR: _noColor, FORCE_COLOR: _forceColor, LC_ALL: _all, LC_MESSAGES: _messages, ...inherited } = process.env;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const command = [process.execPath, ...args];
  const [file = '', ...rest] = script === undefined ? command : ['/bin/sh', '-c', script, ...command];
  const pty = spawn(file, rest, {
    cols: columns,
    rows,
    cwd,
    // It becomes TERM, whatever the environment says.
    name: env['TERM'] ?? 'xterm-256color',
    env: { ...inherited, LANG: 'en_US.UTF-8', ...env },
  });
  const watchers = new Set<() => void>();
  const drawn = () => {
    for (const watcher of watchers) watcher();
  };
  let output = '';
  pty.onData((data) => {
    output += data;
    terminal.write(data, drawn);
  });
  terminal.onData((reply) => pty.write(reply));
  const exited = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => resolve(signal ? 128 + signal : exitCode));
  });

  const screen = () => linesOf(terminal).join('\n').trimEnd();
  /** In the middle of a synchronized update the screen is torn: half of the last frame, half of the next. */
  const isWhole = () => !terminal.modes.synchronizedOutputMode;

  return {
    screen,
    output: () => output,
    terminal,
    exited,
    type: (keys) => pty.write(keys),
    send: (sign) => pty.kill(sign),
    resize: (width, height) => {
      terminal.resize(width, height);
      pty.resize(width, height);
    },
    see: (words) =>
      new Promise((resolve, reject) => {
        const give = (outcome: () => void) => {
          watchers.delete(look);
          clearTimeout(deadline);
          outcome();
        };
        const look = () => {
          if (isWhole() && shows(screen(), words)) give(() => resolve(screen()));
        };
        const deadline = setTimeout(() => give(() => reject(new Error(`No frame shows ${words}:\n${screen()}`))), patience);
        watchers.add(look);
        look();
      }),
  };
}

function shows(screen: string, words: Sought): boolean {
  if (typeof words === 'function') return words(screen);
  return typeof words === 'string' ? screen.includes(words) : words.test(screen);
}

/** xterm remembers columns that a narrower window has no more. */
function linesOf(terminal: InstanceType<typeof xterm.Terminal>): readonly string[] {
  const { active } = terminal.buffer;
  return Array.from(
    { length: terminal.rows },
    (_, row) => active.getLine(active.baseY + row)?.translateToString(true, 0, terminal.cols) ?? '',
  );
}
