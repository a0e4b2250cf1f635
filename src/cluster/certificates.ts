import { annotationsOf, fieldOf, listIn } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';

/** The names of the Secrets whose certificates a way in shows to its callers, each once. */
export function certificateSecretsOf({ kind, spec }: AnyObject): readonly string[] {
  const names =
    kind === 'Ingress'
      ? listIn(fieldOf(spec, 'tls')).map((tls) => fieldOf(tls, 'secretName'))
      : kind === 'Route'
        ? [fieldOf(spec, 'tls', 'externalCertificate', 'name')]
        : [];
  return [...new Set(names)].filter((name) => typeof name === 'string').filter((name) => name !== '');
}

/** cert-manager makes the Secrets of a way in that asks it to (cert-manager.io/docs/usage/ingress). */
export const isIssued = (entrance: AnyObject): boolean =>
  Object.entries(annotationsOf(entrance)).some(
    ([key, value]) => /^cert-manager\.io\/(cluster-)?issuer(-name)?$/.test(key) || (key === 'kubernetes.io/tls-acme' && value === 'true'),
  );
