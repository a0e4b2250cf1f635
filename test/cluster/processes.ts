import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Programs that run beside a test, and end with it. */
export interface Processes {
  /** Starts a program whose words go into a file named after it. */
  start(name: string, path: string, args: readonly string[]): void;
  /** Ends what was started under this name, at once and without a warning. */
  kill(name: string): Promise<void>;
  /** Rejects as soon as one of them ends by itself, with its last words. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Each program has a shell beside it that waits for the end of its own input, and ends the program then: so it goes with this
 * process, however that goes. A signal to all of the group must not end the shell that waits, or a program that takes its time would
 * stay. Nothing of it is kept, so nobody waits for a graceful end.
 */
const guarded =
  'exec 3<&0; "$@" </dev/null & child=$!; (trap "" HUP INT TERM; cat <&3 >/dev/null; kill -9 $child 2>/dev/null) & wait $child';
const lastLines = 15;

export function processesIn(folder: string): Processes {
  const running = new Map<string, ChildProcess>();
  let fail: (problem: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => undefined);
  const kill = async (name: string) => {
    const child = running.get(name);
    running.delete(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.stdin?.end();
    await gone;
  };
  return {
    failed,
    start: (name, path, args) => {
      const log = join(folder, `${name}.log`);
      const output = openSync(log, 'a');
      const child = spawn('/bin/sh', ['-c', guarded, name, path, ...args], { stdio: ['pipe', output, output] });
      closeSync(output);
      running.set(name, child);
      child.once('exit', () => {
        if (running.get(name) !== child) return;
        const words = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lastLines).join('\n');
        fail(new Error(`${name} ended by itself:\n${words}`));
      });
    },
    kill,
    stop: async () => {
      await Promise.all([...running.keys()].map(kill));
    },
  };
}

/** So many ports of loopback that nobody listens on. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise<typeof server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return address !== null && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
