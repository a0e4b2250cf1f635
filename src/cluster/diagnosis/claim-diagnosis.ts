import { fieldOf, nameOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import { claimDeletion, claimsOf, makerOf, setDeletion } from '../claims.ts';
import type { Sight } from '../follow/sight.ts';
import { statusField, wordIn } from '../follow/status-fields.ts';
import { aName, type Cause, type Diagnose, diagnosis, placeToChange } from './cause.ts';

export const claimDiagnoses: Diagnose = (claim, sight) => {
  const cause = claimCause(claim, sight);
  return cause ? [diagnosis(claim, cause)] : [];
};

/** Why a claim gets no volume. One that waits for the first pod is as it should be. */
export function claimCause(claim: AnyObject, sight: Sight): Cause | undefined {
  const phase = statusField(claim, 'phase');
  if (phase === 'Lost') return lost(claim);
  if (phase !== 'Pending') return undefined;
  const failure = wordIn(sight.eventsOn(claim, 'ProvisioningFailed').at(-1), 'message');
  const name = wordIn(claim['spec'], 'storageClassName');
  const isThere = sight.find('StorageClass', '', name) !== undefined;
  const wasMissed = /storageclass[^"]* "[^"]+" not found/.test(failure);
  // A class may have come after the claim: the event tells of what was.
  if (!isThere && (wasMissed || (name !== '' && !sight.isUnseen('StorageClass')))) return noSuchClass(claim, sight, name);
  if (failure && !wasMissed) return provisioningFailed(claim, failure);
  if (name === '' && sight.eventsOn(claim, 'FailedBinding').length > 0) return noDefaultClass(claim, sight);
  const expected = wordIn(sight.eventsOn(claim, 'ExternalProvisioning').at(-1), 'message');
  return expected ? provisionerSilent(claim, expected) : undefined;
}

/** The names of the classes that there are, as an example of what to answer. */
function classNames(sight: Sight): string | Text {
  const names = sight.ofKind('StorageClass').map(nameOf).sort();
  return names.length > 0 ? names.join('|') : aName;
}

/** Where the class is named: in the claim itself, or in the StatefulSet that made it. */
const classPlace = (claim: AnyObject, sight: Sight): Text =>
  placeToChange(makerOf(claim, sight) ?? claim, 'storage-class', classNames(sight));

/** What else has to be done before another class can be applied. */
function clearing(claim: AnyObject, sight: Sight): Text {
  const set = makerOf(claim, sight);
  if (!set) {
    return text(
      `Before you apply again, delete the claim, which keeps its class; without a volume it holds no data, so nothing is lost: ${claimDeletion(claim)}`,
      `Antes de volver a aplicar, borra la petición, que conserva su clase; sin volumen no guarda datos, así que no se pierde nada: ${claimDeletion(claim)}`,
    );
  }
  const command = setDeletion(set, claimsOf(set, sight));
  return text(
    `Before you apply again, delete the StatefulSet and the claim, which both keep their class; without a volume it holds no data, so nothing is lost: ${command}`,
    `Antes de volver a aplicar, borra el StatefulSet y la petición, que conservan su clase; sin volumen no guarda datos, así que no se pierde nada: ${command}`,
  );
}

function noSuchClass(claim: AnyObject, sight: Sight, name: string): Cause {
  const [place, rest] = [classPlace(claim, sight), clearing(claim, sight)];
  return {
    check: 'storage-class-missing',
    says: text(
      `The volume claim ${nameOf(claim)} waits: the cluster has no storage class “${name}”.`,
      `La petición de volumen ${nameOf(claim)} espera: el clúster no tiene ninguna clase de almacenamiento «${name}».`,
    ),
    fix: text(`Name one that is there: ${place.en}. ${rest.en}`, `Indica una que exista: ${place.es}. ${rest.es}`),
    isFinal: true,
  };
}

function noDefaultClass(claim: AnyObject, sight: Sight): Cause {
  const place = classPlace(claim, sight);
  // Only a claim that says nothing at all of a class takes one later.
  const takesClass = makerOf(claim, sight) === undefined && fieldOf(claim['spec'], 'storageClassName') === undefined;
  const rest = takesClass ? text('Then apply again.', 'Luego vuelve a aplicar.') : clearing(claim, sight);
  return {
    check: 'storage-class-default',
    says: text(
      `The volume claim ${nameOf(claim)} waits: it names no storage class, and the cluster has no default one.`,
      `La petición de volumen ${nameOf(claim)} espera: no indica ninguna clase de almacenamiento, y el clúster no tiene una por defecto.`,
    ),
    fix: text(
      `Ask an administrator to make one the default. Or name one: ${place.en}. ${rest.en}`,
      `Pide a quien administra el clúster que ponga una por defecto. O indica una: ${place.es}. ${rest.es}`,
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
      `Ask whoever runs the cluster what became of the volume ${wordIn(claim['spec'], 'volumeName')}. To begin with an empty one: ${claimDeletion(claim)}`,
      `Pregunta a quien administra el clúster qué ha sido del volumen ${wordIn(claim['spec'], 'volumeName')}. Para empezar con uno vacío: ${claimDeletion(claim)}`,
    ),
    isFinal: true,
  };
}
