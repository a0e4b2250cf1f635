import { amountsText, amountText, isMore } from '../model/amount.ts';
import { quantityOf } from '../model/quantity.ts';
import { type Text, text } from '../model/text.ts';
import { whenCreated } from './application.ts';
import { data } from './data.ts';
import { entrance, exposure } from './exposure.ts';
import { type Footprint, footprintOf, sumOf, type Weight } from './footprint.ts';
import type { QuotaSize, Workload } from './plan.ts';
import { type Known, question, type Refused, type Topic } from './question.ts';
import { type HardKey, quotaSizes } from './quota-sizes.ts';
import { resourcesOf } from './resources.ts';
import { replicas, replicasOf } from './scale.ts';
import { configFile, envSecret, secretFile } from './settings.ts';
import { storageSize } from './storage.ts';
import { oneOf } from './value-types.ts';
import { workload } from './workload.ts';

const kinds = {
  deployment: 'Deployment',
  statefulset: 'StatefulSet',
  daemonset: 'DaemonSet',
  job: 'Job',
  cronjob: 'CronJob',
} as const satisfies Record<string, Workload['kind']>;

function weightOf(known: Known): Weight {
  const kind = known.get(workload) ?? 'deployment';
  const size = known.is(data, 'keep') ? known.get(storageSize) : undefined;
  const secrets = [...(known.get(envSecret) ?? []), ...(known.get(secretFile) ?? [])].map(
    (item) => item.slice(item.indexOf('=') + 1).split('/')[0],
  );
  return {
    workload: kinds[kind],
    replicas: replicasOf(known.get(replicas) ?? '1').max,
    resources: resourcesOf(known),
    ...(size === undefined ? {} : { claim: { kind: kind === 'statefulset' ? 'template' : 'claim', size } }),
    listens: !known.is(exposure, 'none') && known.get(exposure) !== undefined,
    // At most: one for the settings, one for the files; Secrets as named, and one for a certificate.
    configMaps: (known.get(configFile) ?? []).length > 0 ? 2 : 1,
    secrets: new Set(secrets).size + 1,
  };
}

/** What every namespace holds before anybody puts something into it: the ConfigMap of the cluster's root certificate. */
const ownConfigMaps = 1;

/** How much of each key of a quota the application takes at its busiest moment, in cores, bytes or objects. */
export function demandOf(known: Pick<Known, 'components'>): Readonly<Record<HardKey, number>> {
  const sum: Footprint = sumOf(known.components.map((component) => footprintOf(weightOf(component))));
  const balancers = known.components.filter((component) => component.is(entrance, 'load-balancer')).length;
  const nodePorts = known.components.filter((component) => component.is(entrance, 'node-port')).length;
  return {
    'requests.cpu': sum.requests.cpu,
    'requests.memory': sum.requests.memory,
    'limits.cpu': sum.limits.cpu,
    'limits.memory': sum.limits.memory,
    'requests.ephemeral-storage': sum.requests.ephemeralStorage,
    'limits.ephemeral-storage': sum.limits.ephemeralStorage,
    pods: sum.pods,
    'requests.storage': sum.storage,
    persistentvolumeclaims: sum.claims,
    'count/deployments.apps': sum.deployments,
    'count/replicasets.apps': sum.replicaSets,
    'count/statefulsets.apps': sum.statefulSets,
    'count/jobs.batch': sum.jobs,
    'count/cronjobs.batch': sum.cronJobs,
    'count/secrets': sum.secrets,
    'count/configmaps': sum.configMaps + ownConfigMaps,
    services: sum.services,
    'services.loadbalancers': balancers,
    // A load balancer takes a node port as well (kubernetes.io/docs/concepts/services-networking/service/#load-balancer-nodeport-allocation).
    'services.nodeports': nodePorts + balancers,
  };
}

const amount = (quantity: string | undefined): number => quantityOf(quantity ?? '0') ?? 0;

