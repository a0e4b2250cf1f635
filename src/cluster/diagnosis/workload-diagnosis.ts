import { fieldOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { text } from '../../model/text.ts';
import type { Sight } from '../follow/sight.ts';
import { conditionOf, statusField, wordIn } from '../follow/status-fields.ts';
import { calledIn, type Diagnose, diagnosis } from './cause.ts';
import { creationDiagnoses } from './creation-diagnosis.ts';
import { podDiagnoses } from './pod-diagnosis.ts';
import { podsOf } from './pods-of.ts';

/** Why a Deployment, a StatefulSet or a DaemonSet does not come up: what is known of its pods, or at least that it takes too long. */
export const workloadDiagnoses: Diagnose = (workload, sight) => {
  const known = [...creationDiagnoses(workload, sight), ...podDiagnoses(workload, sight)];
  const stuck = stuckPod(workload, sight);
  if (stuck !== undefined && known.length > 0) return [...known, forcedRollback(workload, stuck)];
  return known.length > 0 ? known : tooLate(workload);
};

const tooLate = (workload: AnyObject) => {
  const late = conditionOf(workload, 'Progressing', 'False');
  if (fieldOf(late, 'reason') !== 'ProgressDeadlineExceeded') return [];
  const command = `kubectl describe pods --namespace ${shellWord(namespaceOf(workload))}`;
  const [name, seconds] = [calledIn(workload), fieldOf(workload['spec'], 'progressDeadlineSeconds') ?? 600];
  return [
    diagnosis(workload, {
      check: 'progress-deadline',
      says: text(
        `${name} did not come up within ${seconds} seconds, and nothing says why.`,
        `${name} no ha arrancado en ${seconds} segundos, y nada dice por qué.`,
      ),
      fix: text(`Look at its pods: ${command}`, `Mira sus pods: ${command}`),
      quote: wordIn(late, 'message'),
    }),
  ];
};

/**
 * A StatefulSet waits for a pod of its older version that does not come up, and never gives it the new one
 * (kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback).
 */
function stuckPod(workload: AnyObject, sight: Sight): AnyObject | undefined {
  const [current, next] = [statusField(workload, 'currentRevision'), statusField(workload, 'updateRevision')];
  const isOrdered = workload.kind === 'StatefulSet' && fieldOf(workload['spec'], 'podManagementPolicy') !== 'Parallel';
  if (!isOrdered || current === next) return undefined;
  return podsOf(workload, sight).find(
    (pod) => fieldOf(pod.metadata, 'labels', 'controller-revision-hash') !== next && !conditionOf(pod, 'Ready'),
  );
}

const deletionOf = (pod: AnyObject): string => `kubectl delete pod ${shellWord(nameOf(pod))} --namespace ${shellWord(namespaceOf(pod))}`;

const forcedRollback = (workload: AnyObject, pod: AnyObject) =>
  diagnosis(workload, {
    check: 'stuck-pod',
    says: text(
      `${calledIn(workload)} waits for its pod ${nameOf(pod)} of the version before, which does not come up.`,
      `${calledIn(workload)} espera a su pod ${nameOf(pod)} de la versión anterior, que no arranca.`,
    ),
    fix: text(
      `Delete that pod, and it comes back in the new version, with its disk: ${deletionOf(pod)}`,
      `Borra ese pod, y volverá con la versión nueva y con su disco: ${deletionOf(pod)}`,
    ),
  });
