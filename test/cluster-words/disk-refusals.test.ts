import { describe, expect, it } from 'vitest';
import { sightOf } from '../../src/cluster/follow/sight.ts';
import { refusalFinding } from '../../src/cluster/refusals/refusal-words.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

const labels = {
  'app.kubernetes.io/instance': 'shop-db',
  'app.kubernetes.io/part-of': 'shop',
  'app.kubernetes.io/managed-by': 'create-k8s-app',
};
const object = (kind: string, name: string, spec: object, more: object = {}): AnyObject => ({
  kind,
  metadata: { name, namespace: 'shop', labels },
  spec,
  ...more,
});

const claimed = (storage = '1Gi', more: object = {}) => ({
  ...{ accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage } }, ...more },
});
const claim = (phase: string, spec: object = claimed(), name = 'data'): AnyObject =>
  object('PersistentVolumeClaim', name, spec, { status: { phase } });
const set = (spec: object, more: object = {}): AnyObject =>
  object('StatefulSet', 'db', {
    ...{
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, spec }],
      ...more,
    },
  });

const message = 'spec: Forbidden: updates to statefulset spec for fields other than … are forbidden';
const told = (wanted: AnyObject, there: readonly AnyObject[], unseen: readonly string[] = []) => {
  const finding = refusalFinding({ object: wanted, status: 422, message, there: sightOf(there, new Set(unseen)) });
  expect(finding.check).toBe('immutable');
  expect([finding.says.es, finding.fix.es]).not.toContain(finding.says.en);
  return [finding.says.en, finding.fix.en];
};
const answer = (question: string, value: string) => `--db.${question} ${value}, added to the create-k8s-app command in README.md`;

describe('what cannot be changed of a claim', () => {
  it('is named; without a volume there is nothing to lose', () => {
    expect(told(claim('', claimed('2Gi', { storageClassName: 'slow' })), [claim('Pending')])).toEqual([
      'A volume claim that exists cannot change the storage class (fast → slow) and the size (1Gi → 2Gi).',
      'It has no volume yet, so it holds no data and nothing is lost: delete it, then apply again: kubectl delete pvc/data --namespace shop',
    ]);
  });

  it('is taken back where there is a volume; sizes count, not how they are written', () => {
    const wanted = claim('', claimed('1024Mi', { accessModes: ['ReadWriteMany'] }));
    expect(told(wanted, [claim('Bound', claimed('1Gi', { volumeName: 'pv-1' }))])).toEqual([
      'A volume claim that exists cannot change the access mode (ReadWriteOnce → ReadWriteMany).',
      `Go back to what it was: ${answer('access-mode', 'rwo')}. Or claim a new disk by another name, and copy the data.`,
    ]);
  });
});

describe('what cannot be changed of a StatefulSet', () => {
  const ofSet = (phase: string, name = 'data-db-0') => claim(phase, claimed(), name);

  it('is named; where none of its claims has a volume, both go', () => {
    const there = [set(claimed()), ofSet('Pending'), ofSet('Bound', 'data-other-0'), ofSet('Bound', 'data-db-a')];
    expect(told(set(claimed('1Gi', { storageClassName: undefined })), there)).toEqual([
      'A StatefulSet that exists cannot change the storage class of its disk data (fast → none).',
      'None of its claims has a volume yet, so there is no data to lose: delete it with them, then apply again: kubectl delete statefulset/db pvc/data-db-0 --namespace shop',
    ]);
  });

  it('is taken back where there is data', () => {
    expect(told(set(claimed('1Gi', { storageClassName: 'slow' })), [set(claimed()), ofSet('Bound')])).toEqual([
      'A StatefulSet that exists cannot change the storage class of its disk data (fast → slow).',
      `Go back to what it was: ${answer('storage-class', 'fast')}. Or make a StatefulSet by another name, and copy the data.`,
    ]);
  });

  it('lets disks grow on a way around', () => {
    expect(told(set(claimed('2Gi')), [set(claimed()), ofSet('Bound'), ofSet('Bound', 'data-db-1')])).toEqual([
      'A StatefulSet that exists cannot change the size of its disk data (1Gi → 2Gi).',
      `Go back to what it was: ${answer('storage-size', '1Gi')}. Or, if the storage class lets its disks grow, enlarge its claims, delete the StatefulSet alone, which keeps pods and disks, and apply again: kubectl patch pvc/data-db-0 pvc/data-db-1 --namespace shop --patch '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}' && kubectl delete statefulset/db --namespace shop --cascade=orphan`,
    ]);
  });

  it('leaves the disks where only its pods would be others, unless they would go with it', () => {
    const wanted = set(claimed(), { serviceName: 'db2', selector: { matchLabels: { app: 'db2' } } });
    const [says, fix] = told(wanted, [set(claimed()), ofSet('Bound')]);
    expect(says).toBe('A StatefulSet that exists cannot change the labels by which it finds its pods and the name of its Service.');
    expect(fix).toMatch(/apply again; new pods are made: kubectl delete statefulset\/db --namespace shop$/);
    const policy = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } };
    expect(told(wanted, [set(claimed(), policy), ofSet('Bound')])[1]).not.toContain('kubectl');
  });

  it('is left to a look where claims may not be listed', () => {
    expect(told(set(claimed('1Gi', { storageClassName: 'slow' })), [set(claimed())], ['PersistentVolumeClaim'])[1]).toBe(
      `Go back to what it was: ${answer('storage-class', 'fast')}. Or, where its claims are all Pending and so hold no data, delete it with them, and apply again: kubectl get pvc --namespace shop`,
    );
  });

  it('may be a disk that comes or goes', () => {
    const other = { volumeClaimTemplates: [{ metadata: { name: 'log' }, spec: claimed() }] };
    expect(told(set(claimed(), other), [set(claimed()), ofSet('Bound')])).toEqual([
      'A StatefulSet that exists cannot change its disks (data goes, log comes).',
      'Go back to what it was. Or make a StatefulSet by another name, and copy the data.',
    ]);
  });
});
