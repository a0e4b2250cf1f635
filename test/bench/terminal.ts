import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';

/** The end of a frame that is drawn at once (synchronized output, DEC private mode 2026). */
const frameEnds = '\u001b[?2026l';

interface Figures {
  /** Milliseconds from each key to the end of the frame that it brings about. */
  readonly latencies: readonly number[];
  /** Bytes that each frame writes. */
  readonly bytes: readonly number[];
  /** Resident memory in MiB before the first and after the last key; undefined where the system does not tell. */
  readonly memory: readonly [number, number] | undefined;
}

const environment = (): Record<string, string> => {
  const { CI: _ci, NODE_EXTRA_CA_CERTS: _certs, ...env } = process.env;
  return { ...(env as Record<string, string>), TERM: 'xterm-256color', LANG: 'en_US.UTF-8' };
};

const openTerminal = (args: readonly string[], cwd: string) =>
  spawn(process.execPath, [...args], {
    cols: 80,
    rows: 24,
    cwd,
    name: 'xterm-256color',
    env: { ...environment(), XDG_STATE_HOME: join(cwd, 'state') },
  });

/** What a program writes up to the end of its first frame. */
export function firstFrame(args: readonly string[], cwd: string): Promise<string> {
  const pty = openTerminal(args, cwd);
  let seen = '';
  return new Promise((resolve) =>
    pty.onData((data) => {
      seen += data;
      if (!seen.includes(frameEnds)) return;
      resolve(seen);
      pty.kill('SIGKILL');
    }),
  );
}

/** Milliseconds from the start of a program in a terminal to the end of its first frame, or to its end. */
export function timeToFrame(args: readonly string[], cwd: string): Promise<number> {
  const start = performance.now();
  const pty = openTerminal(args, cwd);
  return new Promise((resolve) => {
    const done = () => resolve(performance.now() - start);
    let seen = '';
    pty.onData((data) => {
      seen += data;
      if (!seen.includes(frameEnds)) return;
      done();
      pty.kill('SIGKILL');
    });
    pty.onExit(done);
  });
}

/** Milliseconds between two keys of somebody who types fast. */
const pause = 60;

/** Presses keys one after the other, each some time after the frame of the one before. Every key has to change the screen. */
export async function pressing(args: readonly string[], keys: Iterable<string>, cwd: string): Promise<Figures> {
  const pty = openTerminal(args, cwd);
  let heard = '';
  let framed = (): void => undefined;
  pty.onData((data) => {
    heard += data;
    if (heard.includes(frameEnds)) framed();
  });
  const frame = () =>
    new Promise<void>((resolve) => {
      framed = resolve;
    });
  await frame();
  const before = residentMemory(pty.pid);
  const latencies: number[] = [];
  const bytes: number[] = [];
  for (const key of keys) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    heard = '';
    const drawn = frame();
    const start = performance.now();
    pty.write(key);
    await Promise.race([drawn, silence(key, latencies.length)]);
    latencies.push(performance.now() - start);
    bytes.push(Buffer.byteLength(heard));
  }
  const after = residentMemory(pty.pid);
  pty.kill('SIGKILL');
  return { latencies, bytes, memory: before !== undefined && after !== undefined ? [before, after] : undefined };
}

const patience = 10_000;

/** A key that changes nothing would be waited for in vain. */
const silence = (key: string, index: number) =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`No frame came of key ${index}, ${JSON.stringify(key)}.`)), patience).unref();
  });

function residentMemory(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
