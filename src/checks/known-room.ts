import type { V1PodSpec } from '@kubernetes/client-node';
import { requirementsOf } from '../manifests/container.ts';
import { isMore } from '../model/amount.ts';
import type { LimitFacts, PlotFacts } from '../model/cluster-facts.ts';
import { quantityOf } from '../model/quantity.ts';
import { data } from '../questions/data.ts';
import type { Known } from '../questions/question.ts';
import { demandOf } from '../questions/quota.ts';
import type { HardKey } from '../questions/quota-sizes.ts';
import { resourcesOf } from '../questions/resources.ts';
import { storageSize } from '../questions/storage.ts';
import { type Breach, breachesOf, claimBreachesOf, completedBy } from './limit-ranges.ts';
import type { Shortage } from './quota-words.ts';

/** Other names of the same keys (kubernetes.io/docs/concepts/policy/resource-quotas). */
const synonyms: Readonly<Record<string, HardKey>> = {
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  'ephemeral-storage': 'requests.ephemeral-storage',
  'count/pods': 'pods',
  'count/services': 'services',
  'count/persistentvolumeclaims': 'persistentvolumeclaims',
  configmaps: 'count/configmaps',
  secrets: 'count/secrets',
};

/** The keys of the quotas of a namespace that leave less than what is settled takes at its busiest moment. */
export function shortagesIn(known: Pick<Known, 'components'>, { quotas = [] }: PlotFacts): readonly Shortage[] {
  const demand: Readonly<Record<string, number>> = demandOf(known);
  return quotas.flatMap(({ name, hard, used }) =>
    Object.entries(hard).flatMap(([key, said]): readonly Shortage[] => {
      const [most, taken] = [quantityOf(said), quantityOf(used[key] ?? '0') ?? 0];
      const needed = demand[synonyms[key] ?? key];
      if (most === undefined || needed === undefined) return [];
      const left = Math.max(0, most - taken);
      return isMore(needed, left) ? [{ quota: name, key, taken, left, needed }] : [];
    }),
  );
}

export const limitsOf = ({ limitRanges = [] }: PlotFacts): readonly LimitFacts[] => limitRanges.flatMap(({ limits }) => limits);

/** What its pods will say of their size. */
export const podOf = (component: Known): V1PodSpec => ({
  containers: [{ name: 'main', resources: requirementsOf(resourcesOf(component)) }],
});

/** The size of its disk, if it keeps one. */
export const diskOf = (component: Known): string | undefined => (component.is(data, 'keep') ? component.get(storageSize) : undefined);

/** The bounds of the namespace that a component breaks. */
export function breachesIn(component: Known, plot: PlotFacts): readonly Breach[] {
  const [limits, disk] = [limitsOf(plot), diskOf(component)];
  return [...breachesOf(completedBy(podOf(component), limits), limits), ...(disk === undefined ? [] : claimBreachesOf(disk, limits))];
}
