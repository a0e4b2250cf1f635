import type { Text } from '../model/text.ts';
import type { IngressControllerId } from './ingress-controllers.ts';

/**
 * The application with every choice made. It holds no defaults and no questions, and cannot express nonsense: what
 * belongs to one choice only exists inside that choice.
 */
export interface Plan {
  readonly name: string;
  readonly platform: Platform;
  /** `1.34` for Kubernetes, `4.20` for OpenShift. */
  readonly platformVersion: string;
  readonly namespace: NamespacePlan;
  readonly components: readonly ComponentPlan[];
  readonly kustomize: boolean;
}

export type Platform = 'kubernetes' | 'openshift';

export interface NamespacePlan {
  readonly name: string;
  /** Undefined where the namespace is there already: then its quota, limits and default policies are not ours. */
  readonly created?: { readonly podSecurity: PodSecurity; readonly quota: QuotaSize | undefined };
  readonly isolated: boolean;
  readonly developers: readonly Subject[];
  readonly viewers: readonly Subject[];
}

export type PodSecurity = 'restricted' | 'baseline' | 'privileged';
export type QuotaSize = 'small' | 'medium' | 'large';
export interface Subject {
  readonly kind: 'User' | 'Group';
  readonly name: string;
}

export interface ComponentPlan {
  /** Name inside the application: `web`. */
  readonly name: string;
  /** `metadata.name` of its objects: `shop-web`. */
  readonly fullName: string;
  readonly labels: { readonly name: string; readonly component?: string; readonly version?: string };
  readonly workload: Workload;
  readonly container: ContainerPlan;
  readonly volumes: VolumesPlan;
  /** The ports it listens on, the main one first; empty for a worker or a job. */
  readonly ports: readonly PortPlan[];
  readonly exposure: Exposure;
  readonly traffic: Traffic;
  /** Its replicas talk to each other on all ports. */
  readonly peers: boolean;
  readonly imagePullSecret?: string;
  readonly graceSeconds: number;
  /** Why it is run by this workload, and by so many pods; they become comments in the YAML. */
  readonly reasons: { readonly workload: Text; readonly replicas?: Text };
}

export type Replicas = { readonly fixed: number } | { readonly min: number; readonly max: number };
/** `required`: never two replicas on one node. */
export type Spread = 'preferred' | 'required';

export type Workload =
  | { readonly kind: 'Deployment'; readonly replicas: Replicas; readonly spread: Spread }
  | {
      readonly kind: 'StatefulSet';
      readonly replicas: Replicas;
      readonly spread: Spread;
      /** The instances vote: they start together and see each other before they are ready. */
      readonly quorum: boolean;
    }
  | { readonly kind: 'DaemonSet' }
  | { readonly kind: 'Job' }
  | { readonly kind: 'CronJob'; readonly schedule: string; readonly timeZone: string };

export type AccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany' | 'ReadOnlyMany';

export interface VolumesPlan {
  readonly data?: DataVolume;
  /** Paths that may be written although the root file system is read-only; an emptyDir each. Mount paths are unique. */
  readonly writable: readonly WritablePath[];
}

export type DataVolume =
  | { readonly kind: 'scratch'; readonly mountPath: string /** The limit of the emptyDir. */; readonly size: string }
  | {
      /** `template`: one claim for each replica (StatefulSet); `claim`: one claim for all of them. */
      readonly kind: 'template' | 'claim';
      readonly mountPath: string;
      readonly size: string;
      readonly accessMode: AccessMode;
      /** Undefined: the cluster's default class. */
      readonly storageClass?: string;
      /** What kind of storage was asked for; undefined: any will do. */
      readonly wish?: 'redundant' | 'fast' | 'slow';
      readonly readOnly: boolean;
    };

export interface WritablePath {
  readonly path: string;
  readonly size: string;
  readonly inMemory: boolean;
}

export interface ContainerPlan {
  readonly image: string;
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly probes: { readonly readiness?: Probe; readonly liveness?: Probe; readonly startup?: Probe };
  readonly settings: SettingsPlan;
  readonly resources: ResourcesPlan;
}

