import type { Readable, Unread } from '../../model/cluster-facts.ts';
import type { Connection, Reply } from '../connection.ts';
import { paged } from '../pages.ts';
import { patiently } from '../patience.ts';

/** How something is asked for. */
export interface Wanted {
  readonly what: Readable;
  readonly path: string;
  /** What to send; then it is a POST. */
  readonly body?: unknown;
  readonly accept?: string;
}

/** Reads for as long as it is allowed to, and keeps in mind what it could not see. */
export interface Reader {
  /** What `of` makes of the answer; `absent` where nothing is there; undefined where it cannot be seen. */
  read<T>(wanted: Wanted, of: (body: unknown) => T, absent?: T): Promise<T | undefined>;
  /** The same of each item of a list; undefined also where the server has no such list. */
  list<T>(wanted: Wanted, of: (item: unknown) => T): Promise<readonly T[] | undefined>;
  unread(): readonly Unread[];
}

/** Milliseconds that each answer may take, with all tries. */
const usualPatience = 10_000;

/** Only names, labels and the like, as a list. */
export const metadataOnly = 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';
/** The same of a single object. */
export const metadataOfOne = 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1';

type Answer = { readonly is: 'seen'; readonly body: unknown } | { readonly is: 'absent' } | { readonly is: 'unread' };

export function readerOf(connection: Connection, signal?: AbortSignal, patience = usualPatience): Reader {
  const unread = new Map<Readable, Unread['why']>();
  const note = (what: Readable, why: Unread['why']): Answer => {
    unread.set(what, why);
    return { is: 'unread' };
  };
  const ask = async (wanted: Wanted, query?: Readonly<Record<string, string>>): Promise<Answer> => {
    const timeout = AbortSignal.timeout(patience);
    const until = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const { status, body } = await patiently(() => sent(connection, wanted, until, query), until);
      if (status === 404) return { is: 'absent' };
      if (status === 200 || status === 201) return { is: 'seen', body: JSON.parse(body) };
      return note(wanted.what, status === 403 ? 'forbidden' : 'failed');
    } catch {
      signal?.throwIfAborted();
      return note(wanted.what, timeout.aborted ? 'late' : 'failed');
    }
  };
  return {
    read: async (wanted, of, absent) => {
      const answer = await ask(wanted);
      if (answer.is === 'seen') return of(answer.body);
      return answer.is === 'absent' ? absent : undefined;
    },
    list: (wanted, of) =>
      paged(async (query) => {
        const answer = await ask(wanted, query);
        return answer.is === 'seen' ? answer.body : undefined;
      }, of),
    unread: () => [...unread].map(([what, why]) => ({ what, why })),
  };
}

const sent = (
  connection: Connection,
  { path, body, accept }: Wanted,
  signal: AbortSignal,
  query?: Readonly<Record<string, string>>,
): Promise<Reply> =>
  connection.send(body === undefined ? 'GET' : 'POST', path, {
    ...(body === undefined ? {} : { body: JSON.stringify(body), contentType: 'application/json' }),
    ...(accept && { accept }),
    ...(query && { query }),
    signal,
  });
