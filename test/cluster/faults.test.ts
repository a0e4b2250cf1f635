import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject, it } from 'vitest';
import { apply } from '../../src/cluster/apply/apply.ts';
import { wavesOf } from '../../src/cluster/apply/waves.ts';
import { connect } from '../../src/cluster/connection.ts';
import { pathsOf } from '../../src/cluster/discovery.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { objectsOf } from '../presets/runs.ts';
import { type Fault, faults, startFaultyProxy } from './faulty-proxy.ts';

const kubeconfig = inject('kubeconfig');
const direct = connect({ kubeconfig });
const folder = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** An application with something in every wave but the last. */
const objectsIn = (namespace: string): readonly AnyObject[] =>
  objectsOf({ application: { name: namespace }, preset: 'kafka', components: { '': { 'cluster-id': 'MkU3OEVBNTcwNTJENDM2Qg' } } });

/** What is there of these, by kind and name, with how often somebody has changed what it asks for. */
async function there(objects: readonly AnyObject[]): Promise<readonly string[]> {
  const paths = pathsOf(direct);
  return Promise.all(
    objects.map(async (object) => {
      const { status, body } = await direct.send('GET', (await paths.pathOf(object)) ?? '');
      return `${object.kind} ${object.metadata?.name}: ${status === 200 ? `generation ${JSON.parse(body).metadata.generation ?? 1}` : status}`;
    }),
  );
}

const waves = wavesOf(objectsIn('any')).length;
const cases = faults.flatMap((fault) => Array.from({ length: waves }, (_, wave) => [fault, wave] as const));

describe('a fault on the way', () => {
  it.concurrent.for(cases)('%s, at wave %i: nothing is lost and nothing is doubled', async ([fault, wave], { expect }) => {
    const namespace = `fault-${faults.indexOf(fault)}-${wave}`;
    const objects = objectsIn(namespace);
    const [spoiled] = wavesOf(objects)[wave] ?? [];
    const path = (await pathsOf(direct).pathOf(spoiled as AnyObject)) ?? '';
    let left = 2;
    const faultOf = (method: string, asked: string): Fault | undefined =>
      method === 'PATCH' && asked.startsWith(`${path}?`) && left-- > 0 ? fault : undefined;
    const proxy = await startFaultyProxy(kubeconfig, folder, faultOf);
    try {
      const applied = await apply(connect({ kubeconfig: proxy.kubeconfig }), objects);
      expect(applied.filter(({ outcome }) => outcome !== 'created' && outcome !== 'applied')).toEqual([]);
      expect(applied.map(({ object }) => object)).toEqual(wavesOf(objects).flat());
      expect(left).toBeLessThan(2);
      expect((await there(objects)).filter((each) => !each.endsWith('generation 1'))).toEqual([]);
    } finally {
      await proxy.close();
    }
  });
});

it('a server that is always busy is given up, with its last word, and later waves are not sent', async ({ expect }) => {
  const objects = objectsIn('fault-always');
  const proxy = await startFaultyProxy(kubeconfig, folder, (method) => (method === 'PATCH' ? '503' : undefined));
  try {
    const applied = await apply(connect({ kubeconfig: proxy.kubeconfig }), objects);
    expect(applied).toEqual([expect.objectContaining({ outcome: 'refused', status: 503, message: 'the proxy says 503' })]);
    expect(await there(objects.slice(0, 1))).toEqual(['Namespace fault-always: 404']);
  } finally {
    await proxy.close();
  }
});
