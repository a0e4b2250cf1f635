import { sightOf } from '../../src/cluster/follow/sight.ts';
import { blocks } from '../../src/cluster/glance/blocks.ts';
import { type BlockId, glanceOf, type Light, type Scene, type Unseen } from '../../src/cluster/glance/glance.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

/** When all of this is seen. */
export const now = Date.parse('2026-11-26T12:00:00Z');

/** A moment so many minutes before that, as the API server writes it. */
export const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();

export const namespace = (labels: Readonly<Record<string, string>> = {}): AnyObject => ({
  kind: 'Namespace',
  metadata: { name: 'shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted', ...labels } },
});

export const condition = (type: string, status: 'True' | 'False', minutes = 10, rest: object = {}) => ({
  type,
  status,
  lastTransitionTime: ago(minutes),
  ...rest,
});

type Parts = Readonly<Record<string, unknown>>;
type Metadata = NonNullable<AnyObject['metadata']>;

/** An object of the namespace shop that is an hour old. */
export const object = (kind: string, name: string, parts: Parts = {}, metadata: Partial<Metadata> = {}): AnyObject => ({
  kind,
  metadata: { name, namespace: 'shop', uid: `${kind}/${name}`, creationTimestamp: ago(60), ...metadata } as Metadata,
  ...parts,
});

export const madeBy = (kind: string, name: string): Pick<Metadata, 'ownerReferences'> => ({
  ownerReferences: [{ apiVersion: 'v1', kind, name, uid: `${kind}/${name}`, controller: true }],
});

/** Of so many pods; half of them are there where nobody says otherwise. */
export const deployment = (
  name: string,
  desired: number,
  available: number,
  parts: Parts = {},
  metadata: Partial<Metadata> = {},
): AnyObject =>
  object(
    'Deployment',
    name,
    {
      spec: {
        replicas: desired,
        template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'web', image: 'ghcr.io/example/shop:2.4.1' }] } },
      },
      status: { availableReplicas: available, updatedReplicas: desired, conditions: [] },
      ...parts,
    },
    metadata,
  );

export const replicaSet = (name: string): AnyObject => object('ReplicaSet', `${name}-1`, {}, madeBy('Deployment', name));

const restricted = {
  allowPrivilegeEscalation: false,
  runAsNonRoot: true,
  capabilities: { drop: ['ALL'] },
  seccompProfile: { type: 'RuntimeDefault' },
};

/** A pod of the Deployment `web` that is ready, on the node `node-a`; `status` adds to what it says of itself. */
export const pod = (name: string, status: Parts = {}, metadata: Partial<Metadata> = {}, spec: Parts = {}): AnyObject =>
  object(
    'Pod',
    name,
    {
      spec: {
        nodeName: 'node-a',
        automountServiceAccountToken: false,
        containers: [{ name: 'web', securityContext: restricted }],
        ...spec,
      },
      status: { phase: 'Running', conditions: [condition('Ready', 'True')], ...status },
    },
    { labels: { app: 'web' }, ...madeBy('ReplicaSet', 'web-1'), ...metadata },
  );

export const event = (about: AnyObject, reason: string, message: string, minutes: number, count = 1): AnyObject =>
  object('Event', `${about.metadata?.name}.${reason}.${minutes}`, {
    type: 'Warning',
    reason,
    message,
    count,
    lastTimestamp: ago(minutes),
    involvedObject: { kind: about.kind, namespace: 'shop', name: about.metadata?.name, uid: about.metadata?.uid },
  });

export const node = (name: string, conditions: readonly object[] = [condition('Ready', 'True')], spec: Parts = {}): AnyObject => ({
  kind: 'Node',
  metadata: { name },
  spec,
  status: { conditions, allocatable: { cpu: '4', memory: '8Gi' } },
});

export const scene = (objects: readonly AnyObject[], rest: Partial<Omit<Scene, 'sight'>> = {}): Scene => {
  const unseen: readonly Unseen[] = rest.unseen ?? [];
  return {
    context: 'staging',
    server: 'https://cluster.example.com:6443',
    gitVersion: 'v1.36.3',
    isOpenShift: false,
    namespaces: ['shop'],
    expected: [],
    at: now,
    latency: 12.4,
    elsewhere: [],
    ...rest,
    unseen,
    sight: sightOf(objects, new Set(unseen.map(({ kind }) => kind))),
  };
};

export const glance = (objects: readonly AnyObject[], rest: Partial<Omit<Scene, 'sight'>> = {}) => glanceOf(scene(objects, rest), blocks);

/** The lines of one block in English: the light, the title and the words, and what is quoted. */
export const rowsIn = (id: BlockId, objects: readonly AnyObject[], rest: Partial<Omit<Scene, 'sight'>> = {}): readonly string[] =>
  blocks[id](scene(objects, rest)).map(({ light, what, says, quote }) => [told(light, what, says.en), quote].filter(Boolean).join(' | '));

const told = (light: Light, what: string, says: string): string => `${light} ${what === '' ? '' : `${what}: `}${says}`;
