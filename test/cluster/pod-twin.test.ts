import { describe, expect, inject, it } from 'vitest';
import { fieldOf } from '../../src/checks/object-fields.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import { podTwins } from '../../src/cluster/preview/pod-forecast.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

const namespaceCalled = (name: string, labels: Readonly<Record<string, string>> = {}): AnyObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});
const quota = (namespace: string, hard: Readonly<Record<string, string>>): AnyObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'q', namespace },
  spec: { hard },
});
const limitRange = (namespace: string, ...limits: readonly object[]): AnyObject => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'limits', namespace },
  spec: { limits },
});

interface Parts {
  readonly kind?: string;
  readonly name?: string;
  readonly spec?: object;
  readonly pod?: object;
  readonly container?: object;
}

/** A workload of the application `shop`, made as this program does. */
function workload(namespace: string, { kind = 'Deployment', name = 'web', spec = {}, pod = {}, container = {} }: Parts = {}): AnyObject {
  const labels = {
    'app.kubernetes.io/instance': `shop-${name}`,
    'app.kubernetes.io/part-of': 'shop',
    'app.kubernetes.io/managed-by': 'create-k8s-app',
  };
  const template = {
    metadata: { labels },
    spec: {
      ...(kind === 'Job' ? { restartPolicy: 'Never' } : {}),
      ...pod,
      containers: [{ name, image: 'registry.example.com/shop:1.0.0', resources: resources('100m', '64Mi'), ...container }],
    },
  };
  return {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name: `shop-${name}`, namespace, labels },
    spec: { ...(kind === 'Job' ? {} : { selector: { matchLabels: labels } }), ...spec, template },
  };
}

const resources = (cpu: string, memory: string) => ({ requests: { cpu, memory }, limits: { cpu, memory } });
const added = (flags: string) => `${flags}, added to the create-k8s-app command in README.md; then apply it`;

/** Applies, and waits until the namespace is furnished and its quotas are counted. */
async function prepared(namespace: string, ...objects: readonly AnyObject[]): Promise<void> {
  const bare = objects.some(({ kind, metadata }) => kind === 'Namespace' && metadata?.name === namespace)
    ? []
    : [namespaceCalled(namespace)];
  const applied = await apply(connection, [...bare, ...objects]);
  expect(applied.filter(({ outcome }) => outcome !== 'created' && outcome !== 'applied')).toEqual([]);
  const statusOf = async (path: string) => (await connection.send('GET', `/api/v1/namespaces/${namespace}/${path}`)).status;
  await expect.poll(() => statusOf('serviceaccounts/default'), { timeout: 30_000 }).toBe(200);
  for (const { metadata } of objects.filter(({ kind }) => kind === 'ResourceQuota')) {
    const used = async () => {
      const { body } = await connection.send('GET', `/api/v1/namespaces/${namespace}/resourcequotas/${metadata?.name}`);
      return fieldOf(JSON.parse(body), 'status', 'used');
    };
    await expect.poll(used, { timeout: 30_000 }).toBeDefined();
  }
}

/** What is found, in English; the Spanish is there and another. */
async function foundOn(...objects: readonly AnyObject[]): Promise<readonly object[]> {
  const findings = await podTwins(connection, objects);
  for (const { says, fix } of findings) {
    expect(says.es).not.toBe(says.en);
    expect(fix.es).not.toBe(fix.en);
  }
  return findings.map(({ check, severity, says, fix, where }) => ({ check, severity, says: says.en, fix: fix.en, where }));
}

const orMore = (least: string) => `Or ask an administrator to raise the quota q to at least ${least}.`;

