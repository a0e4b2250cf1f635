import type { V1Container, V1PodSpec, V1PodTemplateSpec } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { fieldOf, groupOf, type Labels, nameOf, namespaceOf } from './object-fields.ts';
import { wellFormed } from './well-formed.ts';

/** A pod template and the workload that holds it. */
export interface Template {
  readonly owner: AnyObject;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly spec: V1PodSpec;
  /** Undefined where the workload has no replicas of its own. Two different numbers where an autoscaler decides. */
  readonly replicas: { readonly least: number; readonly most: number } | undefined;
}

/** The objects under examination, found by kind, name and label. Kinds are those of Kubernetes and OpenShift, not their namesakes. */
export interface Inventory {
  readonly all: readonly AnyObject[];
  readonly templates: readonly Template[];
  ofKind(kind: string): readonly AnyObject[];
  /** Objects of a kind in the namespace of another object. */
  beside(object: AnyObject, kind: string): readonly AnyObject[];
  templatesBeside(object: AnyObject): readonly Template[];
  find(kind: string, namespace: string, name: string): AnyObject | undefined;
}

/** Knative has a Service and a Route, Calico a NetworkPolicy, OpenShift’s configuration an Ingress: other things by the same name. */
const groups: ReadonlySet<string> = new Set([
  ...['networking.k8s.io', 'gateway.networking.k8s.io', 'rbac.authorization.k8s.io', 'storage.k8s.io', 'scheduling.k8s.io'],
  ...['route.openshift.io', 'apps.openshift.io'],
]);
const isKnown = (object: AnyObject): boolean => !groupOf(object).includes('.') || groups.has(groupOf(object));

/** A Pod is its own template; CronJobs keep theirs deeper, and all others, custom resources too, in the same place. */
const heldTemplate = (object: AnyObject): unknown =>
  object.kind === 'Pod' ? object : (fieldOf(object, 'spec', 'jobTemplate', 'spec', 'template') ?? fieldOf(object, 'spec', 'template'));

const scales: ReadonlySet<string | undefined> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'DeploymentConfig', 'Rollout']);
const countOf = (value: unknown): number => (typeof value === 'number' ? value : 1);

function templateOf(object: AnyObject, scalers: readonly AnyObject[]): readonly Template[] {
  const held = heldTemplate(object) as V1PodTemplateSpec | undefined;
  const containers = fieldOf(held, 'spec', 'containers');
  if (!held?.spec || !Array.isArray(containers)) return [];
  const scaler = scalers.find((each) => scaledBy(each, object));
  const fixed = countOf(fieldOf(object, 'spec', 'replicas'));
  const replicas = scaler
    ? { least: countOf(fieldOf(scaler, 'spec', 'minReplicas')), most: countOf(fieldOf(scaler, 'spec', 'maxReplicas')) }
    : { least: fixed, most: fixed };
  const { labels = {}, annotations = {} } = held.metadata ?? {};
  return [{ owner: object, labels, annotations, spec: held.spec, replicas: scales.has(object.kind) ? replicas : undefined }];
}

/** Whether an autoscaler moves this workload. */
export const scaledBy = (scaler: AnyObject, object: AnyObject): boolean =>
  namespaceOf(scaler) === namespaceOf(object) &&
  fieldOf(scaler, 'spec', 'scaleTargetRef', 'kind') === object.kind &&
  fieldOf(scaler, 'spec', 'scaleTargetRef', 'name') === nameOf(object);

const inSameNamespace = (object: AnyObject) => (other: AnyObject) => namespaceOf(other) === namespaceOf(object);

export function inventoryOf(given: readonly AnyObject[]): Inventory {
  const objects = given.map(wellFormed);
  const known = objects.filter(isKnown);
  const byKind = new Map<string, AnyObject[]>();
  for (const object of known) byKind.set(object.kind ?? '', [...(byKind.get(object.kind ?? '') ?? []), object]);
  const ofKind = (kind: string) => byKind.get(kind) ?? [];
  const key = (kind: string, namespace: string, name: string) => `${kind}/${namespace}/${name}`;
  const byName = new Map(known.map((object) => [key(object.kind ?? '', namespaceOf(object), nameOf(object)), object]));
  const templates = objects.flatMap((object) => templateOf(object, ofKind('HorizontalPodAutoscaler')));
  return {
    all: objects,
    templates,
    ofKind,
    beside: (object, kind) => ofKind(kind).filter(inSameNamespace(object)),
    templatesBeside: (object) => templates.filter(({ owner }) => inSameNamespace(object)(owner)),
    find: (kind, namespace, name) => byName.get(key(kind, namespace, name)),
  };
}

export const containersOf = ({ initContainers = [], containers }: V1PodSpec): readonly V1Container[] => [...initContainers, ...containers];

/** Those that run as long as the pod: the containers, and the init containers that are sidecars. */
export const runningIn = ({ initContainers = [], containers }: V1PodSpec): readonly V1Container[] => [
  ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always'),
  ...containers,
];
