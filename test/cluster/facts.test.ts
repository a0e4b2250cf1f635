import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { apply } from '../../src/cluster/apply/apply.ts';
import { type Asked, type Connection, connect, type Reply } from '../../src/cluster/connection.ts';
import { look } from '../../src/cluster/facts/look.ts';
import type { ClusterFacts } from '../../src/model/cluster-facts.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { platform } from '../../src/questions/application.ts';
import { depth } from '../../src/ui/opening.ts';
import { type Box, boxesForTests } from '../e2e/boxes.ts';
import { faces } from '../e2e/faces-of-the-program.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });
const stranger = connect({ kubeconfig: inject('strangersKubeconfig') });
const boxOf = boxesForTests();

const own = 'facts-own';
const objects: readonly AnyObject[] = [
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: own, labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } },
  },
  { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'all', namespace: own }, spec: { hard: { configmaps: '9', pods: '4' } } },
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'each', namespace: own },
    spec: {
      limits: [
        {
          type: 'Container',
          max: { memory: '1Gi' },
          default: { memory: '256Mi' },
          defaultRequest: { memory: '64Mi' },
          maxLimitRequestRatio: { memory: '4' },
        },
      ],
    },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one', namespace: own } },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IngressClass',
    metadata: { name: 'facts-nginx' },
    spec: { controller: 'k8s.io/ingress-nginx' },
  },
];

async function applied(wanted: readonly AnyObject[]): Promise<void> {
  const done = await apply(connection, wanted);
  expect(done.map(({ outcome }) => outcome)).not.toContain('refused');
}

beforeAll(async () => {
  await applied(objects.filter(({ kind }) => kind !== 'ConfigMap'));
  // What comes before the quota is counted for the first time may be overlooked for minutes.
  const quota = async () => (await connection.send('GET', `/api/v1/namespaces/${own}/resourcequotas/all`)).body;
  await vi.waitFor(async () => expect(await quota()).toContain('"used":'), { timeout: 30_000 });
  await applied(objects);
}, 60_000);

describe('somebody who may do everything sees', () => {
  let facts: ClusterFacts;
  beforeAll(async () => {
    facts = await look(connection, { namespace: own });
  });

  it('which cluster it is', () => {
    expect(facts).toMatchObject({
      context: 'test',
      server: connection.server,
      gitVersion: expect.stringMatching(/^v1\.3\d\.\d+$/),
      version: expect.stringMatching(/^1\.3\d$/),
      isOpenShift: expect.any(Boolean),
      servesGateways: expect.any(Boolean),
      servesCertManager: expect.any(Boolean),
      mayCreateNamespaces: true,
      unread: [],
    });
  });

  it('the namespaces, with what they enforce', () => {
    expect(facts.namespaces).toContainEqual({ name: own, enforce: 'baseline', isTerminating: false });
    expect(facts.namespaces).toContainEqual({ name: 'kube-system', isTerminating: false });
  });

  it('the quota of its namespace and how much of it is used, its limits, and what may be applied there', async () => {
    // The controllers count a moment later: the ConfigMap of this test, and perhaps the one that every namespace has.
    const looked = async () => (await look(connection, { namespace: own })).namespace;
    await expect.poll(looked, { interval: 100, timeout: 30_000 }).toEqual({
      name: own,
      exists: true,
      isTerminating: false,
      quotas: [{ name: 'all', hard: { configmaps: '9', pods: '4' }, used: { configmaps: expect.stringMatching(/^[12]$/), pods: '0' } }],
      limitRanges: [
        {
          name: 'each',
          limits: [
            {
              type: 'Container',
              min: {},
              max: { memory: '1Gi' },
              default: { memory: '256Mi' },
              defaultRequest: { memory: '64Mi' },
              maxLimitRequestRatio: { memory: '4' },
            },
          ],
        },
      ],
      may: expect.objectContaining({ deployments: true, ingresses: true, secrets: true }),
    });
  });

  it('the classes of storage and of ingresses', () => {
    expect(facts.storageClasses).toContainEqual({
      name: 'kwok-volume',
      provisioner: 'kwok.x-k8s.io/volume',
      parameters: {},
      isDefault: true,
      allowVolumeExpansion: false,
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
    });
    expect(facts.ingressClasses).toContainEqual({ name: 'facts-nginx', controller: 'k8s.io/ingress-nginx', isDefault: false });
  });

  it('the nodes and what they have together', () => {
    const { count = 0, ready = 0, cpu = 0, memory = 0 } = facts.nodes ?? {};
    expect(count).toBeGreaterThanOrEqual(3);
    expect(ready).toBeGreaterThanOrEqual(3);
    expect(cpu).toBeGreaterThanOrEqual(3 * 256);
    expect(memory).toBeGreaterThanOrEqual(3 * 2 ** 40);
  });
});

