import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A run of a program from its start to its end. */
export interface Ran {
  readonly milliseconds: number;
  /** Peak memory in MiB; undefined where the system does not tell, and where nobody looked. */
  readonly peak: number | undefined;
}

/** Milliseconds. */
const betweenLooks = 20;

/** Runs a program that has to succeed. To look at its memory takes time, so nobody looks where the time counts. */
export function ran(path: string, args: readonly string[], env: NodeJS.ProcessEnv, isLookedAt = false): Promise<Ran> {
  const start = performance.now();
  const child = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (said) => {
    words = (words + said).slice(-2000);
  });
  let peak: number | undefined;
  const looking = isLookedAt ? setInterval(() => (peak = highWaterMark(child.pid) ?? peak), betweenLooks) : undefined;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(looking);
      if (code === 0) resolve({ milliseconds: performance.now() - start, peak });
      else reject(new Error(`${path} ${args.join(' ')} ended with ${code}:\n${words}`));
    });
  });
}

/** MiB of memory that a process has had at most (Linux, proc(5)). */
function highWaterMark(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux' || pid === undefined) return undefined;
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  } catch {
    // It has ended.
    return undefined;
  }
}
