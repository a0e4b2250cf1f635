import { Cron } from 'croner';
import { fieldOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { say, type Text, text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import { remedyOf } from './explanations.ts';
import type { Light, Row, Scene } from './glance.ts';
import { ageOf, called, conditionOf, duration, isTrue, joined, momentOf, numberOf, quoteOf, since } from './objects.ts';

/** Runs that end now and then: CronJobs by their last success, Jobs by how they ended. */
export const jobRows = (scene: Scene): readonly Row[] => [
  ...scene.sight.ofKind('CronJob').map((cron) => cronRow(scene, cron)),
  ...scene.sight.ofKind('Job').flatMap((job) => jobRow(scene, job)),
];

function cronRow(scene: Scene, cron: AnyObject): Row {
  const what = called(scene, cron);
  if (fieldOf(cron['spec'], 'suspend') === true) return { light: 'plain', what, says: text('suspended', 'en pausa') };
  const times = timesOf(scene, cron);
  const success = momentOf(cron['status'], 'lastSuccessfulTime');
  // One that has never run yet is as old as itself.
  const ago = success === undefined ? ageOf(scene, cron) : since(scene, success);
  const { light, word } = cronState(ago, success !== undefined, times);
  const says = say((language) => joined(word[language], times && nextText(times.next - scene.at)[language]));
  return { light, what, says, ...(light === 'red' ? quoteOf(scene.sight.eventsOn(cron).at(-1)?.['message']) : {}) };
}

const nextText = (time: number): Text => text(`next in ${duration(time)}`, `la próxima en ${duration(time)}`);

/** Two periods without a success are one too many. */
function cronState(ago: number, hasSucceeded: boolean, times: Times | undefined): { readonly light: Light; readonly word: Text } {
  const time = duration(ago);
  const isLate = times !== undefined && ago > 2 * times.period + times.late;
  if (!hasSucceeded) {
    return isLate
      ? { light: 'red', word: text(`late: no success in ${time}`, `atrasado: en ${time} no ha terminado bien ni una vez`) }
      : { light: 'plain', word: text('has not run yet', 'aún no se ha ejecutado') };
  }
  return isLate
    ? { light: 'red', word: text(`late: last success ${time} ago`, `atrasado: terminó bien por última vez hace ${time}`) }
    : { light: 'green', word: text(`succeeded ${time} ago`, `terminó bien hace ${time}`) };
}

interface Times {
  /** Milliseconds from one run to the next, at this time of its schedule. */
  readonly period: number;
  readonly next: number;
  /** Milliseconds that the run under way, or the one that was just due, may still take. */
  readonly late: number;
}

/** Undefined for a schedule that is not understood here. */
function timesOf({ at }: Scene, cron: AnyObject): Times | undefined {
  const zone = wordIn(cron, 'spec', 'timeZone');
  try {
    const times = new Cron(wordIn(cron, 'spec', 'schedule'), { mode: '5-part', paused: true, ...(zone && { timezone: zone }) });
    const [next, after] = times.nextRuns(2, new Date(at));
    if (!next || !after) return undefined;
    const [before = next] = times.previousRuns(1, next);
    // Between Friday and Monday more time passes than between Monday and Tuesday: the longer one counts.
    const period = Math.max(after.getTime() - next.getTime(), next.getTime() - before.getTime());
    return { period, next: next.getTime(), late: numberOf(cron['spec'], 'startingDeadlineSeconds') * 1000 };
  } catch {
    return undefined;
  }
}

/** A Job that a CronJob made is told with it, unless it has failed after the last one that succeeded. */
function jobRow(scene: Scene, job: AnyObject): readonly Row[] {
  const what = called(scene, job);
  const maker = job.metadata?.ownerReferences?.find(({ kind }) => kind === 'CronJob');
  const failed = isTrue(job, 'Failed') ? conditionOf(job, 'Failed') : undefined;
  if (failed) {
    const when = momentOf(failed, 'lastTransitionTime');
    const cron = maker && scene.sight.find('CronJob', job.metadata?.namespace ?? '', maker.name);
    const isOver = (momentOf(cron?.['status'], 'lastSuccessfulTime') ?? 0) > (when ?? 0);
    const says = text(
      `failed ${duration(since(scene, when))} ago (${wordIn(failed, 'reason')})`,
      `falló hace ${duration(since(scene, when))} (${wordIn(failed, 'reason')})`,
    );
    const remedy = isOver ? {} : remedyOf(job, scene);
    return [{ light: isOver ? 'plain' : 'red', what, says, ...quoteOf(fieldOf(failed, 'message')), ...remedy }];
  }
  if (maker) return [];
  if (isTrue(job, 'Complete')) {
    const ago = duration(since(scene, momentOf(job['status'], 'completionTime')));
    return [{ light: 'green', what, says: text(`done ${ago} ago`, `terminado hace ${ago}`) }];
  }
  if (fieldOf(job['spec'], 'suspend') === true) return [{ light: 'plain', what, says: text('suspended', 'en pausa') }];
  const tries = numberOf(job['status'], 'failed');
  return [
    tries > 0
      ? {
          light: 'amber',
          what,
          says: text(`running, after failed tries: ${tries}`, `en marcha, tras intentos fallidos: ${tries}`),
          ...remedyOf(job, scene),
        }
      : {
          light: 'plain',
          what,
          says: text(`running for ${duration(ageOf(scene, job))}`, `en marcha desde hace ${duration(ageOf(scene, job))}`),
        },
  ];
}
