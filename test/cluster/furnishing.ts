import { apply } from '../../src/cluster/apply.ts';
import type { Connection } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

const zones = ['north', 'south'];

/** Machines that kwok pretends to be. */
const nodes: readonly AnyObject[] = ['a', 'b', 'c'].map((letter, index) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: `node-${letter}`,
    annotations: { 'kwok.x-k8s.io/node': 'fake' },
    labels: {
      'kubernetes.io/hostname': `node-${letter}`,
      'kubernetes.io/os': 'linux',
      'topology.kubernetes.io/zone': zones[index % zones.length] ?? '',
    },
  },
  status: { allocatable: { cpu: '256', memory: '1Ti', pods: '2000', 'ephemeral-storage': '4Ti' } },
}));

/** Disks for whoever claims one. */
const storage: AnyObject = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'kwok-volume', annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'kwok.x-k8s.io/volume',
  volumeBindingMode: 'Immediate',
};

/** Gives a new cluster what it has before anybody applies anything. Nodes are created: to apply one would leave out its status. */
export async function furnish(connection: Connection): Promise<void> {
  for (const node of nodes) {
    const { status, body } = await connection.send('POST', '/api/v1/nodes', {
      body: JSON.stringify(node),
      contentType: 'application/json',
    });
    if (status !== 201) throw new Error(body);
  }
  const [stored] = await apply(connection, [storage]);
  if (stored?.outcome !== 'created') throw new Error(JSON.stringify(stored));
}
