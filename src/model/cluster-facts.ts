/**
 * What one round of reads showed of a cluster. Undefined: it could not be seen, never "there is none". Names and words come from the
 * cluster and are untrusted.
 */
export interface ClusterFacts {
  readonly context: string;
  readonly server: string;
  /** As the server writes it: `v1.36.3`. */
  readonly gitVersion: string;
  /** Major and minor: `1.36`. */
  readonly version: string;
  readonly isOpenShift: boolean;
  readonly namespaces?: readonly NamespaceFacts[];
  /** The namespace that was asked for. */
  readonly namespace?: PlotFacts;
  readonly storageClasses?: readonly StorageClassFacts[];
  readonly ingressClasses?: readonly IngressClassFacts[];
  /** Whether the Gateway API is served, with its classes. */
  readonly servesGateways?: boolean;
  readonly gatewayClasses?: readonly GatewayClassFacts[];
  readonly servesCertManager?: boolean;
  /** Names of cert-manager's ClusterIssuers. */
  readonly clusterIssuers?: readonly string[];
  readonly nodes?: NodesFacts;
  readonly mayCreateNamespaces?: boolean;
  readonly unread: readonly Unread[];
}

/** A namespace as its metadata shows it. */
export interface NamespaceFacts {
  readonly name: string;
  /** The Pod Security level that it enforces, as written in its label. */
  readonly enforce?: string;
  /** The application that this program made it for, by its label. */
  readonly application?: string;
  readonly isTerminating: boolean;
}

/** One namespace, looked at closely. */
export interface PlotFacts {
  readonly name: string;
  readonly exists?: boolean;
  readonly application?: string;
  readonly isTerminating?: boolean;
  readonly quotas?: readonly QuotaFacts[];
  readonly limitRanges?: readonly LimitRangeFacts[];
  /** Whether the user may create and change such objects in it. */
  readonly may?: Readonly<Partial<Record<Applicable, boolean>>>;
}

/** Kinds of objects that an application is made of, by their plural. */
export const applicables = [
  ...(['deployments', 'statefulsets', 'jobs', 'services', 'ingresses', 'routes', 'networkpolicies'] as const),
  ...(['configmaps', 'secrets', 'persistentvolumeclaims', 'serviceaccounts'] as const),
] as const;
export type Applicable = (typeof applicables)[number];

/** Quantities as Kubernetes writes them, by the keys of the quota: `requests.cpu`. */
export type Amounts = Readonly<Record<string, string>>;

export interface QuotaFacts {
  readonly name: string;
  readonly hard: Amounts;
  readonly used: Amounts;
}

export interface LimitRangeFacts {
  readonly name: string;
  readonly limits: readonly LimitFacts[];
}

/** What holds for each object of a type: `Container`, `Pod`, `PersistentVolumeClaim`. */
export interface LimitFacts {
  readonly type: string;
  readonly min: Amounts;
  readonly max: Amounts;
  readonly default: Amounts;
  readonly defaultRequest: Amounts;
  /** How many times the request the limit may be. */
  readonly maxLimitRequestRatio: Amounts;
}

export interface StorageClassFacts {
  readonly name: string;
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly isDefault: boolean;
  readonly allowVolumeExpansion: boolean;
  readonly reclaimPolicy: string;
  readonly volumeBindingMode: string;
}

export interface IngressClassFacts {
  readonly name: string;
  /** Which program reads the Ingresses of this class: `k8s.io/ingress-nginx`. */
  readonly controller: string;
  readonly isDefault: boolean;
}

export interface GatewayClassFacts {
  readonly name: string;
  readonly controllerName: string;
}

export interface NodesFacts {
  readonly count: number;
  readonly ready: number;
  /** What pods may take of all nodes together, in cores and in bytes. */
  readonly cpu: number;
  readonly memory: number;
}

/** What was asked for. */
export type Readable =
  | 'groups'
  | 'namespaces'
  | 'namespace'
  | 'quotas'
  | 'limit ranges'
  | 'storage classes'
  | 'ingress classes'
  | 'gateway classes'
  | 'cluster issuers'
  | 'nodes'
  | 'permissions';

/** Something that could not be seen: it was not allowed, came too late, or went wrong in another way. */
export interface Unread {
  readonly what: Readable;
  readonly why: 'forbidden' | 'late' | 'failed';
}
