import type { V1PodDisruptionBudget } from '@kubernetes/client-node';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { metadataOf, selectorOf } from './labels.ts';
import { mostReplicas } from './pod-template.ts';

/** For every Deployment, and for a StatefulSet of several: a drain then takes one pod after the other, and never hangs. */
export function disruptionBudgetOf(plan: Plan, component: ComponentPlan): V1PodDisruptionBudget | undefined {
  const { workload } = component;
  const wanted = workload.kind === 'Deployment' || (workload.kind === 'StatefulSet' && mostReplicas(workload.replicas) > 1);
  if (!wanted) return undefined;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: metadataOf(plan, component),
    spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: selectorOf(component) } },
  };
}
