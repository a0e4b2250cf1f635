import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes no notice of being asked to end, and says who it is. */
const stubborn = `
  for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  console.log(process.pid);
  setInterval(() => undefined, 1000);
`;

/** A test as far as its programs can tell. */
const starting = (inside: string): string => `
  import { processesIn } from ${JSON.stringify(resolve('test/cluster/processes.ts'))};
  processesIn(${JSON.stringify(inside)}).start('stubborn', process.execPath, ['--eval', ${JSON.stringify(stubborn)}]);
  setInterval(() => undefined, 1000);
`;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a program that was started beside a test goes with it', () => {
  it.for([
    ['SIGKILL', 'alone'],
    ['SIGINT', 'with its group'],
    ['SIGTERM', 'with its group'],
    ['SIGHUP', 'with its group'],
  ] as const)('when %s ends it %s', async ([signal, whom]) => {
    const inside = mkdtempSync(join(folder, 'in-'));
    const starter = spawn(process.execPath, ['--input-type=module', '--eval', starting(inside)], { detached: true, stdio: 'ignore' });
    const log = join(inside, 'stubborn.log');
    const pid = () => (existsSync(log) ? Number(readFileSync(log, 'utf8')) : 0);
    await expect.poll(pid, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(isRunning(pid())).toBe(true);
    // A negative number is a whole group (kill(2)).
    process.kill((starter.pid ?? 0) * (whom === 'alone' ? 1 : -1), signal);
    await expect.poll(() => isRunning(pid()), { timeout: 20_000 }).toBe(false);
  });
});
