import { fieldOf, listIn } from '../checks/object-fields.ts';
import type { Asked, Connection } from './connection.ts';
import { ask } from './patience.ts';

const pageSize = '500';

/** Asks for one page of a list: its JSON, or undefined where there is no answer to go on with. */
export type AskPage = (query: Readonly<Record<string, string>>) => Promise<unknown>;

/**
 * A list, page by page: what `take` makes of each item is all that is kept. Undefined where a page is missing, for half a list would look
 * like a whole one.
 */
export async function paged<T>(ask: AskPage, take: (item: unknown) => T): Promise<readonly T[] | undefined> {
  const taken: T[] = [];
  for (let next = ''; ; ) {
    const page = await ask({ limit: pageSize, ...(next && { continue: next }) });
    if (page === undefined) return undefined;
    for (const item of listIn(fieldOf(page, 'items'))) taken.push(take(item));
    next = String(fieldOf(page, 'metadata', 'continue') ?? '');
    if (!next) return taken;
  }
}

/** The same of the list at a path; undefined where it may not be read. */
export const allAt = <T>(
  connection: Connection,
  path: string,
  take: (item: unknown) => T,
  asked: Asked = {},
): Promise<readonly T[] | undefined> =>
  paged(async (query) => {
    const { status, body } = await ask(connection, 'GET', path, { ...asked, query: { ...asked.query, ...query } });
    return status === 200 ? JSON.parse(body) : undefined;
  }, take);
