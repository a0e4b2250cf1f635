import { expect, vi } from 'vitest';
import { fieldOf, listIn, nameOf, namespaceOf } from '../../src/checks/object-fields.ts';
import type { Connection } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

/** Sends JSON, and gives what comes back; anything but a success is an error. */
export async function sent(
  connection: Connection,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<AnyObject> {
  const contentType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const reply = await connection.send(method, path, body === undefined ? {} : { body: JSON.stringify(body), contentType });
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body);
}

const beat = 5000;

/** A machine on which nothing happens but what a test says: it stands in for the kubelet there. */
export interface Machine {
  readonly name: string;
  /** It reports no more. */
  fallSilent(): Promise<void>;
  remove(): Promise<void>;
}

const readyCondition = (status: string) => ({ type: 'Ready', status, reason: 'Test', lastHeartbeatTime: new Date().toISOString() });

/** Others' pods stay away from it; a pod gets there by `spec.nodeName`. It reports as long as it is there. */
export async function machine(connection: Connection, name: string): Promise<Machine> {
  const path = `/api/v1/nodes/${name}`;
  const report = (status: string) => sent(connection, 'PATCH', `${path}/status`, { status: { conditions: [readyCondition(status)] } });
  await sent(connection, 'POST', '/api/v1/nodes', {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name } },
    spec: { taints: [{ key: 'for', value: 'tests', effect: 'NoSchedule' }] },
    status: { allocatable: { cpu: '8', memory: '16Gi', pods: '500' }, conditions: [readyCondition('True')] },
  });
  const beating = setInterval(() => void report('True').catch(() => undefined), beat);
  return {
    name,
    fallSilent: async () => {
      clearInterval(beating);
      await report('Unknown');
    },
    remove: async () => {
      clearInterval(beating);
      await sent(connection, 'DELETE', path);
    },
  };
}

/** The workloads among these, with their pods on this machine. */
export const on = (machine: Machine, objects: readonly AnyObject[]): readonly AnyObject[] =>
  objects.map((object) => {
    const template = fieldOf(object['spec'], 'template');
    if (template === undefined) return object;
    const spec = { ...(fieldOf(template, 'spec') as object), nodeName: machine.name };
    return { ...object, spec: { ...(object['spec'] as object), template: { ...(template as object), spec } } };
  });

/** The pods of a namespace, once there are so many. */
export async function podsIn(connection: Connection, namespace: string, count: number): Promise<readonly AnyObject[]> {
  const list = async () => listIn((await sent(connection, 'GET', `/api/v1/namespaces/${namespace}/pods`))['items']) as readonly AnyObject[];
  return vi.waitFor(
    async () => {
      const pods = await list();
      expect(pods.length).toBe(count);
      return pods;
    },
    { interval: 50, timeout: 20_000 },
  );
}

/** Says how the containers of a pod are. */
export const report = (connection: Connection, pod: AnyObject, containers: readonly object[], status: object = {}): Promise<AnyObject> =>
  sent(connection, 'PATCH', `/api/v1/namespaces/${namespaceOf(pod)}/pods/${nameOf(pod)}/status`, {
    status: {
      phase: 'Pending',
      conditions: [
        { type: 'PodScheduled', status: 'True' },
        { type: 'Ready', status: 'False', reason: 'ContainersNotReady' },
      ],
      containerStatuses: containers.map((container) => ({
        name: 'web',
        image: 'i',
        imageID: '',
        ready: false,
        restartCount: 0,
        ...container,
      })),
      ...status,
    },
  });

/** Writes an event, as a kubelet does: the same words are one event that is counted. */
export const tell = (connection: Connection, object: AnyObject, reason: string, message: string, count = 1): Promise<AnyObject> => {
  const now = new Date().toISOString();
  const { name = '', namespace = '', uid } = object.metadata ?? {};
  return sent(connection, 'POST', `/api/v1/namespaces/${namespace}/events`, {
    metadata: { generateName: `${name}.`, namespace },
    involvedObject: {
      apiVersion: object.apiVersion ?? 'v1',
      kind: object.kind ?? 'Pod',
      name,
      namespace,
      uid,
      ...(reason === 'Unhealthy' ? { fieldPath: 'spec.containers{web}' } : {}),
    },
    type: 'Warning',
    reason,
    message,
    count,
    firstTimestamp: now,
    lastTimestamp: now,
    source: { component: 'kubelet' },
  });
};
