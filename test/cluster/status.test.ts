import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { stringify } from 'yaml';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { type Box, boxesForTests } from '../e2e/boxes.ts';
import { objectsOf } from '../presets/runs.ts';
import { startFaultyProxy } from './faulty-proxy.ts';
import { findingIn } from './findings.ts';
import { machine, podsIn } from './kubelet.ts';
import { unready } from './unready.ts';

const kubeconfig = inject('kubeconfig');
const strangers = inject('strangersKubeconfig');
const connection = connect({ kubeconfig });
const boxOf = boxesForTests();
const image = 'ghcr.io/example/shop:2.4.1';

const status = (box: Box, ...words: readonly string[]) =>
  box.run({ argv: ['status', ...words, ...(words.includes('--kubeconfig') ? [] : ['--kubeconfig', kubeconfig])] });

async function applied(objects: readonly AnyObject[]): Promise<readonly AnyObject[]> {
  const done = await apply(connection, objects);
  expect(done.filter(({ outcome }) => outcome !== 'created' && outcome !== 'applied')).toEqual([]);
  return objects;
}

/** A web application that is up, in a namespace of its own. */
async function running(name: string): Promise<readonly AnyObject[]> {
  const objects = await applied(objectsOf({ application: { name }, preset: 'web', components: { '': { image, exposure: 'cluster' } } }));
  await expect.poll(() => unready(connection, objects), { interval: 100, timeout: 30_000 }).toEqual([]);
  return objects;
}

/** The same application as files. */
const written = (box: Box, name: string) =>
  box.run({ argv: [name, '--preset', 'web', '--image', image, '--exposure', 'cluster', '--yes'] });

const within = (namespace: string, apiVersion: string, kind: string, name: string, spec: object, metadata: object = {}): AnyObject =>
  ({ apiVersion, kind, metadata: { name, namespace, ...metadata }, spec }) as AnyObject;

const named = (name: string): AnyObject => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }) as AnyObject;

const container = { name: 'web', image, resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '64Mi' } } };

/** A namespace in which nothing is as somebody meant it. */
const broken = (namespace: string): readonly AnyObject[] => [
  within(namespace, 'v1', 'ResourceQuota', 'small', { hard: { 'requests.cpu': '100m', pods: '10' } }),
  within(namespace, 'apps/v1', 'Deployment', 'greedy', {
    replicas: 2,
    selector: { matchLabels: { app: 'greedy' } },
    template: {
      metadata: { labels: { app: 'greedy' } },
      spec: { containers: [{ ...container, resources: { requests: { cpu: '1', memory: '64Mi' } } }] },
    },
  }),
  within(
    namespace,
    'v1',
    'Pod',
    'failing',
    { restartPolicy: 'Never', containers: [container] },
    {
      labels: { 'pod-container-running-failed.stage.kwok.x-k8s.io': 'true' },
      annotations: {
        'pod-container-running-failed.stage.kwok.x-k8s.io/delay': '1ms',
        'pod-container-running-failed.stage.kwok.x-k8s.io/jitter-delay': '2ms',
        'pod-container-running-failed.stage.kwok.x-k8s.io/reason': 'OOMKilled',
        'pod-container-running-failed.stage.kwok.x-k8s.io/exit-code': '137',
        'pod-container-running-failed.stage.kwok.x-k8s.io/message': 'out of heap',
      },
    },
  ),
  within(namespace, 'v1', 'PersistentVolumeClaim', 'data', {
    ...{ accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName: 'no-such-class' },
  }),
  within(namespace, 'v1', 'Service', 'web', { selector: { app: 'nobody' }, ports: [{ port: 80 }] }),
];

