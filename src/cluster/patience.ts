import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../model/problem.ts';
import type { Asked, Connection, Reply } from './connection.ts';

const mostTries = 6;
const firstPause = 200;
const longestPause = 10_000;

/**
 * Sends again where the server is busy (429), fails (5xx), two requests met at one object, or the connection breaks, after the time that
 * the server asks for, or one that doubles. To apply is safe to repeat. The last answer is given as it is; the last break is thrown.
 */
export async function patiently(send: () => Promise<Reply>, signal?: AbortSignal): Promise<Reply> {
  for (let tried = 1; ; tried++) {
    try {
      const reply = await send();
      if (!isBusy(reply) || tried === mostTries) return reply;
      await pause(waitFor(tried, reply), undefined, signal && { signal });
    } catch (problem) {
      if (signal?.aborted || tried === mostTries || isOver(problem)) throw problem;
      await pause(waitFor(tried), undefined, signal && { signal });
    }
  }
}

/** Sends one request, patiently. */
export const ask = (connection: Connection, method: Parameters<Connection['send']>[0], path: string, asked: Asked = {}): Promise<Reply> =>
  patiently(() => connection.send(method, path, asked), asked.signal);

/** Nothing comes of another try: it was refused with reason, or its time is over. */
const isOver = (problem: unknown): boolean =>
  problem instanceof Problem || (problem instanceof DOMException && problem.name === 'TimeoutError');

const isBusy = (reply: Reply): boolean => reply.status === 429 || reply.status >= 500 || hasMet(reply);

/** Two requests met at one object, such as the quota that counts them both, and the server could keep only one of them. */
const hasMet = ({ status, body }: Reply): boolean => status === 409 && body.includes('the object has been modified');

/** `Retry-After` is a number of seconds here (RFC 9110 allows a date as well, which the API server never sends). */
function waitFor(tried: number, reply?: Reply): number {
  const asked = Number(reply?.headers['retry-after']) * 1000;
  return Math.min(longestPause, asked > 0 ? asked : firstPause * 2 ** (tried - 1));
}
