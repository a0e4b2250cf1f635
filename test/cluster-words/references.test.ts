import { describe, expect, it } from 'vitest';
import { referencesIn } from '../../src/cluster/preview/references.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

const object = (apiVersion: string, kind: string, name: string, more: object = {}, metadata: object = {}): AnyObject => ({
  ...{ apiVersion, kind, metadata: { name, namespace: 'shop', ...metadata } },
  ...more,
});
const template = (spec: object) => ({ template: { spec: { containers: [{ name: 'web', image: 'i' }], ...spec } } });
const deployment = (spec: object) => object('apps/v1', 'Deployment', 'web', { spec: template(spec) });
const withContainer = (container: object) => deployment({ containers: [{ name: 'web', image: 'i', ...container }] });

const named = (...objects: readonly AnyObject[]) => referencesIn(objects).map(({ kind, name }) => `${kind} ${name}`);

describe('what pods need beside them', () => {
  it.each([
    ['envFrom', withContainer({ envFrom: [{ secretRef: { name: 'a' } }, { configMapRef: { name: 'b' } }] }), ['Secret a', 'ConfigMap b']],
    [
      'env, once however many keys',
      withContainer({
        env: [
          { name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'x' } } },
          { name: 'B', valueFrom: { secretKeyRef: { name: 'a', key: 'y' } } },
          { name: 'C', valueFrom: { configMapKeyRef: { name: 'b', key: 'z' } } },
          { name: 'D', value: 'c' },
        ],
      }),
      ['Secret a', 'ConfigMap b'],
    ],
    [
      'volumes',
      deployment({
        volumes: [
          { name: 'v', secret: { secretName: 'a' } },
          { name: 'w', configMap: { name: 'b' } },
          { name: 'x', projected: { sources: [{ secret: { name: 'c' } }, { configMap: { name: 'kube-root-ca.crt' } }] } },
          { name: 'y', emptyDir: {} },
        ],
      }),
      ['Secret a', 'ConfigMap b', 'Secret c'],
    ],
    ['init containers', deployment({ initContainers: [{ name: 'i', envFrom: [{ secretRef: { name: 'a' } }] }] }), ['Secret a']],
    [
      'nothing that is optional',
      withContainer({
        envFrom: [{ secretRef: { name: 'a', optional: true } }],
        env: [{ valueFrom: { configMapKeyRef: { name: 'b', optional: true } } }],
      }),
      [],
    ],
    ['logins to registries', deployment({ imagePullSecrets: [{ name: 'a' }] }), ['Secret a']],
    ['an account, and a class', deployment({ serviceAccountName: 'a', priorityClassName: 'b' }), ['ServiceAccount a', 'PriorityClass b']],
    ['no account that is everywhere', deployment({ serviceAccountName: 'default' }), []],
    [
      'of a CronJob too',
      object('batch/v1', 'CronJob', 'c', { spec: { jobTemplate: { spec: template({ serviceAccountName: 'a' }) } } }),
      ['ServiceAccount a'],
    ],
  ])('%s', (_, owner, expected) => expect(named(owner)).toEqual(expected));
});

describe('what others need', () => {
  const claim = (spec: object) => object('v1', 'PersistentVolumeClaim', 'data', { spec });
  const ingress = (annotations: object = {}) =>
    object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { ingressClassName: 'a', tls: [{ secretName: 'b' }, {}] } }, { annotations });

  it('storage classes, but for volumes that are made by hand', () => {
    expect(named(claim({ storageClassName: 'a' }), claim({ storageClassName: '' }), claim({}))).toEqual(['StorageClass a']);
    const set = object('apps/v1', 'StatefulSet', 'db', { spec: { volumeClaimTemplates: [{ spec: { storageClassName: 'a' } }] } });
    expect(named(set)).toEqual(['StorageClass a']);
    expect(named(set, object('v1', 'PersistentVolume', 'p', { spec: { storageClassName: 'a' } }))).toEqual([]);
  });

  it('an Ingress class, and certificates that nobody issues', () => {
    expect(named(ingress())).toEqual(['Secret b', 'IngressClass a']);
    expect(named(ingress({ 'cert-manager.io/issuer': 'x' }))).toEqual(['IngressClass a']);
    const route = object('route.openshift.io/v1', 'Route', 'web', { spec: { tls: { externalCertificate: { name: 'c' } } } });
    expect(named(route)).toEqual(['Secret c']);
  });
});

describe('what comes with them is not missing', () => {
  const asking = deployment({ volumes: [{ name: 'v', secret: { secretName: 'a' } }] });

  it.each([
    ['because it is among them', object('v1', 'Secret', 'a')],
    ['because cert-manager makes it', object('cert-manager.io/v1', 'Certificate', 'x', { spec: { secretName: 'a' } })],
    ['because External Secrets makes it', object('external-secrets.io/v1', 'ExternalSecret', 'a', { spec: {} })],
    ['because Sealed Secrets makes it', object('bitnami.com/v1alpha1', 'SealedSecret', 'a', { spec: {} })],
    [
      'because OpenShift makes it',
      object('v1', 'Service', 'web', {}, { annotations: { 'service.beta.openshift.io/serving-cert-secret-name': 'a' } }),
    ],
  ])('%s', (_, other) => {
    expect(named(asking, other)).toEqual([]);
    expect(named(asking, { ...other, metadata: { ...other.metadata, namespace: 'elsewhere' } })).toEqual(['Secret a']);
  });
});