describe('status', () => {
  it.concurrent('of an application that was never applied is red', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-never'];
    await box.run({ argv: [name, '--image', image, '--yes'] });
    const { code, stdout, stderr } = await status(box, name);
    expect(stdout).toContain(`✗ Namespace ${name}  does not exist`);
    expect({ code, stderr }).toEqual({ code: 5, stderr: '' });
  });

  it.concurrent('of one that is up is green, wherever its namespace is learnt from', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-up'];
    await running(name);
    await written(box, name);
    const byFolder = await status(box, name);
    expect(byFolder.stdout).toMatch(
      /^Context test, namespace status-up, answers in \d+ ms\n[\s\S]*\ncluster\n {2}[✓·] Kubernetes v1\.\d+\.\d+ {2}(supported|newer than what this program knows)\n/,
    );
    expect(byFolder.stdout).toMatch(/✓ Deployment status-up-web {2}ready: 2 of 2 pods, shop:2\.4\.1, \d+ (s|min) old\n/);
    expect(byFolder.stdout).toMatch(/✓ Service status-up-web {2}leads to pods that are ready: 2\n/);
    expect(byFolder.stdout).toMatch(/✓ ready: \d+ of \d+\n/);
    expect(byFolder.stdout).toMatch(/✓ requests\.cpu +[█░]{10} room enough: /);
    expect(byFolder.code).toBe(0);
    for (const words of [['--namespace', name], [`--namespace=${name}`, '--lang', 'es'], [join(name, 'app')]]) {
      const { code, stdout } = await status(box, ...words);
      expect({ code, isTold: stdout.includes(`Deployment ${name}-web`) }).toEqual({ code: 0, isTold: true });
    }
  });

  it.concurrent('looks at the folder where it is called, or where the context says', async ({ expect }) => {
    const box = boxOf();
    expect((await status(box)).stdout).toMatch(/^Context test, namespace default,/);
    writeFileSync(join(box.here, 'web.yaml'), stringify(within('kube-system', 'v1', 'Service', 'web', {})));
    expect((await status(box)).stdout).toMatch(/^Context test, namespace kube-system,/);
    writeFileSync(join(box.here, 'create-k8s-app.yaml'), stringify({ application: { name: 'kube-public' } }));
    mkdirSync(join(box.here, 'app'));
    writeFileSync(join(box.here, 'app/web.yaml'), stringify(within('kube-node-lease', 'v1', 'Service', 'web', {})));
    expect((await status(box)).stdout).toMatch(/^Context test, namespaces kube-node-lease and kube-system,/);
  });

  it.concurrent('says what is wrong, the worst first, and ends with 5', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-broken'];
    await applied([named(name)]);
    const account = `/api/v1/namespaces/${name}/serviceaccounts/default`;
    await expect.poll(async () => (await connection.send('GET', account)).status, { timeout: 30_000 }).toBe(200);
    await applied(broken(name));
    const seen = async () => (await status(box, '--namespace', name)).stdout;
    await expect
      .poll(seen, { interval: 200, timeout: 30_000 })
      .toMatch(/has failed[\s\S]*pods are refused|pods are refused[\s\S]*has failed/);
    const { code, stdout } = await status(box, '--namespace', name);
    expect(code).toBe(5);
    expect(stdout).toMatch(/✗ Deployment greedy {2}pods are refused: 0 of 2 pods/);
    expect(stdout).toMatch(/│ pods "greedy-\w+-\w+" is forbidden: exceeded\n? *quota: small/);
    expect(stdout).toContain('✗ Pod failing  has failed: killed for using too much memory (OOMKilled)');
    expect(stdout).toContain('│ out of heap');
    expect(stdout).toContain('✗ Service web  leads nowhere: no pod has the labels that it looks for');
    expect(stdout).toContain('! PersistentVolumeClaim data  waits for a volume, 1Gi, no-such-class');
    expect(stdout).toMatch(/✗ Something is wrong\. Red: \d+\. Amber: \d+\.\n$/);
    const quiet = await status(box, '--namespace', name, '--quiet');
    expect(quiet.stdout).toContain('✗ Pod failing');
    expect(quiet.stdout).not.toContain('✓');
  });

  it.concurrent('misses what somebody deleted', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-missing'];
    await running(name);
    await written(box, name);
    expect((await status(box, name)).code).toBe(0);
    await connection.send('DELETE', `/api/v1/namespaces/${name}/services/${name}-web`);
    const { code, stdout } = await status(box, name);
    expect(stdout).toContain(`not applied\n  ✗ Service ${name}-web  missing: in the manifests, not in the cluster\n`);
    expect(code).toBe(5);
  });

  it.concurrent('speaks JSON', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-json'];
    await running(name);
    const { code, stdout, stderr } = await status(box, '--namespace', name, '--json');
    const told = JSON.parse(stdout);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(told).toEqual({
      ...{ context: 'test', server: expect.stringMatching(/^https:/), gitVersion: expect.stringMatching(/^v1\./) },
      ...{ isOpenShift: expect.any(Boolean), namespaces: [name], at: expect.stringMatching(/^20.*Z$/), latency: expect.any(Number) },
      ...{ light: expect.stringMatching(/^(green|amber)$/), isBlind: false, isEmpty: false, exit: 0, blocks: expect.any(Array) },
    });
    const blockIn = (json: typeof told, id: string) => json.blocks.find(({ block }: { readonly block: string }) => block === id);
    expect(blockIn(told, 'cluster')).toMatchObject({ light: 'green', unseen: [] });
    expect(blockIn(told, 'workloads').rows).toEqual([
      { light: 'green', what: `Deployment ${name}-web`, says: expect.stringMatching(/^ready: 2 of 2 pods/) },
    ]);
    const inSpanish = JSON.parse((await status(box, '--namespace', name, '--json', '--lang', 'es')).stdout);
    expect(blockIn(inSpanish, 'cluster').rows[0].says).toBe('con soporte');
  });

  it.concurrent('of a namespace in which nothing runs is no good news, and says where applications are', async ({ expect }) => {
    const [box, name, other] = [boxOf(), 'status-empty', 'status-elsewhere'];
    await applied([named(name)]);
    await running(other);
    const { code, stdout } = await status(box, '--namespace', name);
    expect(stdout).toContain(`not applied\n  ✗ Namespace ${name}  nothing runs here yet: no workload, no pod\n`);
    expect(stdout).toMatch(/There\s+are\s+applications\s+in\s/);
    expect(stdout).toMatch(/✗ Nothing runs here yet\.\n$/);
    expect(code).toBe(5);
    expect(JSON.parse((await status(box, '--namespace', name, '--json')).stdout)).toMatchObject({ isEmpty: true, exit: 5 });
    const admin = within(name, 'v1', 'ResourceQuota', 'small', { hard: { pods: '10' } });
    writeFileSync(join(box.here, 'quota.yaml'), stringify(admin));
    await applied([admin]);
    expect((await status(box, 'quota.yaml')).code).toBe(0);
  });

  it.concurrent('misses the certificate of a way in', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-certificate'];
    const service = { service: { name: 'web', port: { number: 80 } } };
    const ingress = { tls: [{ secretName: 'web-tls' }, { secretName: 'there-tls' }], defaultBackend: service };
    await running(name);
    await applied([
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'there-tls', namespace: name } } as AnyObject,
      within(name, 'networking.k8s.io/v1', 'Ingress', 'web', ingress),
    ]);
    const { code, stdout } = await status(box, '--namespace', name);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `! Ingress web The Secret web-tls with its certificate is missing, so callers get a warning of their browser, or no answer. Create it from the certificate, with its chain, and its key: kubectl create secret tls web-tls --namespace ${name} --cert=tls.crt --key=tls.key`,
    );
    expect({ code, isOther: stdout.includes('there-tls') }).toEqual({ code: 0, isOther: false });
  });

  it.concurrent('asks for no Secret', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-secret'];
    const value = 'not-for-anybody';
    await applied([
      named(name),
      { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'hidden', namespace: name }, stringData: { value } } as AnyObject,
    ]);
    const { stdout } = await status(box, '--namespace', name, '--json');
    expect(stdout).not.toMatch(/hidden|not-for-anybody|bm90LWZvci1hbnlib2R5/);
  });

  it.concurrent('says in one sentence that a cluster cannot be reached, or a folder is not there', async ({ expect }) => {
    const box = boxOf();
    const cluster = { server: 'https://127.0.0.1:1' };
    const path = join(box.here, 'nobody');
    const contexts = [{ name: 'away', context: { cluster: 'c', user: 'u' } }];
    writeFileSync(
      path,
      stringify({ clusters: [{ name: 'c', cluster }], users: [{ name: 'u', user: {} }], contexts, 'current-context': 'away' }),
    );
    expect(await status(box, '--namespace', 'x', '--kubeconfig', path)).toMatchObject({
      code: 4,
      stdout: '',
      stderr: expect.stringContaining('Nobody answers'),
    });
    const json = await status(box, '--namespace', 'x', '--kubeconfig', path, '--json');
    expect(JSON.parse(json.stdout).problem.says).toContain('Nobody answers');
    expect(await status(box, 'nowhere')).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no folder “nowhere” here.') });
    expect(await status(box, './nowhere')).toMatchObject({ code: 2, stderr: expect.stringContaining('“./nowhere” cannot be read.') });
    expect(await status(box, '.', '--namespace', 'x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('both say where to look'),
    });
    expect(await status(box, '--image', image)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--image means nothing to “status”.'),
    });
  });
});

