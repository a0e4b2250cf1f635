import type { V1Container, V1PodSpec } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { containersOf, type Inventory } from './inventory.ts';
import { fieldOf, listIn, namespaceOf } from './object-fields.ts';

// What the Pod Security Standards demand: kubernetes.io/docs/concepts/security/pod-security-standards.

/** The level that the namespace of an object enforces by its own label; undefined where these files do not tell. */
export const enforcedOn = (object: AnyObject, inventory: Inventory): unknown =>
  fieldOf(inventory.find('Namespace', '', namespaceOf(object)), 'metadata', 'labels', 'pod-security.kubernetes.io/enforce');

const baselineCapabilities: ReadonlySet<unknown> = new Set([
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE'],
  ...['SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
]);

const addedBy = ({ securityContext }: V1Container): readonly unknown[] => listIn(securityContext?.capabilities?.add);
const unconfined = ({ securityContext }: V1Container | V1PodSpec): boolean => securityContext?.seccompProfile?.type === 'Unconfined';

/** What a pod has that “baseline” forbids. */
export function beyondBaseline(spec: V1PodSpec): readonly string[] {
  const ofPod = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((field) => spec[field] === true);
  const hostPath = (spec.volumes ?? []).some((volume) => volume.hostPath) ? ['hostPath'] : [];
  const ofContainers = containersOf(spec).flatMap((container) => [
    ...(container.securityContext?.privileged === true ? ['privileged'] : []),
    ...((container.ports ?? []).some(({ hostPort }) => hostPort) ? ['hostPort'] : []),
    ...addedBy(container)
      .filter((capability) => !baselineCapabilities.has(capability))
      .map((capability) => `capabilities.add: ${capability}`),
    ...(unconfined(container) ? ['seccompProfile: Unconfined'] : []),
  ]);
  return [...new Set([...ofPod, ...hostPath, ...(unconfined(spec) ? ['seccompProfile: Unconfined'] : []), ...ofContainers])];
}

/** What a container would have to say for “restricted”. */
export function missingForRestricted({ securityContext }: V1Container, { securityContext: pod }: V1PodSpec): readonly string[] {
  const seccomp = (securityContext?.seccompProfile ?? pod?.seccompProfile)?.type;
  return [
    securityContext?.allowPrivilegeEscalation === false ? [] : ['allowPrivilegeEscalation: false'],
    (securityContext?.runAsNonRoot ?? pod?.runAsNonRoot) === true ? [] : ['runAsNonRoot: true'],
    (securityContext?.runAsUser ?? pod?.runAsUser) === 0 ? ['runAsUser ≠ 0'] : [],
    listIn(securityContext?.capabilities?.drop).includes('ALL') ? [] : ['capabilities.drop: [ALL]'],
    seccomp === 'RuntimeDefault' || seccomp === 'Localhost' ? [] : ['seccompProfile.type: RuntimeDefault'],
    securityContext?.privileged === true ? ['privileged: false'] : [],
  ].flat();
}

const restrictedVolumes: ReadonlySet<string> = new Set([
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'],
]);

/** What a pod has beyond the fields of its containers that “restricted” forbids and “baseline” allows. */
export function beyondRestricted(spec: V1PodSpec): readonly string[] {
  const volumes = (spec.volumes ?? []).flatMap((volume) =>
    Object.keys(volume).filter((key) => key !== 'name' && !restrictedVolumes.has(key)),
  );
  const added = containersOf(spec).flatMap((container) => addedBy(container).filter((capability) => capability !== 'NET_BIND_SERVICE'));
  return [...new Set([...volumes, ...added.map((capability) => `capabilities.add: ${capability}`)])];
}
