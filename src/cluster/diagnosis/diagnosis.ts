import type { Diagnose } from './cause.ts';
import { certificateDiagnoses } from './certificate-diagnosis.ts';
import { claimDiagnoses } from './claim-diagnosis.ts';
import { ingressDiagnoses } from './entrance-diagnosis.ts';
import { jobDiagnoses } from './job-diagnosis.ts';
import { namespaceDiagnoses } from './namespace-diagnosis.ts';
import { serviceDiagnoses } from './service-diagnosis.ts';
import { workloadDiagnoses } from './workload-diagnosis.ts';

const byKind: Readonly<Record<string, Diagnose>> = {
  Deployment: workloadDiagnoses,
  StatefulSet: workloadDiagnoses,
  DaemonSet: workloadDiagnoses,
  Job: jobDiagnoses,
  PersistentVolumeClaim: claimDiagnoses,
  Namespace: namespaceDiagnoses,
  Service: serviceDiagnoses,
  Ingress: (ingress, sight) => [...ingressDiagnoses(ingress, sight), ...certificateDiagnoses(ingress, sight)],
  Route: certificateDiagnoses,
};

/** Why an object does not come up, the cause first, one for all pods with the same trouble. */
export const diagnosesOf: Diagnose = (object, sight) => byKind[object.kind ?? '']?.(object, sight) ?? [];

/** Kinds that can be in trouble though their own status tells nothing. */
export const canBeDiagnosed = (kind: string): boolean => kind in byKind;
