import { setTimeout as pause } from 'node:timers/promises';
import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { Connection, Reply } from '../connection.ts';
import { metadataOfOne, metadataOnly } from '../facts/reader.ts';
import { saidBy } from '../said-by.ts';
import { type Change, type WatchCache, watchCache } from './watch-cache.ts';

/** What a watch tells: first all that is there, be it nothing, then what changes. */
export type Watched =
  | { readonly is: 'seen'; readonly changes: readonly Change[] }
  /** The user may not look, or the server does not know such objects; it is the last word. `message` is the server's own. */
  | { readonly is: 'denied'; readonly status: number; readonly message: string };

export interface WatchOptions {
  readonly fieldSelector?: string;
  readonly labelSelector?: string;
  readonly isMetadataOnly?: boolean;
  readonly signal: AbortSignal;
}

interface Looking {
  readonly connection: Connection;
  readonly path: string;
  readonly selection: Readonly<Record<string, string>>;
  readonly isMetadataOnly: boolean;
  readonly signal: AbortSignal;
  readonly cache: WatchCache;
}

/** How one request came to its end. */
type End =
  | { readonly is: 'over' }
  /** The server does not remember the resource version any more. */
  | { readonly is: 'expired' }
  /** Milliseconds; zero where the server named none. */
  | { readonly is: 'failed'; readonly retryAfter: number }
  | Extract<Watched, { readonly is: 'denied' }>;

/** Milliseconds. A server that restarts is back within seconds. */
const firstPause = 200;
const longestPause = 10_000;

/** Watches that break one after the other before all is listed anew: a proxy may let none of them through. */
const mostBroken = 3;

const pageSize = '500';

/**
 * Lists the objects below a path, such as `/api/v1/namespaces/shop/pods`, and tells of every change until the signal aborts. Where the
 * connection breaks, the server is away, or what it remembers has expired, it goes on as soon as it can: nothing is missed and nothing is
 * told twice. It gives up only where the server says no.
 */
export async function* watched(
  connection: Connection,
  path: string,
  { fieldSelector, labelSelector, isMetadataOnly = false, signal }: WatchOptions,
): AsyncIterable<Watched> {
  const selection = { ...(fieldSelector && { fieldSelector }), ...(labelSelector && { labelSelector }) };
  const looking = { connection, path, selection, isMetadataOnly, signal, cache: watchCache() };
  let isListed = false;
  let failures = 0;
  while (!signal.aborted) {
    const end: End = yield* unbroken(isListed ? eventsOf(looking) : listOf(looking));
    if (signal.aborted) return;
    if (end.is === 'denied') {
      yield end;
      return;
    }
    isListed = end.is === 'over' || (isListed && end.is === 'failed' && failures < mostBroken);
    if (end.is === 'over') {
      failures = 0;
    } else {
      const wait = (end.is === 'failed' && end.retryAfter) || firstPause * 2 ** failures++;
      await pause(Math.min(longestPause, wait), undefined, { signal }).catch(() => undefined);
    }
  }
}

const failed: End = { is: 'failed', retryAfter: 0 };

/** A connection that breaks, and an answer that is cut off, is a request that failed; a mistake of this program is none. */
async function* unbroken(request: AsyncGenerator<Watched, End>): AsyncGenerator<Watched, End> {
  try {
    return yield* request;
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof RangeError) throw problem;
    return failed;
  }
}

async function* listOf({ connection, path, selection, isMetadataOnly, signal, cache }: Looking): AsyncGenerator<Watched, End> {
  const items: unknown[] = [];
  for (let next = ''; ; ) {
    const query = { ...selection, limit: pageSize, ...(next && { continue: next }) };
    const reply = await connection.send('GET', path, { query, ...(isMetadataOnly && { accept: metadataOnly }), signal });
    if (reply.status !== 200) return endOf(reply);
    const page: unknown = JSON.parse(reply.body);
    items.push(...listIn(fieldOf(page, 'items')));
    next = String(fieldOf(page, 'metadata', 'continue') ?? '');
    if (next) continue;
    const { apiVersion, kind, metadata } = page as Readonly<Record<string, unknown>>;
    yield { is: 'seen', changes: cache.relisted({ apiVersion, kind, metadata, items }) };
    return { is: 'over' };
  }
}

async function* eventsOf({ connection, path, selection, isMetadataOnly, signal, cache }: Looking): AsyncGenerator<Watched, End> {
  const query = { ...selection, watch: 'true', allowWatchBookmarks: 'true', resourceVersion: cache.version() ?? '' };
  const { status, headers, lines } = await connection.stream(path, { query, ...(isMetadataOnly && { accept: metadataOfOne }), signal });
  if (status !== 200) return endOf({ status, headers, body: await wholeOf(lines) });
  let isSilent = true;
  for await (const line of lines) {
    const event: unknown = JSON.parse(line);
    if (fieldOf(event, 'type') === 'ERROR') {
      const problem = fieldOf(event, 'object');
      return endOf({ status: Number(fieldOf(problem, 'code')), headers: {}, body: JSON.stringify(problem) });
    }
    isSilent = false;
    const changes = cache.heard(event);
    if (changes.length > 0) yield { is: 'seen', changes };
  }
  // Who ends at once, without a word, is not to be asked again at once.
  return isSilent ? failed : { is: 'over' };
}

async function wholeOf(lines: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const line of lines) whole += line;
  return whole;
}

function endOf(reply: Reply): End {
  const { status, headers } = reply;
  if (status === 410) return { is: 'expired' };
  if (status === 429 || !(status < 500)) return { is: 'failed', retryAfter: Number(headers['retry-after'] ?? 0) * 1000 || 0 };
  return { is: 'denied', status, message: saidBy(reply).message };
}
