import type { V1PersistentVolumeClaim, V1PersistentVolumeClaimSpec } from '@kubernetes/client-node';
import type { ComponentPlan, DataVolume, Plan } from '../questions/plan.ts';
import { metadataOf } from './labels.ts';
import { claimName, dataVolume } from './names.ts';

type Kept = Exclude<DataVolume, { readonly kind: 'scratch' }>;

/** The one claim of all replicas, or of a job; undefined where each replica has its own, or nothing is kept. */
export function claimOf(plan: Plan, component: ComponentPlan): V1PersistentVolumeClaim | undefined {
  const { data } = component.volumes;
  if (data?.kind !== 'claim') return undefined;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataOf(plan, component, claimName(component)),
    spec: specOf(data),
  };
}

/** The claims that a StatefulSet makes, one for each replica. They cannot be changed later, so they carry no labels that change. */
export function claimTemplatesOf({ volumes: { data } }: ComponentPlan): V1PersistentVolumeClaim[] {
  if (data?.kind !== 'template') return [];
  return [{ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: dataVolume }, spec: specOf(data) }];
}

const specOf = ({ accessMode, size, storageClass }: Kept): V1PersistentVolumeClaimSpec => ({
  accessModes: [accessMode],
  volumeMode: 'Filesystem',
  ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
  resources: { requests: { storage: size } },
});
