import { describe, expect, it } from 'vitest';
import { at } from '../../src/manifests/manifest.ts';
import { workloadOf } from '../../src/manifests/workloads.ts';
import type { AccessMode, Workload } from '../../src/questions/plan.ts';
import { componentPlan, plan } from '../plans.ts';
import { migration } from './typical.ts';

const deployment = (spread: 'preferred' | 'required'): Workload => ({ kind: 'Deployment', replicas: { fixed: 3 }, spread });
const strategyWith = (workload: Workload, accessMode?: AccessMode): unknown =>
  at(
    workloadOf(
      plan(),
      componentPlan({
        workload,
        volumes: {
          writable: [],
          ...(accessMode ? { data: { kind: 'claim', mountPath: '/data', size: '1Gi', accessMode, readOnly: false } } : {}),
        },
      }),
    ),
    '/spec/strategy',
  );

describe('a rollout', () => {
  it('starts the new pod first', () => {
    expect(strategyWith(deployment('preferred'))).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } });
    expect(strategyWith(deployment('preferred'), 'ReadWriteMany')).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
  });
  it('ends an old pod first where the new one needs its node', () => {
    expect(strategyWith(deployment('required'))).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } });
  });
  it('ends all old pods first where the disk is held by one node', () => {
    expect(strategyWith(deployment('preferred'), 'ReadWriteOnce')).toEqual({ type: 'Recreate' });
  });
});

describe('the name of a Job', () => {
  const nameOf = (args: readonly string[], fullName = migration.fullName): string | undefined =>
    workloadOf(plan(), { ...migration, fullName, container: { ...migration.container, args } }).metadata?.name;

  it('changes with what it runs, and only then', () => {
    expect(nameOf(['up'])).toBe(nameOf(['up']));
    expect(nameOf(['up'])).not.toBe(nameOf(['down']));
    expect(nameOf(['up'])).toMatch(/^shop-migration-[0-9a-f]{8}$/);
  });
  it('fits a label', () => {
    expect(nameOf(['up'], `shop-${'m'.repeat(58)}`)).toHaveLength(63);
  });
});

describe('replicas', () => {
  it('are left to the autoscaler where there is one', () => {
    const scaled: Workload = { kind: 'StatefulSet', replicas: { min: 2, max: 4 }, spread: 'preferred', quorum: false };
    expect(at(workloadOf(plan(), componentPlan({ workload: scaled })), '/spec')).not.toHaveProperty('replicas');
  });
});
