import { describe, expect, inject, it } from 'vitest';
import { fieldOf } from '../../src/checks/object-fields.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { type Connection, connect } from '../../src/cluster/connection.ts';
import { pathsOf } from '../../src/cluster/discovery.ts';
import { podTwins } from '../../src/cluster/preview/pod-forecast.ts';
import { type Previewed, preview } from '../../src/cluster/preview/preview.ts';
import { refusalFindings } from '../../src/cluster/refusals/refusal-words.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import type { Values } from '../../src/model/value.ts';
import { objectsOf } from '../presets/runs.ts';
import { presets } from '../presets-of-the-house.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

const image = 'docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine';
/** What a preset leaves to the person. */
const needed: Readonly<Record<string, Values>> = {
  'static-site': { exposure: 'outside', host: 'shop.example.com' },
  'scheduled-job': { schedule: '30 3 * * *' },
  kafka: { 'cluster-id': 'MkU3OEVBNTcwNTJENDM2Qg' },
};

function objectsFrom(preset: string, answers: Values = {}): readonly AnyObject[] {
  const application = { name: `preview-${preset}`, namespace: `preview-${preset}`, 'create-namespace': true };
  if (preset === 'postgresql-backup') {
    const added = [
      { preset: 'postgresql', name: 'db' },
      { preset, name: 'db-backup' },
    ];
    return objectsOf({ application, preset: 'web', components: { '': { image, ...answers } }, added });
  }
  const own = presets.find(({ name }) => name === preset)?.answers['image'] === undefined ? { image } : {};
  return objectsOf({ application, preset, components: { '': { ...own, ...needed[preset], ...answers } } });
}

describe('every preset', () => {
  it.concurrent.for(presets.map(({ name }) => name))(
    '%s is all new before its apply, and unchanged after it, and its pods find room',
    async (preset, { expect }) => {
      const objects = objectsFrom(preset);
      const before = await preview(connection, objects);
      expect(before.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
      expect(before.length).toBe(objects.length);
      expect(await podTwins(connection, objects)).toEqual([]);
      await apply(connection, objects);
      const after = await preview(connection, objects);
      expect(after.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      expect(await podTwins(connection, objects)).toEqual([]);
    },
  );
});

const called = (kind: string, namespace: string, name: string, rest: object = {}, apiVersion = 'v1'): AnyObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace ? { namespace } : {}) },
  ...rest,
});
const namespaceCalled = (name: string) => called('Namespace', '', name);
const settings = (namespace: string, data: object = { colour: 'blue' }) => called('ConfigMap', namespace, 'settings', { data });

/** A Deployment of two pods that sleep. */
const deployment = (namespace: string, { container = {}, labels = { app: 'web' }, spec = {} } = {}): AnyObject =>
  called(
    'Deployment',
    namespace,
    'web',
    {
      spec: {
        replicas: 2,
        selector: { matchLabels: labels },
        ...spec,
        template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'registry.example.com/web:1.0.0', ...container }] } },
      },
    },
    'apps/v1',
  );

async function applied(...objects: readonly AnyObject[]): Promise<void> {
  const done = await apply(connection, objects);
  expect(done.filter(({ outcome }) => outcome !== 'created' && outcome !== 'applied')).toEqual([]);
}

/** Of each object that would change, the fields. */
const changedFields = (previewed: readonly Previewed[]) =>
  previewed.flatMap((each) =>
    each.outcome === 'changed'
      ? [[each.object.kind, (each.differences ?? []).map(({ field, before, after }) => [field, before, after])]]
      : [],
  );

