import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../src/cluster/follow/readiness.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

const condition = (type: string, status: string, more: object = {}) => ({ type, status, ...more });
const words = { reason: 'HostAlreadyClaimed', message: 'route a already exposes shop.example.com' };

/** A kind, its status (and spec), and what it comes to. */
const cases: readonly (readonly [kind: string, status: object, is: string, says?: string | undefined, spec?: object])[] = [
  ['Deployment', { observedGeneration: 1 }, 'waiting', 'Its controller has not seen it yet.'],
  ['Deployment', { observedGeneration: 2, replicas: 3, updatedReplicas: 2, availableReplicas: 1 }, 'waiting', '1 of 2 pods ready.'],
  [
    'Deployment',
    { observedGeneration: 2, replicas: 3, updatedReplicas: 2, availableReplicas: 3 },
    'waiting',
    'The new pods serve; old ones that still have to go: 1.',
  ],
  ['Deployment', { observedGeneration: 2, replicas: 2, updatedReplicas: 2, availableReplicas: 2 }, 'ready'],
  [
    'Deployment',
    { observedGeneration: 2, conditions: [condition('Progressing', 'False', { reason: 'ProgressDeadlineExceeded' })] },
    'failed',
    'It did not come up within its deadline.',
  ],
  ['StatefulSet', { observedGeneration: 2, updatedReplicas: 1, availableReplicas: 2 }, 'waiting', '1 of 2 pods ready.'],
  ['StatefulSet', { observedGeneration: 2, updatedReplicas: 2, availableReplicas: 2 }, 'ready'],
  [
    'DaemonSet',
    { observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 2 },
    'waiting',
    '2 of 3 pods ready.',
  ],
  ['DaemonSet', { observedGeneration: 2, desiredNumberScheduled: 3, updatedNumberScheduled: 3, numberAvailable: 3 }, 'ready'],
  ['Job', { active: 1 }, 'waiting', 'Its work is under way.'],
  ['Job', { conditions: [condition('Complete', 'True')] }, 'ready'],
  ['Job', { conditions: [condition('Failed', 'True', { message: 'too often' })] }, 'failed', 'too often'],
  ['CronJob', {}, 'ready'],
  ['PersistentVolumeClaim', { phase: 'Pending' }, 'waiting', 'It waits for a volume.'],
  ['PersistentVolumeClaim', { phase: 'Bound' }, 'ready'],
  ['PersistentVolumeClaim', { phase: 'Lost' }, 'failed', 'Its volume is gone.'],
  ['Namespace', { phase: 'Active' }, 'ready'],
  ['Namespace', { phase: 'Terminating' }, 'failed', 'It is being deleted.'],
  ['Service', {}, 'ready'],
  ['Service', {}, 'waiting', 'It waits for an address from outside.', { type: 'LoadBalancer' }],
  ['Service', { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } }, 'ready', undefined, { type: 'LoadBalancer' }],
  ['Ingress', {}, 'waiting', 'No controller has taken it up yet.'],
  ['Ingress', { loadBalancer: { ingress: [{ hostname: 'a.example.com' }] } }, 'ready'],
  ['Route', {}, 'waiting', 'The router has not looked at it yet.'],
  ['Route', { ingress: [{ conditions: [condition('Admitted', 'True')] }] }, 'ready'],
  ['Route', { ingress: [{ conditions: [condition('Admitted', 'False', words)] }] }, 'failed', words.message],
  ['Gateway', { conditions: [condition('Programmed', 'Unknown', { reason: 'Pending' })] }, 'waiting', 'No controller has taken it up yet.'],
  ['Gateway', { conditions: [condition('Accepted', 'True'), condition('Programmed', 'True')] }, 'ready'],
  [
    'Gateway',
    { conditions: [condition('Accepted', 'False', { reason: 'InvalidParameters', message: 'no such class' })] },
    'waiting',
    'no such class',
  ],
  ['HTTPRoute', { parents: [] }, 'waiting', 'No controller has taken it up yet.'],
  ['HTTPRoute', { parents: [{ conditions: [condition('Accepted', 'True')] }] }, 'ready'],
  [
    'HTTPRoute',
    { parents: [{ conditions: [condition('Accepted', 'False', { reason: 'NoMatchingParent' })] }] },
    'failed',
    'NoMatchingParent',
  ],
  ['Certificate', {}, 'waiting', 'It has not been issued yet.'],
  ['Certificate', { conditions: [condition('Ready', 'False', { message: 'Issuing' })] }, 'waiting', 'Issuing'],
  ['Certificate', { conditions: [condition('Ready', 'True')] }, 'ready'],
  ['ConfigMap', {}, 'ready'],
];

describe('ready means what the kind means', () => {
  it.each(cases.map(([kind, status, is, says, spec]) => ({ kind, status, is, says, spec })))(
    '$kind $status: $is',
    ({ kind, status, is, says, spec }) => {
      const readiness = readinessOf({ kind, metadata: { name: 'a', generation: 2 }, spec: { replicas: 2, ...spec }, status } as AnyObject);
      expect([readiness.is, 'says' in readiness ? readiness.says.en : undefined]).toEqual([is, says]);
    },
  );
});