/** Bytes in whole Mi. */
const rounded = (key: HardKey, value: number): number => (/(memory|storage)$/.test(key) ? Math.ceil(value / 2 ** 20) * 2 ** 20 : value);

/** The first thing that a size cannot hold, as the end of the sentence "It cannot hold …". */
function shortageOf(size: QuotaSize, known: Known, demand: Readonly<Record<HardKey, number>>): Text | undefined {
  const { hard, claim, containerMax, containerMin } = quotaSizes[size];
  for (const [key, held] of Object.entries(hard) as [HardKey, string][]) {
    if (isMore(demand[key], amount(held))) {
      const [has, needs] = [amountText(key, amount(held)), amountText(key, rounded(key, demand[key]))];
      return text(`it has ${has.en}, and this needs ${needs.en}`, `tiene ${has.es} y hacen falta ${needs.es}`);
    }
  }
  for (const component of known.components) {
    const { requests, limits } = resourcesOf(component);
    if (limits.cpu === undefined)
      return text(
        'each container must have a CPU limit, and one has none',
        'cada contenedor debe tener un límite de CPU y hay uno que no lo tiene',
      );
    if (amount(limits.cpu) > amount(containerMax.cpu))
      return text(
        `the CPU limit of a container may be ${containerMax.cpu}, and one has ${limits.cpu}`,
        `el límite de CPU de un contenedor puede ser ${containerMax.cpu} y hay uno con ${limits.cpu}`,
      );
    if (amount(limits.memory) > amount(containerMax.memory))
      return text(
        `the memory limit of a container may be ${containerMax.memory}, and one has ${limits.memory}`,
        `el límite de memoria de un contenedor puede ser ${containerMax.memory} y hay uno con ${limits.memory}`,
      );
    if (amount(limits.ephemeralStorage) > amount(containerMax.ephemeralStorage)) {
      return text(
        `a container may use ${containerMax.ephemeralStorage} of its node’s disk, and one uses ${limits.ephemeralStorage}`,
        `un contenedor puede usar ${containerMax.ephemeralStorage} del disco de su nodo y hay uno que usa ${limits.ephemeralStorage}`,
      );
    }
    if (amount(requests.cpu) < amount(containerMin.cpu) || amount(requests.memory) < amount(containerMin.memory)) {
      return text(
        `a container must reserve at least ${containerMin.cpu} CPU and ${containerMin.memory}, and one reserves less`,
        `un contenedor debe reservar al menos ${containerMin.cpu} de CPU y ${containerMin.memory}, y hay uno que reserva menos`,
      );
    }
    const room = component.is(data, 'keep') ? component.get(storageSize) : undefined;
    if (room !== undefined && (amount(room) < amount(claim.min) || amount(room) > amount(claim.max))) {
      return text(
        `a disk must have ${claim.min} to ${claim.max}, and one has ${room}`,
        `un disco debe tener de ${claim.min} a ${claim.max} y hay uno de ${room}`,
      );
    }
  }
  return undefined;
}

const bySize: readonly QuotaSize[] = ['small', 'medium', 'large'];

const summed = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory', 'requests.storage', 'pods'] as const;

/** What is taken of the keys that people ask about; nothing of a disk where none is kept. */
const sums = (demand: Readonly<Record<HardKey, number>>): Text =>
  amountsText(Object.fromEntries(summed.filter((key) => demand[key] > 0).map((key) => [key, rounded(key, demand[key])])));

/** What a size is called by a person. */
const names: Readonly<Record<QuotaSize, Text>> = {
  small: text('small', 'pequeña'),
  medium: text('medium', 'mediana'),
  large: text('large', 'grande'),
};

/** "small: 2 CPU and 4Gi reserved, at most 4 CPU and 6Gi" */
const numbers = (size: QuotaSize): Text => {
  const { hard } = quotaSizes[size];
  const [cpu, memory, cpuLimit, memoryLimit] = [hard['requests.cpu'], hard['requests.memory'], hard['limits.cpu'], hard['limits.memory']];
  return text(
    `${names[size].en}: ${cpu} CPU and ${memory} reserved, at most ${cpuLimit} CPU and ${memoryLimit}`,
    `${names[size].es}: reserva ${cpu} CPU y ${memory}, como mucho ${cpuLimit} CPU y ${memoryLimit}`,
  );
};

