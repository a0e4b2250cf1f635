import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it, vi } from 'vitest';
import { fieldOf, nameOf } from '../../src/checks/object-fields.ts';
import { connect } from '../../src/cluster/connection.ts';
import { watched } from '../../src/cluster/follow/watch.ts';
import type { Change } from '../../src/cluster/follow/watch-cache.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { type Fault, startFaultyProxy } from './faulty-proxy.ts';
import { sent } from './kubelet.ts';
import { watchFaults } from './watch-faults.ts';

const kubeconfig = inject('kubeconfig');
const direct = connect({ kubeconfig });
const folder = mkdtempSync(join(tmpdir(), 'watch-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Tests that run beside each other have no `expect.poll` in what they share. */
const until = (holds: () => unknown): Promise<unknown> => vi.waitFor(holds, { timeout: 30_000, interval: 20 });

const pathIn = (namespace: string): string => `/api/v1/namespaces/${namespace}/configmaps`;

async function namespaceCalled(name: string): Promise<string> {
  await sent(direct, 'POST', '/api/v1/namespaces', { metadata: { name } });
  // Every namespace gets one of its own, a moment later.
  await until(async () => expect((await direct.send('GET', `${pathIn(name)}/kube-root-ca.crt`)).status).toBe(200));
  return name;
}

const version = (object: unknown): string => String(fieldOf(object, 'metadata', 'resourceVersion'));
const create = async (namespace: string, name: string): Promise<string> =>
  `there ${name} ${version(await sent(direct, 'POST', pathIn(namespace), { metadata: { name } }))}`;
const change = async (namespace: string, name: string, data: string): Promise<string> =>
  `there ${name} ${version(await sent(direct, 'PATCH', `${pathIn(namespace)}/${name}`, { data: { data } }))}`;
const remove = async (namespace: string, name: string): Promise<string> => {
  await sent(direct, 'DELETE', `${pathIn(namespace)}/${name}`);
  return `gone ${name}`;
};

const inWords = ({ is, object }: Change): string =>
  is === 'gone' ? `gone ${nameOf(object)}` : `there ${nameOf(object)} ${version(object)}`;

interface Listening {
  /** Every change in words, as it was told. */
  readonly told: readonly string[];
  /** How often something was told, be it nothing. */
  readonly words: () => number;
  stop(): Promise<void>;
}

function listeningTo(path: string, namespace: string): Listening {
  const told: string[] = [];
  let words = 0;
  const stop = new AbortController();
  const done = (async () => {
    for await (const each of watched(connect({ kubeconfig: path }), pathIn(namespace), { signal: stop.signal })) {
      words++;
      if (each.is === 'seen') told.push(...each.changes.map(inWords).filter((said) => !said.includes('kube-root-ca.crt')));
    }
  })();
  return {
    told,
    words: () => words,
    stop: async () => {
      stop.abort();
      await done;
    },
  };
}

/** A watch behind a proxy that spoils the first requests of one sort; the changes that were made, and what was told. */
async function listened(namespace: string, spoils: (path: string) => boolean, fault: Fault, times: number) {
  await namespaceCalled(namespace);
  const made = [await create(namespace, 'a'), await create(namespace, 'b'), await create(namespace, 'c')];
  let left = times;
  const proxy = await startFaultyProxy(kubeconfig, folder, (_, path) =>
    path.startsWith(pathIn(namespace)) && spoils(path) && left-- > 0 ? fault : undefined,
  );
  const listening = listeningTo(proxy.kubeconfig, namespace);
  try {
    await until(() => expect(listening.told.length).toBe(3));
    for (let round = 0; round < 4; round++) {
      made.push(
        await change(namespace, 'a', String(round)),
        await create(namespace, `d${round}`),
        await remove(namespace, round === 0 ? 'b' : `d${round - 1}`),
      );
      await until(() => expect(listening.told).toContain(made.at(-1)));
    }
  } finally {
    await listening.stop();
    await proxy.close();
  }
  return { made, told: listening.told, left };
}

const isWatch = (path: string): boolean => path.includes('watch=true');

describe('a watch', () => {
  it('tells first what is there, be it nothing, and then every change', async () => {
    const namespace = await namespaceCalled('watch-plain');
    const listening = listeningTo(kubeconfig, namespace);
    await until(() => expect(listening.words()).toBe(1));
    const made = [await create(namespace, 'a'), await change(namespace, 'a', '1'), await remove(namespace, 'a')];
    await until(() => expect(listening.told).toEqual(made));
    await listening.stop();
  });

  it('only tells of what is selected', async () => {
    const namespace = await namespaceCalled('watch-selected');
    const stop = new AbortController();
    await create(namespace, 'a');
    await create(namespace, 'b');
    const told: string[] = [];
    for await (const each of watched(direct, pathIn(namespace), { signal: stop.signal, fieldSelector: 'metadata.name=b' })) {
      if (each.is === 'seen') told.push(...each.changes.map(({ object }) => `${object.kind} ${nameOf(object)}`));
      stop.abort();
    }
    expect(told).toEqual(['ConfigMap b']);
  });

  it('gets no value where only metadata is asked for', async () => {
    const namespace = await namespaceCalled('watch-metadata');
    const secrets = `/api/v1/namespaces/${namespace}/secrets`;
    const make = async (name: string) => {
      const secret = { metadata: { name }, stringData: { password: 'not-for-anybody' } };
      await direct.send('POST', secrets, { body: JSON.stringify(secret), contentType: 'application/json' });
    };
    await make('before');
    const stop = new AbortController();
    const told: AnyObject[] = [];
    for await (const each of watched(direct, secrets, { signal: stop.signal, isMetadataOnly: true })) {
      if (each.is === 'seen') told.push(...each.changes.map(({ object }) => object));
      if (told.length === 1) await make('behind');
      else stop.abort();
    }
    expect(told.map((object) => [nameOf(object), Object.keys(object).sort()])).toEqual(
      ['before', 'behind'].map((name) => [name, ['apiVersion', 'kind', 'metadata']]),
    );
  });

  it('says so where nobody may look, and asks no more', async () => {
    const stop = new AbortController();
    const told: unknown[] = [];
    const stranger = connect({ kubeconfig: inject('strangersKubeconfig') });
    for await (const each of watched(stranger, '/api/v1/nodes', { signal: stop.signal })) told.push(each);
    expect(told).toEqual([
      { is: 'denied', status: 403, message: expect.stringMatching(/^nodes is forbidden: User "stranger" cannot list/) },
    ]);
  });

  it('says so where the server knows no such objects', async () => {
    const told: unknown[] = [];
    for await (const each of watched(direct, '/apis/example.com/v1/shops', { signal: new AbortController().signal })) told.push(each);
    expect(told).toEqual([{ is: 'denied', status: 404, message: expect.any(String) }]);
  });

  it('of many objects reads them page by page', async () => {
    const namespace = await namespaceCalled('watch-many');
    const names = Array.from({ length: 520 }, (_, index) => `many-${index}`);
    const made = await Promise.all(names.map((name) => create(namespace, name)));
    const listening = listeningTo(kubeconfig, namespace);
    await until(() => expect(listening.words()).toBe(1));
    await listening.stop();
    expect([...listening.told].sort()).toEqual([...made].sort());
  });
});

/** What was made before the watch began may be told in another order. */
const split = (words: readonly string[]) => [[...words.slice(0, 3)].sort(), words.slice(3)];

describe('a watch that is spoiled goes on: nothing is missed, nothing is told twice', () => {
  const brief = [
    '429',
    '500',
    '503',
    'cut before',
    'slow',
    'cut after a line',
    'half a line',
    'half a line, and an end',
    'an error as an event',
    'an end',
  ] as const;

  it.concurrent.for(brief)('%s, from the version that it had', async (fault, { expect }) => {
    const { made, told, left } = await listened(`watch-fault-${brief.indexOf(fault)}`, isWatch, fault, fault === 'slow' ? 1 : 2);
    expect(left).toBeLessThan(1);
    expect(split(told)).toEqual(split(made));
  });

  it.concurrent.for(['429', '503', 'cut before', 'cut after', 'half a body'] as const)('%s, at its list', async (fault, { expect }) => {
    const index = ['429', '503', 'cut before', 'cut after', 'half a body'].indexOf(fault);
    const { made, told, left } = await listened(`watch-list-${index}`, (path) => !isWatch(path), fault, 2);
    expect(left).toBeLessThan(1);
    expect(split(told)).toEqual(split(made));
  });

  it.concurrent('a server that is away for a while', async ({ expect }) => {
    const { made, told } = await listened('watch-away', () => true, 'cut before', 5);
    expect(split(told)).toEqual(split(made));
  });

  it.concurrent('a proxy that lets no watch through: it lists again and again', async ({ expect }) => {
    const { made, told } = await listened('watch-never', isWatch, 'cut before', Number.POSITIVE_INFINITY);
    expect(made).toEqual(expect.arrayContaining([...told]));
    expect(new Set(told).size).toBe(told.length);
  });

  it.concurrent.for(['410', 'a 410 as an event'] as const)(
    '%s: it lists anew, and tells what is gone meanwhile',
    async (fault, { expect }) => {
      const { made, told, left } = await listened(`watch-expired-${watchFaults.indexOf(fault)}`, isWatch, fault, 2);
      expect(left).toBeLessThan(1);
      // What came and changed meanwhile is told as it is in the end.
      expect(made).toEqual(expect.arrayContaining([...told]));
      expect(new Set(told).size).toBe(told.length);
      const last = (words: readonly string[]) => new Map(words.map((said) => [said.split(' ')[1], said]));
      const kept = new Map([...last(made)].filter(([name]) => last(told).has(name)));
      expect(last(told)).toEqual(kept);
      const present = (words: readonly string[]) =>
        [...last(words)]
          .filter(([, said]) => said.startsWith('there'))
          .map(([name]) => name)
          .sort();
      expect(present(told)).toEqual(present(made));
    },
  );
});
