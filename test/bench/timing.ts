import { spawnSync } from 'node:child_process';

/** The number that so large a part of them does not exceed. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Milliseconds that each piece of work takes: medians of runs in turn, so that a busy moment meets them all. */
export function timesOf(work: readonly (() => void)[], rounds: number): readonly number[] {
  const times = work.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of work.entries()) {
      const start = performance.now();
      run();
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

/** Node 20 and 22 read the file of this variable at every start. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/** A run of Node that has to succeed; gives what it wrote to stderr. */
export function node(args: readonly string[], cwd: string): string {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, env: environment, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (status !== 0) throw new Error(`node ${args.join(' ')}\n${stderr}`);
  return stderr;
}

/** The high-water mark of the process itself: that of getrusage counts the parent's memory too. Linux only. */
const sayPeak = `process.on('exit', () => console.error(process.getBuiltinModule('fs').readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\\s+(\\d+)/)[1]))`;

/** Peak memory of a run of Node in MiB, or undefined where the system does not tell. */
export function peakMemory(args: readonly string[], cwd: string): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const said = node(['--import', `data:text/javascript,${encodeURIComponent(sayPeak)}`, ...args], cwd);
  return Number(said.trim().split('\n').at(-1)) / 1024;
}