describe('a change', () => {
  it('of one answer changes its fields, and nothing else', async () => {
    const namespace = 'preview-memory';
    const objectsWith = (answers: Values) =>
      objectsOf({ application: { name: namespace, namespace }, preset: 'web', components: { '': { image, ...answers } } });
    await applied(...objectsWith({ memory: '100Mi', 'memory-limit': '200Mi' }));
    const previewed = await preview(connection, objectsWith({ memory: '100Mi', 'memory-limit': '300Mi' }));
    expect(changedFields(previewed)).toEqual([
      ['Deployment', [['spec.template.spec.containers[web].resources.limits.memory', '200Mi', '300Mi']]],
    ]);
    expect(previewed.filter(({ outcome }) => outcome !== 'unchanged').length).toBe(1);
  });

  it('is told field by field, items of lists by their names, and left out where the server made it', async () => {
    const namespace = 'preview-fields';
    const env = [
      { name: 'COLOUR', value: 'blue' },
      { name: 'SIZE', value: 'small' },
    ];
    await applied(namespaceCalled(namespace), deployment(namespace, { container: { env, args: ['a'] } }), settings(namespace));
    const container = { env: [{ name: 'SIZE', value: 'large' }], args: ['a', 'b'], ports: [{ name: 'http', containerPort: 8080 }] };
    const labelled: AnyObject = {
      ...settings(namespace, { shade: 'dark' }),
      metadata: { name: 'settings', namespace, labels: { 'example.com/team': 'one' } },
    };
    expect(changedFields(await preview(connection, [deployment(namespace, { container }), labelled]))).toEqual([
      [
        'ConfigMap',
        [
          ['data.colour', 'blue', undefined],
          ['data.shade', undefined, 'dark'],
          ['metadata.labels[example.com/team]', undefined, 'one'],
        ],
      ],
      [
        'Deployment',
        [
          ['spec.template.spec.containers[web].args', ['a'], ['a', 'b']],
          ['spec.template.spec.containers[web].env[COLOUR]', { name: 'COLOUR', value: 'blue' }, undefined],
          ['spec.template.spec.containers[web].env[SIZE].value', 'small', 'large'],
          ['spec.template.spec.containers[web].ports', undefined, [{ name: 'http', containerPort: 8080, protocol: 'TCP' }]],
        ],
      ],
    ]);
  });

  it('of a Secret shows no value', async () => {
    const namespace = 'preview-secret';
    const secret = (stringData: object) => called('Secret', namespace, 'keys', { stringData });
    // The server keeps a key that stringData no longer has.
    await applied(namespaceCalled(namespace), secret({ old: 'one', both: 'two' }));
    const previewed = await preview(connection, [secret({ both: 'three', fresh: 'four' })]);
    expect(changedFields(previewed)).toEqual([
      [
        'Secret',
        [
          ['data.both', '…', '…'],
          ['data.fresh', undefined, '…'],
        ],
      ],
    ]);
    const told = JSON.stringify(previewed.map((each) => ('differences' in each ? each.differences : [])));
    expect(told).not.toMatch(new RegExp(['one', 'two', 'three', 'four'].map((word) => Buffer.from(word).toString('base64')).join('|')));
  });

  it('of a Secret that is made once gives it only what it lacks', async () => {
    const namespace = 'preview-once';
    const secret = (stringData: object) => called('Secret', namespace, 'generated', { stringData });
    const first = secret({ password: 'one' });
    expect(
      (await preview(connection, [namespaceCalled(namespace), first], { once: new Set([first]) })).map(({ outcome }) => outcome),
    ).toEqual(['created', 'created']);
    await applied(namespaceCalled(namespace), first);
    const again = secret({ password: 'two' });
    expect(await preview(connection, [again], { once: new Set([again]) })).toEqual([{ object: again, outcome: 'unchanged' }]);
    const more = secret({ password: 'two', token: 'three' });
    expect(changedFields(await preview(connection, [more], { once: new Set([more]) }))).toEqual([
      ['Secret', [['data.token', undefined, '…']]],
    ]);
  });
});

it('a preview changes nothing on the server', async () => {
  const namespace = 'preview-nothing';
  const objects = [namespaceCalled(namespace), settings(namespace), deployment(namespace)];
  await applied(...objects);
  const paths = pathsOf(connection);
  const versions = () =>
    Promise.all(
      objects.map(async (object) => {
        const { body } = await connection.send('GET', (await paths.pathOf(object)) ?? '');
        // What its controller writes into it has nothing to do with a preview.
        return [
          object.kind,
          fieldOf(JSON.parse(body), 'metadata', 'generation') ?? fieldOf(JSON.parse(body), 'metadata', 'resourceVersion'),
        ];
      }),
    );
  const before = await versions();
  const container = { image: 'registry.example.com/web:2.0.0' };
  await preview(connection, [
    settings(namespace, { colour: 'red' }),
    deployment(namespace, { container }),
    called('Secret', namespace, 'new'),
  ]);
  await podTwins(connection, [deployment(namespace, { container })]);
  expect(await versions()).toEqual(before);
  expect((await connection.send('GET', `/api/v1/namespaces/${namespace}/secrets/new`)).status).toBe(404);
});

describe('what is not there yet', () => {
  it('is foretold where these objects bring its namespace, or its kind', async () => {
    const definition = called(
      'CustomResourceDefinition',
      '',
      'widgets.preview.example.com',
      {
        spec: {
          group: 'preview.example.com',
          scope: 'Namespaced',
          names: { plural: 'widgets', singular: 'widget', kind: 'Widget' },
          versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
        },
      },
      'apiextensions.k8s.io/v1',
    );
    const widget = called('Widget', 'default', 'one', {}, 'preview.example.com/v1');
    const objects = [namespaceCalled('preview-absent'), settings('preview-absent'), definition, widget];
    const told = (await preview(connection, objects)).map((each) => [
      each.object.kind,
      each.outcome,
      'isVerified' in each && each.isVerified,
    ]);
    expect(told).toEqual([
      ['Namespace', 'created', true],
      ['CustomResourceDefinition', 'created', true],
      ['ConfigMap', 'created', false],
      ['Widget', 'created', false],
    ]);
    expect((await preview(connection, [widget])).map(({ outcome }) => outcome)).toEqual(['unknown kind']);
  });
});