describe('a quota that is there', () => {
  it('is reckoned for all replicas and the surge of a rollout', async () => {
    const namespace = 'pod-twin-surge';
    await prepared(namespace, quota(namespace, { 'requests.cpu': '300m' }));
    const web = workload(namespace, { spec: { replicas: 2 }, container: { resources: resources('150m', '64Mi') } });
    expect(await foundOn(web)).toEqual([
      {
        check: 'quota-exceeded',
        severity: 'error',
        says: 'The namespace pod-twin-surge has 300m CPU left (quota q), and this needs 450m CPU: 2 pods of web, and one more for a rollout.',
        fix: `Ask for less: ${added('--web.replicas 1 or --web.cpu 100m')}. ${orMore('requests.cpu: 450m')}`,
        where: 'Deployment shop-web',
      },
    ]);
    const advised = { ...web, spec: { ...(web['spec'] as object), replicas: 1 } };
    expect(await foundOn(advised)).toEqual([]);
    expect(await foundOn(workload(namespace, { spec: { replicas: 2 } }))).toEqual([]);
    const recreated = workload(namespace, {
      spec: { replicas: 2, strategy: { type: 'Recreate' } },
      container: { resources: resources('150m', '64Mi') },
    });
    expect(await foundOn(recreated)).toEqual([]);
  });

  it('is shared by all workloads', async () => {
    const namespace = 'pod-twin-shared';
    await prepared(namespace, quota(namespace, { 'limits.memory': '256Mi', pods: '4' }));
    const db = workload(namespace, { kind: 'StatefulSet', name: 'db', spec: { serviceName: 'db', replicas: 3 } });
    const agent = workload(namespace, { kind: 'DaemonSet', name: 'agent' });
    expect(await foundOn(workload(namespace), db, agent)).toEqual([
      {
        check: 'quota-exceeded',
        severity: 'error',
        says: 'The namespace pod-twin-shared has 256Mi of memory limits and 4 pods left (quota q), and this needs 384Mi of memory limits and 6 pods: 1 pod of web, 3 pods of db, and at least 1 pod of agent, and one more for a rollout.',
        fix: `Ask for less: ${added('--db.replicas 1')}. ${orMore('limits.memory: 384Mi and pods: 6')}`,
        where: 'StatefulSet shop-db',
      },
    ]);
  });

  it('does not count what the same workload has running', async () => {
    const namespace = 'pod-twin-again';
    const web = workload(namespace, { spec: { replicas: 2 } });
    await prepared(namespace, quota(namespace, { 'requests.cpu': '300m' }), web);
    const used = async () => {
      const { body } = await connection.send('GET', `/api/v1/namespaces/${namespace}/resourcequotas/q`);
      return fieldOf(JSON.parse(body), 'status', 'used', 'requests.cpu');
    };
    await expect.poll(used, { timeout: 30_000 }).toBe('200m');
    expect(await foundOn(web)).toEqual([]);
    const other = workload(namespace, { name: 'other', spec: { replicas: 1 } });
    expect(await foundOn(other)).toMatchObject([
      {
        says: 'The namespace pod-twin-again has 100m CPU left (quota q), and this needs 200m CPU: 1 pod of other, and one more for a rollout.',
      },
    ]);
  });

  it('names the field of what was made elsewhere', async () => {
    const namespace = 'pod-twin-foreign';
    await prepared(namespace, quota(namespace, { 'requests.cpu': '300m' }));
    const { metadata, ...web } = workload(namespace, { spec: { replicas: 3 } });
    expect(await foundOn({ ...web, metadata: { ...metadata, labels: {} } })).toMatchObject([
      {
        fix: `Ask for less: spec.replicas: 2 or resources.requests.cpu: 75m in Deployment shop-web; then apply it. ${orMore('requests.cpu: 400m')}`,
      },
    ]);
  });

  it('leaves less than any program needs', async () => {
    const namespace = 'pod-twin-nothing';
    await prepared(namespace, quota(namespace, { 'requests.cpu': '20m' }));
    expect(await foundOn(workload(namespace, { spec: { replicas: 2 } }))).toMatchObject([
      {
        fix: 'Less would not fit either: an administrator has to raise the quota q to at least requests.cpu: 300m, or something else in the namespace has to go.',
      },
    ]);
  });

  it('warns of what an autoscaler may add', async () => {
    const namespace = 'pod-twin-scaled';
    await prepared(namespace, quota(namespace, { 'requests.cpu': '500m' }));
    const scaler: AnyObject = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'shop-web', namespace },
      spec: { minReplicas: 2, maxReplicas: 6, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop-web' } },
    };
    expect(await foundOn(workload(namespace), scaler)).toMatchObject([
      {
        severity: 'warning',
        says: 'The namespace pod-twin-scaled has 500m CPU left (quota q), and this needs 800m CPU: 6 pods of web, and 2 more for rollouts.',
      },
    ]);
  });

  it('makes what it counts compulsory', async () => {
    const namespace = 'pod-twin-compulsory';
    await prepared(namespace, quota(namespace, { 'requests.cpu': '1', 'limits.memory': '1Gi' }));
    expect(await foundOn(workload(namespace, { container: { resources: {} } }))).toEqual([
      {
        check: 'quota-refuses',
        severity: 'error',
        says: 'The quota q counts limits.memory and requests.cpu, which a container does not say: its pods are refused.',
        fix: 'Set limits.memory and requests.cpu in the container’s resources, or add a LimitRange with defaults to the namespace.',
        where: 'Deployment shop-web',
      },
    ]);
  });

  it('counts the disks that a StatefulSet has yet to claim', async () => {
    const namespace = 'pod-twin-claims';
    const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } } };
    const db = (replicas: number) =>
      workload(namespace, { kind: 'StatefulSet', name: 'db', spec: { serviceName: 'db', replicas, volumeClaimTemplates: [claim] } });
    await prepared(namespace, quota(namespace, { 'requests.storage': '5Gi' }), db(2));
    const used = async () => {
      const { body } = await connection.send('GET', `/api/v1/namespaces/${namespace}/resourcequotas/q`);
      return fieldOf(JSON.parse(body), 'status', 'used', 'requests.storage');
    };
    await expect.poll(used, { timeout: 30_000 }).toBe('4Gi');
    expect(await foundOn(db(2))).toEqual([]);
    expect(await foundOn(db(3))).toMatchObject([
      {
        says: 'The namespace pod-twin-claims has 1Gi of storage left (quota q), and this needs 2Gi of storage: 3 pods of db.',
        fix: `Ask for less: ${added('--db.replicas 2')}. ${orMore('requests.storage: 6Gi')}`,
      },
    ]);
  });

  it('is too small for disks of that size', async () => {
    const namespace = 'pod-twin-large';
    await prepared(namespace, quota(namespace, { 'requests.storage': '5Gi' }));
    const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '4Gi' } } } };
    const spec = { serviceName: 'web', replicas: 2, volumeClaimTemplates: [claim] };
    expect(await foundOn(workload(namespace, { kind: 'StatefulSet', spec }))).toMatchObject([
      {
        says: 'The namespace pod-twin-large has 5Gi of storage left (quota q), and this needs 8Gi of storage: 2 pods of web.',
        fix: `Ask for less: ${added('--web.replicas 1 or --web.storage-size 2Gi')}. ${orMore('requests.storage: 8Gi')}`,
      },
    ]);
  });

  it('gives way to the one that these objects bring', async () => {
    const namespace = 'pod-twin-replaced';
    await prepared(namespace, quota(namespace, { 'requests.cpu': '10m' }));
    const web = workload(namespace);
    expect((await foundOn(web)).length).toBe(1);
    expect(await foundOn(web, quota(namespace, { 'requests.cpu': '200m' }))).toEqual([]);
  });
});

