import type { Manifest } from '../model/manifest.ts';
import type { Plan } from '../questions/plan.ts';
import { namespaceManifestsOf } from './namespace-manifests.ts';
import { networkManifestsOf } from './network-manifests.ts';
import { workloadManifestsOf } from './workload-manifests.ts';

/** Every object of a plan, in the order in which it can be applied: the administrator's first. */
export const manifestsOf = (plan: Plan): readonly Manifest[] => [
  ...namespaceManifestsOf(plan),
  ...plan.components.flatMap((component) => [...workloadManifestsOf(plan, component), ...networkManifestsOf(plan, component)]),
];
