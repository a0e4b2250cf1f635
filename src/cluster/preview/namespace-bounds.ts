import type { V1PodSpec } from '@kubernetes/client-node';
import { fieldOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import { podAmounts } from '../../checks/pod-amounts.ts';
import type { Amounts } from '../../model/amount.ts';
import type { LimitFacts } from '../../model/cluster-facts.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { limitRangeIn } from '../facts/seen-objects.ts';
import { allAt } from '../pages.ts';
import { ask } from '../patience.ts';

/** What bounds the pods of a namespace, as it will be once some objects are applied. */
export interface Bounds {
  readonly namespace: string;
  /** False only where the server says so. */
  readonly exists: boolean;
  /** Undefined where it is neither there nor among the objects, or may not be read. */
  readonly object: AnyObject | undefined;
  /** Those that are there have a status; undefined where they may not be read. */
  readonly quotas: readonly AnyObject[] | undefined;
  readonly limitRanges: readonly AnyObject[] | undefined;
  /** The server judges by what is there: of these it does not know yet what will be. */
  readonly changes: { readonly podSecurity: boolean; readonly quotas: boolean; readonly limitRanges: boolean };
}

/** What its LimitRanges say, all together. */
export const limitsIn = ({ limitRanges = [] }: Bounds): readonly LimitFacts[] => limitRanges.flatMap((range) => limitRangeIn(range).limits);

/** A pod that takes something of the quotas now. */
export interface RunningPod {
  readonly labels: Readonly<Record<string, string>>;
  readonly amounts: Amounts;
}

export async function boundsOf(
  connection: Connection,
  namespace: string,
  objects: readonly AnyObject[],
  signal?: AbortSignal,
): Promise<Bounds> {
  const at = rootOf(namespace);
  const [there, quotas, limitRanges] = await Promise.all([
    ask(connection, 'GET', at, { signal }),
    allAt(connection, `${at}/resourcequotas`, asObject, { signal }),
    allAt(connection, `${at}/limitranges`, asObject, { signal }),
  ]);
  const planned = (kind: string) => objects.filter((each) => each.kind === kind && namespaceOf(each) === namespace);
  const live: AnyObject | undefined = there.status === 200 ? JSON.parse(there.body) : undefined;
  const object = joined(
    live,
    objects.find((each) => each.kind === 'Namespace' && nameOf(each) === namespace),
  );
  const exists = there.status !== 404;
  return {
    namespace,
    exists,
    object,
    quotas: exists ? replaced(quotas, planned('ResourceQuota')) : planned('ResourceQuota'),
    limitRanges: exists ? replaced(limitRanges, planned('LimitRange')) : planned('LimitRange'),
    changes: {
      podSecurity: enforcedBy(live) !== enforcedBy(object),
      quotas: differ(quotas, planned('ResourceQuota')),
      limitRanges: differ(limitRanges, planned('LimitRange')),
    },
  };
}

const enforcedBy = (namespace: AnyObject | undefined): string | undefined =>
  namespace?.metadata?.labels?.['pod-security.kubernetes.io/enforce'];

/** An apply adds labels to those that are there, and takes none away that others have set. */
const joined = (live: AnyObject | undefined, planned: AnyObject | undefined): AnyObject | undefined =>
  live && planned
    ? { ...live, metadata: { ...live.metadata, labels: { ...live.metadata?.labels, ...planned.metadata?.labels } } }
    : (planned ?? live);

/** What the objects bring takes the place of what is there by the same name, and keeps its status. */
function replaced(live: readonly AnyObject[] | undefined, planned: readonly AnyObject[]): readonly AnyObject[] | undefined {
  if (!live) return planned.length > 0 ? planned : undefined;
  const names = new Set(planned.map(nameOf));
  const statusOf = (object: AnyObject) => live.find((each) => nameOf(each) === nameOf(object))?.['status'];
  return [...live.filter((each) => !names.has(nameOf(each))), ...planned.map((object) => ({ ...object, status: statusOf(object) }))];
}

const differ = (live: readonly AnyObject[] | undefined, planned: readonly AnyObject[]): boolean =>
  planned.some((object) => {
    const there = live?.find((each) => nameOf(each) === nameOf(object));
    return JSON.stringify(sorted(there?.['spec'])) !== JSON.stringify(sorted(object['spec']));
  });

/** The same fields in the same order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, held]) => [field, sorted(held)]),
  );
}

/** The pods that have not ended; undefined where they may not be read. Of each only what counts is kept. */
export const podsRunning = (connection: Connection, namespace: string, signal?: AbortSignal): Promise<readonly RunningPod[] | undefined> =>
  allAt(
    connection,
    `${rootOf(namespace)}/pods`,
    (pod) => ({
      labels: (fieldOf(pod, 'metadata', 'labels') ?? {}) as RunningPod['labels'],
      amounts: podAmounts(fieldOf(pod, 'spec') as V1PodSpec),
    }),
    { query: { fieldSelector: 'status.phase!=Succeeded,status.phase!=Failed' }, signal },
  );

/** The names of the disks that are claimed; undefined where they may not be read. */
export async function claimsThere(
  connection: Connection,
  namespace: string,
  signal?: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const path = `${rootOf(namespace)}/persistentvolumeclaims`;
  const names = await allAt(connection, path, (claim) => String(fieldOf(claim, 'metadata', 'name')), { signal });
  return names && new Set(names);
}

const asObject = (item: unknown): AnyObject => item as AnyObject;

const rootOf = (namespace: string): string => `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
