import { expect, it } from 'vitest';
import type { Connection } from '../../src/cluster/connection.ts';
import { volumeStatsOf } from '../../src/cluster/glance/volume-stats.ts';
import { object, pod } from './scenes.ts';

const claim = object('PersistentVolumeClaim', 'data');
const on = (node: string, claimName = 'data') =>
  pod(`${node}-pod`, {}, {}, { nodeName: node, volumes: [{ persistentVolumeClaim: { claimName } }] });

const summary = {
  pods: [
    {
      volume: [
        { name: 'data', usedBytes: 90, capacityBytes: 100, pvcRef: { name: 'data', namespace: 'shop' } },
        { name: 'tmp', usedBytes: 1 },
      ],
    },
    { volume: [{ name: 'data', usedBytes: 1, capacityBytes: 2, pvcRef: { name: 'data', namespace: 'other' } }] },
  ],
};

/** An API server that answers so, and remembers what it was asked for. */
function answering(status: number, body: string): { readonly connection: Connection; readonly asked: string[] } {
  const asked: string[] = [];
  const send: Connection['send'] = async (_, path) => {
    asked.push(path);
    return { status, headers: {}, body };
  };
  return {
    asked,
    connection: { context: 'c', server: 's', namespace: 'shop', send, stream: async () => Promise.reject(new Error('no stream')) },
  };
}

const { signal } = new AbortController();

it('asks each node that has a pod with a claim once, and keeps the claims of the namespace', async () => {
  const { connection, asked } = answering(200, JSON.stringify(summary));
  const stats = await volumeStatsOf(connection, [claim, on('node-a'), on('node-a'), pod('without')], signal);
  expect(asked).toEqual(['/api/v1/nodes/node-a/proxy/stats/summary']);
  expect(stats).toEqual([{ kind: 'VolumeStats', metadata: { name: 'data', namespace: 'shop' }, usedBytes: 90, capacityBytes: 100 }]);
});

it.each([
  ['who may not ask', 403, '{}'],
  ['a kubelet that does not answer', 503, 'error trying to reach service'],
  ['an answer that is none', 200, '<html>'],
])('%s says nothing', async (_, status, body) => {
  expect(await volumeStatsOf(answering(status, body).connection, [claim, on('node-a')], signal)).toEqual([]);
});