export type Probe =
  | { readonly kind: 'http'; readonly path: string }
  | { readonly kind: 'tcp' /** Name of one of the component's ports. */; readonly port: string }
  | { readonly kind: 'exec'; readonly command: readonly string[] };

export interface KeyOfSecret {
  readonly secret: string;
  readonly key: string;
  /** The program makes the value: it goes to the file of generated secrets. */
  readonly generated: boolean;
}

export interface SettingsPlan {
  /** Into a ConfigMap, which the container takes in whole. */
  readonly env: readonly { readonly name: string; readonly value: string }[];
  /** From the pod's own fields (downward API). */
  readonly envFields: readonly { readonly name: string; readonly fieldPath: string }[];
  readonly envSecrets: readonly ({ readonly name: string } & KeyOfSecret)[];
  readonly configFiles: readonly { readonly path: string; readonly content: string }[];
  readonly secretFiles: readonly ({ readonly path: string } & KeyOfSecret)[];
}

/** Quantities as Kubernetes writes them. A missing CPU limit means none. */
export interface ResourcesPlan {
  readonly requests: { readonly cpu: string; readonly memory: string; readonly ephemeralStorage: string };
  readonly limits: { readonly cpu?: string; readonly memory: string; readonly ephemeralStorage: string };
}

export type Protocol = 'http' | 'tcp' | 'grpc';

export interface PortPlan {
  /** Port name of the container and the Service, at most 15 characters. */
  readonly name: string;
  /** What the container listens on. */
  readonly containerPort: number;
  /** What the Service listens on. */
  readonly servicePort: number;
  readonly protocol: Protocol;
  /** The container itself speaks TLS on it. */
  readonly tls: boolean;
}

export type Exposure =
  | { readonly reach: 'none' }
  | { readonly reach: 'cluster' }
  | { readonly reach: 'outside'; readonly entrance: Entrance };

export type Entrance =
  | {
      readonly through: 'ingress';
      readonly controller: IngressControllerId;
      /** Where its class is not called as usual. */
      readonly className?: string;
      readonly host: string;
      readonly path: string;
      readonly tls: IngressTls;
    }
  | {
      readonly through: 'route' /** Undefined: the router makes one up. */;
      readonly host?: string;
      readonly path: string;
      readonly tls: RouteTls;
    }
  | { readonly through: 'load-balancer' | 'node-port'; readonly podTls?: PodCertificate };

export type IngressTls = Tls<{ readonly secret: string } | 'router'>;
export type RouteTls = Tls<{ readonly secret: string } | 'router'>;

/** Where TLS ends. `redirect`: plain HTTP is sent on to HTTPS. */
export type Tls<Certificate> =
  | { readonly model: 'none' }
  | { readonly model: 'edge'; readonly certificate: Certificate; readonly redirect: boolean }
  | { readonly model: 'reencrypt'; readonly certificate: Certificate; readonly redirect: boolean; readonly pod: PodCertificate }
  | { readonly model: 'passthrough'; readonly redirect: boolean; readonly pod: PodCertificate };

/** The certificate that the container itself shows. */
export interface PodCertificate {
  /** `service-ca`: OpenShift makes the Secret from an annotation of the Service. */
  readonly from: 'service-ca' | 'secret';
  readonly secret: string;
  readonly mountPath: string;
  /** PEM of the authority that signed it, for the router to check it by; undefined: the router's own list. */
  readonly authority?: string;
}

/** Who may reach the component, and what it may reach, beside DNS. */
export interface Traffic {
  /** `namespace`: it has a port and nobody in particular needs it, so all pods of its namespace may call. */
  readonly from: { readonly components: readonly string[]; readonly namespace: boolean };
  /** Components it needs, with the ports it may call there. */
  readonly to: readonly { readonly fullName: string; readonly ports: readonly number[] }[];
  readonly outside: readonly OutsideCall[];
}

export type OutsideCall =
  | { readonly to: 'internet' }
  | { readonly to: 'cidr'; readonly cidr: string; readonly port: number }
  | { readonly to: 'namespace'; readonly namespace: string; readonly name: string; readonly port: number };
