import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Applied, isDone } from '../../src/cluster/apply/applied.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { wavesOf } from '../../src/cluster/apply/waves.ts';
import { connect } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { objectsOf } from '../presets/runs.ts';
import { serverBinariesFor, wantedMinor } from './binaries.ts';
import { type ControlPlane, startServerOnly } from './control-plane.ts';
import { objectsThere } from './objects-there.ts';

let plane: ControlPlane;
beforeAll(async () => {
  plane = await startServerOnly(serverBinariesFor(wantedMinor(), (line) => process.stderr.write(`${line}\n`)));
}, 600_000);
afterAll(() => plane.stop());

/** Small objects, so that many requests are under way when the server goes. */
const settings = (namespace: string): readonly AnyObject[] =>
  Array.from({ length: 100 }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `settings-${index}`, namespace },
    data: { LOG_LEVEL: 'info' },
  }));

const secret = (namespace: string, value: string): AnyObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'generated', namespace },
  stringData: { password: value },
});

/** An application with something in every wave. */
const objectsIn = (namespace: string): readonly AnyObject[] => [
  ...objectsOf({ application: { name: namespace }, preset: 'kafka', components: { '': { 'cluster-id': 'MkU3OEVBNTcwNTJENDM2Qg' } } }),
  ...settings(namespace),
];

const count = objectsIn('any').length;
/** After so many objects: one of each wave is through. */
const moments = wavesOf(objectsIn('any')).map((_, index, waves) => waves.slice(0, index).flat().length + 1);

/** Applies with a connection of its own, as a new run does; undefined where it broke off. `once` holds the Secret. */
async function run(objects: readonly AnyObject[], once: AnyObject, told: () => void = () => undefined) {
  const connection = connect({ kubeconfig: plane.kubeconfig });
  return apply(connection, [...objects, once], { once: new Set([once]), told }).catch(() => undefined);
}

const isWhole = (applied: readonly Applied[] | undefined): boolean => applied?.length === count + 1 && applied.every(isDone);

describe('an API server that is killed in the middle of an apply', () => {
  it.for(moments)('after %i objects, and comes back: nothing is lost and nothing is doubled', async (moment) => {
    const namespace = `killed-${moment}`;
    const objects = objectsIn(namespace);
    let through = 0;
    let back: Promise<void> | undefined;
    const first = await run(objects, secret(namespace, 'first'), () => {
      if (++through === moment) back = plane.killServer().then(plane.startServer);
    });
    await back;
    // A machine that is busy may start it too late for the patience of the first run.
    if (!isWhole(first)) expect(isWhole(await run(objects, secret(namespace, 'second')))).toBe(true);
    expect(through).toBeGreaterThanOrEqual(moment);
    expect(await stateIn(namespace)).toEqual(wanted(namespace));
  });

  it('and stays away: the apply breaks off, and the next one does what is left', async () => {
    const namespace = 'killed-away';
    const objects = objectsIn(namespace);
    let through = 0;
    let gone: Promise<void> | undefined;
    const first = await run(objects, secret(namespace, 'first'), () => {
      if (++through === 40) gone = plane.killServer();
    });
    await gone;
    expect(first).toBeUndefined();
    await plane.startServer();
    const second = await run(objects, secret(namespace, 'second'));
    expect(second?.filter((each) => !isDone(each))).toEqual([]);
    expect(second?.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['applied', 'created']));
    expect(await stateIn(namespace)).toEqual(wanted(namespace));
  });
});

const told = ({ kind, metadata }: AnyObject): string => `${kind} ${metadata?.name}: generation ${metadata?.generation ?? 1}`;

/** What is to be there in the end, and nothing else. */
const wanted = (namespace: string): readonly string[] => [...objectsIn(namespace), secret(namespace, '')].map(told).sort();

/** Everything that is in a namespace, and itself, with how often somebody has changed what it asks for. */
async function stateIn(namespace: string): Promise<readonly string[]> {
  const objects = await objectsThere(connect({ kubeconfig: plane.kubeconfig }), namespace);
  return objects.map(told).sort();
}
