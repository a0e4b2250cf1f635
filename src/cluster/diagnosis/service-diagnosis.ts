import { entriesIn, fieldOf, listIn, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import type { Sight } from '../follow/sight.ts';
import { conditionOf } from '../follow/status-fields.ts';
import { type Diagnose, diagnosis } from './cause.ts';
import { addressless } from './entrance-diagnosis.ts';

/** Why a Service leads nowhere. That its pods are not ready is told with their workload. */
export const serviceDiagnoses: Diagnose = (service, sight) => [
  ...unpeopled(service, sight),
  ...portless(service, sight),
  ...addressless(service),
];

const selectorOf = (service: AnyObject): readonly (readonly [string, unknown])[] => entriesIn(fieldOf(service['spec'], 'selector'));

const chosenBy = (service: AnyObject, sight: Sight): readonly AnyObject[] =>
  sight
    .ofKind('Pod', namespaceOf(service))
    .filter((pod) => selectorOf(service).every(([label, value]) => fieldOf(pod.metadata, 'labels', label) === value));

const hasEndpoints = (service: AnyObject, sight: Sight): boolean =>
  sight
    .ofKind('EndpointSlice', namespaceOf(service))
    .some(
      (slice) =>
        fieldOf(slice.metadata, 'labels', 'kubernetes.io/service-name') === nameOf(service) && listIn(slice['endpoints']).length > 0,
    );

const unpeopled: Diagnose = (service, sight) => {
  if (selectorOf(service).length === 0 || sight.isUnseen('Pod') || hasEndpoints(service, sight) || chosenBy(service, sight).length > 0)
    return [];
  const labels = selectorOf(service)
    .map(([label, value]) => `${label}=${value}`)
    .join(', ');
  return [
    diagnosis(service, {
      check: 'service-without-pods',
      severity: 'warning',
      says: text(
        `The Service ${nameOf(service)} leads nowhere: no pod has the labels ${labels}.`,
        `El Service ${nameOf(service)} no lleva a ninguna parte: ningún pod tiene las etiquetas ${labels}.`,
      ),
      fix: text(
        'Its selector has to be the labels in the pod template of its workload.',
        'Su selector tiene que ser las etiquetas de la plantilla de pod de su carga de trabajo.',
      ),
      comesLast: true,
    }),
  ];
};

/** A port that is named, and that no container of its pods has by that name. */
const portless: Diagnose = (service, sight) => {
  const pods = chosenBy(service, sight);
  if (selectorOf(service).length === 0 || !pods.some((pod) => conditionOf(pod, 'Ready'))) return [];
  const names = new Set(
    pods
      .flatMap((pod) => listIn(fieldOf(pod['spec'], 'containers')).flatMap((container) => listIn(fieldOf(container, 'ports'))))
      .map((port) => fieldOf(port, 'name')),
  );
  const lost = listIn(fieldOf(service['spec'], 'ports'))
    .map((port) => fieldOf(port, 'targetPort'))
    .find((target) => typeof target === 'string' && !names.has(target));
  if (lost === undefined) return [];
  return [
    diagnosis(service, {
      check: 'service-port',
      says: text(
        `The Service ${nameOf(service)} sends to the port “${lost}”, and no container of its pods has one by that name.`,
        `El Service ${nameOf(service)} envía al puerto «${lost}», y ningún contenedor de sus pods tiene uno con ese nombre.`,
      ),
      fix: text(
        'Give the container’s port that name, or put its number into targetPort.',
        'Pon ese nombre al puerto del contenedor, o escribe su número en targetPort.',
      ),
    }),
  ];
};
