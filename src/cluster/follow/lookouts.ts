import { fieldOf, listIn, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { certificateSecretsOf } from '../certificates.ts';
import { canBeDiagnosed } from '../diagnosis/diagnosis.ts';
import type { Paths } from '../discovery.ts';
import { namespacedPath } from '../namespaced-path.ts';
import { takesTime } from './readiness.ts';

/** A list that is watched. Secrets and ConfigMaps of pods are never among them: the kubelet names those that it misses. */
export interface Lookout {
  readonly kind: string;
  readonly path: string;
  readonly fieldSelector?: string;
  /** Values are never asked for. */
  readonly isMetadataOnly?: boolean;
}

/** What tells of an object beside itself, by its kind; plurals with their group version, in its namespace. */
const witnesses: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Deployment: { Pod: 'api/v1/pods', ReplicaSet: 'apis/apps/v1/replicasets', PersistentVolumeClaim: 'api/v1/persistentvolumeclaims' },
  StatefulSet: { Pod: 'api/v1/pods', PersistentVolumeClaim: 'api/v1/persistentvolumeclaims' },
  DaemonSet: { Pod: 'api/v1/pods', PersistentVolumeClaim: 'api/v1/persistentvolumeclaims' },
  Job: { Pod: 'api/v1/pods', PersistentVolumeClaim: 'api/v1/persistentvolumeclaims' },
  PersistentVolumeClaim: { Pod: 'api/v1/pods' },
  Service: { Pod: 'api/v1/pods', EndpointSlice: 'apis/discovery.k8s.io/v1/endpointslices' },
};

const storageClasses: Lookout = { kind: 'StorageClass', path: '/apis/storage.k8s.io/v1/storageclasses' };
const ingressClasses: Lookout = { kind: 'IngressClass', path: '/apis/networking.k8s.io/v1/ingressclasses' };

const claims = ({ kind, spec }: AnyObject): boolean =>
  kind === 'PersistentVolumeClaim' ||
  listIn(fieldOf(spec, 'volumeClaimTemplates')).length > 0 ||
  listIn(fieldOf(spec, 'template', 'spec', 'volumes')).some((volume) => fieldOf(volume, 'persistentVolumeClaim') !== undefined);

/** One for each kind and namespace. Objects whose kind the server does not know are left out. */
export async function lookoutsFor(paths: Paths, objects: readonly AnyObject[]): Promise<readonly Lookout[]> {
  const watched = objects.filter((object) => takesTime(object) || canBeDiagnosed(object.kind ?? ''));
  const own = await Promise.all(watched.map((object) => ownLookout(paths, object)));
  const all = [...own.flat(), ...watched.flatMap(besides), ...namespacesOf(objects)];
  return [...new Map(all.map((lookout) => [`${lookout.path} ${lookout.fieldSelector ?? ''}`, lookout])).values()];
}

async function ownLookout(paths: Paths, object: AnyObject): Promise<readonly Lookout[]> {
  const { kind = '' } = object;
  const path = kind === 'Namespace' ? undefined : await paths.pathOf(object);
  return path === undefined ? [] : [{ kind, path: path.slice(0, path.lastIndexOf('/')) }];
}

function besides(object: AnyObject): readonly Lookout[] {
  const { kind = '' } = object;
  const beside = Object.entries(witnesses[kind] ?? {});
  const events = beside.length > 0 ? [['Event', 'api/v1/events'] as const] : [];
  return [
    ...[...beside, ...events].map(([witness, plural]) => ({
      kind: witness,
      path: namespacedPath(plural, namespaceOf(object) || 'default'),
    })),
    ...(claims(object) ? [storageClasses] : []),
    ...(kind === 'Ingress' ? [ingressClasses] : []),
    ...certificateSecretsOf(object).map((name) => secret(namespaceOf(object) || 'default', name)),
  ];
}

const secret = (namespace: string, name: string): Lookout => ({
  kind: 'Secret',
  path: namespacedPath('api/v1/secrets', namespace),
  fieldSelector: `metadata.name=${name}`,
  isMetadataOnly: true,
});

/** One namespace at a time: who may look at their own may not look at all. */
function namespacesOf(objects: readonly AnyObject[]): readonly Lookout[] {
  const names = objects.map((object) => (object.kind === 'Namespace' ? nameOf(object) : namespaceOf(object)));
  return [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => ({ kind: 'Namespace', path: '/api/v1/namespaces', fieldSelector: `metadata.name=${name}` }));
}
