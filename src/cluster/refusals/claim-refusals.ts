import { nameOf, namespaceOf } from '../../checks/object-fields.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { claimDeletion, hasVolume } from '../claims.ts';
import { placeToChange } from '../diagnosis/cause.ts';
import { claimChanges, formerly } from './disk-changes.ts';
import type { Reading, Refusal } from './refusal.ts';
import { saysFixed } from './refusal-causes.ts';

type Words = Readonly<Record<'says' | 'fix', Text>>;

const fixed: Reading = (refusal) =>
  refusal.object.kind === 'PersistentVolumeClaim' && saysFixed(refusal)
    ? { check: 'immutable', ...(compared(refusal) ?? uncompared(refusal)) }
    : undefined;

/** What would change, and the way out, where somebody looked at the claim that is there. */
function compared({ object, there }: Refusal): Words | undefined {
  const live = there?.find('PersistentVolumeClaim', namespaceOf(object), nameOf(object));
  const changes = live ? claimChanges(object, live['spec'], object['spec']) : [];
  if (!live || changes.length === 0) return undefined;
  const [what, before] = [listed(changes.map(({ says }) => says)), formerly(changes)];
  return {
    says: text(
      `A volume claim that exists cannot change ${what.en}.`,
      `Una petición de volumen que ya existe no puede cambiar ${what.es}.`,
    ),
    fix: hasVolume(live)
      ? text(
          `Go back to ${before.en}. Or claim a new disk by another name, and copy the data.`,
          `Vuelve a ${before.es}. O pide un disco nuevo con otro nombre y copia los datos.`,
        )
      : text(
          `It has no volume yet, so it holds no data and nothing is lost: delete it, then apply again: ${claimDeletion(live)}`,
          `Aún no tiene volumen, así que no guarda datos y no se pierde nada: bórrala y vuelve a aplicar: ${claimDeletion(live)}`,
        ),
  };
}

const uncompared = ({ message, object }: Refusal): Words =>
  /can not be less than/.test(message)
    ? { says: text('A disk cannot be made smaller.', 'Un disco no se puede hacer más pequeño.'), fix: formerSize(object) }
    : {
        says: text(
          'Of a volume claim that exists only the size can be changed, and only upwards.',
          'De una petición de volumen que ya existe solo se puede cambiar el tamaño, y solo hacia arriba.',
        ),
        fix: text(
          'Go back to the access mode and the storage class that it has, or claim a new disk by another name and copy the data.',
          'Vuelve al modo de acceso y a la clase de almacenamiento que tiene, o pide un disco nuevo con otro nombre y copia los datos.',
        ),
      };

function formerSize(claim: Refusal['object']): Text {
  const place = placeToChange(claim, 'storage-size', text('SIZE', 'TAMAÑO'));
  return text(`Go back to the former size: ${place.en}.`, `Vuelve al tamaño anterior: ${place.es}.`);
}

/** 403: kubernetes/kubernetes, plugin/pkg/admission/storage/persistentvolume/resize/admission.go. */
const notResizable: Reading = ({ message, object }) =>
  /only dynamically provisioned pvc can be resized/.test(message)
    ? {
        check: 'immutable',
        says: text('The storage class of this disk does not let it grow.', 'La clase de almacenamiento de este disco no lo deja crecer.'),
        fix: text(
          `${formerSize(object).en} Or ask an administrator for a class with allowVolumeExpansion.`,
          `${formerSize(object).es} O pide a quien administra el clúster una clase con allowVolumeExpansion.`,
        ),
      }
    : undefined;

/** What cannot be changed in a volume claim that is there. */
export const claimRefusals: readonly Reading[] = [fixed, notResizable];
