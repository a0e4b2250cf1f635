import { describe, expect, inject, it } from 'vitest';
import { isDone } from '../../src/cluster/apply/applied.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import { type FollowOptions, follow } from '../../src/cluster/follow/follow.ts';
import type { Progress } from '../../src/cluster/follow/progress.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { objectsOf } from '../presets/runs.ts';
import { sent } from './kubelet.ts';

const kubeconfig = inject('kubeconfig');
const connection = connect({ kubeconfig });
const image = 'docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine';

async function applied(objects: readonly AnyObject[]): Promise<readonly AnyObject[]> {
  expect((await apply(connection, objects)).filter((each) => !isDone(each))).toEqual([]);
  return objects;
}

async function told(objects: readonly AnyObject[], options: Partial<FollowOptions> = {}): Promise<readonly Progress[]> {
  const all: Progress[] = [];
  for await (const progress of follow(connection, objects, { timeout: 40, ...options })) all.push(progress);
  return all;
}

const web = (name: string, answers = {}): readonly AnyObject[] =>
  objectsOf({ application: { name }, preset: 'web', components: { '': { image, exposure: 'cluster', ...answers } } });
const waitsFor = ({ objects }: Progress): readonly string[] =>
  objects.flatMap(({ object, readiness }) => (readiness.is === 'ready' ? [] : [`${object.kind}: ${readiness.is}: ${readiness.says.en}`]));

