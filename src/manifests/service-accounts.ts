import type { V1ServiceAccount } from '@kubernetes/client-node';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { metadataOf } from './labels.ts';

/** An account of its own, so that a right given to it is given to nobody else. */
export const serviceAccountOf = (plan: Plan, component: ComponentPlan): V1ServiceAccount => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: metadataOf(plan, component),
  automountServiceAccountToken: false,
  ...(component.imagePullSecret === undefined ? {} : { imagePullSecrets: [{ name: component.imagePullSecret }] }),
});
