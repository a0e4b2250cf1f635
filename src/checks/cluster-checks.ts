import type { ClusterFacts, QuotaFacts } from '../model/cluster-facts.ts';
import type { Finding } from '../model/finding.ts';
import { quantityOf } from '../model/quantity.ts';
import { text } from '../model/text.ts';
import { createNamespace, namespace } from '../questions/application.ts';
import { fullNameOf } from '../questions/basics.ts';
import { data } from '../questions/data.ts';
import type { Known } from '../questions/question.ts';
import { demandOf, printed } from '../questions/quota.ts';
import type { HardKey } from '../questions/quota-sizes.ts';

/** What stands in the way in the cluster that was read, though an answer cannot mend it. `known` knows everything. */
export function clusterFindingsOn(known: Known): readonly Finding[] {
  const { cluster } = known.facts;
  return cluster ? [...withoutRoom(known, cluster), ...withoutClass(known, cluster)] : [];
}

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

/** Quotas of the namespace that leave less than the application takes at its busiest moment. */
function withoutRoom(known: Known, { namespace: plot }: ClusterFacts): readonly Finding[] {
  if (!plot?.quotas || plot.name !== known.get(namespace) || !known.is(createNamespace, false)) return [];
  const demand: Readonly<Record<string, number>> = demandOf(known);
  return plot.quotas.flatMap((quota) =>
    Object.keys(quota.hard).flatMap((key) => {
      const own = synonyms[key] ?? (key as HardKey);
      const needed = demand[own];
      const left = roomIn(quota, key);
      return needed === undefined || left === undefined || needed <= left
        ? []
        : [tooSmall(quota.name, plot.name, key, printed(own, left), printed(own, needed))];
    }),
  );
}

function roomIn({ hard, used }: QuotaFacts, key: string): number | undefined {
  const most = quantityOf(hard[key] ?? '');
  return most === undefined ? undefined : Math.max(0, most - (quantityOf(used[key] ?? '0') ?? 0));
}

const tooSmall = (quota: string, into: string, key: string, left: string, needed: string): Finding => ({
  check: 'quota-room',
  severity: 'warning',
  says: text(
    `The quota ${quota} of the namespace has ${left} of ${key} left, and this needs ${needed} at its busiest moment, a rollout included.`,
    `A la cuota ${quota} del espacio de nombres le quedan ${left} de ${key}, y esto necesita ${needed} en su peor momento, con un despliegue incluido.`,
  ),
  fix: text(
    'Ask an administrator for more, or use less: --replicas 1 or --size tiny. If it already runs there, its own part counts as used.',
    'Pide más a un administrador o usa menos: --replicas 1 o --size tiny. Si ya está en marcha allí, su propia parte cuenta como usada.',
  ),
  where: `Namespace ${into}`,
});

const withoutClass = (known: Known, { storageClasses }: ClusterFacts): readonly Finding[] =>
  storageClasses?.length !== 0
    ? []
    : known.components
        .filter((component) => component.is(data, 'keep'))
        .map((component) => ({
          check: 'no-storage-class',
          severity: 'warning',
          says: text(
            'The cluster has no storage class: nobody makes the disk, and the pod waits for it forever.',
            'El clúster no tiene ninguna clase de almacenamiento: nadie crea el disco y el pod lo espera para siempre.',
          ),
          fix: text(
            'Ask whoever runs the cluster to install a storage driver with a default class.',
            'Pide a quien administra el clúster que instale un driver de almacenamiento con una clase por defecto.',
          ),
          where: fullNameOf(component),
        }));