it('tells a namespace that is not there, and one that is being deleted', async () => {
  expect((await look(connection, { namespace: 'facts-none' })).namespace).toMatchObject({ exists: false, quotas: [] });
  const name = 'facts-going';
  await apply(connection, [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'held', namespace: name, finalizers: ['example.com/held'] } },
  ]);
  await connection.send('DELETE', `/api/v1/namespaces/${name}`);
  const facts = await look(connection, { namespace: name });
  expect(facts.namespace).toMatchObject({ exists: true, isTerminating: true });
  expect(facts.namespaces).toContainEqual({ name, isTerminating: true });
});

it('knows nothing where nothing may be read, and does not take it for none', async () => {
  const { unread, ...facts } = await look(stranger, { namespace: own });
  expect(facts).toEqual({
    context: 'test',
    server: stranger.server,
    gitVersion: expect.any(String),
    version: expect.any(String),
    isOpenShift: expect.any(Boolean),
    servesGateways: expect.any(Boolean),
    servesCertManager: expect.any(Boolean),
    mayCreateNamespaces: false,
    namespace: { name: own, may: expect.objectContaining({ deployments: false, secrets: false }) },
  });
  const refused = ['namespaces', 'namespace', 'quotas', 'limit ranges', 'storage classes', 'ingress classes', 'nodes'];
  expect(unread).toEqual(expect.arrayContaining(refused.map((what) => ({ what, why: 'forbidden' }))));
});