describe('a LimitRange that is there', () => {
  const container = { type: 'Container', max: { cpu: '1', memory: '1Gi' }, min: { cpu: '10m' } };

  it('refuses more than its most', async () => {
    const namespace = 'pod-twin-most';
    await prepared(namespace, limitRange(namespace, container));
    expect(await foundOn(workload(namespace, { container: { resources: resources('500m', '2Gi') } }))).toEqual([
      {
        check: 'limit-range',
        severity: 'error',
        says: 'In the namespace pod-twin-most (LimitRange), a container must have at most 1Gi of memory, and here the limit is 2Gi.',
        fix: `Keep to it: ${added('--web.memory 1Gi --web.memory-limit 1Gi')}. Or ask an administrator to change the LimitRange.`,
        where: 'Deployment shop-web',
      },
    ]);
  });

  it('gives limits that are smaller than what is requested', async () => {
    const namespace = 'pod-twin-default';
    await prepared(namespace, limitRange(namespace, container));
    expect(await foundOn(workload(namespace, { container: { resources: { requests: { cpu: '2' } } } }))).toMatchObject([
      {
        check: 'limit-range',
        says: 'In the namespace pod-twin-default (LimitRange), a container must have at most 1 CPU, and here the request is 2.',
        fix: expect.stringContaining(added('--web.cpu 1 --web.cpu-limit 1')),
      },
    ]);
  });

  it('is kept to by one value for each answer, whatever the bounds of all of them together', async () => {
    const namespace = 'pod-twin-bounds';
    const [first, second] = [
      { type: 'Container', max: { memory: '300Mi' }, min: { cpu: '150m' } },
      { type: 'Container', max: { memory: '200Mi' }, maxLimitRequestRatio: { cpu: '2' } },
    ];
    const other = { ...limitRange(namespace, second), metadata: { name: 'others', namespace } };
    await prepared(namespace, limitRange(namespace, first), other);
    const sized = (cpu: string, memory: string, limit: string, most: string) =>
      workload(namespace, {
        container: { resources: { requests: { cpu, memory }, limits: { cpu: limit, memory: most } } },
      });
    expect(await foundOn(sized('100m', '256Mi', '500m', '512Mi'))).toEqual([
      {
        check: 'limit-range',
        severity: 'error',
        says: 'In the namespace pod-twin-bounds (LimitRange), a container must have at most 300Mi of memory, and here the limit is 512Mi; a container must have at least 150m CPU, and here the request is 100m; a container must have at most 200Mi of memory, and here the limit is 512Mi; the CPU limit of a container may be at most 2 times its request, and here it is 5 times as much.',
        fix: `Keep to it: ${added('--web.cpu 250m --web.cpu-limit 500m --web.memory 200Mi --web.memory-limit 200Mi')}. Or ask an administrator to change the LimitRange.`,
        where: 'Deployment shop-web',
      },
    ]);
    expect(await foundOn(sized('250m', '200Mi', '500m', '200Mi'))).toEqual([]);
  });

  it('gives what a quota counts', async () => {
    const namespace = 'pod-twin-given';
    await prepared(
      namespace,
      limitRange(namespace, {
        type: 'Container',
        default: { cpu: '400m', memory: '64Mi' },
        defaultRequest: { cpu: '200m', memory: '64Mi' },
      }),
      quota(namespace, { 'requests.cpu': '300m', 'limits.cpu': '2' }),
    );
    expect(await foundOn(workload(namespace, { container: { resources: {} } }))).toMatchObject([
      {
        says: 'The namespace pod-twin-given has 300m CPU left (quota q), and this needs 400m CPU: 1 pod of web, and one more for a rollout.',
      },
    ]);
  });

  it('holds for the disks that a StatefulSet will claim', async () => {
    const namespace = 'pod-twin-disks';
    await prepared(namespace, limitRange(namespace, { type: 'PersistentVolumeClaim', max: { storage: '1Gi' } }));
    const claim = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '5Gi' } } } };
    const spec = { serviceName: 'web', volumeClaimTemplates: [claim] };
    const container1 = { volumeMounts: [{ name: 'data', mountPath: '/data' }] };
    expect(await foundOn(workload(namespace, { kind: 'StatefulSet', spec, container: container1 }))).toEqual([
      {
        check: 'limit-range',
        severity: 'error',
        says: 'In the namespace pod-twin-disks (LimitRange), a volume claim must have at most 1Gi of storage, and here the request is 5Gi.',
        fix: `Keep to it: ${added('--web.storage-size 1Gi')}. Or ask an administrator to change the LimitRange.`,
        where: 'StatefulSet shop-web',
      },
    ]);
  });
});

