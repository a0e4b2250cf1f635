import { fieldOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { say, type Text, text } from '../../model/text.ts';
import { diagnosesOf } from '../diagnosis/diagnosis.ts';
import type { Light, Row, Scene } from './glance.ts';
import { ageOf, called, conditionOf, duration, isFalse, isTrue, joined, lastOf, momentOf, numberOf, quoteOf, since } from './objects.ts';
import { imagesOf, scalerText } from './workload-words.ts';

/** Milliseconds beyond its own `minReadySeconds` that a workload may be short of pods before that is bad news. */
export const grace = 60_000;

/** How many pods a workload has, of how many. */
interface Count {
  readonly desired: number;
  readonly available: number;
  readonly updated: number;
}

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

/** Every workload that runs for good, with its pods, its images and its autoscaler. */
export const workloadRows = (scene: Scene): readonly Row[] => workloadsIn(scene).map((workload) => workloadRow(scene, workload));

export const workloadsIn = ({ sight }: Scene): readonly AnyObject[] => kinds.flatMap((kind) => sight.ofKind(kind));

function workloadRow(scene: Scene, workload: AnyObject): Row {
  const count = countOf(workload);
  const { light, word, quote } = stateOf(scene, workload, count);
  const age = duration(ageOf(scene, workload));
  const old = text(`${age} old`, `desde hace ${age}`);
  return {
    light,
    what: called(scene, workload),
    says: say((language) =>
      joined(
        `${word[language]}: ${countText(count)[language]}`,
        imagesOf(workload),
        old[language],
        scalerText(scene, workload)?.[language],
      ),
    ),
    // What is known of its pods is told with them.
    ...(diagnosesOf(workload, scene.sight).length > 0 ? {} : quoteOf(quote)),
  };
}

export function countOf({ kind, spec, status }: AnyObject): Count {
  if (kind === 'DaemonSet') {
    return {
      desired: numberOf(status, 'desiredNumberScheduled'),
      available: numberOf(status, 'numberAvailable'),
      updated: numberOf(status, 'updatedNumberScheduled'),
    };
  }
  const desired = Number(fieldOf(spec, 'replicas') ?? 1);
  return { desired, available: numberOf(status, 'availableReplicas'), updated: numberOf(status, 'updatedReplicas') };
}

const countText = ({ desired, available, updated }: Count): Text =>
  updated < desired && available >= desired
    ? text(`${available} of ${desired} pods, ${updated} of them new`, `${available} de ${desired} pods, ${updated} de ellos nuevos`)
    : text(`${available} of ${desired} pods`, `${available} de ${desired} pods`);

interface State {
  readonly light: Light;
  readonly word: Text;
  readonly quote?: unknown;
}

function stateOf(scene: Scene, workload: AnyObject, { desired, available, updated }: Count): State {
  const refusal = isTrue(workload, 'ReplicaFailure')
    ? fieldOf(conditionOf(workload, 'ReplicaFailure'), 'message')
    : refusalTold(scene, workload);
  if (available < desired && refusal !== undefined)
    return { light: 'red', word: text('pods are refused', 'se rechazan sus pods'), quote: refusal };
  if (isFalse(workload, 'Progressing'))
    return { light: 'red', word: text('stuck', 'atascado'), quote: fieldOf(conditionOf(workload, 'Progressing'), 'message') };
  if (available < desired) {
    const patience = grace + 1000 * numberOf(workload['spec'], 'minReadySeconds');
    return shortFor(scene, workload) > patience
      ? { light: 'red', word: text('not ready', 'no está listo') }
      : { light: 'amber', word: text('starting', 'arrancando') };
  }
  if (updated < desired) return { light: 'amber', word: text('rolling out', 'en pleno despliegue') };
  return desired === 0
    ? { light: 'plain', word: text('scaled to zero', 'escalado a cero') }
    : { light: 'green', word: text('ready', 'listo') };
}

/**
 * What its controller said about pods that it could not make, if that is the latest that came of it; a Deployment has a condition for that.
 */
function refusalTold(scene: Scene, workload: AnyObject): unknown {
  const event = scene.sight.eventsOn(workload, 'FailedCreate').at(-1);
  const newest = Math.max(0, ...podsOf(scene, workload).map((pod) => momentOf(pod.metadata, 'creationTimestamp') ?? 0));
  return event && (lastOf(event) ?? 0) > newest ? event['message'] : undefined;
}

/** Milliseconds for which it has been short of pods, as far as its pods tell. */
export function shortFor(scene: Scene, workload: AnyObject): number {
  const waiting = podsOf(scene, workload).filter((pod) => !isTrue(pod, 'Ready') && pod.metadata?.deletionTimestamp === undefined);
  if (waiting.length === 0) return ageOf(scene, workload);
  return Math.max(
    ...waiting.map((pod) =>
      since(scene, momentOf(conditionOf(pod, 'Ready'), 'lastTransitionTime') ?? momentOf(pod.metadata, 'creationTimestamp')),
    ),
  );
}

/** Its pods; those of a Deployment belong to its ReplicaSets. */
export const podsOf = ({ sight }: Scene, workload: AnyObject): readonly AnyObject[] =>
  workload.kind === 'Deployment'
    ? sight.madeBy(workload, 'ReplicaSet').flatMap((set) => sight.madeBy(set, 'Pod'))
    : sight.madeBy(workload, 'Pod');
