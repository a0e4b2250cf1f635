/**
 * Measures the built program against its goals and prints a table. What misses its goal is said to have MISSED it; that
 * is no failure, since a busy machine misses too. Start-up times are ratios to `node -e 0` in the same run.
 *
 *     node test/bench/bench.ts [--rounds 31]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freshNpm, mostBytes, tarball } from '../package/tarball.ts';
import { planning } from './many-components.ts';
import { firstFrame, pressing, timeToFrame } from './terminal.ts';
import { median, node, peakMemory, quantile, timesOf } from './timing.ts';

interface Row {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** The most it may be; without one it is only told. */
  readonly goal?: number;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '31' } } });
const rounds = Number(values.rounds);
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const cli = resolve('dist/cli.js');
const image = ['--image', 'ghcr.io/example/shop:2.4.1'];
const application = [
  cli,
  'shop',
  ...image,
  '--with',
  'postgresql=db',
  '--with',
  'kafka=broker',
  '--needs',
  'db',
  '--needs',
  'broker',
  '--yes',
  '--stdout',
];

function startUp(): readonly Row[] {
  const runs = [['-e', '0'], [cli, '--version'], [cli, '--help'], application];
  const [nothing = Number.NaN, version = Number.NaN, help = Number.NaN, three = Number.NaN] = timesOf(
    runs.map((args) => () => void node(args, folder)),
    rounds,
  );
  return [
    { what: '`node -e 0`', figure: nothing, unit: 'ms' },
    { what: '--version', figure: version / nothing, unit: '× node', goal: 1.25 },
    { what: '--help', figure: help / nothing, unit: '× node' },
    { what: 'three components, --yes --stdout', figure: three / nothing, unit: '× node', goal: 2 },
  ];
}

/** Five components of one's own: with all questions, some sixty of them. */
const large = [
  ...[cli, 'shop', '--all-questions', ...image, '--exposure', 'outside', '--host', 'shop.example.com'],
  ...['api', 'auth', 'mail', 'search'].flatMap((name) => [`--${name}.image`, `ghcr.io/example/${name}:1.0.0`, '--needs', name]),
];

async function wizard(): Promise<readonly Row[]> {
  const starts: { readonly nothing: number; readonly frame: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    starts.push({ nothing: await timeToFrame(['-e', '0'], folder), frame: await timeToFrame([cli, 'shop'], folder) });
  }
  const asked = Number((await firstFrame(large, folder)).match(/1 of about (\d+)/)?.[1]);
  const there = Array.from({ length: asked - 1 }, () => ['?', '?', '\r']).flat();
  const back = Array.from({ length: asked - 1 }, () => '\u001b[D');
  const keys = Array.from({ length: Math.ceil(1000 / (there.length + back.length)) }, () => [...there, ...back])
    .flat()
    .slice(0, 1000);
  const { latencies, bytes, memory: resident } = await pressing(large, keys, folder);
  return [
    {
      what: 'first frame in a terminal',
      figure: median(starts.map(({ frame }) => frame)) / median(starts.map(({ nothing }) => nothing)),
      unit: '× node',
      goal: 4.5,
    },
    { what: 'questions of five components', figure: asked, unit: '' },
    { what: 'key to frame, median', figure: median(latencies), unit: 'ms' },
    { what: 'key to frame, 99 of 100', figure: quantile(latencies, 0.99), unit: 'ms', goal: 16 },
    { what: 'written per key, median', figure: median(bytes), unit: 'bytes' },
    { what: 'written per key, 99 of 100', figure: quantile(bytes, 0.99), unit: 'bytes' },
    ...(resident
      ? [
          { what: 'memory at the first frame', figure: resident[0], unit: 'MiB' },
          { what: `memory after ${keys.length} keys`, figure: resident[1], unit: 'MiB' },
        ]
      : []),
  ];
}

function memory(): readonly Row[] {
  const runs = { '`node -e 0`': ['-e', '0'], 'three components': application };
  return Object.entries(runs).flatMap(([what, args]) => {
    const peak = peakMemory(args, folder);
    return peak === undefined ? [] : [{ what: `peak memory, ${what}`, figure: peak, unit: 'MiB' }];
  });
}

function size(): readonly Row[] {
  const [thousand = Number.NaN, two = Number.NaN] = timesOf([planning(1000), planning(2000)], 7);
  return [
    { what: 'plan of 1,000 components', figure: thousand, unit: 'ms', goal: 1000 },
    { what: 'time for twice as many', figure: two / thousand, unit: '× (linear is 2)', goal: 2.5 },
  ];
}

function installing(): readonly Row[] {
  const packed = tarball(folder);
  let run = 0;
  const cold = () => {
    const env = freshNpm(join(folder, `cache-${run++}`));
    execFileSync('npx', ['--yes', '--package', packed.path, 'create-k8s-app', '--version'], { cwd: folder, env, stdio: 'pipe' });
  };
  const [npx = Number.NaN] = timesOf([cold], 5);
  return [
    { what: 'tarball', figure: packed.bytes / 1000, unit: 'kB', goal: mostBytes / 1000 },
    { what: 'npx of the tarball, nothing cached', figure: npx, unit: 'ms', goal: 1000 },
  ];
}

const rows = [...startUp(), ...(await wizard()), ...memory(), ...size(), ...installing()];
rmSync(folder, { recursive: true });

const printed = (number: number): string => (number < 10 ? number.toFixed(2) : number.toFixed(0));
console.log(`Node ${process.versions.node}, medians of ${rounds} rounds`);
for (const { what, figure, unit, goal } of rows) {
  const verdict = goal === undefined ? '' : `at most ${printed(goal)}`.padEnd(14) + (figure <= goal ? 'ok' : 'MISSED');
  console.log(`${what.padEnd(36)}${`${printed(figure)} ${unit}`.padEnd(24)}${verdict}`.trimEnd());
}
const missed = rows.filter(({ figure, goal }) => goal !== undefined && !(figure <= goal));
console.log(missed.length === 0 ? 'Every goal is met.' : `MISSED: ${missed.map(({ what }) => what).join(', ')}`);
