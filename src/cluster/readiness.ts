import { fieldOf, listIn } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { type Text, text, verbatim } from '../model/text.ts';

/** How far an object has come, as its own status tells. */
export type Readiness =
  | { readonly is: 'ready' }
  | { readonly is: 'waiting'; readonly says: Text }
  /** It will not come up by itself any more. */
  | { readonly is: 'failed'; readonly says: Text };

const ready: Readiness = { is: 'ready' };
const waiting = (says: Text): Readiness => ({ is: 'waiting', says });

/** Ready means what the kind means: pods that serve, a claim that is bound, a Job that is done, an entrance that is admitted. */
export const readinessOf = (object: AnyObject): Readiness => byKind[object.kind ?? '']?.(object) ?? ready;

const byKind: Readonly<Record<string, (object: AnyObject) => Readiness>> = {
  Deployment: (object) =>
    fieldOf(conditionOf(object, 'Progressing', 'False'), 'reason') === 'ProgressDeadlineExceeded'
      ? { is: 'failed', says: text('It did not come up within its deadline.', 'No ha arrancado dentro de su plazo.') }
      : podsOf(object),
  StatefulSet: podsOf,
  DaemonSet: (object) =>
    isSeen(object)
      ? counted(numberIn(object, 'numberAvailable'), numberIn(object, 'desiredNumberScheduled'), numberIn(object, 'updatedNumberScheduled'))
      : unseen,
  Job: (object) => {
    const failed = conditionOf(object, 'Failed');
    if (failed) return { is: 'failed', says: verbatim(String(fieldOf(failed, 'message') ?? fieldOf(failed, 'reason'))) };
    return conditionOf(object, 'Complete') ? ready : waiting(text('Its work is under way.', 'Su trabajo está en marcha.'));
  },
  PersistentVolumeClaim: (object) =>
    statusOf(object)['phase'] === 'Bound' ? ready : waiting(text('It waits for a volume.', 'Espera un volumen.')),
  Ingress: (object) =>
    hasAddress(object) ? ready : waiting(text('No controller has taken it up yet.', 'Ningún controlador la ha atendido aún.')),
  Service: (object) =>
    fieldOf(object['spec'], 'type') !== 'LoadBalancer' || hasAddress(object)
      ? ready
      : waiting(text('It waits for an address from outside.', 'Espera una dirección de fuera.')),
  Route: (object) => {
    const admitted = listIn(statusOf(object)['ingress']).flatMap((each) => listIn(fieldOf(each, 'conditions')));
    const condition = admitted.find((each) => fieldOf(each, 'type') === 'Admitted');
    if (fieldOf(condition, 'status') === 'True') return ready;
    return condition === undefined
      ? waiting(text('The router has not looked at it yet.', 'El router aún no la ha mirado.'))
      : { is: 'failed', says: verbatim(String(fieldOf(condition, 'message') ?? fieldOf(condition, 'reason'))) };
  },
  Namespace: (object) =>
    statusOf(object)['phase'] === 'Terminating' ? { is: 'failed', says: text('It is being deleted.', 'Se está borrando.') } : ready,
};

const statusOf = (object: AnyObject): Readonly<Record<string, unknown>> => (object['status'] ?? {}) as Readonly<Record<string, unknown>>;
const numberIn = (object: AnyObject, field: string): number => Number(statusOf(object)[field] ?? 0);
const hasAddress = (object: AnyObject): boolean => listIn(fieldOf(statusOf(object)['loadBalancer'], 'ingress')).length > 0;

/** A condition of this type, if its status is this one. */
const conditionOf = (object: AnyObject, type: string, status: 'True' | 'False' = 'True'): unknown =>
  listIn(statusOf(object)['conditions']).find((each) => fieldOf(each, 'type') === type && fieldOf(each, 'status') === status);

/** Its controller has seen the newest version of it: what the status says of older ones does not count. */
const isSeen = (object: AnyObject): boolean =>
  numberIn(object, 'observedGeneration') >= Number(fieldOf(object.metadata, 'generation') ?? 0);
const unseen = waiting(text('Its controller has not seen it yet.', 'Su controlador aún no la ha visto.'));

function podsOf(object: AnyObject): Readiness {
  if (!isSeen(object)) return unseen;
  return counted(
    numberIn(object, 'availableReplicas'),
    Number(fieldOf(object['spec'], 'replicas') ?? 1),
    numberIn(object, 'updatedReplicas'),
  );
}

/** Enough pods serve, and all of them are new. */
function counted(available: number, wanted: number, updated: number): Readiness {
  if (available >= wanted && updated >= wanted) return ready;
  const serving = Math.min(available, updated);
  return waiting(text(`${serving} of ${wanted} pods ready.`, `${serving} de ${wanted} pods listos.`));
}
