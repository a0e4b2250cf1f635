import { quantityOf } from '../model/quantity.ts';
import { type Text, text } from '../model/text.ts';
import type { ComponentPlan, ResourcesPlan, Workload } from './plan.ts';

/** How many finished things a workload leaves behind. */
export const history = { revisions: 5, succeededJobs: 3, failedJobs: 1 } as const;

/** A DaemonSet runs on every node, and nobody knows how many there will be. */
const assumedNodes = 3;

/** Cores that a container without a CPU limit is given by the namespace's LimitRange, where a quota asks for one. */
const defaultCpuLimit = 0.5;

/** What a component asks of its namespace, as far as it is known before there is a plan. */
export interface Weight {
  readonly workload: Workload['kind'];
  /** The most replicas it may have; jobs and DaemonSets ignore it. */
  readonly replicas: number;
  readonly resources: ResourcesPlan;
  /** `template`: one for each replica. */
  readonly claim?: { readonly kind: 'template' | 'claim'; readonly size: string };
  /** It has a port that others call. */
  readonly listens: boolean;
  readonly configMaps: number;
  readonly secrets: number;
}

export interface Compute {
  /** Cores. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
  /** Bytes. */
  readonly ephemeralStorage: number;
}

/** What a component takes of a quota at its busiest moment: with all replicas, and one more while it is rolled out. */
export interface Footprint {
  readonly requests: Compute;
  readonly limits: Compute;
  readonly pods: number;
  readonly claims: number;
  /** Bytes. */
  readonly storage: number;
  readonly services: number;
  readonly deployments: number;
  readonly replicaSets: number;
  readonly statefulSets: number;
  readonly jobs: number;
  readonly cronJobs: number;
  readonly secrets: number;
  readonly configMaps: number;
  /** What had to be assumed, each said once. */
  readonly assumptions: readonly Text[];
}

const none: Footprint = {
  requests: { cpu: 0, memory: 0, ephemeralStorage: 0 },
  limits: { cpu: 0, memory: 0, ephemeralStorage: 0 },
  pods: 0,
  claims: 0,
  storage: 0,
  services: 0,
  deployments: 0,
  replicaSets: 0,
  statefulSets: 0,
  jobs: 0,
  cronJobs: 0,
  secrets: 0,
  configMaps: 0,
  assumptions: [],
};

const nodesAssumed = text(
  `A DaemonSet runs once on every node; the sum assumes ${assumedNodes} nodes.`,
  `Un DaemonSet se ejecuta una vez en cada nodo; la suma cuenta con ${assumedNodes} nodos.`,
);

/** Pods at the busiest moment, and the objects that come with each workload kind. */
const rows: Readonly<Record<Workload['kind'], (replicas: number) => Partial<Footprint> & { readonly pods: number }>> = {
  Deployment: (replicas) => ({ pods: replicas + 1, deployments: 1, replicaSets: history.revisions + 2 }),
  StatefulSet: (replicas) => ({ pods: replicas, statefulSets: 1 }),
  DaemonSet: () => ({ pods: assumedNodes, assumptions: [nodesAssumed] }),
  Job: () => ({ pods: 1, jobs: 1 }),
  CronJob: () => ({ pods: 1, cronJobs: 1, jobs: history.succeededJobs + history.failedJobs + 1 }),
};

export function footprintOf(weight: Weight): Footprint {
  const { claim, resources } = weight;
  const row = rows[weight.workload](weight.replicas);
  const claims = !claim ? 0 : claim.kind === 'template' ? weight.replicas : 1;
  const { requests, limits } = resources;
  const cpuLimit = limits.cpu ?? String(Math.max(defaultCpuLimit, amount(requests.cpu)));
  return {
    ...none,
    ...row,
    requests: times(row.pods, requests),
    limits: times(row.pods, { ...limits, cpu: cpuLimit }),
    claims,
    storage: claims * amount(claim?.size ?? '0'),
    services: (weight.listens ? 1 : 0) + (weight.workload === 'StatefulSet' ? 1 : 0),
    secrets: weight.secrets,
    configMaps: weight.configMaps,
  };
}

/** A footprint of a quantity that cannot be read would be too small, and nobody would notice. */
function amount(quantity: string): number {
  const value = quantityOf(quantity);
  if (value === undefined) throw new Error(`“${quantity}” is no quantity.`);
  return value;
}

const times = (pods: number, each: ResourcesPlan['requests']): Compute => ({
  cpu: pods * amount(each.cpu),
  memory: pods * amount(each.memory),
  ephemeralStorage: pods * amount(each.ephemeralStorage),
});

/** What all components take together. */
export const sumOf = (footprints: readonly Footprint[]): Footprint => footprints.reduce(plus, none);

function plus(a: Footprint, b: Footprint): Footprint {
  return {
    requests: computePlus(a.requests, b.requests),
    limits: computePlus(a.limits, b.limits),
    pods: a.pods + b.pods,
    claims: a.claims + b.claims,
    storage: a.storage + b.storage,
    services: a.services + b.services,
    deployments: a.deployments + b.deployments,
    replicaSets: a.replicaSets + b.replicaSets,
    statefulSets: a.statefulSets + b.statefulSets,
    jobs: a.jobs + b.jobs,
    cronJobs: a.cronJobs + b.cronJobs,
    secrets: a.secrets + b.secrets,
    configMaps: a.configMaps + b.configMaps,
    assumptions: [...new Set([...a.assumptions, ...b.assumptions])],
  };
}

const computePlus = (a: Compute, b: Compute): Compute => ({
  cpu: a.cpu + b.cpu,
  memory: a.memory + b.memory,
  ephemeralStorage: a.ephemeralStorage + b.ephemeralStorage,
});

/** What is known of a component once it is planned. */
export function weightOf(component: ComponentPlan): Weight {
  const { workload, container, volumes, ports } = component;
  const { settings } = container;
  const data = volumes.data;
  return {
    workload: workload.kind,
    replicas: 'replicas' in workload ? ('max' in workload.replicas ? workload.replicas.max : workload.replicas.fixed) : 1,
    resources: container.resources,
    ...(data && data.kind !== 'scratch' ? { claim: { kind: data.kind, size: data.size } } : {}),
    listens: ports.length > 0 && component.exposure.reach !== 'none',
    configMaps: (settings.env.length > 0 ? 1 : 0) + (settings.configFiles.length > 0 ? 1 : 0),
    secrets: new Set([...settings.envSecrets, ...settings.secretFiles].map(({ secret }) => secret)).size,
  };
}
