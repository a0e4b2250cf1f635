import type { QuotaSize } from './plan.ts';

/** Amounts of one container; quantities as Kubernetes writes them. */
export interface ContainerAmounts {
  readonly cpu: string;
  readonly memory: string;
  readonly ephemeralStorage?: string;
}

/** How much a namespace may use, and what a single container or claim in it gets and may ask for. */
export interface QuotaAmounts {
  /** `spec.hard` of the ResourceQuota, by its own keys. */
  readonly hard: Readonly<Record<HardKey, string>>;
  /** For containers that state no limit, or no request. */
  readonly containerLimit: ContainerAmounts;
  readonly containerRequest: ContainerAmounts;
  readonly containerMin: ContainerAmounts;
  readonly containerMax: ContainerAmounts;
  readonly claim: { readonly min: string; readonly max: string };
  /** Routes, which only OpenShift counts: one for each Service. */
  readonly routes: string;
}

/** The keys that a quota sets, in the order in which they are written (kubernetes.io/docs/concepts/policy/resource-quotas). */
export type HardKey =
  | 'requests.cpu'
  | 'requests.memory'
  | 'limits.cpu'
  | 'limits.memory'
  | 'requests.ephemeral-storage'
  | 'limits.ephemeral-storage'
  | 'pods'
  | 'requests.storage'
  | 'persistentvolumeclaims'
  | 'count/deployments.apps'
  | 'count/replicasets.apps'
  | 'count/statefulsets.apps'
  | 'count/jobs.batch'
  | 'count/cronjobs.batch'
  | 'count/secrets'
  | 'count/configmaps'
  | 'services'
  | 'services.loadbalancers'
  | 'services.nodeports';

/**
 * The three sizes. CPU limits are twice the requests, because CPU can be shared out; memory limits one and a half times,
 * because it cannot. ReplicaSets are seven for each Deployment: five old ones, the present one, and the next. These are
 * this program's own judgement, to be edited; no standard stands behind them.
 */
export const quotaSizes: Readonly<Record<QuotaSize, QuotaAmounts>> = {
  small: {
    hard: {
      'requests.cpu': '2',
      'requests.memory': '4Gi',
      'limits.cpu': '4',
      'limits.memory': '6Gi',
      'requests.ephemeral-storage': '5Gi',
      'limits.ephemeral-storage': '15Gi',
      pods: '20',
      'requests.storage': '50Gi',
      persistentvolumeclaims: '5',
      'count/deployments.apps': '10',
      'count/replicasets.apps': '70',
      'count/statefulsets.apps': '5',
      'count/jobs.batch': '20',
      'count/cronjobs.batch': '5',
      'count/secrets': '30',
      'count/configmaps': '30',
      services: '10',
      'services.loadbalancers': '0',
      'services.nodeports': '0',
    },
    containerLimit: { cpu: '500m', memory: '256Mi', ephemeralStorage: '1Gi' },
    containerRequest: { cpu: '50m', memory: '128Mi', ephemeralStorage: '128Mi' },
    containerMin: { cpu: '10m', memory: '16Mi' },
    containerMax: { cpu: '2', memory: '4Gi', ephemeralStorage: '10Gi' },
    claim: { min: '1Gi', max: '50Gi' },
    routes: '10',
  },
  medium: {
    hard: {
      'requests.cpu': '8',
      'requests.memory': '16Gi',
      'limits.cpu': '16',
      'limits.memory': '24Gi',
      'requests.ephemeral-storage': '20Gi',
      'limits.ephemeral-storage': '60Gi',
      pods: '60',
      'requests.storage': '250Gi',
      persistentvolumeclaims: '15',
      'count/deployments.apps': '30',
      'count/replicasets.apps': '200',
      'count/statefulsets.apps': '15',
      'count/jobs.batch': '60',
      'count/cronjobs.batch': '15',
      'count/secrets': '100',
      'count/configmaps': '100',
      services: '40',
      'services.loadbalancers': '1',
      'services.nodeports': '1',
    },
    containerLimit: { cpu: '500m', memory: '256Mi', ephemeralStorage: '1Gi' },
    containerRequest: { cpu: '50m', memory: '128Mi', ephemeralStorage: '128Mi' },
    containerMin: { cpu: '10m', memory: '16Mi' },
    containerMax: { cpu: '4', memory: '8Gi', ephemeralStorage: '10Gi' },
    claim: { min: '1Gi', max: '200Gi' },
    routes: '40',
  },
  large: {
    hard: {
      'requests.cpu': '24',
      'requests.memory': '64Gi',
      'limits.cpu': '48',
      'limits.memory': '96Gi',
      'requests.ephemeral-storage': '60Gi',
      'limits.ephemeral-storage': '200Gi',
      pods: '200',
      'requests.storage': '1Ti',
      persistentvolumeclaims: '50',
      'count/deployments.apps': '80',
      'count/replicasets.apps': '560',
      'count/statefulsets.apps': '40',
      'count/jobs.batch': '200',
      'count/cronjobs.batch': '40',
      'count/secrets': '300',
      'count/configmaps': '300',
      services: '100',
      'services.loadbalancers': '3',
      'services.nodeports': '3',
    },
    containerLimit: { cpu: '500m', memory: '512Mi', ephemeralStorage: '1Gi' },
    containerRequest: { cpu: '100m', memory: '128Mi', ephemeralStorage: '128Mi' },
    containerMin: { cpu: '10m', memory: '16Mi' },
    containerMax: { cpu: '8', memory: '32Gi', ephemeralStorage: '10Gi' },
    claim: { min: '1Gi', max: '500Gi' },
    routes: '100',
  },
};
