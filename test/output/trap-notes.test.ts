import { describe, expect, it } from 'vitest';
import { trapNotesOf } from '../../src/output/trap-notes.ts';
import type { AccessMode, Plan } from '../../src/questions/plan.ts';
import { componentPlan, plan } from '../plans.ts';

const planWith = (component: Parameters<typeof componentPlan>[0], overrides: Partial<Plan> = {}): Plan =>
  plan({ components: [componentPlan(component)], ...overrides });
const keeping = (accessMode: AccessMode, overrides?: Partial<Plan>): Plan =>
  planWith({ volumes: { data: { kind: 'claim', mountPath: '/data', size: '1Gi', accessMode, readOnly: false }, writable: [] } }, overrides);

const notes = {
  gitops: 'A finished Job disappears',
  replicas: 'From a fixed number to an autoscaler',
  lostAndFound: 'A new disk is not quite empty',
  selinux: 'Shared data and SELinux',
  controller: 'Calls from outside hang',
} as const;

const behind = (controller: 'traefik' | 'openshift-router', isolated: boolean): Plan =>
  planWith(
    {
      exposure: {
        reach: 'outside',
        entrance: { through: 'ingress', controller, host: 'a.example.com', path: '/', tls: { model: 'none' } },
      },
    },
    { namespace: { name: 'shop', isolated, developers: [], viewers: [] } },
  );

const told = (of: Plan): readonly string[] => {
  const titles: readonly string[] = trapNotesOf(of).map(({ title }) => title.en);
  return Object.values(notes).filter((title) => titles.includes(title));
};

describe('a note on a trap', () => {
  it.each([
    ['a plain web application', plan(), []],
    ['a Job', planWith({ workload: { kind: 'Job' } }), [notes.gitops]],
    ['a CronJob, which keeps its own history', planWith({ workload: { kind: 'CronJob', schedule: '@daily', timeZone: 'Etc/UTC' } }), []],
    ['an autoscaler', planWith({ workload: { kind: 'Deployment', replicas: { min: 2, max: 4 }, spread: 'preferred' } }), [notes.replicas]],
    ['a disk', keeping('ReadWriteOnce'), [notes.lostAndFound]],
    ['a disk of one pod', keeping('ReadWriteOncePod'), [notes.lostAndFound]],
    ['a shared file system', keeping('ReadWriteMany'), [notes.selinux]],
    ['one on OpenShift, where a namespace has one label', keeping('ReadWriteMany', { platform: 'openshift', platformVersion: '4.20' }), []],
    ['an isolated application behind an Ingress controller', behind('traefik', true), [notes.controller]],
    ['an open one', behind('traefik', false), []],
    ['one behind OpenShift’s router, which is always in its place', behind('openshift-router', true), []],
  ])('is told to %s', (_what, of, expected) => {
    expect(told(of)).toEqual(expected);
  });
});
