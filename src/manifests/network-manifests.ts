import type { Manifest } from '../model/manifest.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { ingressManifestsOf } from './ingresses.ts';
import { networkPolicy } from './network-policies.ts';
import { podAuthorities } from './pod-authorities.ts';
import { routeManifestsOf } from './routes.ts';
import { servicesOf } from './services.ts';

/** How the component is reached and what it may reach, in the order in which it can be applied. */
export const networkManifestsOf = (plan: Plan, component: ComponentPlan): readonly Manifest[] => [
  ...servicesOf(plan, component),
  ...podAuthorities(plan, component),
  ...ingressManifestsOf(plan, component),
  ...routeManifestsOf(plan, component),
  networkPolicy(plan, component),
];
