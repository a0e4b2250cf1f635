import type { Connection } from '../../src/cluster/connection.ts';
import { inParallel } from '../../src/cluster/in-parallel.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

export const size = { namespaces: 5000, pods: 20_000, nodes: 200 };
/** Most namespaces of a large cluster have no pods at any one time. */
const withPods = 100;

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const team = (index: number): string => `team-${index}`;

/** Labels and annotations as others leave them, to read which takes time. */
const metadata = (name: string) => ({
  name,
  labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/managed-by': 'Helm', 'example.com/cost-center': 'engineering' },
  annotations: { 'example.com/requester': `${name}@example.com`, 'example.com/description': 'x'.repeat(500) },
});

const pod = (index: number): AnyObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { ...metadata(`web-${index}`), namespace: team(index % withPods) },
  spec: {
    // Nobody runs it.
    schedulerName: 'nobody',
    containers: [{ name: 'web', image: 'ghcr.io/example/shop:2.4.1', resources: { requests: { cpu: '100m', memory: '128Mi' } } }],
  },
});

const node = (index: number): AnyObject => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: metadata(`node-${index}`),
  status: { allocatable: { cpu: '16', memory: '64Gi', pods: '110' } },
});

/** Fills a server that has nobody who acts by themselves. */
export async function fill(connection: Connection): Promise<void> {
  const create = async (path: string, object: object) => {
    const { status, body } = await connection.send('POST', path, { body: JSON.stringify(object), contentType: 'application/json' });
    if (status !== 201) throw new Error(body);
  };
  await inParallel(numbers(size.namespaces), (index) => create('/api/v1/namespaces', { metadata: metadata(team(index)) }));
  await inParallel(numbers(withPods), (index) =>
    create(`/api/v1/namespaces/${team(index)}/serviceaccounts`, { metadata: { name: 'default' } }),
  );
  await inParallel(numbers(size.nodes), (index) => create('/api/v1/nodes', node(index)));
  await inParallel(numbers(size.pods), (index) => create(`/api/v1/namespaces/${team(index % withPods)}/pods`, pod(index)));
}
