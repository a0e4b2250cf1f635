import type { V1PodSpec } from '@kubernetes/client-node';
import type { Template } from '../../checks/inventory.ts';
import { fieldOf, listIn, nameOf } from '../../checks/object-fields.ts';
import { amountsIn, podAmounts, sum, times } from '../../checks/pod-amounts.ts';
import type { Amounts } from '../../model/amount.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Peak, peakOf } from './rollout-peak.ts';

/** What a workload asks of the quotas of its namespace. */
export interface Demand {
  readonly template: Template;
  /** One of its pods, as the namespace completes it. */
  readonly pod: V1PodSpec;
  /** How many pods it has now. */
  readonly running: number;
  /** Names of the disks that are claimed in the namespace; undefined where they may not be read. */
  readonly claims: ReadonlySet<string> | undefined;
}

export const peakIn = ({ template, running }: Demand): Peak => peakOf(template, running);

/** What it takes at its busiest moment, or with another number of pods. */
export function takenBy(demand: Demand, podsOf = ({ pods, surge }: Peak) => pods + surge): Amounts {
  const peak = peakIn(demand);
  return sum(times(podsOf(peak), podAmounts(demand.pod)), ...unclaimed(demand).map(({ amounts }) => amounts));
}

const disksOf = ({ template }: Demand): readonly unknown[] => listIn(fieldOf(template.owner, 'spec', 'volumeClaimTemplates'));

/** The disks that a StatefulSet has yet to claim, by the claim that its template holds. */
export function unclaimed(demand: Demand): readonly { readonly count: number; readonly amounts: Amounts }[] {
  const { template, claims } = demand;
  if (!claims) return [];
  const { pods } = peakIn(demand);
  return disksOf(demand).map((claim) => {
    const name = `${String(fieldOf(claim, 'metadata', 'name'))}-${nameOf(template.owner)}`;
    const count = Array.from({ length: pods }, (_, ordinal) => `${name}-${ordinal}`).filter((each) => !claims.has(each)).length;
    const { storage = 0 } = amountsIn(fieldOf(claim, 'spec', 'resources', 'requests'));
    return { count, amounts: times(count, { 'requests.storage': storage, persistentvolumeclaims: 1, 'count/persistentvolumeclaims': 1 }) };
  });
}

/** The same with so many replicas, which somebody may answer. */
export const withReplicas = (demand: Demand, replicas: number): Demand => ({
  ...demand,
  template: { ...demand.template, replicas: { least: replicas, most: replicas } },
});

/** The same with disks of this size. */
export function withDisks(demand: Demand, size: string): Demand {
  const { owner } = demand.template;
  const resources = { requests: { storage: size } };
  const volumeClaimTemplates = disksOf(demand).map((claim) => ({
    ...(claim as AnyObject),
    spec: { ...(fieldOf(claim, 'spec') as object), resources },
  }));
  const spec = { ...(owner['spec'] as object), volumeClaimTemplates };
  return { ...demand, template: { ...demand.template, owner: { ...owner, spec } } };
}
