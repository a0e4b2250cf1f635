import type { Manifest } from '../model/manifest.ts';
import type { Plan } from '../questions/plan.ts';
import { access } from './access.ts';
import { defaultPolicies } from './default-policies.ts';
import { limitRange } from './limit-ranges.ts';
import { namespace } from './namespaces.ts';
import { resourceQuota } from './resource-quotas.ts';

/**
 * What the administrator applies once. In a namespace that is there already, quota, limits and default policies are
 * somebody else's: only the access that was asked for is written.
 */
export function namespaceManifestsOf(plan: Plan): readonly Manifest[] {
  const { created, isolated } = plan.namespace;
  if (!created) return access(plan);
  return [
    namespace(plan, created.podSecurity),
    ...(created.quota ? [resourceQuota(plan, created.quota)] : []),
    limitRange(plan, created.quota),
    ...(isolated ? defaultPolicies(plan) : []),
    ...access(plan),
  ];
}
