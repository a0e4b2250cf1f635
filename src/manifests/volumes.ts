import type { V1Volume, V1VolumeMount } from '@kubernetes/client-node';
import type { ComponentPlan, Exposure, PodCertificate, WritablePath } from '../questions/plan.ts';
import { fileVolumesOf } from './file-volumes.ts';
import { baseName, claimName, dataVolume, dnsLabelFrom, named, podCertificateVolume } from './names.ts';

/** A volume of the pod with its places in the container. A claim template's volume is made by the StatefulSet. */
interface Mounted {
  readonly volume?: V1Volume;
  readonly mounts: readonly V1VolumeMount[];
}

/** A volume that is named after the place where it is mounted. */
interface Nameless {
  readonly place: string;
  readonly as: (name: string) => Mounted;
}

export interface Volumes {
  readonly volumes: V1Volume[];
  readonly volumeMounts: V1VolumeMount[];
}

export function volumesOf(component: ComponentPlan): Volumes {
  const fixed = [...dataOf(component), ...certificateOf(component)];
  const writable = component.volumes.writable.map(scratch);
  const places = [...fixed.flatMap(({ mounts }) => mounts.map(({ mountPath }) => mountPath)), ...writable.map(({ place }) => place)];
  const files = fileVolumesOf(component, places).map(
    ({ directory, projected, mountsOf }): Nameless => ({
      place: directory,
      as: (name) => ({ volume: { name, projected }, mounts: mountsOf(name) }),
    }),
  );
  const called = named([...writable, ...files], ({ place }) => [dnsLabelFrom(baseName(place)), dnsLabelFrom(place)], [
    dataVolume,
    podCertificateVolume,
  ]);
  const all: readonly Mounted[] = [...fixed, ...called.map(({ item, name }) => item.as(name))];
  return { volumes: all.flatMap(({ volume }) => volume ?? []), volumeMounts: all.flatMap(({ mounts }) => mounts) };
}

function dataOf(component: ComponentPlan): readonly Mounted[] {
  const { data } = component.volumes;
  if (!data) return [];
  const place = { name: dataVolume, mountPath: data.mountPath };
  if (data.kind === 'scratch') return [{ volume: { name: dataVolume, emptyDir: { sizeLimit: data.size } }, mounts: [place] }];
  const readOnly = data.readOnly ? { readOnly: true } : {};
  const mounts = [{ ...place, ...readOnly }];
  if (data.kind === 'template') return [{ mounts }];
  return [{ volume: { name: dataVolume, persistentVolumeClaim: { claimName: claimName(component), ...readOnly } }, mounts }];
}

function certificateOf(component: ComponentPlan): readonly Mounted[] {
  const certificate = podCertificateOf(component.exposure);
  if (!certificate) return [];
  return [
    {
      volume: { name: podCertificateVolume, secret: { secretName: certificate.secret, defaultMode: 0o440 } },
      mounts: [{ name: podCertificateVolume, mountPath: certificate.mountPath, readOnly: true }],
    },
  ];
}

/** The certificate that the container itself shows, where it ends TLS. */
export function podCertificateOf(exposure: Exposure): PodCertificate | undefined {
  if (exposure.reach !== 'outside') return undefined;
  const { entrance } = exposure;
  if (!('tls' in entrance)) return entrance.podTls;
  return 'pod' in entrance.tls ? entrance.tls.pod : undefined;
}

const scratch = ({ path, size, inMemory }: WritablePath): Nameless => ({
  place: path,
  as: (name) => ({
    volume: { name, emptyDir: { ...(inMemory ? { medium: 'Memory' } : {}), sizeLimit: size } },
    mounts: [{ name, mountPath: path }],
  }),
});
