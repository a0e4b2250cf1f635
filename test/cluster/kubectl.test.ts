import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { fieldOf } from '../../src/checks/object-fields.ts';
import { kindsAnnotation, memberLabel } from '../../src/cluster/apply/apply-sets.ts';
import { connect } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { type Box, boxesForTests } from '../e2e/boxes.ts';
import { presets } from '../presets-of-the-house.ts';
import { serverBinariesFor, wantedMinor } from './binaries.ts';
import { type ControlPlane, startServerOnly } from './control-plane.ts';
import { furnish } from './furnishing.ts';
import { objectsThere } from './objects-there.ts';

const binaries = serverBinariesFor(wantedMinor(), (line) => process.stderr.write(`${line}\n`));
/** Two of the same, one for each way: nothing happens on them but what is asked for. */
let planes: readonly [ControlPlane, ControlPlane];
beforeAll(async () => {
  planes = await Promise.all([startServerOnly(binaries), startServerOnly(binaries)]);
  await Promise.all(planes.map(({ kubeconfig }) => furnish(connect({ kubeconfig }))));
}, 600_000);
afterAll(async () => {
  await Promise.all(planes.map((plane) => plane.stop()));
});

const boxOf = boxesForTests();
const image = ['--image', 'ghcr.io/example/shop:2.4.1'];

/** The words that make an application of a preset, called by this name. */
function argvFor(name: string, preset: string, platform: string): readonly string[] {
  const answers = presets.find((each) => each.name === preset)?.answers ?? {};
  const schedule = answers['run'] === 'scheduled' && answers['schedule'] === undefined ? ['--schedule', '30 3 * * *'] : [];
  return [name, '--preset', preset, ...(answers['image'] === undefined ? image : []), ...schedule, '--platform', platform];
}

async function written(box: Box, argv: readonly string[]): Promise<void> {
  const { code, stderr } = await box.run({ argv: [...argv, '--yes'] });
  if (code !== 0) throw new Error(stderr);
}

/** What the README of a folder says to do with kubectl. */
async function appliedByKubectl(box: Box, name: string, ...flags: readonly string[]): Promise<void> {
  const [, { kubeconfig }] = planes;
  const steps = [
    ['-k', 'admin'],
    ['-f', 'secrets/secrets.yaml'],
    ['-k', 'app'],
  ];
  for (const [flag = '', place = ''] of steps) {
    const path = join(box.here, name, place);
    if (!existsSync(path)) continue;
    const words = ['apply', ...flags, flag, path, '--kubeconfig', kubeconfig];
    await promisify(execFile)(binaries.kubectl, words, { env: { ...process.env, HOME: box.root } });
  }
}

async function appliedByUs(box: Box, name: string): Promise<void> {
  const { code, stderr } = await box.run({ argv: ['apply', name, '--timeout', '0', '--kubeconfig', planes[0].kubeconfig] });
  if (code !== 0) throw new Error(stderr);
}

/** What is there in the end on one of the planes, without what is each server's own or each tool's own. */
async function outcomeIn(plane: ControlPlane | undefined, namespace: string): Promise<Readonly<Record<string, unknown>>> {
  const objects = await objectsThere(connect({ kubeconfig: plane?.kubeconfig ?? '' }), namespace);
  return Object.fromEntries(
    objects
      .filter(({ metadata }) => metadata?.annotations?.[kindsAnnotation] === undefined)
      .map((object) => [`${object.kind} ${object.metadata?.name}`, compared(object)] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

/** What every server gives anew, and what each tool keeps for itself. */
const own = new Set([
  ...['uid', 'resourceVersion', 'creationTimestamp', 'managedFields', 'clusterIP', 'clusterIPs', 'nodePort', 'healthCheckNodePort'],
  ...[memberLabel, 'kubectl.kubernetes.io/last-applied-configuration'],
]);

function compared(object: AnyObject): unknown {
  const { uid = '', annotations = {} } = object.metadata ?? {};
  const isHeadless = fieldOf(object['spec'], 'clusterIP') === 'None';
  const kept = JSON.stringify({ isHeadless, ...object, metadata: { ...object.metadata, annotations } }, (key, value) =>
    own.has(key) ? undefined : value,
  );
  // A Job's pods bear the uid of their Job.
  return JSON.parse(kept.replaceAll(uid, 'its uid'));
}

const cases = ['kubernetes', 'openshift'].flatMap((platform) => presets.map(({ name }) => [name, platform] as const));

describe('a folder that kubectl applies gives the same objects', () => {
  it.concurrent.for(cases)('%s on %s', async ([preset, platform], { expect }) => {
    const [box, name] = [boxOf(), `same-${preset}-${platform}`];
    await written(box, argvFor(name, preset, platform));
    await appliedByUs(box, name);
    await appliedByKubectl(box, name, '--server-side');
    const [ours, theirs] = await Promise.all(planes.map((plane) => outcomeIn(plane, name)));
    expect(Object.keys(ours ?? {}).length).toBeGreaterThan(4);
    expect(ours).toEqual(theirs);
  });

  it.concurrent('as the README tells it, three components', async ({ expect }) => {
    const [box, name] = [boxOf(), 'same-as-readme'];
    const needs = ['--needs', 'postgresql', '--needs', 'kafka', '--exposure', 'outside', '--host', 'shop.example.com'];
    await written(box, [...argvFor(name, 'web', 'kubernetes'), ...needs]);
    await appliedByUs(box, name);
    await appliedByKubectl(box, name);
    const [ours, theirs] = await Promise.all(planes.map((plane) => outcomeIn(plane, name)));
    expect(Object.keys(ours ?? {}).length).toBeGreaterThan(20);
    expect(ours).toEqual(theirs);
  });
});
