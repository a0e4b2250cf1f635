import type { IncomingMessage, ServerResponse } from 'node:http';

/** What may go wrong with a watch, beside what may go wrong with any request. */
export const watchFaults = [
  '410',
  'a 410 as an event',
  'an error as an event',
  'cut after a line',
  'half a line',
  'half a line, and an end',
  'an end',
] as const;
export type WatchFault = (typeof watchFaults)[number];

export const isWatchFault = (fault: string | undefined): fault is WatchFault => (watchFaults as readonly string[]).includes(fault ?? '');

const status = (code: number): string =>
  JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    reason: code === 410 ? 'Expired' : 'InternalError',
    code,
    message: 'the proxy says so',
  });
const errorEvent = (code: number): string => `${JSON.stringify({ type: 'ERROR', object: JSON.parse(status(code)) })}\n`;

/** Refuses a watch at once; anything else lets it begin. */
export function refused(fault: WatchFault, outgoing: ServerResponse): boolean {
  if (fault !== '410') return false;
  outgoing.writeHead(410, { 'content-type': 'application/json' }).end(status(410));
  return true;
}

/** Passes a watch on as it comes, and spoils it as soon as it has said something. */
export function passedOn(answer: IncomingMessage, outgoing: ServerResponse, fault: WatchFault | undefined): void {
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, headers);
  outgoing.flushHeaders();
  outgoing.on('close', () => answer.destroy());
  answer.on('error', () => outgoing.destroy());
  if (fault === undefined) {
    answer.pipe(outgoing);
    return;
  }
  answer.once('data', (chunk: Buffer) => {
    const line = chunk.subarray(0, chunk.indexOf('\n') + 1);
    const half = line.subarray(0, line.length / 2);
    if (fault === 'a 410 as an event') outgoing.end(errorEvent(410));
    else if (fault === 'an error as an event') outgoing.end(errorEvent(500));
    else if (fault === 'half a line, and an end') outgoing.end(half);
    else if (fault === 'an end') outgoing.end();
    else outgoing.write(fault === 'half a line' ? half : line, () => outgoing.destroy());
  });
}
