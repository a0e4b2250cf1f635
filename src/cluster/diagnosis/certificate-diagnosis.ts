import { namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { text } from '../../model/text.ts';
import { certificateSecretsOf, isIssued } from '../certificates.ts';
import type { Told } from '../refusals/refusal.ts';
import { type Cause, type Diagnose, diagnosis } from './cause.ts';

/** A way in whose certificate is not there: it is open all the same, so it is a warning. */
export const certificateDiagnoses: Diagnose = (entrance, sight) =>
  sight.isUnseen('Secret')
    ? []
    : certificateSecretsOf(entrance)
        .filter((name) => !sight.find('Secret', namespaceOf(entrance), name))
        .map((name) => diagnosis(entrance, isIssued(entrance) ? unissued(entrance, name) : certificateMissing(entrance, name)));

export function certificateMissing(entrance: AnyObject, secret: string): Told & { readonly severity: 'warning' } {
  const command = `kubectl create secret tls ${shellWord(secret)} --namespace ${shellWord(namespaceOf(entrance))} --cert=tls.crt --key=tls.key`;
  return {
    check: 'certificate-missing',
    severity: 'warning',
    says: text(
      `The Secret ${secret} with its certificate is missing, so callers get a warning of their browser, or no answer.`,
      `Falta el Secret ${secret} con su certificado, así que quien llama recibe un aviso del navegador, o ninguna respuesta.`,
    ),
    fix: text(
      `Create it from the certificate, with its chain, and its key: ${command}`,
      `Créalo con el certificado, con su cadena, y su clave: ${command}`,
    ),
  };
}

function unissued(entrance: AnyObject, secret: string): Cause {
  const command = `kubectl describe certificate ${shellWord(secret)} --namespace ${shellWord(namespaceOf(entrance))}`;
  return {
    check: 'certificate-unissued',
    severity: 'warning',
    says: text(
      `The Secret ${secret} with its certificate is not there yet: cert-manager is to make it.`,
      `El Secret ${secret} con su certificado aún no está: tiene que crearlo cert-manager.`,
    ),
    fix: text(
      `If it stays so, look whether the cluster has cert-manager, and what it says of it: ${command}`,
      `Si sigue así, mira si el clúster tiene cert-manager, y qué dice de él: ${command}`,
    ),
    needsPatience: true,
  };
}
