import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/cluster/connection.ts';
import { patiently } from '../../src/cluster/patience.ts';

const reply = (status: number, message: string): Reply => ({ status, headers: {}, body: JSON.stringify({ kind: 'Status', message }) });

/** What comes of an answer that is followed by a good one, and how often was asked. */
async function askedAfter(first: Reply): Promise<readonly [number, number]> {
  let asked = 0;
  const { status } = await patiently(async () => (asked++ === 0 ? first : reply(200, '')));
  return [status, asked];
}

describe('what is asked again', () => {
  it.concurrent.each([
    ['a server that is busy', reply(429, 'too many requests')],
    ['a server that fails', reply(503, 'etcdserver: leader changed')],
    [
      'two requests that met at the quota which counts them both',
      reply(
        409,
        'Operation cannot be fulfilled on resourcequotas "namespace-quota": the object has been modified; please apply your changes to the latest version and try again',
      ),
    ],
  ])('%s', async (_, first) => expect(await askedAfter(first)).toEqual([200, 2]));

  it.concurrent.each([
    ['a field of somebody else', reply(409, 'Apply failed with 1 conflict: conflict with "somebody" using apps/v1: .spec.replicas')],
    ['what is there already', reply(409, 'secrets "db" already exists')],
    ['what is forbidden', reply(403, 'exceeded quota: namespace-quota')],
  ])('but not %s', async (_, first) => expect(await askedAfter(first)).toEqual([first.status, 1]));
});
