import type { ComponentPlan } from '../questions/plan.ts';

/** The longest name of a label value, a volume, a container and a Job. */
export const longestLabel = 63;

type Named = Pick<ComponentPlan, 'fullName'>;

/** The Service that gives each pod of a StatefulSet a DNS name of its own. */
export const headlessName = (component: Named): string => `${component.fullName}-headless`;

/** The ConfigMap with the settings that become variables. */
export const settingsName = (component: Named): string => component.fullName;

/** The ConfigMap with the settings that become files. */
export const filesName = (component: Named): string => `${component.fullName}-files`;

/** The claim that all replicas share; a StatefulSet's own claims are named by Kubernetes. */
export const claimName = (component: Named): string => component.fullName;

/** The volume with the component's data, and the claim template of a StatefulSet. */
export const dataVolume = 'data';

/** The volume with the certificate that the container itself shows. */
export const podCertificateVolume = 'pod-tls';

/** The last part of a path: `/etc/app/app.conf` gives `app.conf`. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The directory of a file, `/` for a file of the root. */
export const directoryOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** A DNS label made from a path, with room for a number behind it. */
export function dnsLabelFrom(path: string): string {
  const label = path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestLabel - 3)
    .replace(/-$/, '');
  return label || 'root';
}

/** Each item with a name of its own: the first of its candidates that is free, else the last one with a number. */
export function named<T>(
  items: readonly T[],
  candidatesOf: (item: T) => readonly [string, ...string[]],
  taken: readonly string[] = [],
): readonly { readonly item: T; readonly name: string }[] {
  const used = new Set(taken);
  return items.map((item) => {
    const candidates = candidatesOf(item);
    const last = candidates.at(-1) ?? candidates[0];
    let name = candidates.find((candidate) => !used.has(candidate)) ?? last;
    for (let number = 2; used.has(name); number += 1) name = `${last}-${number}`;
    used.add(name);
    return { item, name };
  });
}
