import type { V1Container, V1LabelSelector, V1PodSpec, V1PodTemplateSpec } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';

/** A pod template and the workload that holds it. */
export interface Template {
  readonly owner: AnyObject;
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: V1PodSpec;
  /** Undefined where the workload has no replicas of its own. */
  readonly replicas: number | undefined;
}

/** The objects under examination, found by kind, name and label. */
export interface Inventory {
  readonly all: readonly AnyObject[];
  readonly templates: readonly Template[];
  ofKind(kind: string): readonly AnyObject[];
  find(kind: string, namespace: string, name: string): AnyObject | undefined;
}

export const namespaceOf = (object: AnyObject): string => object.metadata?.namespace ?? '';
export const nameOf = (object: AnyObject): string => object.metadata?.name ?? '';
export const titleOf = (object: AnyObject): string => `${object.kind ?? 'object'} ${nameOf(object)}`;

/** A field of an object that was read from somewhere; undefined where the way to it ends. */
export function fieldOf(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((held, step) => (typeof held === 'object' && held !== null ? (held as Record<string | number, unknown>)[step] : undefined), value);
}

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Where each workload kind keeps its pod template. */
const templatePaths: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

function templateOf(object: AnyObject): readonly Template[] {
  const isPod = object.kind === 'Pod';
  const path = templatePaths[object.kind ?? ''];
  const held = (isPod ? object : path && fieldOf(object, ...path)) as V1PodTemplateSpec | undefined;
  if (!held?.spec) return [];
  const scales = object.kind === 'Deployment' || object.kind === 'StatefulSet' || object.kind === 'ReplicaSet';
  const replicas = scales ? Number(fieldOf(object, 'spec', 'replicas') ?? 1) : undefined;
  return [{ owner: object, labels: held.metadata?.labels ?? {}, spec: held.spec, replicas }];
}

export function inventoryOf(objects: readonly AnyObject[]): Inventory {
  const byKind = new Map<string, AnyObject[]>();
  for (const object of objects) byKind.set(object.kind ?? '', [...(byKind.get(object.kind ?? '') ?? []), object]);
  const key = (kind: string, namespace: string, name: string) => `${kind}/${namespace}/${name}`;
  const byName = new Map(objects.map((object) => [key(object.kind ?? '', namespaceOf(object), nameOf(object)), object]));
  return {
    all: objects,
    templates: objects.flatMap(templateOf),
    ofKind: (kind) => byKind.get(kind) ?? [],
    find: (kind, namespace, name) => byName.get(key(kind, namespace, name)),
  };
}

export const containersOf = (spec: V1PodSpec): readonly V1Container[] => [...(spec.initContainers ?? []), ...(spec.containers ?? [])];

/** Whether labels fit a selector; an empty selector fits everything. */
export function selects(selector: V1LabelSelector | undefined, labels: Readonly<Record<string, string>>): boolean {
  const wanted = Object.entries(selector?.matchLabels ?? {}).every(([label, value]) => labels[label] === value);
  return (
    wanted &&
    (selector?.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
      const held = labels[key];
      if (operator === 'In') return held !== undefined && values.includes(held);
      if (operator === 'NotIn') return held === undefined || !values.includes(held);
      return operator === 'Exists' ? held !== undefined : held === undefined;
    })
  );
}
