import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { fieldOf, namespaceOf, nameOf, selects, titleOf } from './inventory.ts';

const drainBlocked: Check = {
  severity: 'error',
  look: ({ ofKind, templates }) =>
    ofKind('PodDisruptionBudget').flatMap((object) => {
      const selector = fieldOf(object, 'spec', 'selector') as Parameters<typeof selects>[0];
      const guarded = templates.find(({ owner, labels }) => namespaceOf(owner) === namespaceOf(object) && selects(selector, labels));
      const none = fieldOf(object, 'spec', 'maxUnavailable');
      const least = Number(fieldOf(object, 'spec', 'minAvailable'));
      const blocks = none === 0 || none === '0%' || (guarded?.replicas !== undefined && least >= guarded.replicas);
      return blocks
        ? [
            {
              object,
              says: text('It lets no pod go, so a node can never be emptied for maintenance.', 'No deja ir a ningún pod, así que un nodo no se puede vaciar nunca para su mantenimiento.'),
              fix: text('Set maxUnavailable: 1 in place of what is there.', 'Pon maxUnavailable: 1 en lugar de lo que hay.'),
            },
          ]
        : [];
    }),
};

const oneReplica: Check = {
  severity: 'advice',
  look: ({ templates, ofKind }) =>
    templates
      .filter(({ owner, replicas }) => owner.kind === 'Deployment' && replicas === 1 && !ofKind('HorizontalPodAutoscaler').some((scaler) => fieldOf(scaler, 'spec', 'scaleTargetRef', 'name') === nameOf(owner)))
      .map(({ owner }) => ({
        object: owner,
        says: text('With one replica it is down whenever its pod moves, such as when a node is updated.', 'Con una sola réplica deja de funcionar cada vez que su pod se muda, por ejemplo al actualizar un nodo.'),
        fix: text('Take two replicas if that matters.', 'Usa dos réplicas si eso importa.'),
      })),
};

const twoOwners: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.ofKind('HorizontalPodAutoscaler').flatMap((scaler) => {
      const kind = String(fieldOf(scaler, 'spec', 'scaleTargetRef', 'kind'));
      const target = inventory.find(kind, namespaceOf(scaler), String(fieldOf(scaler, 'spec', 'scaleTargetRef', 'name')));
      return target && fieldOf(target, 'spec', 'replicas') !== undefined
        ? [
            {
              object: target,
              says: text(`Both it and ${titleOf(scaler)} say how many replicas there are: each apply sets the autoscaler back.`, `Tanto él como ${titleOf(scaler)} dicen cuántas réplicas hay: cada apply deshace lo que hizo el autoescalador.`),
              fix: text('Leave spec.replicas out.', 'Quita spec.replicas.'),
            },
          ]
        : [];
    }),
};

const scaledClaims: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.ofKind('HorizontalPodAutoscaler').flatMap((scaler) => {
      const target = inventory.find('StatefulSet', namespaceOf(scaler), String(fieldOf(scaler, 'spec', 'scaleTargetRef', 'name')));
      return target && fieldOf(target, 'spec', 'volumeClaimTemplates') !== undefined
        ? [
            {
              object: scaler,
              says: text('It takes pods away that have disks of their own: the disks stay behind with their data, and most data systems must be emptied first.', 'Quita pods que tienen discos propios: los discos se quedan atrás con sus datos, y casi todos los sistemas de datos hay que vaciarlos antes.'),
              fix: text('Use a fixed number of replicas, and change it by hand.', 'Usa un número fijo de réplicas y cámbialo a mano.'),
            },
          ]
        : [];
    }),
};

/** What controllers append must fit into the 63 characters of a label (kubernetes/kubernetes#64023). */
const longest: Readonly<Record<string, number>> = { StatefulSet: 52, CronJob: 52, Job: 63, Service: 63, Namespace: 63, Deployment: 52, DaemonSet: 52 };

const nameLength: Check = {
  severity: 'error',
  look: ({ all }) =>
    all
      .filter((object) => nameOf(object).length > (longest[object.kind ?? ''] ?? 253))
      .map((object) => ({
        object,
        says: text(`Its name has ${nameOf(object).length} characters; its pods and labels hold ${longest[object.kind ?? ''] ?? 253}.`, `Su nombre tiene ${nameOf(object).length} caracteres; en sus pods y etiquetas caben ${longest[object.kind ?? ''] ?? 253}.`),
        fix: text('Give it a shorter name.', 'Dale un nombre más corto.'),
      })),
};

const duplicate: Check = {
  severity: 'error',
  look: ({ all }) => {
    const seen = new Set<string>();
    return all.flatMap((object) => {
      const key = [object.apiVersion, titleOf(object), namespaceOf(object)].join('/');
      const again = seen.has(key);
      seen.add(key);
      return again
        ? [{ object, says: text('It stands here twice: the second one overwrites the first.', 'Está dos veces: la segunda pisa a la primera.'), fix: text('Take one of them out.', 'Quita una de las dos.') }]
        : [];
    });
  },
};

export const availabilityChecks: Checks = {
  'drain-blocked': drainBlocked,
  'one-replica': oneReplica,
  'two-owners': twoOwners,
  'scaled-claims': scaledClaims,
  'name-length': nameLength,
  duplicate,
};
