import { fieldOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text, verbatim } from '../../model/text.ts';
import { mounts } from '../diagnosis/pods-of.ts';
import { entranceReadiness } from './entrance-readiness.ts';
import type { Sight } from './sight.ts';
import { conditionOf, isSeen, statusField, statusNumber, wordIn } from './status-fields.ts';

/** How far an object has come, as its own status tells. */
export type Readiness =
  | { readonly is: 'ready' }
  | { readonly is: 'waiting'; readonly says: Text }
  /** It will not come up by itself any more. */
  | { readonly is: 'failed'; readonly says: Text };

/** Around an object may be what it depends on; without it, the object speaks for itself. */
export type ReadinessOfKind = (object: AnyObject, around?: Sight) => Readiness;

const ready: Readiness = { is: 'ready' };
const waiting = (says: Text): Readiness => ({ is: 'waiting', says });
const failed = (says: Text): Readiness => ({ is: 'failed', says });

/** Ready means what the kind means: pods that serve, a claim that is bound, a Job that is done, an entrance that is admitted. */
export const readinessOf: ReadinessOfKind = (object, around) => byKind[object.kind ?? '']?.(object, around) ?? ready;

/** Objects of other kinds are ready as soon as they are there. */
export const takesTime = ({ kind, spec }: AnyObject): boolean =>
  kind === 'Service' ? fieldOf(spec, 'type') === 'LoadBalancer' : (kind ?? '') in byKind;

const unseen = waiting(text('Its controller has not seen it yet.', 'Su controlador aún no lo ha visto.'));

const deployment: ReadinessOfKind = (object) => {
  if (!isSeen(object)) return unseen;
  if (fieldOf(conditionOf(object, 'Progressing', 'False'), 'reason') === 'ProgressDeadlineExceeded') {
    return failed(text('It did not come up within its deadline.', 'No ha arrancado dentro de su plazo.'));
  }
  const updated = statusNumber(object, 'updatedReplicas');
  const state = counted(statusNumber(object, 'availableReplicas'), replicasOf(object), updated);
  const old = statusNumber(object, 'replicas') - updated;
  return state.is === 'ready' && old > 0
    ? waiting(
        text(
          `The new pods serve; old ones that still have to go: ${old}.`,
          `Los pods nuevos ya sirven; antiguos que aún tienen que irse: ${old}.`,
        ),
      )
    : state;
};

const statefulSet: ReadinessOfKind = (object) =>
  isSeen(object) ? counted(statusNumber(object, 'availableReplicas'), replicasOf(object), statusNumber(object, 'updatedReplicas')) : unseen;

const daemonSet: ReadinessOfKind = (object) =>
  isSeen(object)
    ? counted(
        statusNumber(object, 'numberAvailable'),
        statusNumber(object, 'desiredNumberScheduled'),
        statusNumber(object, 'updatedNumberScheduled'),
      )
    : unseen;

const job: ReadinessOfKind = (object) => {
  const failure = conditionOf(object, 'Failed');
  if (failure) return failed(verbatim(wordIn(failure, 'message') || wordIn(failure, 'reason')));
  return conditionOf(object, 'Complete') ? ready : waiting(text('Its work is under way.', 'Su trabajo está en marcha.'));
};

const claim: ReadinessOfKind = (object, around) => {
  const phase = statusField(object, 'phase');
  if (phase === 'Lost') return failed(text('Its volume is gone.', 'Su volumen ya no existe.'));
  if (phase === 'Bound' || (around && isLeftAlone(object, around))) return ready;
  return waiting(text('It waits for a volume.', 'Espera un volumen.'));
};

/** Its storage class makes the volume for the first pod that mounts it, and none does: it is as it should be. */
function isLeftAlone(object: AnyObject, around: Sight): boolean {
  const waits =
    around.eventsOn(object, 'WaitForFirstConsumer').length > 0 ||
    fieldOf(around.find('StorageClass', '', wordIn(object['spec'], 'storageClassName')), 'volumeBindingMode') === 'WaitForFirstConsumer';
  return waits && !around.isUnseen('Pod') && !around.ofKind('Pod', namespaceOf(object)).some((pod) => mounts(pod, object));
}

const namespace: ReadinessOfKind = (object) =>
  statusField(object, 'phase') === 'Terminating' ? failed(text('It is being deleted.', 'Se está borrando.')) : ready;

const byKind: Readonly<Record<string, ReadinessOfKind>> = {
  Deployment: deployment,
  StatefulSet: statefulSet,
  DaemonSet: daemonSet,
  Job: job,
  PersistentVolumeClaim: claim,
  Namespace: namespace,
  ...entranceReadiness,
};

const replicasOf = ({ spec }: AnyObject): number => Number(fieldOf(spec, 'replicas') ?? 1);

/** Enough pods serve, and all of them are new. */
function counted(available: number, wanted: number, updated: number): Readiness {
  if (available >= wanted && updated >= wanted) return ready;
  const serving = Math.min(available, updated);
  return waiting(text(`${serving} of ${wanted} pods ready.`, `${serving} de ${wanted} pods listos.`));
}
