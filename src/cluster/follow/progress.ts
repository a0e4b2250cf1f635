import { nameOf, namespaceOf, titleOf } from '../../checks/object-fields.ts';
import { type Finding, worstFirst } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import { type Diagnosis, diagnosis } from '../diagnosis/cause.ts';
import { diagnosesOf } from '../diagnosis/diagnosis.ts';
import { type Readiness, readinessOf, takesTime } from './readiness.ts';
import type { Sight } from './sight.ts';

/** How far what was applied has come. */
export interface Progress {
  /**
   * Whether it is over, and how: `late` where the time is over before anything else was, `unseen` where all is ready that the user may
   * look at, and nobody knows of the rest.
   */
  readonly is: 'waiting' | 'ready' | 'failed' | 'late' | 'unseen';
  readonly objects: readonly Standing[];
  /** The worst first. */
  readonly findings: readonly Finding[];
}

/** How far one object has come. */
interface Standing {
  /** As it was given. */
  readonly object: AnyObject;
  readonly readiness: Readiness;
  /** Why it is not ready, where that is known. */
  readonly why?: Text;
}

/** How long nothing has moved any more. */
export type Stillness = 'moving' | 'still' | 'over';

const forbidden: Readiness = {
  is: 'waiting',
  says: text('You are not allowed to look at it, so nobody knows.', 'No tienes permiso para mirarlo, así que no se sabe.'),
};
const deleted: Readiness = { is: 'failed', says: text('Somebody has deleted it.', 'Alguien lo ha borrado.') };

const placeOf = (object: AnyObject): string => (object.kind === 'Namespace' ? '' : namespaceOf(object) || '');

const seenOf = (object: AnyObject, sight: Sight): AnyObject | undefined => sight.find(object.kind ?? '', placeOf(object), nameOf(object));

function readinessIn(object: AnyObject, sight: Sight): Readiness {
  if (!takesTime(object)) return { is: 'ready' };
  if (sight.isUnseen(object.kind ?? '')) return forbidden;
  const seen = seenOf(object, sight);
  return seen === undefined ? deleted : readinessOf(seen, sight);
}

/** Ways in that are there as soon as somebody takes them up; a cluster where nobody does is no reason to wait for ever. */
const mayStayOpen = ({ kind }: AnyObject): boolean => kind === 'Ingress' || kind === 'Service';

export function progressOf(given: readonly AnyObject[], sight: Sight, stillness: Stillness): Progress {
  const states = given.map((object) => ({ object, readiness: readinessIn(object, sight), troubles: troublesOf(object, sight) }));
  const isDone = (each: (typeof states)[number]): boolean => each.readiness.is === 'ready' || each.readiness === forbidden;
  const isRestDone = states.every((each) => isDone(each) || mayStayOpen(each.object));
  const isTold = ({ needsPatience, comesLast }: Diagnosis): boolean =>
    (!needsPatience || stillness !== 'moving') && (!comesLast || isRestDone);
  const ofNamespaces = sight.ofKind('Namespace').flatMap((namespace) => diagnosesOf(namespace, sight));
  const diagnoses = [...ofNamespaces, ...states.flatMap(({ troubles }) => troubles)].filter(isTold);
  const unseen = states.filter(({ readiness }) => readiness === forbidden).map(({ object }) => object);
  const hasFailed = states.some(({ readiness }) => readiness.is === 'failed') || diagnoses.some(({ isFinal }) => isFinal);
  const isReady = states.every(isDone) || (isRestDone && stillness !== 'moving');
  const end = unseen.length > 0 ? 'unseen' : 'ready';
  const objects = states.map(({ object, readiness, troubles }): Standing => {
    const why = mayStayOpen(object) ? undefined : troubles.find(isTold)?.finding.says;
    return { object, readiness, ...(why && { why }) };
  });
  return {
    is: hasFailed ? 'failed' : isReady ? end : stillness === 'over' ? 'late' : 'waiting',
    objects,
    findings: told([...diagnoses, ...unseen.map(forbiddenToLook)]),
  };
}

/** The same, where what something waits for is followed by why it does not come. */
export const explained = (progress: Progress): Progress => ({
  ...progress,
  objects: progress.objects.map(({ object, readiness, why }) => ({
    object,
    readiness:
      why && readiness.is === 'waiting'
        ? { ...readiness, says: text(`${readiness.says.en} ${why.en}`, `${readiness.says.es} ${why.es}`) }
        : readiness,
  })),
});

const forbiddenToLook = (object: AnyObject): Diagnosis =>
  diagnosis(object, {
    check: 'forbidden-to-look',
    severity: 'warning',
    says: text(
      `You are not allowed to look at ${titleOf(object)}, so nobody knows whether it is ready.`,
      `No tienes permiso para mirar ${titleOf(object)}, así que no se sabe si está en orden.`,
    ),
    fix: text(
      'Ask an administrator for the role “view” in its namespace.',
      'Pide a quien administra el clúster el rol «view» en su espacio de nombres.',
    ),
  });

/** What is wrong with what is there of an object; the namespaces are looked at by themselves. */
function troublesOf(object: AnyObject, sight: Sight): readonly Diagnosis[] {
  const seen = object.kind === 'Namespace' ? undefined : seenOf(object, sight);
  return seen === undefined ? [] : diagnosesOf(seen, sight);
}

/** Each once: two workloads may wait for the same claim. */
function told(diagnoses: readonly Diagnosis[]): readonly Finding[] {
  const each = new Map(diagnoses.map(({ finding }) => [`${finding.where} ${finding.check} ${finding.says.en}`, finding]));
  return worstFirst([...each.values()]);
}
