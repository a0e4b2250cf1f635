import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection, Reply } from '../connection.ts';
import { sightOf } from '../follow/sight.ts';
import { inParallel } from '../in-parallel.ts';
import { namespacedPath } from '../namespaced-path.ts';
import { ask } from '../patience.ts';
import { reach } from '../reach.ts';
import { certificatesOf } from './certificates.ts';
import { applicationsElsewhere } from './elsewhere.ts';
import { isEmpty } from './emptiness.ts';
import type { Aim, Scene, Unseen } from './glance.ts';
import { groupNameOf, type Source, sources } from './sources.ts';
import { volumeStatsOf } from './volume-stats.ts';

/** Requests at a time: many people may look at the same cluster. */
const atOnce = 16;
/** Milliseconds that a list may take, with all its pages and tries. */
const patience = 15_000;
const pageSize = '500';

interface Wanted {
  readonly source: Source;
  readonly path: string;
}

type Read =
  | { readonly is: 'seen'; readonly objects: readonly AnyObject[] }
  /** The cluster has no such thing, or too much of it. */
  | { readonly is: 'absent' }
  | { readonly is: 'unseen'; readonly why: Unseen['why'] };

/**
 * One round of reads for a glance at these namespaces. What may not be read, or comes too late, is named in `unseen`. A Problem where the
 * cluster cannot be reached; rejects when the signal aborts.
 */
export async function readForGlance(connection: Connection, { namespaces, expected }: Aim, signal: AbortSignal): Promise<Scene> {
  const { gitVersion, isOpenShift } = await reach(connection);
  const [pace, groups] = await Promise.all([paceOf(connection, signal), groupsOf(connection, signal)]);
  const isServed = (source: Source): boolean => groups === undefined || groups.has(groupNameOf(source));
  const wanted = [...namespacesWanted(namespaces), ...sources.filter(isServed).flatMap((source) => placesOf(source, namespaces))];
  const reads = await inParallel(wanted, (each) => read(connection, each, signal), atOnce);
  const seen = reads.flatMap((each) => (each.is === 'seen' ? each.objects : []));
  const [stats, certificates] = await Promise.all([volumeStatsOf(connection, seen, signal), certificatesOf(connection, seen, signal)]);
  const unseen = wanted.flatMap(({ source: { kind, plural, block } }, index): readonly Unseen[] => {
    const each = reads[index];
    return each?.is === 'unseen' ? [{ kind, plural, block, why: each.why }] : [];
  });
  const { context, server } = connection;
  const sight = sightOf(
    [...seen, ...stats, ...(certificates ?? [])],
    new Set([...unseen.map(({ kind }) => kind), ...(certificates ? [] : ['Secret'])]),
  );
  return {
    context,
    server,
    gitVersion,
    isOpenShift,
    namespaces,
    expected,
    ...pace,
    sight,
    elsewhere: isEmpty({ sight, expected }) ? await applicationsElsewhere(connection, signal) : [],
    unseen: [...new Map(unseen.map((each) => [each.kind, each])).values()],
  };
}

const placesOf = (source: Source, namespaces: readonly string[]): readonly Wanted[] =>
  source.isNamespaced
    ? namespaces.map((namespace) => ({ source, path: namespacedPath(`${source.root}/${source.plural}`, namespace) }))
    : [{ source, path: `/${source.root}/${source.plural}` }];

const namespaceSource: Source = { kind: 'Namespace', plural: 'namespaces', root: 'api/v1', isNamespaced: false, block: 'cluster' };

/** Each by itself: who may not list namespaces may look at their own. */
const namespacesWanted = (namespaces: readonly string[]): readonly Wanted[] =>
  namespaces.map((namespace) => ({ source: namespaceSource, path: `/api/v1/namespaces/${encodeURIComponent(namespace)}` }));

/** How long a small answer takes, and what time it is there: the clocks of two machines differ. */
async function paceOf(connection: Connection, signal: AbortSignal): Promise<Pick<Scene, 'at' | 'latency'>> {
  const began = performance.now();
  const { headers } = await connection.send('GET', '/version', { signal });
  const latency = performance.now() - began;
  const there = Date.parse(headers['date'] ?? '');
  return { at: Number.isNaN(there) ? Date.now() : there, latency };
}

/** The groups that are served; undefined where nobody may ask. */
async function groupsOf(connection: Connection, signal: AbortSignal): Promise<ReadonlySet<string> | undefined> {
  const { status, body } = await connection.send('GET', '/apis', { signal });
  if (status !== 200) return undefined;
  return new Set(['', ...listIn(fieldOf(JSON.parse(body), 'groups')).map((group) => String(fieldOf(group, 'name')))]);
}

async function read(connection: Connection, wanted: Wanted, signal: AbortSignal): Promise<Read> {
  const timeout = AbortSignal.timeout(patience);
  try {
    return await pagesOf(connection, wanted, AbortSignal.any([signal, timeout]));
  } catch {
    signal.throwIfAborted();
    return { is: 'unseen', why: timeout.aborted ? 'late' : 'failed' };
  }
}

async function pagesOf(connection: Connection, { source, path }: Wanted, signal: AbortSignal): Promise<Read> {
  const { kind, query = {}, most = Number.POSITIVE_INFINITY } = source;
  const objects: AnyObject[] = [];
  for (let next = ''; ; ) {
    const reply = await ask(connection, 'GET', path, { query: { ...query, limit: pageSize, ...(next && { continue: next }) }, signal });
    if (reply.status !== 200) return withoutAnswer(reply, source);
    const page: unknown = JSON.parse(reply.body);
    if (fieldOf(page, 'items') === undefined) return { is: 'seen', objects: [{ ...(page as AnyObject), kind }] };
    objects.push(...listIn(fieldOf(page, 'items')).map((item) => ({ ...(item as AnyObject), kind })));
    if (objects.length + Number(fieldOf(page, 'metadata', 'remainingItemCount') ?? 0) > most) return { is: 'absent' };
    next = String(fieldOf(page, 'metadata', 'continue') ?? '');
    if (!next) return { is: 'seen', objects };
  }
}

/** What is looked at only for a sum is passed over in silence. */
function withoutAnswer({ status }: Reply, { most }: Source): Read {
  if (status === 404 || most !== undefined) return { is: 'absent' };
  return { is: 'unseen', why: status === 403 ? 'forbidden' : 'failed' };
}