describe('of a server that', () => {
  const version = JSON.stringify({ gitVersion: 'v1.36.3' });
  const reply = (status: number, body: unknown): Reply => ({ status, headers: {}, body: JSON.stringify(body) });
  /** An answer that only ends because somebody gives up. */
  const never = (signal: AbortSignal | undefined): Promise<Reply> =>
    new Promise((_, reject) => {
      if (signal?.aborted) reject(signal.reason);
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  /** A server that answers as `answer` says, and with empty lists where that says nothing. */
  const serverThat = (answer: (path: string, asked: Asked) => Reply | Promise<Reply> | undefined): Connection => ({
    context: 'stub',
    server: 'https://cluster.example.com',
    namespace: 'default',
    send: async (_method, path, asked = {}) =>
      path === '/version' ? { status: 200, headers: {}, body: version } : ((await answer(path, asked)) ?? reply(200, { items: [] })),
    stream: () => Promise.reject(new Error('Nothing here is watched.')),
  });

  it('gives a long list page by page, it sees all of it and asks for metadata only', async () => {
    const asked: Asked[] = [];
    const server = serverThat((path, each) => {
      if (path !== '/api/v1/namespaces') return undefined;
      asked.push(each);
      const from = Number(each.query?.['continue'] ?? 0);
      const items = Array.from({ length: 500 }, (_, index) => ({ metadata: { name: `n-${from + index}` } }));
      return reply(200, { metadata: from < 4500 ? { continue: String(from + 500) } : {}, items });
    });
    const { namespaces } = await look(server);
    expect(namespaces).toHaveLength(5000);
    expect(namespaces?.at(-1)).toEqual({ name: 'n-4999', isTerminating: false });
    expect(asked).toHaveLength(10);
    for (const { query, accept } of asked) {
      expect(query?.['limit']).toBe('500');
      expect(accept).toContain('as=PartialObjectMetadataList');
    }
  });

  it('gives half a list, it takes the list for unknown', async () => {
    const server = serverThat((path, { query }) =>
      path !== '/api/v1/namespaces'
        ? undefined
        : query?.['continue']
          ? reply(410, { message: 'The provided continue parameter is too old.' })
          : reply(200, { metadata: { continue: 'more' }, items: [{ metadata: { name: 'first' } }] }),
    );
    const { namespaces, unread } = await look(server);
    expect(namespaces).toBeUndefined();
    expect(unread).toEqual([{ what: 'namespaces', why: 'failed' }]);
  });

  it('answers too late or with something else, it goes on without', async () => {
    const server = serverThat((path, { signal }) => {
      if (path.endsWith('/nodes')) return never(signal);
      return path.endsWith('/storageclasses') ? { status: 200, headers: {}, body: '<html>' } : undefined;
    });
    const { unread, nodes, storageClasses, ingressClasses } = await look(server, { patience: 200 });
    expect({ nodes, storageClasses, ingressClasses }).toEqual({ nodes: undefined, storageClasses: undefined, ingressClasses: [] });
    expect(unread).toHaveLength(2);
    expect(unread).toEqual(
      expect.arrayContaining([
        { what: 'nodes', why: 'late' },
        { what: 'storage classes', why: 'failed' },
      ]),
    );
  });

  it('has names that no cluster should have, it takes them without what would break a line', async () => {
    const items = [{ metadata: { name: 'nginx\nkind: Secret\u2028' }, spec: { controller: '\u001b[31mred' } }];
    const server = serverThat((path) => (path.endsWith('/ingressclasses') ? reply(200, { items }) : undefined));
    expect((await look(server)).ingressClasses).toEqual([{ name: 'nginxkind: Secret', controller: '[31mred', isDefault: false }]);
  });

  it('does not answer, it stops where somebody leaves', async () => {
    const left = new AbortController();
    const server = serverThat((path, { signal }) => {
      if (path === '/apis') return undefined;
      left.abort(new Error('left'));
      return never(signal);
    });
    await expect(look(server, { signal: left.signal })).rejects.toThrow('left');
  });
});

describe('create --from-cluster', () => {
  const create = (box: Box, ...words: readonly string[]) =>
    box.run({ argv: ['facts-shop', '--image', 'ghcr.io/example/shop:2.4.1', '--from-cluster', ...words] });

  it.concurrent('says what it reads and what it saw, and decides by it', async ({ expect }) => {
    const { code, stdout, stderr } = await create(boxOf(), '--json', '--kubeconfig', inject('kubeconfig'));
    expect(code).toBe(0);
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/^Reading context test \(https:\/\/127\.0\.0\.1:\d+\): version, .* facts-shop .* It is /);
    expect(stderr).toContain('The namespace facts-shop is not there yet.');
    const { application, repeat } = JSON.parse(stdout);
    expect(application.platform).toMatchObject({ source: 'cluster', rule: 'cluster' });
    // What was seen is said, so that no cluster is needed to do it again.
    expect(repeat).toMatch(/ --yes --platform \w+ --platform-version \S+ --create-namespace /);
    expect(repeat).not.toContain('cluster');
  });

  it.concurrent('says only what does not fit where it is to be quiet, and speaks Spanish where it is asked to', async ({ expect }) => {
    const quiet = await create(boxOf(), '--stdout', '--quiet', '--kubeconfig', inject('kubeconfig'));
    expect({ code: quiet.code, stderr: quiet.stderr }).toEqual({ code: 0, stderr: '' });
    const tight = ['--namespace', own, '--replicas', '20', '--kubeconfig', inject('kubeconfig')];
    const warned = await create(boxOf(), '--stdout', '--quiet', ...tight);
    expect(warned).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^! warning .*\(quota-room\)\n$/s),
    });
    const spanish = await create(boxOf(), '--stdout', '--lang', 'es', '--kubeconfig', inject('strangersKubeconfig'));
    expect(spanish.code).toBe(0);
    expect(spanish.stderr.replace(/\s+/g, ' ')).toMatch(
      /^Se lee el contexto test .* No tienes permiso para ver: .* Ahí deciden las reglas como sin clúster\./,
    );
  });

  it.concurrent('refuses where there is no cluster to read, and writes nothing', async ({ expect }) => {
    const box = boxOf();
    const { code, stdout, stderr } = await create(box, '--yes', '--context', 'nowhere', '--kubeconfig', inject('kubeconfig'));
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr).toContain('The kubeconfig has no context called “nowhere”.');
    expect(readdirSync(box.here)).toEqual([]);
  });

  it.concurrent.each(Object.keys(faces) as (keyof typeof faces)[])(
    'tells a person in a terminal before the first question, in the %s face',
    async (name) => {
      const face = faces[name];
      const words = ['facts-shop', '--image', 'ghcr.io/example/shop:2.4.1', '--from-cluster', '--kubeconfig', inject('kubeconfig')];
      const pty = boxOf().open([...words, ...face.flags]);
      await pty.see(face.asks(depth));
      expect(pty.output()).toContain('Reading context test');
      pty.type('\r');
      expect(await pty.see(face.asks(platform))).toContain('suggested');
      pty.type('\u0003');
      expect(await pty.exited).toBe(130);
    },
  );

  const offered = (box: Box, kubeconfig: string, ...words: readonly string[]) =>
    box.open(['facts-shop', '--image', 'ghcr.io/example/shop:2.4.1', '--kubeconfig', kubeconfig, ...words]);

  it.concurrent.each(Object.keys(faces) as (keyof typeof faces)[])(
    'is offered to whoever has a kubeconfig, before the first question, and remembered where they leave: the %s face',
    async (name) => {
      const [face, box] = [faces[name], boxOf()];
      const pty = offered(box, inject('kubeconfig'), ...face.flags);
      await pty.see('Look at it first');
      expect(pty.output()).toMatch(/Your kubeconfig points to the context test/);
      pty.type('\r');
      await pty.see(face.asks(depth));
      expect(pty.output()).toContain('Reading context test');
      pty.type('\r');
      expect(await pty.see(face.asks(platform))).toContain('suggested');
      pty.type('\u0003');
      expect(await pty.exited).toBe(130);
      const again = box.open(['--resume', '--plain']);
      await again.see(faces.plain.asks(platform));
      expect(again.output()).toContain('Reading context test');
      again.type('\u0003');
      expect(await again.exited).toBe(130);
    },
  );

  it.concurrent('is left out where they say no; where they leave, nothing is asked', async ({ expect }) => {
    const pty = offered(boxOf(), inject('kubeconfig'), '--plain');
    await pty.see('Look at it first');
    pty.type('no\r');
    await pty.see(faces.plain.asks(depth));
    expect(pty.output()).not.toContain('Reading');
    pty.type('\u0003');
    expect(await pty.exited).toBe(130);
    const left = offered(boxOf(), inject('kubeconfig'));
    await left.see('Look at it first');
    left.type('\u0003');
    expect(await left.exited).toBe(130);
    expect(left.output()).not.toContain(depth.ask.en);
  });

  it.concurrent('that cannot be had is told, and the questions come all the same', async ({ expect }) => {
    const box = boxOf();
    const config = parse(readFileSync(inject('kubeconfig'), 'utf8'));
    config.clusters[0].cluster = { server: 'http://127.0.0.1:1' };
    writeFileSync(join(box.here, 'nobody'), stringify(config));
    const pty = offered(box, 'nobody', '--plain', '--lang', 'es');
    await pty.see('¿Mirarlo antes');
    pty.type('\r');
    await pty.see(faces.plain.asks(depth, 'es'));
    expect(pty.output()).toContain('Las preguntas siguen sin él');
    pty.type('\u0003');
    expect(await pty.exited).toBe(130);
    const broken = offered(box, 'missing', '--plain');
    await broken.see(faces.plain.asks(depth));
    expect(broken.output()).not.toContain('kubeconfig');
    broken.type('\u0003');
    expect(await broken.exited).toBe(130);
  });
});
