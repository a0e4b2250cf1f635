import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { ClusterFacts, NodesFacts, PlotFacts } from '../../model/cluster-facts.ts';
import type { Connection } from '../connection.ts';
import { reach } from '../reach.ts';
import { mayCreateNamespaces, mayIn } from './permissions.ts';
import { metadataOfOne, metadataOnly, type Reader, readerOf } from './reader.ts';
import {
  gatewayClassIn,
  ingressClassIn,
  limitRangeIn,
  type NodeRoom,
  nameIn,
  namespaceIn,
  nodeIn,
  quotaIn,
  storageClassIn,
} from './seen-objects.ts';

export interface LookOptions {
  /** To be looked at closely. */
  readonly namespace?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds for each answer; ten seconds where absent. */
  readonly patience?: number;
}

/**
 * One round of reads, all at the same time: fewer than sixteen. What may not be read, or comes too late, is unknown. A Problem where the
 * cluster cannot be reached at all; rejects when the signal aborts.
 */
export async function look(connection: Connection, { namespace, signal, patience }: LookOptions = {}): Promise<ClusterFacts> {
  const { context, server } = connection;
  const { gitVersion, isOpenShift } = await reach(connection);
  const reader = readerOf(connection, signal, patience);
  const [groups, namespaces, plot, storageClasses, ingressClasses, gatewayClasses, clusterIssuers, nodes, may] = await Promise.all([
    groupsSeen(reader),
    reader.list({ what: 'namespaces', path: '/api/v1/namespaces', accept: metadataOnly }, namespaceIn),
    namespace === undefined ? undefined : plotSeen(reader, namespace),
    reader.list({ what: 'storage classes', path: '/apis/storage.k8s.io/v1/storageclasses' }, storageClassIn),
    reader.list({ what: 'ingress classes', path: '/apis/networking.k8s.io/v1/ingressclasses' }, ingressClassIn),
    reader.list({ what: 'gateway classes', path: '/apis/gateway.networking.k8s.io/v1/gatewayclasses' }, gatewayClassIn),
    reader.list({ what: 'cluster issuers', path: '/apis/cert-manager.io/v1/clusterissuers', accept: metadataOnly }, nameIn),
    reader.list({ what: 'nodes', path: '/api/v1/nodes' }, nodeIn),
    mayCreateNamespaces(reader),
  ]);
  return {
    context,
    server,
    gitVersion,
    version: versionOf(gitVersion),
    isOpenShift,
    ...known({ namespaces, namespace: plot, storageClasses, ingressClasses, gatewayClasses, clusterIssuers }),
    ...known({ nodes: nodes && sumOf(nodes), mayCreateNamespaces: may }),
    ...known({ servesGateways: groups?.has('gateway.networking.k8s.io'), servesCertManager: groups?.has('cert-manager.io') }),
    unread: reader.unread().filter(({ what }) => groups === undefined || groups.has(groupOf[what] ?? '')),
  };
}

/** Who may not list objects of a group that is not served misses nothing. */
const groupOf: Readonly<Partial<Record<string, string>>> = {
  'gateway classes': 'gateway.networking.k8s.io',
  'cluster issuers': 'cert-manager.io',
};

/** `v1.36.3` and `v1.34.1+rke2r1` by their first two numbers. */
const versionOf = (gitVersion: string): string => /^v(\d+\.\d+)/.exec(gitVersion)?.[1] ?? '';

/** The core group has no name, and is always served. */
const groupsSeen = (reader: Reader): Promise<ReadonlySet<string> | undefined> =>
  reader.read(
    { what: 'groups', path: '/apis' },
    (body) => new Set(['', ...listIn(fieldOf(body, 'groups')).map((group) => String(fieldOf(group, 'name')))]),
  );

async function plotSeen(reader: Reader, name: string): Promise<PlotFacts> {
  const path = `/api/v1/namespaces/${encodeURIComponent(name)}`;
  const [seen, quotas, limitRanges, may] = await Promise.all([
    reader.read<Pick<PlotFacts, 'exists' | 'isTerminating' | 'application'>>({ what: 'namespace', path, accept: metadataOfOne }, existing, {
      exists: false,
    }),
    reader.list({ what: 'quotas', path: `${path}/resourcequotas` }, quotaIn),
    reader.list({ what: 'limit ranges', path: `${path}/limitranges` }, limitRangeIn),
    mayIn(reader, name),
  ]);
  return { name, ...seen, ...known({ quotas, limitRanges, may }) };
}

function existing(namespace: unknown) {
  const { isTerminating, application } = namespaceIn(namespace);
  return { exists: true, isTerminating, ...(application === undefined ? {} : { application }) };
}

const sumOf = (nodes: readonly NodeRoom[]): NodesFacts => ({
  count: nodes.length,
  ready: nodes.filter(({ isReady }) => isReady).length,
  cpu: nodes.reduce((sum, { cpu }) => sum + cpu, 0),
  memory: nodes.reduce((sum, { memory }) => sum + memory, 0),
});

/** The same without what is undefined. */
const known = <T extends object>(facts: T): { readonly [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
