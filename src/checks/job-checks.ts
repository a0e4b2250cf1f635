import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { fieldOf } from './object-fields.ts';

/** The controller looks about every ten seconds, so that a shorter deadline may miss every run. */
const leastDeadline = 10;

const cronDeadline: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('CronJob')
      .map((object) => ({ object, deadline: fieldOf(object, 'spec', 'startingDeadlineSeconds') }))
      .filter(({ deadline }) => deadline === undefined || Number(deadline) < leastDeadline)
      .map(({ object, deadline }) => ({
        object,
        says:
          deadline === undefined
            ? text(
                'After 100 missed runs it is never started again, because it has no startingDeadlineSeconds.',
                'Tras 100 ejecuciones perdidas no se vuelve a arrancar nunca, porque no tiene startingDeadlineSeconds.',
              )
            : text(
                'Its startingDeadlineSeconds is shorter than the ten seconds the controller lets pass between two checks: it may never start.',
                'Su startingDeadlineSeconds es menor que los diez segundos que el controlador deja pasar entre dos comprobaciones: puede que no arranque nunca.',
              ),
        fix: text('Set startingDeadlineSeconds, such as 3600.', 'Pon startingDeadlineSeconds, por ejemplo 3600.'),
      })),
};

const cronTimeZone: Check = {
  severity: 'error',
  look: ({ ofKind }) =>
    ofKind('CronJob')
      .filter((object) => /TZ=/.test(String(fieldOf(object, 'spec', 'schedule'))))
      .map((object) => ({
        object,
        says: text(
          'Its schedule names a time zone, which the API server refuses there.',
          'Su horario nombra una zona horaria, y el servidor de la API no la admite ahí.',
        ),
        fix: text('Put the zone into spec.timeZone.', 'Pon la zona en spec.timeZone.'),
      })),
};

const cronOverlap: Check = {
  severity: 'advice',
  look: ({ ofKind }) =>
    ofKind('CronJob')
      .filter((object) => fieldOf(object, 'spec', 'concurrencyPolicy') === undefined)
      .map((object) => ({
        object,
        says: text(
          'If a run takes too long, the next one starts beside it, and both may do the same work.',
          'Si una ejecución dura demasiado, la siguiente empieza a su lado y las dos pueden hacer el mismo trabajo.',
        ),
        fix: text('Set concurrencyPolicy: Forbid unless they may overlap.', 'Pon concurrencyPolicy: Forbid si no deben solaparse.'),
      })),
};

/** Which restart policies the API server takes. */
const policies: ReadonlyMap<string | undefined, readonly string[]> = new Map(
  Object.entries({
    Job: ['Never', 'OnFailure'],
    CronJob: ['Never', 'OnFailure'],
    Deployment: ['Always'],
    StatefulSet: ['Always'],
    DaemonSet: ['Always'],
    ReplicaSet: ['Always'],
  }),
);

const restartPolicy: Check = {
  severity: 'error',
  look: ({ templates }) =>
    templates
      .map(({ owner, spec }) => ({ owner, said: spec.restartPolicy ?? 'Always', allowed: policies.get(owner.kind) ?? [] }))
      .filter(({ said, allowed }) => allowed.length > 0 && !allowed.includes(said))
      .map(({ owner, said, allowed }) => ({
        object: owner,
        says: text(
          `The API server refuses a ${owner.kind} whose pods have restartPolicy ${said}, which is also what they get if none is set.`,
          `El servidor de la API rechaza un ${owner.kind} cuyos pods tienen restartPolicy ${said}, que es también lo que reciben si no se indica nada.`,
        ),
        fix: text(`Set restartPolicy: ${allowed[0]}.`, `Pon restartPolicy: ${allowed[0]}.`),
      })),
};

const failurePolicy: Check = {
  severity: 'error',
  look: ({ templates }) =>
    templates
      .filter(({ owner, spec }) => {
        const job = owner.kind === 'CronJob' ? fieldOf(owner, 'spec', 'jobTemplate') : owner;
        return fieldOf(job, 'spec', 'podFailurePolicy') !== undefined && spec.restartPolicy !== 'Never';
      })
      .map(({ owner }) => ({
        object: owner,
        says: text(
          'A podFailurePolicy works only with restartPolicy: Never; the API server refuses anything else.',
          'Una podFailurePolicy solo funciona con restartPolicy: Never; el servidor de la API rechaza lo demás.',
        ),
        fix: text('Set restartPolicy: Never.', 'Pon restartPolicy: Never.'),
      })),
};

export const jobChecks: Checks = {
  'cron-deadline': cronDeadline,
  'cron-time-zone': cronTimeZone,
  'cron-overlap': cronOverlap,
  'restart-policy': restartPolicy,
  'failure-policy': failurePolicy,
};
