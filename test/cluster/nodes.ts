import type { AnyObject } from '../../src/model/manifest.ts';

/** Three machines that kwok pretends to be, in two zones. */
export const nodes: readonly AnyObject[] = ['a', 'b', 'c'].map((letter, index) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: `node-${letter}`,
    annotations: { 'kwok.x-k8s.io/node': 'fake' },
    labels: { 'kubernetes.io/hostname': `node-${letter}`, 'kubernetes.io/os': 'linux', 'topology.kubernetes.io/zone': `zone-${index % 2}` },
  },
  status: { allocatable: { cpu: '64', memory: '256Gi', pods: '1000', 'ephemeral-storage': '1Ti' } },
}));