describe('what was applied is followed', () => {
  it('until all is ready, and every step is told once', async () => {
    const objects = await applied(web('follow-web'));
    const steps = await told(objects);
    const last = steps.at(-1);
    expect([last?.is, last?.findings, last && waitsFor(last)]).toEqual(['ready', [], []]);
    expect(last?.objects.map(({ object }) => object)).toEqual(objects);
    expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length);
    expect(steps.slice(0, -1).every(({ is }) => is === 'waiting')).toBe(true);
  });

  it('through a rollout: what was ready is not taken for what is to be', async () => {
    await applied(web('follow-rollout'));
    await told(web('follow-rollout'));
    // Pods here are ready at once; a rollout that lasts can be seen by whoever comes a little later.
    const lasting = { minReadySeconds: 3 };
    const changed = await applied(
      web('follow-rollout', { env: ['COLOUR=blue'] }).map((object) =>
        object.kind === 'Deployment' ? { ...object, spec: { ...(object['spec'] as object), ...lasting } } : object,
      ),
    );
    const steps = await told(changed);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps[0] && waitsFor(steps[0])).toEqual([expect.stringMatching(/^Deployment: waiting: /)]);
    expect(steps.at(-1)?.is).toBe('ready');
  });

  it.for([
    ['postgresql', {}],
    ['job', { image }],
    ['scheduled-job', { image, schedule: '30 3 * * *' }],
  ] as const)('whatever it is: %s', async ([preset, answers]) => {
    const objects = objectsOf({ application: { name: `follow-${preset}` }, preset, components: { '': answers } });
    const last = (await told(await applied(objects))).at(-1);
    expect([last?.is, last?.findings]).toEqual(['ready', []]);
  });

  it('with an Ingress that nobody takes up: a warning, once all else is ready and nothing moves', async () => {
    const answers = { exposure: 'outside', host: 'shop.example.com', tls: 'none', 'ingress-controller': 'haproxytech' };
    const objects = await applied(web('follow-ingress', answers));
    const last = (await told(objects, { patience: 1 })).at(-1);
    expect(last?.is).toBe('ready');
    expect(last?.findings.map(({ check, severity }) => [check, severity])).toEqual([[expect.stringMatching(/^ingress-/), 'warning']]);
    expect(last && waitsFor(last)).toEqual(['Ingress: waiting: No controller has taken it up yet.']);
  });

  describe('with an Ingress whose certificate is in a Secret', () => {
    const secretless = async (name: string, annotations: Readonly<Record<string, string>> = {}) => {
      const answers = { exposure: 'outside', host: 'shop.example.com', tls: 'edge', 'ingress-controller': 'haproxytech' };
      return applied(
        web(name, answers).map((object) =>
          object.kind === 'Ingress'
            ? { ...object, metadata: { ...object.metadata, annotations: { ...object.metadata?.annotations, ...annotations } } }
            : object,
        ),
      );
    };
    const certificateChecks = ({ findings }: Progress) => findings.filter(({ check }) => check.startsWith('certificate-'));

    it('that is missing: a warning, which goes with the Secret', async () => {
      const name = 'follow-certificate';
      const objects = await secretless(name);
      const seen: (readonly string[])[] = [];
      for await (const progress of follow(connection, objects, { timeout: 40 })) {
        const found = certificateChecks(progress);
        seen.push(found.map(({ says }) => says.en));
        if (found.length === 0) break;
        expect(found).toMatchObject([{ severity: 'warning', where: `Ingress ${name}-web` }]);
        expect(found[0]?.fix.en).toBe(
          `Create it from the certificate, with its chain, and its key: kubectl create secret tls ${name}-web-tls --namespace ${name} --cert=tls.crt --key=tls.key`,
        );
        await sent(connection, 'POST', `/api/v1/namespaces/${name}/secrets`, { metadata: { name: `${name}-web-tls` } }).catch(
          () => undefined,
        );
      }
      expect([seen[0], seen.at(-1)]).toEqual([
        [`The Secret ${name}-web-tls with its certificate is missing, so callers get a warning of their browser, or no answer.`],
        [],
      ]);
    });

    it('that cert-manager makes: only where nothing moves any more', async () => {
      const objects = await secretless('follow-issued', { 'cert-manager.io/cluster-issuer': 'letsencrypt' });
      const steps = await told(objects, { patience: 1 });
      expect(steps[0] && certificateChecks(steps[0])).toEqual([]);
      expect(steps.at(-1)?.findings.map(({ check }) => check)).toContain('certificate-unissued');
    });

    it('of which nobody may know whether it is there', async () => {
      await secretless('follow-veiled');
      const may = { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: ['list', 'watch'] };
      const role = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'looker' };
      const rbac = `/apis/rbac.authorization.k8s.io/v1/namespaces/follow-veiled`;
      await sent(connection, 'POST', `${rbac}/roles`, { metadata: { name: 'looker' }, rules: [may] });
      const subjects = [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'stranger' }];
      await sent(connection, 'POST', `${rbac}/rolebindings`, { metadata: { name: 'looker' }, roleRef: role, subjects });
      const stranger = connect({ kubeconfig: inject('strangersKubeconfig') });
      const ingress = web('follow-veiled', { exposure: 'outside', host: 'shop.example.com', tls: 'edge' }).filter(
        ({ kind }) => kind === 'Ingress',
      );
      const last: Progress[] = [];
      for await (const progress of follow(stranger, ingress, { timeout: 40, patience: 1 })) last.push(progress);
      expect(last.at(-1)?.findings.map(({ check }) => check)).toEqual(['ingress-untaken']);
    });
  });

  it('with a claim that waits for its first pod, which is as it should be', async () => {
    const name = 'follow-claim';
    const objects = await applied([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name },
        provisioner: 'example.com/patient',
        volumeBindingMode: 'WaitForFirstConsumer',
      },
      {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data', namespace: name },
        spec: { accessModes: ['ReadWriteOnce'], storageClassName: name, resources: { requests: { storage: '1Gi' } } },
      },
    ]);
    expect((await told(objects)).map(({ is, findings }) => [is, findings])).toEqual([['ready', []]]);
  });

  it('until one has failed for good, long before the time is over', async () => {
    const objects = web('follow-failed').map((object) =>
      object.kind === 'Namespace'
        ? object
        : (JSON.parse(JSON.stringify(object).replace('"runAsNonRoot":true', '"runAsNonRoot":false')) as AnyObject),
    );
    const steps = await told(await applied(objects), { timeout: 600 });
    expect(steps.at(-1)).toMatchObject({ is: 'failed', findings: [{ check: 'pod-security', where: 'Deployment follow-failed-web' }] });
    expect(steps.slice(0, -1).every(({ is }) => is === 'waiting')).toBe(true);
  });

  it('until the time is over, and then says what it waited for', async () => {
    const objects = await applied(
      web('follow-late', { cpu: '9000', 'cpu-limit': 'none' }).filter(({ kind }) => kind !== 'LimitRange' && kind !== 'ResourceQuota'),
    );
    const last = (await told(objects, { timeout: 3 })).at(-1);
    expect(last).toMatchObject({ is: 'late', findings: [{ check: 'unschedulable' }] });
  });

  it('and why something is not ready is told with it, as soon as that is known', async () => {
    const objects = await applied(
      web('follow-why', { cpu: '9000', 'cpu-limit': 'none' }).filter(({ kind }) => kind !== 'LimitRange' && kind !== 'ResourceQuota'),
    );
    const seen: string[] = [];
    for await (const step of follow(connection, objects, { timeout: 40 })) {
      seen.push(...waitsFor(step));
      if (step.findings.length > 0) break;
    }
    expect(seen.at(-1)).toMatch(/^Deployment: waiting: 0 of 2 pods ready\. web finds no node for its pods: of \d+, /);
  });

  it('and nothing more is told once it is left', async () => {
    const objects = await applied(
      web('follow-left', { cpu: '9000', 'cpu-limit': 'none' }).filter(({ kind }) => kind !== 'LimitRange' && kind !== 'ResourceQuota'),
    );
    const leaving = new AbortController();
    const seen: string[] = [];
    for await (const { is } of follow(connection, objects, { timeout: 600, signal: leaving.signal })) {
      seen.push(is);
      leaving.abort();
    }
    expect(seen).toEqual(['waiting']);
  });

  it('and what somebody deletes has failed', async () => {
    const objects = await applied(
      web('follow-deleted', { cpu: '9000', 'cpu-limit': 'none' }).filter(({ kind }) => kind !== 'LimitRange' && kind !== 'ResourceQuota'),
    );
    const steps: Progress[] = [];
    for await (const progress of follow(connection, objects, { timeout: 600 })) {
      if (steps.length === 0) await sent(connection, 'DELETE', '/apis/apps/v1/namespaces/follow-deleted/deployments/follow-deleted-web');
      steps.push(progress);
    }
    const last = steps.at(-1);
    expect([last?.is, last && waitsFor(last)]).toEqual(['failed', ['Deployment: failed: Somebody has deleted it.']]);
  });

  it('by somebody who may not look: nobody knows', async () => {
    const objects = await applied(web('follow-unseen'));
    const steps: Progress[] = [];
    const stranger = connect({ kubeconfig: inject('strangersKubeconfig') });
    for await (const progress of follow(stranger, objects, { timeout: 40 })) steps.push(progress);
    expect(steps.map(({ is }) => is)).toEqual(['unseen']);
    expect(steps[0]?.findings.map(({ says }) => says.en)).toContain(
      'You are not allowed to look at Deployment follow-unseen-web, so nobody knows whether it is ready.',
    );
  });
});
