import { fieldOf, listIn } from '../checks/object-fields.ts';

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