export const quota = question({
  id: 'quota',
  label: text('Quota', 'Cuota'),
  ask: text('How much may the namespace use?', '¿Cuánto puede usar el espacio de nombres?'),
  help: text(
    'A quota is the namespace’s budget: CPU, memory, disks and the number of objects. It keeps one team from eating up the whole cluster. Whatever goes beyond it is refused, so there must be room for all replicas, and for one more of each component while a new version is rolled out. It can be raised at any time.',
    'Una cuota es el presupuesto del espacio de nombres: CPU, memoria, discos y número de objetos. Evita que un solo equipo se coma el clúster. Lo que pase de ahí se rechaza, así que tienen que caber todas las réplicas, y una más de cada componente mientras se despliega una versión nueva. Se puede subir en cualquier momento.',
  ),
  page: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
  level: 'essential',
  when: whenCreated,
  type: oneOf({
    none: {
      label: text('as much as it likes', 'cuanto quiera'),
      fits: text(
        'It suits a cluster that is yours alone, or needs that exceed every size.',
        'Sirve para un clúster que es solo tuyo, o para lo que no cabe en ningún tamaño.',
      ),
    },
    small: {
      label: numbers('small'),
      fits: text('It suits one small application.', 'Sirve para una aplicación pequeña.'),
    },
    medium: {
      label: numbers('medium'),
      fits: text(
        'It suits a team with several applications and a database.',
        'Sirve para un equipo con varias aplicaciones y una base de datos.',
      ),
    },
    large: {
      label: numbers('large'),
      fits: text('It suits production with brokers or search.', 'Sirve para producción con brókeres o buscadores.'),
    },
  }),
  rules: {
    fits: (known) => {
      const demand = demandOf(known);
      const choice = bySize.find((size) => !shortageOf(size, known, demand));
      return (
        choice && {
          choice,
          reason:
            known.components.length === 0
              ? text(
                  'Nothing runs in it yet, so it is the smallest; it is easy to raise later.',
                  'Aún no hay nada en marcha en él, así que es la más pequeña; es fácil subirla más tarde.',
                )
              : text(
                  `It is the smallest with room for everything, even during a rollout (${sums(demand).en}).`,
                  `Es la más pequeña en la que cabe todo, incluso durante un despliegue (${sums(demand).es}).`,
                ),
        }
      );
    },
    beyond: (known) => {
      const demand = demandOf(known);
      const shortage = shortageOf('large', known, demand) ?? text('', '');
      return {
        choice: 'none',
        reason: text(
          `It exceeds every size: ${shortage.en}. Ask your administrator for a quota of ${sums(demand).en}.`,
          `No cabe en ningún tamaño: ${shortage.es}. Pide a quien administra el clúster una cuota de ${sums(demand).es}.`,
        ),
      };
    },
  },
  refuses: {
    holds: (choice, known): Refused | undefined => {
      if (choice === 'none') return undefined;
      const demand = demandOf(known);
      const shortage = shortageOf(choice, known, demand);
      if (!shortage) return undefined;
      const holding = bySize.find((size) => !shortageOf(size, known, demand)) ?? 'none';
      return {
        says: text(
          `This application does not fit into the quota “${names[choice].en}”: ${shortage.en}.`,
          `La aplicación no cabe en la cuota «${names[choice].es}»: ${shortage.es}.`,
        ),
        mends: [
          {
            id: 'quota',
            value: holding,
            gives:
              holding === 'none'
                ? text('no quota from this program', 'sin cuota de este programa')
                : text('the smallest with room for it', 'la más pequeña en la que cabe'),
          },
        ],
      };
    },
  },
});

export const quotaTopic: Topic = { id: 'quota', title: text('The namespace', 'El espacio de nombres'), questions: [quota] };
