import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { scaledBy } from './inventory.ts';
import { resourceText } from './limit-words.ts';
import { fieldOf, listIn, titleOf } from './object-fields.ts';

const oneReplica: Check = {
  severity: 'advice',
  look: (inventory) =>
    inventory.templates
      .filter(({ owner, replicas }) => owner.kind === 'Deployment' && replicas?.least === 1 && replicas.most === 1)
      // A disk that one node holds allows no second replica.
      .filter(({ spec }) => !(spec.volumes ?? []).some((volume) => volume.persistentVolumeClaim))
      .map(({ owner }) => ({
        object: owner,
        says: text(
          'With a single replica it is down whenever its pod moves, for instance when a node is updated.',
          'Con una sola réplica deja de funcionar cada vez que su pod se muda, por ejemplo al actualizar un nodo.',
        ),
        fix: text('Use two replicas if that matters.', 'Usa dos réplicas si eso importa.'),
      })),
};

const twoOwners: Check = {
  severity: 'warning',
  look: ({ ofKind, templates }) =>
    ofKind('HorizontalPodAutoscaler').flatMap((scaler) =>
      templates
        .filter(({ owner }) => scaledBy(scaler, owner) && fieldOf(owner, 'spec', 'replicas') !== undefined)
        .map(({ owner }) => ({
          object: owner,
          says: text(
            `Both it and ${titleOf(scaler)} set the number of replicas: each “apply” undoes what the autoscaler did.`,
            `Tanto él como ${titleOf(scaler)} fijan el número de réplicas: cada «apply» deshace lo que hizo el autoescalador.`,
          ),
          fix: text('Remove spec.replicas.', 'Quita spec.replicas.'),
        })),
    ),
};

const scaledClaims: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('HorizontalPodAutoscaler')
      .filter((scaler) =>
        ofKind('StatefulSet').some(
          (target) => scaledBy(scaler, target) && listIn(fieldOf(target, 'spec', 'volumeClaimTemplates')).length > 0,
        ),
      )
      .map((object) => ({
        object,
        says: text(
          'It removes pods that have disks of their own: the disks stay behind with their data, and most data systems need their data moved off first.',
          'Quita pods que tienen discos propios: los discos se quedan con sus datos, y en casi todos los sistemas hay que sacar antes los datos de ahí.',
        ),
        fix: text('Use a fixed number of replicas, and change it by hand.', 'Usa un número fijo de réplicas y cámbialo a mano.'),
      })),
};

/** The resources of which an autoscaler wants a percentage: a percentage of the request. */
const percentagesOf = (scaler: unknown): readonly string[] => [
  ...(fieldOf(scaler, 'spec', 'targetCPUUtilizationPercentage') === undefined ? [] : ['cpu']),
  ...listIn(fieldOf(scaler, 'spec', 'metrics'))
    .map((metric) => fieldOf(metric, 'resource'))
    .filter((resource) => fieldOf(resource, 'target', 'type') === 'Utilization')
    .map((resource) => String(fieldOf(resource, 'name'))),
];

const scalerBlind: Check = {
  severity: 'error',
  look: ({ ofKind, templates }) =>
    ofKind('HorizontalPodAutoscaler').flatMap((object) =>
      templates
        .filter(({ owner, spec }) => scaledBy(object, owner) && fieldOf(spec, 'resources') === undefined)
        .flatMap(({ spec }) =>
          percentagesOf(object).flatMap((resource) =>
            spec.containers
              .filter(({ resources }) => !(resources?.requests?.[resource] ?? resources?.limits?.[resource]))
              .map(({ name }) => ({
                object,
                says: text(
                  `It scales by a percentage of the ${resourceText(resource).en} request, but the container ${name} has none: it never scales.`,
                  `Escala según un porcentaje de la petición (request) de ${resourceText(resource).es}, pero el contenedor ${name} no tiene ninguna: nunca escala.`,
                ),
                fix: text(`Set resources.requests.${resource} in the container.`, `Pon resources.requests.${resource} en el contenedor.`),
              })),
          ),
        ),
    ),
};

export const scalingChecks: Checks = {
  'one-replica': oneReplica,
  'two-owners': twoOwners,
  'scaled-claims': scaledClaims,
  'scaler-blind': scalerBlind,
};
