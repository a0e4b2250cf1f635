import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** How the built program is started. */
export interface Call {
  readonly argv: readonly string[];
  readonly stdin?: string | Uint8Array;
  /** Words before `node cli.js …`: a command that starts the rest. */
  readonly through?: readonly string[];
  /** As somebody who may do less than root. */
  readonly humbly?: boolean;
  /** Called with the id of the process once it runs. */
  readonly started?: (pid: number) => void;
}

export interface Outcome {
  /** As a shell gives it: 128 and more for a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder to work in, with nothing of the world around it. */
export interface Sandbox {
  /** The working folder and the folder for temporary files lie in here, so that nothing escapes a look at it. */
  readonly root: string;
  /** Where the program is called. */
  readonly here: string;
  run(call: Call): Promise<Outcome>;
}

export interface Sandboxes {
  readonly program: string;
  sandbox(): Sandbox;
  close(): void;
}

type Tree = Readonly<Record<string, string>>;

/** The paths at which two trees differ; the trees themselves would bury them. */
export const differences = (a: Tree, b: Tree): readonly string[] => Object.keys({ ...a, ...b }).filter((path) => a[path] !== b[path]);

const nobody = 65534;

/** Sandboxes that share a copy of the built program: anybody may read it, and nobody builds it anew meanwhile. */
export function sandboxes(): Sandboxes {
  const base = mkdtempSync(join(tmpdir(), 'bad-input-'));
  chmodSync(base, 0o755);
  cpSync(resolve('dist'), join(base, 'program'), { recursive: true, dereference: true });
  const program = join(base, 'program', 'cli.js');
  return {
    program,
    sandbox: () => sandboxIn(mkdtempSync(join(base, 'box-')), program, join(base, 'compiled')),
    close: () => rmSync(base, { recursive: true }),
  };
}

function sandboxIn(root: string, program: string, compiled: string): Sandbox {
  const here = join(root, 'here');
  const temporary = join(root, 'tmp');
  for (const folder of [here, temporary]) mkdirSync(folder);
  chmodSync(root, 0o755);
  const env = {
    PATH: process.env['PATH'],
    LANG: 'en_US.UTF-8',
    HOME: root,
    TMPDIR: temporary,
    // Node keeps what it compiled, by itself in the folder for temporary files.
    NODE_COMPILE_CACHE: compiled,
    PROGRAM: program,
    NODE: process.execPath,
  };
  return {
    root,
    here,
    run: ({ argv, stdin = '', through = [], humbly = false, started }) =>
      new Promise((settle, fail) => {
        const [command = '', ...words] = [...through, process.execPath, program, ...argv];
        const user = humbly && process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
        const child = spawn(command, words, { cwd: here, env, ...user });
        const printed = { stdout: '', stderr: '' };
        for (const stream of ['stdout', 'stderr'] as const) {
          child[stream].setEncoding('utf8').on('data', (chunk: string) => {
            printed[stream] += chunk;
          });
        }
        child.on('error', fail);
        child.on('close', (code, signal) => settle({ code: code ?? (signal === 'SIGINT' ? 130 : 143), ...printed }));
        // A program that ends without reading leaves a broken pipe, which is no fault.
        child.stdin.on('error', () => undefined).end(stdin);
        if (child.pid !== undefined) started?.(child.pid);
      }),
  };
}