describe('status for somebody who may not see all of it', () => {
  it.concurrent('tells the rest, and that the nodes may not be listed', async ({ expect }) => {
    await running('status-viewed');
    const subject = { kind: 'User', name: 'stranger', apiGroup: 'rbac.authorization.k8s.io' };
    const roleRef = { kind: 'ClusterRole', name: 'view', apiGroup: 'rbac.authorization.k8s.io' };
    const metadata = { name: 'viewer', namespace: 'status-viewed' };
    await applied([
      { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding', metadata, subjects: [subject], roleRef } as AnyObject,
    ]);
    const { code, stdout } = await status(boxOf(), '--namespace', 'status-viewed', '--kubeconfig', strangers);
    expect(stdout).toMatch(/\nnodes\n {2}\? not allowed to list nodes\n\n/);
    expect(stdout).toContain('? not allowed to list storageclasses');
    expect(stdout).toMatch(/✓ Deployment status-viewed-web {2}ready: 2 of 2 pods/);
    expect(stdout).toMatch(/(All that may be seen is well|It works\. Worth a look: \d+)\.\n$/);
    expect(code).toBe(0);
  });

  it.concurrent('is no good news where nothing may be seen', async ({ expect }) => {
    await applied([named('status-hidden')]);
    const { code, stdout } = await status(boxOf(), '--namespace', 'status-hidden', '--kubeconfig', strangers);
    expect(stdout).toContain('? not allowed to list pods');
    expect(stdout).toContain('? You are not allowed to look into this namespace.');
    expect(stdout).not.toContain('does not exist');
    expect(code).toBe(4);
  });
});

describe('status --watch', () => {
  const works = /All is well|It works/;
  const service = (namespace: string) => within(namespace, 'v1', 'Service', 'lost', { selector: { app: 'nobody' }, ports: [{ port: 80 }] });

  it.concurrent('is drawn again when something moves, and gives the terminal back', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-screen'];
    await applied([named(name)]);
    const pty = box.open(['status', '--namespace', name, '--watch', '--kubeconfig', kubeconfig]);
    await pty.see(`namespace ${name}`);
    await pty.see('q leave');
    await applied([service(name)]);
    await pty.see('✗ Service lost');
    pty.resize(40, 12);
    await pty.see((screen) => screen.includes('Nothing runs here yet') && screen.split('\n').every((line) => line.length <= 40));
    await pty.see(/rows 1–\d+ of \d+/);
    pty.type('\x1b[6~');
    await pty.see((screen) => /rows \d+–\d+ of \d+/.test(screen) && !screen.includes('rows 1–'));
    pty.type('\x1b[F');
    await pty.see(/rows \d+–(\d+) of \1\b/);
    pty.type('gjj');
    const heightOf = (screen: string) => Number(/rows 3–\d+ of (\d+)/.exec(screen)?.[1] ?? 0);
    const height = heightOf(await pty.see('rows 3–'));
    await applied([within(name, 'v1', 'Service', 'lost-too', { selector: { app: 'nobody' }, ports: [{ port: 80 }] })]);
    await pty.see((screen) => heightOf(screen) > height);
    pty.type('q');
    expect(await pty.exited).toBe(5);
    await pty.see((screen) => screen.trim() === '');
  });

  it.concurrent('is left by Ctrl-C, and without a screen tells each change in lines', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-lines'];
    await running(name);
    const pty = box.open(['status', '--namespace', name, '--watch', '--plain', '--kubeconfig', kubeconfig], { rows: 80 });
    await pty.see(works);
    await applied([service(name)]);
    await pty.see('✗ Service lost');
    await pty.see('Something is wrong');
    pty.type('\x03');
    expect(await pty.exited).toBe(5);
    const drawn = box.open(['status', '--namespace', name, '--watch', '--kubeconfig', kubeconfig]);
    await drawn.see('✗ Service lost');
    drawn.type('\x03');
    expect(await drawn.exited).toBe(5);
  });

  it.concurrent('keeps what it saw while no answer comes, and goes on afterwards', async ({ expect }) => {
    const [box, name] = [boxOf(), 'status-away'];
    await running(name);
    let isAway = false;
    const proxy = await startFaultyProxy(kubeconfig, box.root, () => (isAway ? 'cut before' : undefined));
    try {
      const pty = box.open(['status', '--namespace', name, '--watch', '--kubeconfig', proxy.kubeconfig]);
      await pty.see(works);
      isAway = true;
      await pty.see((screen) => screen.includes('Nobody answers') && works.test(screen));
      isAway = false;
      await pty.see((screen) => !screen.includes('Nobody answers') && works.test(screen));
      pty.type('q');
      expect(await pty.exited).toBe(0);
    } finally {
      await proxy.close();
    }
  });
});

