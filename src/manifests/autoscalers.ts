import type { V2HorizontalPodAutoscaler } from '@kubernetes/client-node';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { metadataOf } from './labels.ts';

/** By CPU only: the memory of many programs never falls again, and would keep the replicas up. */
export function autoscalerOf(plan: Plan, component: ComponentPlan): V2HorizontalPodAutoscaler | undefined {
  const { workload, fullName } = component;
  if (!('replicas' in workload) || !('min' in workload.replicas)) return undefined;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadataOf(plan, component),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: workload.kind, name: fullName },
      minReplicas: workload.replicas.min,
      maxReplicas: workload.replicas.max,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
      behavior: { scaleDown: { stabilizationWindowSeconds: 300 } },
    },
  };
}
