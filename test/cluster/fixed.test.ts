import { describe, expect, inject, it } from 'vitest';
import { isDone } from '../../src/cluster/apply/applied.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import { foresee } from '../../src/cluster/preview/foresight.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { followed } from './advised.ts';
import { becomeReady } from './findings.ts';
import { sent } from './kubelet.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

const object = (apiVersion: string, kind: string, name: string, namespace: string | undefined, more: object = {}): AnyObject => ({
  ...{ apiVersion, kind, metadata: { name, ...(namespace && { namespace }) } },
  ...more,
});

const claimed = (storageClassName: string, storage = '1Gi') => ({
  ...{ accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage } } },
});

const withSet = (namespace: string, claim: object): readonly AnyObject[] => {
  const labels = { app: 'db' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'db', image: 'ghcr.io/example/db:1' }] } };
  const volumeClaimTemplates = [{ metadata: { name: 'data' }, spec: claim }];
  return [
    object('v1', 'Namespace', namespace, undefined),
    object('apps/v1', 'StatefulSet', 'db', namespace, {
      spec: { serviceName: 'db', selector: { matchLabels: labels }, template, volumeClaimTemplates },
    }),
  ];
};

const withClaim = (namespace: string, spec: object): readonly AnyObject[] => [
  object('v1', 'Namespace', namespace, undefined),
  object('v1', 'PersistentVolumeClaim', 'data', namespace, { spec }),
];

async function applied(objects: readonly AnyObject[]): Promise<readonly AnyObject[]> {
  expect((await apply(connection, objects)).filter((each) => !isDone(each))).toEqual([]);
  return objects;
}

/** What the preview says against it, before anything is changed. */
async function refused(objects: readonly AnyObject[]): Promise<Finding> {
  const found = (await foresee(connection, objects)).findings.filter(({ severity }) => severity === 'error');
  expect(found.map(({ check }) => check)).toEqual(['immutable']);
  return found[0] as Finding;
}

describe('what cannot be changed is named, and what is advised helps', () => {
  it('where a StatefulSet asked for a class that does not exist', async () => {
    const name = 'fixed-class';
    await applied(withSet(name, claimed('nowhere')));
    const claim = `/api/v1/namespaces/${name}/persistentvolumeclaims/data-db-0`;
    await expect.poll(async () => (await connection.send('GET', claim)).status, { timeout: 20_000 }).toBe(200);
    const found = await refused(withSet(name, claimed('kwok-volume')));
    expect(found.says.en).toBe('A StatefulSet that exists cannot change the storage class of its disk data (nowhere → kwok-volume).');
    expect(found.fix.en).toContain(`: kubectl delete statefulset/db pvc/data-db-0 --namespace ${name}`);
    await followed(found);
    await becomeReady(connection, await applied(withSet(name, claimed('kwok-volume'))));
  });

  it('where a claim did', async () => {
    const name = 'fixed-claim';
    await applied(withClaim(name, claimed('nowhere')));
    const found = await refused(withClaim(name, claimed('kwok-volume', '2Gi')));
    expect(found.says.en).toBe(
      'A volume claim that exists cannot change the storage class (nowhere → kwok-volume) and the size (1Gi → 2Gi).',
    );
    await followed(found);
    await becomeReady(connection, await applied(withClaim(name, claimed('kwok-volume', '2Gi'))));
  });

  it('where the disks of a StatefulSet are to grow: pods and disks stay', async () => {
    const name = 'fixed-growth';
    const [capacity, accessModes, hostPath] = [{ storage: '1Gi' }, ['ReadWriteOnce'], { path: '/data' }];
    await becomeReady(
      connection,
      await applied([
        object('storage.k8s.io/v1', 'StorageClass', name, undefined, { provisioner: 'example.com/silent', allowVolumeExpansion: true }),
        object('v1', 'PersistentVolume', name, undefined, { spec: { storageClassName: name, capacity, accessModes, hostPath } }),
        ...withSet(name, claimed(name)),
      ]),
    );
    const uid = async () => (await sent(connection, 'GET', `/api/v1/namespaces/${name}/pods/db-0`)).metadata?.uid;
    const before = await uid();
    const found = await refused(withSet(name, claimed(name, '2Gi')));
    expect(found.says.en).toBe('A StatefulSet that exists cannot change the size of its disk data (1Gi → 2Gi).');
    await followed(found);
    await becomeReady(connection, await applied(withSet(name, claimed(name, '2Gi'))));
    const claim = await sent(connection, 'GET', `/api/v1/namespaces/${name}/persistentvolumeclaims/data-db-0`);
    expect([await uid(), claim['spec']]).toEqual([before, expect.objectContaining({ resources: { requests: { storage: '2Gi' } } })]);
  });
});
