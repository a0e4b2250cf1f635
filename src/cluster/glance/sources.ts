import type { BlockId } from './glance.ts';

/** Objects that a glance looks at, and where the API server lists them. Secrets are not among them; of some `certificatesOf` asks whether they are there. */
export interface Source {
  readonly kind: string;
  readonly plural: string;
  /** As in a path: `api/v1`, `apis/apps/v1`. */
  readonly root: string;
  readonly isNamespaced: boolean;
  /** Where it is told that they may not be looked at. */
  readonly block: BlockId;
  readonly query?: Readonly<Record<string, string>>;
  /** Only where the list is no longer than this: it is looked at for a sum that nobody should wait for. */
  readonly most?: number;
}

const within = (block: BlockId, root: string, kinds: Readonly<Record<string, string>>): readonly Source[] =>
  Object.entries(kinds).map(([kind, plural]) => ({ kind, plural, root, isNamespaced: true, block }));

const ofCluster = (block: BlockId, root: string, kinds: Readonly<Record<string, string>>): readonly Source[] =>
  within(block, root, kinds).map((source) => ({ ...source, isNamespaced: false }));

export const sources: readonly Source[] = [
  ...within('pods', 'api/v1', { Pod: 'pods' }),
  ...within('workloads', 'apis/apps/v1', {
    Deployment: 'deployments',
    StatefulSet: 'statefulsets',
    DaemonSet: 'daemonsets',
    ReplicaSet: 'replicasets',
  }),
  ...within('workloads', 'apis/autoscaling/v2', { HorizontalPodAutoscaler: 'horizontalpodautoscalers' }),
  ...within('quota', 'api/v1', { ResourceQuota: 'resourcequotas', LimitRange: 'limitranges' }),
  ...within('volumes', 'api/v1', { PersistentVolumeClaim: 'persistentvolumeclaims' }),
  ...within('jobs', 'apis/batch/v1', { CronJob: 'cronjobs', Job: 'jobs' }),
  ...within('availability', 'apis/policy/v1', { PodDisruptionBudget: 'poddisruptionbudgets' }),
  ...within('network', 'api/v1', { Service: 'services' }),
  ...within('network', 'apis/discovery.k8s.io/v1', { EndpointSlice: 'endpointslices' }),
  ...within('network', 'apis/networking.k8s.io/v1', { Ingress: 'ingresses', NetworkPolicy: 'networkpolicies' }),
  ...within('network', 'apis/route.openshift.io/v1', { Route: 'routes' }),
  ...within('network', 'apis/gateway.networking.k8s.io/v1', { Gateway: 'gateways', HTTPRoute: 'httproutes' }),
  ...within('network', 'apis/cert-manager.io/v1', { Certificate: 'certificates' }),
  ...within('events', 'api/v1', { Event: 'events' }).map((source) => ({ ...source, query: { fieldSelector: 'type=Warning' } })),
  // What is said of a claim that waits is no warning.
  ...within('events', 'api/v1', { Event: 'events' }).map((source) => ({
    ...source,
    query: { fieldSelector: 'type=Normal,involvedObject.kind=PersistentVolumeClaim' },
  })),
  ...ofCluster('nodes', 'api/v1', { Node: 'nodes' }),
  ...ofCluster('nodes', 'apis/metrics.k8s.io/v1beta1', { NodeMetrics: 'nodes' }),
  ...ofCluster('volumes', 'apis/storage.k8s.io/v1', { StorageClass: 'storageclasses' }),
  // For what they reserve of the nodes.
  ...ofCluster('nodes', 'api/v1', { PodAnywhere: 'pods' }).map((source) => ({ ...source, most: 2000 })),
];

/** The group of a source, as `/apis` names it; the core group has no name. */
export const groupNameOf = ({ root }: Source): string => root.split('/')[1]?.replace(/^v1$/, '') ?? '';