// It stands here, and last, because a node that does not report makes every status red.
describe('a node that is gone', () => {
  it('is told with the StatefulSet that waits for it', async () => {
    const [name, labels] = ['status-lost', { app: 'db' }];
    const doomed = await machine(connection, 'status-doomed');
    try {
      const spec = {
        nodeName: doomed.name,
        tolerations: [{ key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 0 }],
        containers: [{ name: 'web', image }],
      };
      const set = { serviceName: 'db', selector: { matchLabels: labels }, template: { metadata: { labels }, spec } };
      const objects = await applied([named(name), within(name, 'apps/v1', 'StatefulSet', 'db', set)]);
      await podsIn(connection, name, 1);
      await doomed.fallSilent();
      const { says, fix } = await findingIn(connection, objects, ({ check }) => check === 'node-lost');
      expect([says.en, fix.en]).toEqual([
        'db has a pod on the node status-doomed, which does not report any more.',
        'A StatefulSet waits until the node is back, lest two pods write to one disk. If it is gone for good, whoever runs the cluster deletes it: kubectl delete node status-doomed',
      ]);
      expect([says.es, fix.es]).not.toContain(says.en);
      const { code, stdout } = await status(boxOf(), '--namespace', name);
      expect({ code, stdout }).toEqual({ code: 5, stdout: expect.stringContaining('✗ Node status-doomed  not ready') });
    } finally {
      await doomed.remove();
    }
  });
});
