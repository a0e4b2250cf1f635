import { entriesIn, fieldOf, listIn } from '../../checks/object-fields.ts';
import type {
  Amounts,
  GatewayClassFacts,
  IngressClassFacts,
  LimitRangeFacts,
  NamespaceFacts,
  QuotaFacts,
  StorageClassFacts,
} from '../../model/cluster-facts.ts';
import { quantityOf } from '../../model/quantity.ts';

// What is kept of objects as the API server gives them.

/** Names end in sentences and in comments of manifests: what is no letter on a line never belongs to one. */
const textIn = (object: unknown, ...path: readonly string[]): string =>
  String(fieldOf(object, ...path) ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '');
export const nameIn = (object: unknown): string => textIn(object, 'metadata', 'name');
const annotated = (object: unknown, annotation: string): boolean => fieldOf(object, 'metadata', 'annotations', annotation) === 'true';
const stringsIn = (value: unknown): Amounts => Object.fromEntries(entriesIn(value).map(([key, each]) => [key, String(each)]));

/** Metadata is enough. */
export function namespaceIn(object: unknown): NamespaceFacts {
  const enforce = fieldOf(object, 'metadata', 'labels', 'pod-security.kubernetes.io/enforce');
  const isOurs = fieldOf(object, 'metadata', 'labels', 'app.kubernetes.io/managed-by') === 'create-k8s-app';
  const application = isOurs ? textIn(object, 'metadata', 'labels', 'app.kubernetes.io/part-of') : '';
  return {
    name: nameIn(object),
    ...(typeof enforce === 'string' ? { enforce } : {}),
    ...(application === '' ? {} : { application }),
    isTerminating: fieldOf(object, 'metadata', 'deletionTimestamp') !== undefined,
  };
}

export const quotaIn = (object: unknown): QuotaFacts => ({
  name: nameIn(object),
  hard: stringsIn(fieldOf(object, 'status', 'hard') ?? fieldOf(object, 'spec', 'hard')),
  used: stringsIn(fieldOf(object, 'status', 'used')),
});

export const limitRangeIn = (object: unknown): LimitRangeFacts => ({
  name: nameIn(object),
  limits: listIn(fieldOf(object, 'spec', 'limits')).map((limit) => ({
    type: textIn(limit, 'type'),
    min: stringsIn(fieldOf(limit, 'min')),
    max: stringsIn(fieldOf(limit, 'max')),
    default: stringsIn(fieldOf(limit, 'default')),
    defaultRequest: stringsIn(fieldOf(limit, 'defaultRequest')),
    maxLimitRequestRatio: stringsIn(fieldOf(limit, 'maxLimitRequestRatio')),
  })),
});

export const storageClassIn = (object: unknown): StorageClassFacts => ({
  name: nameIn(object),
  provisioner: textIn(object, 'provisioner'),
  parameters: stringsIn(fieldOf(object, 'parameters')),
  isDefault: annotated(object, 'storageclass.kubernetes.io/is-default-class'),
  allowVolumeExpansion: fieldOf(object, 'allowVolumeExpansion') === true,
  // What holds where nothing is said (kubernetes.io/docs/concepts/storage/storage-classes).
  reclaimPolicy: textIn(object, 'reclaimPolicy') || 'Delete',
  volumeBindingMode: textIn(object, 'volumeBindingMode') || 'Immediate',
});

export const ingressClassIn = (object: unknown): IngressClassFacts => ({
  name: nameIn(object),
  controller: textIn(object, 'spec', 'controller'),
  isDefault: annotated(object, 'ingressclass.kubernetes.io/is-default-class'),
});

export const gatewayClassIn = (object: unknown): GatewayClassFacts => ({
  name: nameIn(object),
  controllerName: textIn(object, 'spec', 'controllerName'),
});

/** In cores and bytes. */
export interface NodeRoom {
  readonly isReady: boolean;
  readonly cpu: number;
  readonly memory: number;
}

export const nodeIn = (object: unknown): NodeRoom => ({
  isReady: listIn(fieldOf(object, 'status', 'conditions')).some(
    (each) => fieldOf(each, 'type') === 'Ready' && fieldOf(each, 'status') === 'True',
  ),
  cpu: quantityOf(textIn(object, 'status', 'allocatable', 'cpu')) ?? 0,
  memory: quantityOf(textIn(object, 'status', 'allocatable', 'memory')) ?? 0,
});
