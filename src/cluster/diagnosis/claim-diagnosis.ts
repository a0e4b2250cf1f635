import { nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { text } from '../../model/text.ts';
import type { Sight } from '../follow/sight.ts';
import { statusField, wordIn } from '../follow/status-fields.ts';
import { type Cause, type Diagnose, diagnosis, placeToChange } from './cause.ts';

export const claimDiagnoses: Diagnose = (claim, sight) => {
  const cause = claimCause(claim, sight, claim);
  return cause ? [diagnosis(claim, cause)] : [];
};

/**
 * Why a claim gets no volume. One that waits for the first pod is as it should be. `asker` is whose answers ask for it: the claim itself,
 * or the StatefulSet that made it.
 */
export function claimCause(claim: AnyObject, sight: Sight, asker: AnyObject): Cause | undefined {
  const phase = statusField(claim, 'phase');
  if (phase === 'Lost') return lost(claim);
  if (phase !== 'Pending') return undefined;
  const failure = wordIn(sight.eventsOn(claim, 'ProvisioningFailed').at(-1), 'message');
  const name = wordIn(claim['spec'], 'storageClassName');
  const isThere = sight.find('StorageClass', '', name) !== undefined;
  const wasMissed = /storageclass[^"]* "[^"]+" not found/.test(failure);
  // A class may have come after the claim: the event tells of what was.
  if (!isThere && (wasMissed || (name !== '' && !sight.isUnseen('StorageClass')))) return noSuchClass(claim, sight, asker, name);
  if (failure && !wasMissed) return provisioningFailed(claim, failure);
  if (name === '' && sight.eventsOn(claim, 'FailedBinding').length > 0) return noDefaultClass(claim, sight, asker);
  const expected = wordIn(sight.eventsOn(claim, 'ExternalProvisioning').at(-1), 'message');
  return expected ? provisionerSilent(claim, expected) : undefined;
}

/** The names of the classes that there are, as an example of what to answer. */
function classNames(sight: Sight): string {
  const names = sight.ofKind('StorageClass').map(nameOf).sort();
  return names.length > 0 ? names.join('|') : 'NAME';
}

function noSuchClass(claim: AnyObject, sight: Sight, asker: AnyObject, name: string): Cause {
  const place = placeToChange(asker, 'storage-class', classNames(sight));
  return {
    check: 'storage-class-missing',
    says: text(
      `The volume claim ${nameOf(claim)} waits: the cluster has no storage class “${name}”.`,
      `La petición de volumen ${nameOf(claim)} espera: el clúster no tiene ninguna clase de almacenamiento «${name}».`,
    ),
    fix: text(
      `Name one that is there: ${place.en}. A claim keeps its class, so delete this one before you apply again: ${deletion(claim)}`,
      `Indica una que exista: ${place.es}. Una petición conserva su clase, así que borra esta antes de volver a aplicar: ${deletion(claim)}`,
    ),
    isFinal: true,
  };
}

const deletion = (claim: AnyObject): string =>
  `kubectl delete pvc ${shellWord(nameOf(claim))} --namespace ${shellWord(namespaceOf(claim))}`;

function noDefaultClass(claim: AnyObject, sight: Sight, asker: AnyObject): Cause {
  const place = placeToChange(asker, 'storage-class', classNames(sight));
  return {
    check: 'storage-class-default',
    says: text(
      `The volume claim ${nameOf(claim)} waits: it names no storage class, and the cluster has no default one.`,
      `La petición de volumen ${nameOf(claim)} espera: no indica ninguna clase de almacenamiento, y el clúster no tiene una por defecto.`,
    ),
    fix: text(
      `Name one: ${place.en}; then apply again. Or ask an administrator to make one the default.`,
      `Indica una: ${place.es}; luego vuelve a aplicar. O pide a quien administra el clúster que ponga una por defecto.`,
    ),
  };
}

function provisioningFailed(claim: AnyObject, quote: string): Cause {
  return {
    check: 'volume-provisioning',
    says: text(
      `The volume claim ${nameOf(claim)} waits: the cluster’s storage could not make its volume.`,
      `La petición de volumen ${nameOf(claim)} espera: el almacenamiento del clúster no ha podido crear su volumen.`,
    ),
    fix: text(
      'It tries again by itself. Its words tell why; whoever runs the cluster can help with them.',
      'Lo vuelve a intentar solo. Sus palabras dicen por qué; con ellas te puede ayudar quien administra el clúster.',
    ),
    quote,
  };
}

function provisionerSilent(claim: AnyObject, quote: string): Cause {
  const [, provisioner] = /external provisioner '([^']+)'/.exec(quote) ?? [];
  const name = provisioner ?? wordIn(claim['spec'], 'storageClassName');
  return {
    check: 'volume-provisioner',
    severity: 'warning',
    says: text(
      `The volume claim ${nameOf(claim)} waits: ${name} is to make its volume, and has not said anything yet.`,
      `La petición de volumen ${nameOf(claim)} espera: ${name} tiene que crear su volumen, y aún no ha dicho nada.`,
    ),
    fix: text(
      'If it stays so, ask whoever runs the cluster whether that provisioner is running.',
      'Si sigue así, pregunta a quien administra el clúster si ese aprovisionador está en marcha.',
    ),
    quote,
    needsPatience: true,
  };
}

function lost(claim: AnyObject): Cause {
  return {
    check: 'volume-lost',
    says: text(
      `The volume of the claim ${nameOf(claim)} is gone, and the data on it with it.`,
      `El volumen de la petición de volumen ${nameOf(claim)} ya no existe, ni los datos que tenía.`,
    ),
    fix: text(
      `Ask whoever runs the cluster what became of the volume ${wordIn(claim['spec'], 'volumeName')}. To begin with an empty one: ${deletion(claim)}`,
      `Pregunta a quien administra el clúster qué ha sido del volumen ${wordIn(claim['spec'], 'volumeName')}. Para empezar con uno vacío: ${deletion(claim)}`,
    ),
    isFinal: true,
  };
}