describe('Pod Security', () => {
  const restricted = { 'pod-security.kubernetes.io/enforce': 'restricted' };

  it('refuses pods of a namespace that is there', async () => {
    const namespace = 'pod-twin-restricted';
    await prepared(namespace, namespaceCalled(namespace, restricted));
    expect(await foundOn(workload(namespace))).toEqual([
      {
        check: 'pod-security',
        severity: 'error',
        says: 'The namespace pod-twin-restricted enforces Pod Security “restricted” and refuses these pods: allowPrivilegeEscalation != false, unrestricted capabilities, runAsNonRoot != true, and seccompProfile.',
        fix: 'Change that in the securityContext. If the image cannot do without, an administrator has to loosen the namespace: --pod-security baseline, added to the create-k8s-app command in README.md.',
        where: 'Deployment shop-web',
      },
    ]);
    const looser = namespaceCalled(namespace, { 'pod-security.kubernetes.io/enforce': 'baseline' });
    expect(await foundOn(looser, workload(namespace))).toEqual([]);
  });

  it('is foretold where these objects tighten it, or bring the namespace', async () => {
    const namespace = 'pod-twin-tightened';
    await prepared(namespace);
    const told = [{ check: 'pod-security', where: 'Deployment shop-web' }];
    expect(await foundOn(namespaceCalled(namespace, restricted), workload(namespace))).toMatchObject(told);
    expect(await foundOn(namespaceCalled('pod-twin-absent', restricted), workload('pod-twin-absent'))).toMatchObject(told);
  });
});

