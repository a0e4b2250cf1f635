import type { KubernetesObject, V1DeploymentStrategy, V1JobSpec, V1ObjectMeta } from '@kubernetes/client-node';
import { history } from '../questions/footprint.ts';
import type { ComponentPlan, Plan, Replicas, Workload } from '../questions/plan.ts';
import { claimTemplatesOf } from './claims.ts';
import { annotationsOf, exceptionsOf } from './exceptions.ts';
import { metadataOf, podLabelsOf, selectorOf } from './labels.ts';
import { headlessName, longestLabel } from './names.ts';
import { podTemplateOf } from './pod-template.ts';
import { recreatesPods } from './rollout.ts';
import { hashOf } from './settings.ts';

type Kind = Workload['kind'];
type Of<K extends Kind> = Extract<Workload, { readonly kind: K }>;
type Row<K extends Kind> = (plan: Plan, component: ComponentPlan, workload: Of<K>) => KubernetesObject;

/** The object that makes the pods. Defaults that differ from Kubernetes' own are explained in workload-reasons.ts. */
export const workloadOf = (plan: Plan, component: ComponentPlan): KubernetesObject => build(plan, component, component.workload);

function build<K extends Kind>(plan: Plan, component: ComponentPlan, workload: Of<K>): KubernetesObject {
  return rows[workload.kind as K](plan, component, workload);
}

const rows: { readonly [K in Kind]: Row<K> } = {
  Deployment: (plan, component, workload) => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: workloadMetadata(plan, component),
    spec: {
      ...fixed(workload.replicas),
      revisionHistoryLimit: history.revisions,
      strategy: strategyOf(component, workload),
      selector: { matchLabels: selectorOf(component) },
      template: podTemplateOf(plan, component),
    },
  }),
  StatefulSet: (plan, component, workload) => {
    const volumeClaimTemplates = claimTemplatesOf(component);
    return {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: workloadMetadata(plan, component),
      spec: {
        ...fixed(workload.replicas),
        serviceName: headlessName(component),
        podManagementPolicy: workload.quorum ? 'Parallel' : 'OrderedReady',
        ...(workload.quorum ? { minReadySeconds: 10 } : {}),
        revisionHistoryLimit: history.revisions,
        updateStrategy: { type: 'RollingUpdate' },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        selector: { matchLabels: selectorOf(component) },
        template: podTemplateOf(plan, component),
        ...(volumeClaimTemplates.length > 0 ? { volumeClaimTemplates } : {}),
      },
    };
  },
  DaemonSet: (plan, component) => ({
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: workloadMetadata(plan, component),
    spec: {
      revisionHistoryLimit: history.revisions,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      selector: { matchLabels: selectorOf(component) },
      template: podTemplateOf(plan, component),
    },
  }),
  Job: (plan, component) => {
    const spec = jobSpec(plan, component, { backoffLimit: 3, activeDeadlineSeconds: 3600, ttlSecondsAfterFinished: 86_400 });
    return { apiVersion: 'batch/v1', kind: 'Job', metadata: workloadMetadata(plan, component, jobName(component, spec)), spec };
  },
  CronJob: (plan, component, workload) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: workloadMetadata(plan, component),
    spec: {
      schedule: workload.schedule,
      timeZone: workload.timeZone,
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      successfulJobsHistoryLimit: history.succeededJobs,
      failedJobsHistoryLimit: history.failedJobs,
      jobTemplate: {
        metadata: { labels: podLabelsOf(plan, component) },
        spec: jobSpec(plan, component, { backoffLimit: 2, activeDeadlineSeconds: 7200 }),
      },
    },
  }),
};

function workloadMetadata(plan: Plan, component: ComponentPlan, name?: string): V1ObjectMeta {
  return {
    ...metadataOf(plan, component, name),
    labels: podLabelsOf(plan, component),
    annotations: annotationsOf(exceptionsOf(plan, component)),
  };
}

/** With an autoscaler nobody else may say how many. */
const fixed = (replicas: Replicas): { replicas?: number } => ('fixed' in replicas ? { replicas: replicas.fixed } : {});

/**
 * The new pod comes before an old one goes, except where it could not start beside it: on a disk that only one node can
 * hold, or when no two replicas may share a node and each node has one.
 */
function strategyOf(component: ComponentPlan, { spread }: Of<'Deployment'>): V1DeploymentStrategy {
  if (recreatesPods(component)) return { type: 'Recreate' };
  return {
    type: 'RollingUpdate',
    rollingUpdate: spread === 'required' ? { maxSurge: 0, maxUnavailable: 1 } : { maxSurge: 1, maxUnavailable: 0 },
  };
}

/** A pod that has to leave its node is replaced without using up a retry. */
const jobSpec = (plan: Plan, component: ComponentPlan, bounds: Omit<V1JobSpec, 'template'>): V1JobSpec => ({
  ...bounds,
  podReplacementPolicy: 'Failed',
  podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] },
  template: podTemplateOf(plan, component),
});

/** A Job cannot be changed, so a changed one gets a new name. */
function jobName({ fullName }: ComponentPlan, spec: V1JobSpec): string {
  const hash = hashOf(spec, 8);
  return `${fullName.slice(0, longestLabel - hash.length - 1)}-${hash}`;
}