/** What stands against these, in English; the Spanish is there and another. */
async function against(objects: readonly AnyObject[], asked: Connection = connection): Promise<readonly object[]> {
  const findings = refusalFindings(await preview(asked, objects));
  for (const { says, fix } of findings) {
    expect(says.es).not.toBe(says.en);
    expect(fix.es).not.toBe(fix.en);
  }
  return findings.map(({ check, says, fix, where }) => ({ check, says: says.en, fix: fix.en, where }));
}

describe('what the server refuses is told in words', () => {
  it('a field that somebody else has set', async () => {
    const namespace = 'preview-conflict';
    await applied(namespaceCalled(namespace), deployment(namespace));
    const { status } = await connection.send('PATCH', `/apis/apps/v1/namespaces/${namespace}/deployments/web`, {
      contentType: 'application/merge-patch+json',
      body: JSON.stringify({ spec: { replicas: 5 } }),
      query: { fieldManager: 'somebody' },
    });
    expect(status).toBe(200);
    expect(await against([deployment(namespace)])).toEqual([
      {
        check: 'field-conflict',
        says: 'Other values were set by somebody in spec.replicas, and they are not overwritten.',
        fix: 'Take those values over into your manifest, or apply with --force-conflicts, which overwrites them.',
        where: 'Deployment web',
      },
    ]);
    expect(await preview(connection, [deployment(namespace)], { force: true })).toMatchObject([
      { outcome: 'changed', takenFrom: ['somebody'], differences: [{ field: 'spec.replicas', before: 5, after: 2 }] },
    ]);
  });

  it('what cannot be changed any more, and what comes after it is tried all the same', async () => {
    const namespace = 'preview-immutable';
    const service = (clusterIP: string | undefined) =>
      called('Service', namespace, 'web', { spec: { ports: [{ port: 80 }], ...(clusterIP && { clusterIP }) } });
    const claim = (storage: string) => ({
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } } },
    });
    const set = (storage: string) => ({
      ...deployment(namespace, { spec: { serviceName: 'web', volumeClaimTemplates: [claim(storage)] } }),
      kind: 'StatefulSet',
    });
    await applied(namespaceCalled(namespace), service(undefined), deployment(namespace), set('1Gi'));
    expect(await against([service('None'), deployment(namespace, { labels: { app: 'other' } }), set('2Gi')])).toMatchObject([
      { says: 'A Service that exists cannot change its address, nor become headless or stop being so.', where: 'Service web' },
      { says: 'A workload that exists cannot change the labels by which it finds its pods.', where: 'Deployment web' },
      { says: 'A StatefulSet that exists cannot change its disks, its selector or the name of its Service.', where: 'StatefulSet web' },
    ]);
  });

  it('what is wrong with the object itself', async () => {
    const namespace = 'preview-wrong';
    await applied(namespaceCalled(namespace));
    const found = await against([
      settings(namespace, { colour: true }),
      { ...settings(namespace, { large: 'x'.repeat(2 ** 20 + 1) }), metadata: { name: 'large', namespace } },
      { ...deployment(namespace, { container: { imagee: 'x' } }), metadata: { name: 'unknown', namespace } },
      { ...deployment(namespace, { container: { ports: [{ containerPort: 99_999 }] } }), metadata: { name: 'invalid', namespace } },
    ]);
    expect(found).toMatchObject([
      { check: 'wrong-type', says: 'The value of data.colour is of the wrong type.', where: 'ConfigMap settings' },
      { check: 'too-large', says: 'It is larger than a cluster keeps: 1 MiB at most.', where: 'ConfigMap large' },
      {
        check: 'unknown-field',
        says: 'A Deployment has no field spec.template.spec.containers[web].imagee in this cluster.',
        fix: 'Did you mean image? If imagee is right, this version of the cluster does not have it yet.',
        where: 'Deployment unknown',
      },
      {
        check: 'invalid-value',
        says: 'The API server does not accept spec.template.spec.containers[0].ports[0].containerPort.',
        where: 'Deployment invalid',
      },
    ]);
  });

  it('a namespace that is missing, once for all that is in it', async () => {
    const namespace = 'preview-missing';
    expect(await against([settings(namespace), deployment(namespace)])).toEqual([
      {
        check: 'namespace-missing',
        says: 'There is no namespace preview-missing in this cluster.',
        fix: 'Create it, or ask an administrator to do so: kubectl create namespace preview-missing',
        where: 'Namespace preview-missing',
      },
    ]);
  });

  it('a namespace that is being deleted', async () => {
    const namespace = 'preview-ending';
    const stuck: AnyObject = {
      ...called('ConfigMap', namespace, 'stuck'),
      metadata: { name: 'stuck', namespace, finalizers: ['example.com/holds'] },
    };
    await applied(namespaceCalled(namespace), stuck);
    await connection.send('DELETE', `/api/v1/namespaces/${namespace}`);
    expect(await against([settings(namespace), deployment(namespace)])).toMatchObject([
      { check: 'namespace-terminating', says: 'The namespace preview-ending is being deleted, and takes nothing new.' },
    ]);
    await connection.send('PATCH', `/api/v1/namespaces/${namespace}/configmaps/stuck`, {
      contentType: 'application/merge-patch+json',
      body: JSON.stringify({ metadata: { finalizers: null } }),
    });
  });

  it('a quota and a LimitRange that hold for objects themselves', async () => {
    const namespace = 'preview-bounds';
    const quota = called('ResourceQuota', namespace, 'q', { spec: { hard: { 'services.nodeports': '0' } } });
    const limits = called('LimitRange', namespace, 'limits', {
      spec: { limits: [{ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } }] },
    });
    await applied(namespaceCalled(namespace), quota, limits);
    const used = async () => {
      const { body } = await connection.send('GET', `/api/v1/namespaces/${namespace}/resourcequotas/q`);
      return fieldOf(JSON.parse(body), 'status', 'used');
    };
    await expect.poll(used, { timeout: 30_000 }).toBeDefined();
    const claim = called('PersistentVolumeClaim', namespace, 'data', {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } },
    });
    const service = called('Service', namespace, 'web', { spec: { type: 'NodePort', ports: [{ port: 80 }] } });
    expect(await against([claim, service])).toMatchObject([
      {
        says: 'In the namespace preview-bounds (LimitRange), a volume claim must have at most 1Gi of storage, and here the request is 2Gi.',
        fix: 'Keep to it: resources.requests.storage: 1Gi in PersistentVolumeClaim data; then apply it. Or ask an administrator to change the LimitRange.',
      },
      { says: 'The namespace preview-bounds has 0 node ports left (quota q), and this needs 1 node port.' },
    ]);
  });

  it('a right that is missing', async () => {
    const namespace = 'preview-rights';
    await applied(namespaceCalled(namespace));
    const stranger = connect({ kubeconfig: inject('strangersKubeconfig') });
    const [created, deployed] = await against([namespaceCalled('preview-rights-new'), deployment(namespace)], stranger);
    expect(created).toEqual({
      check: 'not-allowed',
      says: 'The user stranger may not change namespaces in this cluster.',
      fix: 'Have an administrator apply it, or ask for a role that allows it.',
      where: 'Namespace preview-rights-new',
    });
    expect(deployed).toEqual({
      check: 'not-allowed',
      says: `The user stranger may not change deployments.apps in the namespace ${namespace}.`,
      fix: 'Ask an administrator for a role in that namespace that allows it, such as “edit”, or choose another context.',
      where: 'Deployment web',
    });
    expect(await podTwins(stranger, [deployment(namespace)])).toEqual([]);
  });

  it('a policy of the cluster', async () => {
    const namespace = 'preview-policy';
    const policy = called(
      'ValidatingAdmissionPolicy',
      '',
      'preview-policy',
      {
        spec: {
          matchConstraints: {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
            resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }],
          },
          validations: [{ expression: '!object.metadata.name.startsWith("settings")', message: 'no settings here' }],
        },
      },
      'admissionregistration.k8s.io/v1',
    );
    const binding = called(
      'ValidatingAdmissionPolicyBinding',
      '',
      'preview-policy',
      { spec: { policyName: 'preview-policy', validationActions: ['Deny'] } },
      'admissionregistration.k8s.io/v1',
    );
    await applied(namespaceCalled(namespace), policy, binding);
    await expect
      .poll(() => against([settings(namespace)]), { timeout: 60_000 })
      .toEqual([
        {
          check: 'admission-denied',
          says: 'A rule of this cluster does not allow it (preview-policy).',
          fix: 'The words of the rule tell what has to change; whoever runs the cluster made it.',
          where: 'ConfigMap settings',
        },
      ]);
  });

  it('a kind that the cluster does not know', async () => {
    expect(await against([called('Gadget', 'default', 'one', {}, 'preview.example.org/v1')])).toMatchObject([
      { check: 'unknown-kind', says: 'This cluster does not know the kind Gadget (preview.example.org/v1).' },
    ]);
  });
});