describe('a namespace that these objects bring', () => {
  const namespace = 'pod-twin-new';

  it('is reckoned with its own quota and limits', async () => {
    const objects = [
      namespaceCalled(namespace),
      quota(namespace, { 'requests.cpu': '1', 'limits.cpu': '1' }),
      limitRange(namespace, { type: 'Container', max: { memory: '1Gi' } }),
    ];
    const web = workload(namespace, { container: { resources: { requests: { cpu: '600m' }, limits: { cpu: '1', memory: '2Gi' } } } });
    expect(await foundOn(...objects, web)).toMatchObject([
      {
        check: 'limit-range',
        says: 'In the namespace pod-twin-new (LimitRange), a container must have at most 1Gi of memory, and here the limit is 2Gi.',
      },
      {
        says: 'The namespace pod-twin-new has 1 CPU and 1 of CPU limits left (quota q), and this needs 1200m CPU and 2 of CPU limits: 1 pod of web, and one more for a rollout.',
      },
    ]);
  });

  it('is not made by asking', async () => {
    await foundOn(namespaceCalled(namespace), workload(namespace));
    expect((await connection.send('GET', `/api/v1/namespaces/${namespace}`)).status).toBe(404);
  });
});

it('a namespace that is being deleted says what holds it back', async () => {
  const namespace = 'pod-twin-ending';
  const stuck: AnyObject = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'stuck', namespace, finalizers: ['example.com/holds'] },
  };
  await prepared(namespace, stuck);
  await connection.send('DELETE', `/api/v1/namespaces/${namespace}`);
  const quoted = async () => (await podTwins(connection, [workload(namespace)]))[0]?.quote ?? '';
  await expect.poll(quoted, { timeout: 60_000 }).toContain('example.com/holds in 1 resource instances');
  expect(await foundOn(workload(namespace))).toMatchObject([
    { says: 'The namespace pod-twin-ending is being deleted, and takes nothing new.', where: 'Namespace pod-twin-ending' },
  ]);
  await connection.send('PATCH', `/api/v1/namespaces/${namespace}/configmaps/stuck`, {
    contentType: 'application/merge-patch+json',
    body: JSON.stringify({ metadata: { finalizers: null } }),
  });
});

it('an account that is only to be made stands in nobody’s way, and a Job is tried too', async () => {
  const namespace = 'pod-twin-account';
  await prepared(namespace);
  const job = workload(namespace, { kind: 'Job', pod: { serviceAccountName: 'shop-web' } });
  expect(await foundOn(job)).toEqual([]);
  expect(await foundOn(workload(namespace, { pod: { priorityClassName: 'gold' } }))).toMatchObject([
    { check: 'class-missing', says: 'The cluster has no PriorityClass called “gold”.' },
  ]);
});
