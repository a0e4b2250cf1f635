import { describe, expect, it } from 'vitest';
import { footprintOf, sumOf, type Weight, weightOf } from '../../src/questions/footprint.ts';
import { componentPlan } from '../plans.ts';

const weight: Weight = {
  workload: 'Deployment',
  replicas: 2,
  resources: {
    requests: { cpu: '250m', memory: '512Mi', ephemeralStorage: '1Gi' },
    limits: { cpu: '1', memory: '1Gi', ephemeralStorage: '2Gi' },
  },
  listens: true,
  configMaps: 1,
  secrets: 0,
};
const gi = 2 ** 30;

describe('the footprint', () => {
  it('of a Deployment has one pod more while it is rolled out', () => {
    expect(footprintOf(weight)).toEqual({
      requests: { cpu: 0.75, memory: 1.5 * gi, ephemeralStorage: 3 * gi },
      limits: { cpu: 3, memory: 3 * gi, ephemeralStorage: 6 * gi },
      pods: 3,
      claims: 0,
      storage: 0,
      services: 1,
      deployments: 1,
      replicaSets: 7,
      statefulSets: 0,
      jobs: 0,
      cronJobs: 0,
      secrets: 0,
      configMaps: 1,
      assumptions: [],
    });
  });
  it('of a StatefulSet has a disk and no spare pod for each replica, and a headless Service', () => {
    const of = footprintOf({ ...weight, workload: 'StatefulSet', replicas: 3, claim: { kind: 'template', size: '20Gi' } });
    expect(of).toMatchObject({ pods: 3, claims: 3, storage: 60 * gi, services: 2, statefulSets: 1, deployments: 0 });
  });
  it('of a shared disk counts it once', () => {
    expect(footprintOf({ ...weight, claim: { kind: 'claim', size: '5Gi' } })).toMatchObject({ claims: 1, storage: 5 * gi });
  });
  it('of jobs has one pod, and the finished ones that are kept', () => {
    expect(footprintOf({ ...weight, workload: 'Job', listens: false })).toMatchObject({ pods: 1, jobs: 1, services: 0 });
    expect(footprintOf({ ...weight, workload: 'CronJob', listens: false })).toMatchObject({ pods: 1, jobs: 5, cronJobs: 1 });
  });
  it('of a DaemonSet says that the number of nodes is assumed, once in a sum', () => {
    const of = footprintOf({ ...weight, workload: 'DaemonSet' });
    expect(of.pods).toBe(3);
    expect(sumOf([of, of]).assumptions).toHaveLength(1);
  });
  it('without a CPU limit counts what the LimitRange gives, or the request where that is more', () => {
    const limitOf = (cpu: string) =>
      footprintOf({
        ...weight,
        workload: 'Job',
        resources: { requests: { ...weight.resources.requests, cpu }, limits: { memory: '1Gi', ephemeralStorage: '2Gi' } },
      }).limits.cpu;
    expect([limitOf('250m'), limitOf('2')]).toEqual([0.5, 2]);
  });
  it('of nothing is nothing, and sums add every number', () => {
    const one = footprintOf({ ...weight, secrets: 2, claim: { kind: 'claim', size: '5Gi' } });
    const { requests, limits, assumptions, ...counts } = sumOf([one, one]);
    expect(requests).toEqual({ cpu: 1.5, memory: 3 * gi, ephemeralStorage: 6 * gi });
    expect(limits.cpu).toBe(6);
    expect(assumptions).toEqual([]);
    for (const [name, count] of Object.entries(counts)) expect(count, name).toBe(2 * (one[name as keyof typeof counts] ?? 0));
    expect(sumOf([]).pods).toBe(0);
  });
});

describe('the weight of a component', () => {
  it('counts the most replicas, each ConfigMap, and each Secret once', () => {
    const secret = { secret: 'shop-web', generated: true };
    const component = componentPlan({
      workload: { kind: 'Deployment', replicas: { min: 2, max: 8 }, spread: 'preferred' },
      container: {
        settings: {
          env: [{ name: 'A', value: 'b' }],
          configFiles: [{ path: '/a', content: 'b' }],
          envSecrets: [{ name: 'B', key: 'b', ...secret }],
          secretFiles: [{ path: '/c', key: 'c', ...secret }],
        },
      },
    });
    expect(weightOf(component)).toMatchObject({ replicas: 8, configMaps: 2, secrets: 1, listens: true });
  });
});
