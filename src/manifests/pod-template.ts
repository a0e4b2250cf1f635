import type { V1Affinity, V1PodSecurityContext, V1PodSpec, V1PodTemplateSpec } from '@kubernetes/client-node';
import type { ComponentPlan, Plan, Platform, Replicas, Workload } from '../questions/plan.ts';
import { containerOf } from './container.ts';
import { podLabelsOf } from './labels.ts';
import { settingsChecksumOf } from './settings.ts';
import { volumesOf } from './volumes.ts';

/** On the pod template: new settings give it a new value, and so the workload new pods. */
export const checksumAnnotation = 'create-k8s-app/settings-checksum';

/** Above 10000, where the judges and most nodes have no user of their own. */
const nobody = 10001;

export function podTemplateOf(plan: Plan, component: ComponentPlan): V1PodTemplateSpec {
  const checksum = settingsChecksumOf(component);
  return {
    metadata: {
      labels: podLabelsOf(plan, component),
      ...(checksum ? { annotations: { [checksumAnnotation]: checksum } } : {}),
    },
    spec: podOf(plan, component),
  };
}

function podOf(plan: Plan, component: ComponentPlan): V1PodSpec {
  const { volumes, volumeMounts } = volumesOf(component);
  const { workload } = component;
  return {
    ...(workload.kind === 'Job' || workload.kind === 'CronJob' ? { restartPolicy: 'Never' } : {}),
    serviceAccountName: component.fullName,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: component.graceSeconds,
    securityContext: podSecurity(plan.platform),
    ...spreadOf(workload, component.fullName),
    containers: [containerOf(component, volumeMounts)],
    ...(volumes.length > 0 ? { volumes } : {}),
  };
}

/** OpenShift gives every project a range of ids and refuses pods that name others (SCC restricted-v2). */
const podSecurity = (platform: Platform): V1PodSecurityContext => ({
  runAsNonRoot: true,
  ...(platform === 'kubernetes' ? { runAsUser: nobody, runAsGroup: nobody, fsGroup: nobody, fsGroupChangePolicy: 'OnRootMismatch' } : {}),
  seccompProfile: { type: 'RuntimeDefault' },
});

export const mostReplicas = (replicas: Replicas): number => ('max' in replicas ? replicas.max : replicas.fixed);

/** Over nodes by anti-affinity and over zones by spread constraints; what runs once, or once per node, needs neither. */
function spreadOf(workload: Workload, instance: string): Pick<V1PodSpec, 'affinity' | 'topologySpreadConstraints'> {
  if (workload.kind !== 'Deployment' && workload.kind !== 'StatefulSet') return {};
  // Each place gets an object of its own: a shared one would become a YAML alias.
  const pods = () => ({ matchLabels: { 'app.kubernetes.io/instance': instance } });
  const zones = { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: pods() };
  const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: pods() };
  const affinity: V1Affinity = {
    podAntiAffinity:
      workload.spread === 'required'
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
  };
  return { ...(mostReplicas(workload.replicas) > 1 ? { affinity } : {}), topologySpreadConstraints: [zones] };
}
