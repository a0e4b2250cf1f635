import { fieldOf, listIn, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { type Text, text } from '../../model/text.ts';
import type { Sight } from '../follow/sight.ts';
import { conditionOf, statusField, statusNumber, wordIn } from '../follow/status-fields.ts';
import { calledIn, type Diagnose, diagnosis } from './cause.ts';
import { creationDiagnoses } from './creation-diagnosis.ts';
import { exitMeaning } from './exit-codes.ts';
import { troublesOf } from './pod-diagnosis.ts';
import { containersIn } from './pod-view.ts';

/** Why a Job fails, or does not get on. As long as it tries again, a failed try is only a warning. */
export const jobDiagnoses: Diagnose = (job, sight) => {
  if (conditionOf(job, 'Complete')) return [];
  // The second one stands as long as its pods are still ending.
  const failure = conditionOf(job, 'Failed') ?? conditionOf(job, 'FailureTarget');
  if (failure !== undefined) return [failed(job, failure, sight)];
  const troubles = troublesOf(job, sight.madeBy(job, 'Pod'), sight);
  return [
    ...creationDiagnoses(job, sight),
    ...troubles.map(({ cause: _, weight: __, ...trouble }) =>
      diagnosis(job, trouble.check === 'crash' ? { ...trouble, severity: 'warning' } : trouble),
    ),
  ];
};

/** Its template cannot be changed, so a new try is a new Job. */
const again = (job: AnyObject): Text => {
  const command = `kubectl delete job ${shellWord(nameOf(job))} --namespace ${shellWord(namespaceOf(job))}`;
  return text(
    `Mend the cause, delete the Job, and apply again: ${command}`,
    `Arregla la causa, borra el Job y vuelve a aplicar: ${command}`,
  );
};

function failed(job: AnyObject, failure: unknown, sight: Sight) {
  const [name, reason] = [calledIn(job), wordIn(failure, 'reason')];
  const end = lastEnd(job, sight);
  const quote = end.words || wordIn(failure, 'message');
  if (reason === 'DeadlineExceeded') {
    const seconds = fieldOf(job['spec'], 'activeDeadlineSeconds');
    return diagnosis(job, {
      check: 'job-deadline',
      says: text(
        `${name} was stopped, because it ran longer than ${seconds} seconds.`,
        `${name} se ha parado, porque duraba más de ${seconds} segundos.`,
      ),
      fix: text(
        `If it needs that long, raise activeDeadlineSeconds in its manifest. ${again(job).en}`,
        `Si necesita tanto, sube activeDeadlineSeconds en su manifiesto. ${again(job).es}`,
      ),
      quote,
      isFinal: true,
    });
  }
  // Pods that have just failed are not in the sum yet.
  const count = statusNumber(job, 'failed') + listIn(statusField(job, 'uncountedTerminatedPods', 'failed')).length || 1;
  const often = count === 1 ? text('once', 'una vez') : text(`${count} times`, `${count} veces`);
  return diagnosis(job, {
    check: 'job-failed',
    says:
      end.code === undefined
        ? text(`${name} failed ${often.en}, and is not tried again.`, `${name} ha fallado ${often.es}, y no se vuelve a intentar.`)
        : text(
            `${name} failed ${often.en}, and is not tried again: ${exitMeaning(end.code).en}.`,
            `${name} ha fallado ${often.es}, y no se vuelve a intentar: ${exitMeaning(end.code).es}.`,
          ),
    fix: again(job),
    quote,
    isFinal: true,
  });
}

/** How its last pod ended, and its last words. */
function lastEnd(job: AnyObject, sight: Sight): { readonly code?: number; readonly words: string } {
  const pods = sight.madeBy(job, 'Pod').toSorted((a, b) => bornAt(a).localeCompare(bornAt(b)));
  for (const pod of pods.toReversed()) {
    for (const { ended } of containersIn({ workload: job, pod, sight })) {
      const code = Number(fieldOf(ended, 'exitCode'));
      if (code > 0) return { code, words: wordIn(ended, 'message') };
    }
    if (statusField(pod, 'phase') === 'Failed') return { words: wordIn(pod['status'], 'message') };
  }
  return { words: '' };
}

const bornAt = (pod: AnyObject): string => wordIn(pod.metadata, 'creationTimestamp');
