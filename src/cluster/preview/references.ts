import { type Inventory, inventoryOf } from '../../checks/inventory.ts';
import { annotationsOf, fieldOf, listIn, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import { certificateSecretsOf, isIssued } from '../certificates.ts';
import { aName, calledIn, placeToChange } from '../diagnosis/cause.ts';
import { certificateMissing } from '../diagnosis/certificate-diagnosis.ts';
import { ingressClassMissing } from '../diagnosis/entrance-diagnosis.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Told } from '../refusals/refusal.ts';
import { podReferences } from './pod-references.ts';
import { classKinds, type Reference } from './reference.ts';

/** What these objects name and do not bring. */
export function referencesIn(objects: readonly AnyObject[]): readonly Reference[] {
  const inventory = inventoryOf(objects);
  const made = new Set(inventory.all.flatMap(secretsMadeFor));
  const isBrought = ({ kind, name, owner }: Reference): boolean => {
    const namespace = classKinds.some((each) => each === kind) ? '' : namespaceOf(owner);
    return inventory.find(kind, namespace, name) !== undefined || (kind === 'Secret' && made.has(`${namespace}/${name}`));
  };
  const found = [
    ...inventory.templates.flatMap(podReferences),
    ...inventory.all.flatMap((object) => [...storageOf(object, inventory), ...certificatesOf(object), ...ingressClassOf(object)]),
  ];
  return found.filter((reference) => !isBrought(reference));
}

/** Secrets that somebody else makes because of an object: cert-manager, External Secrets, Sealed Secrets, and OpenShift for a Service. */
function secretsMadeFor(object: AnyObject): readonly string[] {
  const names: Readonly<Record<string, string | undefined>> = {
    Certificate: wordIn(object['spec'], 'secretName'),
    ExternalSecret: wordIn(object['spec'], 'target', 'name') || nameOf(object),
    SealedSecret: nameOf(object),
    Service: annotationsOf(object)['service.beta.openshift.io/serving-cert-secret-name'],
  };
  const name = names[object.kind ?? ''];
  return name ? [`${namespaceOf(object)}/${name}`] : [];
}

/** A volume that was made by hand may have a class that is only a name. */
function storageOf(owner: AnyObject, { ofKind }: Inventory): readonly Reference[] {
  const templates = owner.kind === 'StatefulSet' ? listIn(fieldOf(owner['spec'], 'volumeClaimTemplates')) : [];
  const claims = owner.kind === 'PersistentVolumeClaim' ? [owner] : templates;
  const byHand = new Set(ofKind('PersistentVolume').map(({ spec }) => wordIn(spec, 'storageClassName')));
  return claims
    .map((claim) => wordIn(claim, 'spec', 'storageClassName'))
    .filter((name) => name !== '' && !byHand.has(name))
    .map((name) => ({ kind: 'StorageClass', name, owner, told: (others) => storageClassMissing(owner, name, others) }));
}

function storageClassMissing(owner: AnyObject, name: string, others: readonly string[]): Told {
  const place = placeToChange(owner, 'storage-class', others.join('|') || aName);
  return {
    check: 'storage-class-missing',
    says: text(
      `${calledIn(owner)} asks for the storage class “${name}”, which the cluster does not have: its volume claim waits.`,
      `${calledIn(owner)} pide la clase de almacenamiento «${name}», que el clúster no tiene: su petición de volumen espera.`,
    ),
    fix: text(`Name one that is there: ${place.en}.`, `Indica una que exista: ${place.es}.`),
  };
}

/** What cert-manager makes comes only after it was asked for. */
const certificatesOf = (owner: AnyObject): readonly Reference[] =>
  isIssued(owner)
    ? []
    : certificateSecretsOf(owner).map((name) => ({ kind: 'Secret', name, owner, told: () => certificateMissing(owner, name) }));

function ingressClassOf(owner: AnyObject): readonly Reference[] {
  const name = owner.kind === 'Ingress' ? wordIn(owner['spec'], 'ingressClassName') : '';
  return name === '' ? [] : [{ kind: 'IngressClass', name, owner, told: (others) => ingressClassMissing(owner, others) }];
}
