/**
 * Measures the built program beside kubectl on a control plane of its own, and prints a table: 1,000 small objects applied server-side
 * by each in turn, on loopback and with a delay on the way; then what a look at a large cluster takes. What misses its goal is said to
 * have MISSED it.
 *
 *     node test/cluster/bench.ts [--rounds 5] [--objects 1000]
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { connect } from '../../src/cluster/connection.ts';
import { median } from '../bench/timing.ts';
import { binariesFor, wantedMinor } from './binaries.ts';
import { startControlPlane, startServerOnly } from './control-plane.ts';
import { fill, size } from './large-cluster.ts';
import { ran } from './racers.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, objects: { type: 'string', default: '1000' } } });
const [rounds, count] = [Number(values.rounds), Number(values.objects)];
const folder = mkdtempSync(join(tmpdir(), 'bench-cluster-'));
// Nobody builds it anew meanwhile.
cpSync('dist', join(folder, 'dist'), { recursive: true });
const cli = join(folder, 'dist/cli.js');
const { NODE_EXTRA_CA_CERTS: _, KUBECONFIG: __, ...environment } = process.env;
const env = { ...environment, HOME: folder, XDG_STATE_HOME: join(folder, 'state'), NODE_COMPILE_CACHE: join(folder, 'compiled') };

const binaries = binariesFor(wantedMinor(), (line) => console.error(line));
const plane = await startControlPlane(binaries);
const connection = connect({ kubeconfig: plane.kubeconfig });

let namespaces = 0;
/** A file of small objects for a namespace that has just been made. */
async function manifests(): Promise<string> {
  const namespace = `bench-${namespaces++}`;
  const body = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const { status } = await connection.send('POST', '/api/v1/namespaces', { body, contentType: 'application/json' });
  if (status !== 201) throw new Error(`namespace: ${status}`);
  const objects = Array.from({ length: count }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `settings-${index}`, namespace, labels: { 'app.kubernetes.io/name': 'settings' } },
    data: { HOST: `host-${index}.example.com`, LOG_LEVEL: 'info', PORT: '8080' },
  }));
  const path = join(folder, `${namespace}.yaml`);
  writeFileSync(path, objects.map((object) => stringify(object)).join('---\n'));
  return path;
}

type Racer = (kubeconfig: string, file: string, isLookedAt?: boolean) => ReturnType<typeof ran>;

const racers: Readonly<Record<'kubectl' | 'apply' | 'apply --no-preview', Racer>> = {
  kubectl: (kubeconfig, file, isLookedAt) =>
    ran(binaries.kubectl, ['apply', '--server-side', '-f', file, '--kubeconfig', kubeconfig], env, isLookedAt),
  apply: (kubeconfig, file, isLookedAt) => ran(process.execPath, [cli, 'apply', file, '--kubeconfig', kubeconfig], env, isLookedAt),
  'apply --no-preview': (kubeconfig, file, isLookedAt) =>
    ran(process.execPath, [cli, 'apply', file, '--no-preview', '--timeout', '0', '--kubeconfig', kubeconfig], env, isLookedAt),
};

const printed = (number: number): string => (number < 10 ? number.toFixed(2) : number.toFixed(0));
const verdicts: boolean[] = [];

/** All of them in turn, so that a busy moment meets each. */
async function race(where: string, kubeconfig: string, goal: number): Promise<void> {
  const names = Object.keys(racers) as (keyof typeof racers)[];
  const times = new Map(names.map((name): [typeof name, number[]] => [name, []]));
  const peaks = new Map<string, number | undefined>();
  // The first one of each fills the caches on disk.
  for (const name of names) peaks.set(name, (await racers[name](kubeconfig, await manifests(), true)).peak);
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times.get(name)?.push((await racers[name](kubeconfig, await manifests())).milliseconds);
  }
  const kubectl = median(times.get('kubectl') ?? []);
  for (const name of names) {
    const time = median(times.get(name) ?? []);
    const ratio = name === 'kubectl' ? '' : `${printed(kubectl / time)} × as fast`;
    const hasGoal = name === 'apply --no-preview';
    if (hasGoal) verdicts.push(kubectl / time >= goal);
    const verdict = hasGoal ? `at least ${printed(goal)}  ${kubectl / time >= goal ? 'ok' : 'MISSED'}` : '';
    console.log(
      [
        where.padEnd(20),
        name.padEnd(20),
        `${printed(time)} ms`.padEnd(10),
        `${printed(peaks.get(name) ?? Number.NaN)} MiB`.padEnd(10),
        ratio.padEnd(16),
        verdict,
      ]
        .join('')
        .trimEnd(),
    );
  }
}

/** Milliseconds, each way. */
const delay = 20;

/** The path of a kubeconfig that leads to the server by way of a slow proxy. */
async function slowed(): Promise<readonly [string, ChildProcess]> {
  const { port } = new URL(connection.server);
  const proxy = spawn(process.execPath, ['test/cluster/slow-proxy.ts', port, String(delay)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = await once(proxy.stdout, 'data');
  const path = join(folder, 'slow.kubeconfig');
  const config = readFileSync(plane.kubeconfig, 'utf8').replaceAll(connection.server, `https://127.0.0.1:${String(said).trim()}`);
  writeFileSync(path, config, { mode: 0o600 });
  return [path, proxy];
}

/** The most that a look at a large cluster may add. */
const lookGoals = { milliseconds: 1000, peak: 100 };

/** Times and memory of the same call with a look at a cluster and without one. */
async function looking(): Promise<void> {
  const server = await startServerOnly(binaries);
  try {
    await fill(connect({ kubeconfig: server.kubeconfig }));
    const blind = [cli, 'shop', '--image', 'ghcr.io/example/shop:2.4.1', '--yes', '--stdout'];
    const calls = { 'without a look': blind, '--from-cluster': [...blind, '--from-cluster', '--kubeconfig', server.kubeconfig] };
    console.log(`${size.namespaces} namespaces, ${size.pods} pods, ${size.nodes} nodes`);
    const measured: { milliseconds: number; peak: number }[] = [];
    for (const [what, args] of Object.entries(calls)) {
      const { peak = Number.NaN } = await ran(process.execPath, args, env, true);
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) times.push((await ran(process.execPath, args, env)).milliseconds);
      measured.push({ milliseconds: median(times), peak });
      console.log(`${what.padEnd(40)}${`${printed(median(times))} ms`.padEnd(10)}${printed(peak)} MiB`);
    }
    const [without, withLook] = measured;
    for (const [what, most] of Object.entries(lookGoals) as [keyof typeof lookGoals, number][]) {
      const more = (withLook?.[what] ?? 0) - (without?.[what] ?? 0);
      verdicts.push(!(more > most));
      console.log(`  ${what}: ${printed(more)} more, at most ${most}  ${more > most ? 'MISSED' : 'ok'}`);
    }
  } finally {
    await server.stop();
  }
}

try {
  console.log(`Kubernetes ${wantedMinor()}, Node ${process.versions.node}, ${count} objects, medians of ${rounds} rounds`);
  await race('loopback', plane.kubeconfig, 2.5);
  const [kubeconfig, proxy] = await slowed();
  await race(`${delay} ms each way`, kubeconfig, 8);
  proxy.stdin?.end();
  await plane.stop();
  await looking();
} finally {
  await plane.stop();
  rmSync(folder, { recursive: true });
}
console.log(verdicts.every(Boolean) ? 'Every goal is met.' : 'Some goals are MISSED.');
