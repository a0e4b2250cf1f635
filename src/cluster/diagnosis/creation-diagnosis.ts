import { namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { text } from '../../model/text.ts';
import type { Sight } from '../follow/sight.ts';
import { conditionOf, statusNumber, wordIn } from '../follow/status-fields.ts';
import type { Told } from '../refusals/refusal.ts';
import { refusalFinding } from '../refusals/refusal-words.ts';
import { type Cause, calledIn, type Diagnose, diagnosis } from './cause.ts';
import { newestSetOf, wantedOf } from './pods-of.ts';

/** What the API server answers to a controller that wants to make a pod, or a claim for it. */
export const creationDiagnoses: Diagnose = (workload, sight) => {
  const words = refusalTold(workload, sight);
  return words === undefined ? [] : [diagnosis(workload, causeOf(workload, words))];
};

/** A ReplicaSet keeps it in a condition; the others say it in events only, which count for as long as pods are missing. */
function refusalTold(workload: AnyObject, sight: Sight): string | undefined {
  if (workload.kind === 'Deployment') {
    const set = newestSetOf(workload, sight);
    const failure =
      (set && conditionOf(set, 'ReplicaFailure')) ?? (sight.isUnseen('ReplicaSet') ? conditionOf(workload, 'ReplicaFailure') : undefined);
    return failure === undefined ? undefined : wordIn(failure, 'message');
  }
  if (madeBy(workload) >= wantedOf(workload)) return undefined;
  const event = sight.eventsOn(workload, 'FailedCreate').at(-1);
  return event && wordIn(event, 'message');
}

/** How many pods a workload has made, whatever became of them. */
function madeBy(workload: AnyObject): number {
  if (workload.kind === 'DaemonSet') return statusNumber(workload, 'currentNumberScheduled');
  if (workload.kind === 'Job')
    return statusNumber(workload, 'active') + statusNumber(workload, 'succeeded') + statusNumber(workload, 'failed');
  return statusNumber(workload, 'replicas');
}

/** Refusals that stay as they are until somebody changes the pods or the namespace. A quota may have room again by itself. */
const lasting: ReadonlySet<string> = new Set([
  ...['pod-security', 'limit-range', 'quota-refuses', 'security-context-constraint', 'class-missing', 'admission-denied'],
]);

function causeOf(workload: AnyObject, words: string): Cause {
  const quote = words.replace(/^Error creating: |^[Cc]reate \w+ \S+ (?:for Pod \S+ )?in StatefulSet \S+ failed error: /, '');
  const account = /serviceaccount "([^"]+)" not found/.exec(quote)?.[1];
  if (account !== undefined) return { ...accountMissing(workload, account), quote };
  const { check, says, fix, severity } = refusalFinding({ object: { ...workload, kind: 'Pod' }, status: 403, message: quote });
  return { check, says, fix, severity, quote, isFinal: lasting.has(check) };
}

/** Without their account, no pods are made at all. */
export function accountMissing(workload: AnyObject, account: string): Told {
  const name = calledIn(workload);
  const namespace = namespaceOf(workload);
  const command = `kubectl create serviceaccount ${shellWord(account)} --namespace ${shellWord(namespace)}`;
  return {
    check: 'service-account-missing',
    says: text(
      `${name} gets no pods: the ServiceAccount ${account} is missing in the namespace ${namespace}.`,
      `${name} no recibe pods: falta la ServiceAccount ${account} en el espacio de nombres ${namespace}.`,
    ),
    fix: text(`Apply it with the rest, or create it: ${command}`, `Aplícala con lo demás, o créala: ${command}`),
  };
}
