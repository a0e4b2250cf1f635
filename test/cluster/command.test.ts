import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { connect } from '../../src/cluster/connection.ts';
import { type Box, boxesForTests } from '../e2e/boxes.ts';
import { treeOf } from '../output/folder.ts';
import { sent } from './kubelet.ts';

const kubeconfig = inject('kubeconfig');
const connection = connect({ kubeconfig });
const boxOf = boxesForTests();
const image = 'ghcr.io/example/shop:2.4.1';

/** A folder with an application that needs a database, in a namespace of its own. */
async function written(box: Box, name: string, ...more: readonly string[]): Promise<void> {
  const argv = [name, '--preset', 'web', '--image', image, '--needs', 'postgresql', '--yes', '--overwrite', ...more];
  const { code, stderr } = await box.run({ argv });
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
}

const apply = (box: Box, ...words: readonly string[]) =>
  box.run({ argv: ['apply', ...words, ...(words.includes('--kubeconfig') ? [] : ['--kubeconfig', kubeconfig])] });

/** The status and the body of a GET. */
async function get(path: string): Promise<{ readonly status: number; readonly object: Record<string, object> }> {
  const { status, body } = await connection.send('GET', path);
  return { status, object: JSON.parse(body) };
}

const generated = (box: Box, name: string): string => {
  const secret = parse(readFileSync(join(box.here, name, 'secrets/secrets.yaml'), 'utf8'));
  return Object.values<string>(secret.stringData)[0] ?? '';
};

describe('apply', () => {
  it.concurrent('says where it goes, shows what it would do, does it, and finds nothing to do the second time', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-twice'];
    await written(box, name);
    const first = await apply(box, name);
    expect(first.stderr).toMatch(
      /^Applying to context test \(https:\/\/127\.0\.0\.1:\d+, Kubernetes v1\.\d+\.\d+\), namespace command-twice\.\n/,
    );
    expect(first.stderr).toContain('✓ Deployment command-twice-web: created');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    const second = await apply(box, name);
    expect(second.stderr).toMatch(/To create: 0\. To change: 0\. As they should be: \d+\./);
    expect(second.code).toBe(0);
    expect(first.stderr + second.stderr).not.toContain(generated(box, name));
  });

  it.concurrent('with --dry-run only shows it', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-dry'];
    await written(box, name);
    const dry = await apply(box, name, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: expect.stringContaining('+ Deployment command-dry-web would be created') });
    expect(dry.stderr).toContain('Nothing was changed.');
    expect((await get(`/api/v1/namespaces/${name}`)).status).toBe(404);
  });

  it.concurrent('tells which field of an object changes, from what to what', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-change'];
    await written(box, name);
    expect((await apply(box, name)).code).toBe(0);
    await written(box, name, '--memory-limit', '640Mi');
    const { stderr, code } = await apply(box, name);
    expect(stderr).toContain('~ Deployment command-change-web would change');
    expect(stderr).toMatch(/spec\.template\.spec\.containers\[web\]\.resources\.limits\.memory: 128Mi → 640Mi/);
    expect(code).toBe(0);
  });

  it.concurrent('keeps a generated Secret whatever the file says later, and adds a key that it lacks', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-secret'];
    await written(box, name);
    expect((await apply(box, name)).code).toBe(0);
    const path = `/api/v1/namespaces/${name}/secrets/${name}-postgresql`;
    const before = (await get(path)).object['data'];
    const file = join(box.here, name, 'secrets/secrets.yaml');
    const secret = parse(readFileSync(file, 'utf8'));
    for (const key of Object.keys(secret.stringData)) secret.stringData[key] = 'another-value';
    writeFileSync(file, stringify({ ...secret, stringData: { ...secret.stringData, added: 'one-more-value' } }));
    const again = await apply(box, name);
    expect(again.code).toBe(0);
    expect((await get(path)).object['data']).toEqual({ ...before, added: Buffer.from('one-more-value').toString('base64') });
    expect(again.stderr + again.stdout).not.toMatch(/another-value|one-more-value/);
  });

  it.concurrent('takes manifests from standard input, and puts those without a namespace where the context says', async ({ expect }) => {
    const box = boxOf();
    const stdin = stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'command-stdin' }, data: { a: '1' } });
    const { code } = await box.run({ argv: ['apply', '-', '--kubeconfig', kubeconfig], stdin });
    expect(code).toBe(0);
    expect((await get('/api/v1/namespaces/default/configmaps/command-stdin')).object['data']).toEqual({ a: '1' });
  });

  it.concurrent('speaks JSON, a line for each event, and shows no secret', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-json'];
    await written(box, name);
    const { code, stdout, stderr } = await apply(box, name, '--json');
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(events[0]).toEqual({
      event: 'target',
      context: 'test',
      server: expect.stringMatching(/^https:/),
      version: expect.stringMatching(/^v1\./),
      namespaces: [name],
      objects: expect.arrayContaining([expect.objectContaining({ kind: 'Deployment', name: `${name}-web`, namespace: name })]),
    });
    expect(events[1]).toMatchObject({
      event: 'preview',
      objects: expect.arrayContaining([expect.objectContaining({ outcome: 'created' })]),
    });
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'applied', kind: 'Deployment', name: `${name}-web`, outcome: 'created' }),
    );
    expect(events.at(-1)).toMatchObject({ event: 'end', exit: 0 });
    expect(stdout).not.toContain(generated(box, name));
  });

  it.concurrent('is the last step of create with --apply', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-create'];
    const argv = [name, '--image', image, '--yes', '--apply', '--kubeconfig', kubeconfig];
    const both = await box.run({ argv: [...argv, '--json'] });
    expect(both).toMatchObject({ code: 2, stdout: expect.stringContaining('so nothing can be applied') });
    const { code, stderr } = await box.run({ argv });
    expect(code).toBe(0);
    expect(stderr).toContain('✓ Deployment command-create-web: created');
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      `npx create-k8s-app command-create --yes --image ${image} --lang en --apply --kubeconfig ${kubeconfig} `,
    );
    expect((await get(`/apis/apps/v1/namespaces/${name}/deployments/${name}-web`)).status).toBe(200);
  });
});

describe('what an earlier run applied and this one does not ask for', () => {
  it.concurrent('is told, deleted only with --prune and the name of the context, and never what holds data', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-prune'];
    await written(box, name);
    expect((await apply(box, name)).code).toBe(0);
    const set = `/apis/apps/v1/namespaces/${name}/statefulsets/${name}-postgresql`;
    await written(box, name, '--needs', 'kafka', '--kafka.cluster-id', 'MkU3OEVBNTcwNTJENDM2Qg');
    await box.run({ argv: [name, '--image', image, '--yes', '--overwrite'] });

    const foreign = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        name: 'foreign',
        labels: { 'app.kubernetes.io/instance': `${name}-postgresql`, 'app.kubernetes.io/part-of': 'another' },
      },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    };
    await connection.send('POST', `/api/v1/namespaces/${name}/persistentvolumeclaims`, {
      contentType: 'application/json',
      body: JSON.stringify(foreign),
    });
    const without = await apply(box, name);
    expect(without.stderr).toContain('--prune deletes them');
    expect(without.stderr).not.toContain('foreign');
    // The passwords of what is gone stay in the folder, and do not come back into the cluster.
    expect(without.stderr).not.toMatch(/Secret \S+: /);
    expect(without.stderr).toContain(`- StatefulSet ${name}-postgresql`);
    const data = `persistentvolumeclaim/data-${name}-postgresql-0 secret/${name}-postgresql`;
    expect(without.stderr).toContain(`  kubectl delete --namespace ${name} ${data}\n`);
    expect(without.code).toBe(0);
    expect((await get(set)).status).toBe(200);

    const unconfirmed = await apply(box, name, '--prune');
    expect(unconfirmed.code).toBe(2);
    expect(unconfirmed.stderr).toContain('--confirm test');
    expect((await get(set)).status).toBe(200);

    const part = await apply(box, join(name, 'app/web'), '--prune', '--confirm', 'test');
    expect(part).toMatchObject({ code: 2, stderr: expect.stringContaining('--prune needs a whole folder') });
    expect((await apply(box, join(name, 'app/web'))).stderr).not.toContain('no longer asked for');

    const wrong = await apply(box, name, '--prune', '--confirm', 'production');
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('--confirm names “production”, but the context is “test”') });

    const pruned = await apply(box, name, '--prune', '--confirm', 'test');
    expect(pruned.code).toBe(0);
    expect(pruned.stderr).toContain(`✓ StatefulSet ${name}-postgresql: deleted`);
    await expect.poll(async () => (await get(set)).status).toBe(404);
    expect((await get(`/api/v1/namespaces/${name}/secrets/${name}-postgresql`)).status).toBe(200);
    const claims = (await get(`/api/v1/namespaces/${name}/persistentvolumeclaims`)).object['items'];
    expect(claims).toHaveLength(2);
    expect((await apply(box, name)).stderr).not.toContain('no longer asked for');
  });
});

describe('what belongs to somebody else', () => {
  it.concurrent('is left alone: the quota of a namespace that an administrator has prepared', async ({ expect }) => {
    const [box, team] = [boxOf(), 'command-team'];
    expect((await box.run({ argv: ['namespace', team, '--quota', 'small', '--yes'] })).code).toBe(0);
    expect((await apply(box, team)).code).toBe(0);
    const quota = `/api/v1/namespaces/${team}/resourcequotas/namespace-quota`;
    const settings = async () => {
      const { spec, metadata } = (await get(quota)).object;
      return { spec, labels: (metadata as { readonly labels: object }).labels };
    };
    const before = await settings();
    // An application may well be called like its namespace.
    const argv = ['huge', '--name', team, '--namespace', team, '--image', image, '--yes'];
    expect((await box.run({ argv: [...argv, '--quota', 'large'] })).code).toBe(0);
    for (const more of [[], ['--no-preview'], ['--dry-run']]) {
      const refused = await apply(box, 'huge', ...more);
      expect(refused.code).toBe(4);
      expect(refused.stderr).toMatch(/ResourceQuota namespace-quota.* belong to the application “command-team-namespace”/);
      expect(refused.stderr).toContain('--no-create-namespace');
      expect(refused.stderr).toContain('Nothing was changed.');
    }
    expect(await settings()).toEqual(before);

    // What was seen on the cluster stays with the answers, also for whoever does not look again.
    const looking = [...argv, '--overwrite', '--from-cluster', '--kubeconfig', kubeconfig];
    expect((await box.run({ argv: looking })).code).toBe(0);
    const again = ['huge', '--answers', 'huge/create-k8s-app.yaml', '--yes', '--overwrite'];
    expect((await box.run({ argv: again })).code).toBe(0);
    expect(Object.keys(treeOf(join(box.here, 'huge'))).filter((path) => path.startsWith('admin'))).toEqual([]);
    expect((await apply(box, 'huge', '--timeout', '0')).code).toBe(0);
    expect(await settings()).toEqual(before);
  });

  it.concurrent('is no namespace that was made for the same application, or by the same administrator', async ({ expect }) => {
    const [box, own, team] = [boxOf(), 'command-kept', 'command-kept-team'];
    const looking = ['--yes', '--from-cluster', '--kubeconfig', kubeconfig];
    const run = async (...argv: readonly string[]) => {
      const { code, stderr } = await box.run({ argv });
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    };
    await run(own, '--image', image, '--yes');
    await run('namespace', team, '--quota', 'small', '--yes');
    for (const folder of [own, team]) expect((await apply(box, folder, '--timeout', '0')).code).toBe(0);
    const before = [own, team].map((folder) => Object.keys(treeOf(join(box.here, folder))).sort());
    await run(own, '--answers', `${own}/create-k8s-app.yaml`, ...looking);
    await run('namespace', team, '--namespace', team, '--answers', `${team}/create-k8s-app.yaml`, ...looking);
    expect([own, team].map((folder) => Object.keys(treeOf(join(box.here, folder))).sort())).toEqual(before);
  });

  it.concurrent('is left alone also where it cannot be listed, without the label of this program, and by --prune', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-owners'];
    const config = (called: string, owner: string) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: called, namespace: name, labels: { 'app.kubernetes.io/part-of': owner } },
      data: { owner },
    });
    const put = (folder: string, ...objects: readonly object[]) => {
      mkdirSync(join(box.here, folder, 'app'), { recursive: true });
      writeFileSync(join(box.here, folder, 'app/all.yaml'), objects.map((object) => stringify(object)).join('---\n'));
    };
    const space = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    const subject = { kind: 'ServiceAccount', name: 'few', namespace: name };
    const rules = [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'create', 'patch'] }];
    const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'few' };
    const rbac = 'rbac.authorization.k8s.io/v1';
    put(
      'few',
      space,
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'few', namespace: name } },
      { apiVersion: rbac, kind: 'Role', metadata: { name: 'few', namespace: name }, rules },
      { apiVersion: rbac, kind: 'RoleBinding', metadata: { name: 'few', namespace: name }, roleRef, subjects: [subject] },
    );
    put('first', config('one', 'first'), config('two', 'first'));
    put('second', config('one', 'second'));
    expect((await apply(box, 'few')).code).toBe(0);
    expect((await apply(box, 'first')).code).toBe(0);
    const { body } = await connection.send('POST', `/api/v1/namespaces/${name}/serviceaccounts/few/token`, {
      contentType: 'application/json',
      body: JSON.stringify({ apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: {} }),
    });
    const { clusters, contexts, ...rest } = parse(readFileSync(kubeconfig, 'utf8'));
    const user = { token: JSON.parse(body).status.token };
    const own = { ...rest, clusters, contexts, users: [{ name: contexts[0].context.user, user }] };
    writeFileSync(join(box.here, 'few.kubeconfig'), stringify(own));
    for (const as of [kubeconfig, 'few.kubeconfig']) {
      const refused = await apply(box, 'second', '--no-preview', '--kubeconfig', as);
      expect(refused).toMatchObject({ code: 4, stderr: expect.stringContaining('ConfigMap one belongs to the application “first”') });
      expect(refused.stderr).toContain('another name, or a namespace of its own');
    }
    expect((await apply(box, 'second', '--force-conflicts')).code).toBe(0);
    await connection.send('PATCH', `/api/v1/namespaces/${name}/configmaps/two`, {
      contentType: 'application/merge-patch+json',
      body: JSON.stringify({ metadata: { labels: config('two', 'somebody').metadata.labels } }),
    });
    put('first', config('three', 'first'));
    const pruned = await apply(box, 'first', '--prune', '--confirm', 'test');
    expect(pruned).toMatchObject({ code: 0, stderr: expect.not.stringContaining('deleted') });
    expect((await get(`/api/v1/namespaces/${name}/configmaps/two`)).status).toBe(200);
  });

  it.concurrent('is not what kubectl has applied of the same manifests; what somebody edits is', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-kubectl'];
    const labels = { 'app.kubernetes.io/part-of': name, 'app.kubernetes.io/managed-by': 'create-k8s-app' };
    const config = (called: string, data: object) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: called, namespace: name, labels },
      data,
    });
    mkdirSync(join(box.here, 'own'));
    const put = (...objects: readonly object[]) =>
      writeFileSync(join(box.here, 'own/all.yaml'), objects.map((object) => stringify(object)).join('---\n'));
    put({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    expect((await apply(box, 'own')).code).toBe(0);
    const path = `/api/v1/namespaces/${name}/configmaps`;
    for (const [called, fieldManager] of [
      ['applied', 'kubectl-client-side-apply'],
      ['edited', 'kubectl-edit'],
    ] as const) {
      const body = JSON.stringify(config(called, { size: 'small' }));
      await connection.send('POST', path, { contentType: 'application/json', body, query: { fieldManager } });
    }
    put(config('applied', { size: 'large' }));
    const passed = await apply(box, 'own');
    expect(passed).toMatchObject({ code: 0, stderr: expect.stringContaining('data.size: small → large') });
    expect((await get(`${path}/applied`)).object['data']).toEqual({ size: 'large' });
    put(config('edited', { size: 'large' }));
    expect(await apply(box, 'own')).toMatchObject({ code: 4, stderr: expect.stringContaining('kubectl-edit') });
    put({ ...config('applied', { size: 'huge' }), metadata: { name: 'applied', namespace: name } });
    expect((await apply(box, 'own', '--no-preview')).code).toBe(4);
  });

  it.concurrent('is taken over on request: one name of two applications in a namespace', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-same'];
    const first = ['first', '--name', 'same', '--namespace', name, '--image', image, '--yes'];
    expect((await box.run({ argv: first })).code).toBe(0);
    expect((await apply(box, 'first', '--timeout', '0')).code).toBe(0);
    const labels = { 'app.kubernetes.io/part-of': 'another', 'app.kubernetes.io/managed-by': 'create-k8s-app' };
    const object = (data: object) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'common', namespace: name, labels }, data });
    mkdirSync(join(box.here, 'two'));
    writeFileSync(join(box.here, 'two/one.yaml'), stringify(object({ a: 'b' })));
    expect((await apply(box, 'two')).code).toBe(0);
    labels['app.kubernetes.io/part-of'] = 'third';
    writeFileSync(join(box.here, 'two/one.yaml'), stringify(object({ a: 'c' })));
    const refused = await apply(box, 'two');
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('ConfigMap common belongs to the application “another”');
    expect(refused.stderr).toContain('--force-conflicts');
    expect((await apply(box, 'two', '--force-conflicts')).code).toBe(0);
    expect((await get(`/api/v1/namespaces/${name}/configmaps/common`)).object['data']).toEqual({ a: 'c' });
  });
});

describe('what a run asks for', () => {
  it.concurrent('is never deleted by it, also where it came over from another set', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-moved'];
    await written(box, name);
    const all = `${name}.yaml`;
    const files = Object.entries(treeOf(join(box.here, name))).filter(([path]) =>
      /^(admin|app)\/(.*\/)?(?!kustomization)[^/]+\.yaml$/.test(path),
    );
    writeFileSync(join(box.here, all), files.map(([, file]) => file.replace(/^\d+ /, '')).join('---\n'));
    expect((await apply(box, all)).code).toBe(0);
    const { code, stderr } = await apply(box, name, '--prune', '--confirm', 'test');
    expect({ code, deleted: /deleted/.test(stderr) }).toEqual({ code: 0, deleted: false });
    expect((await get(`/api/v1/namespaces/${name}/resourcequotas/namespace-quota`)).status).toBe(200);
  });

  it.concurrent('is taken as it is from a folder of Secrets that is one’s own', async ({ expect }) => {
    const box = boxOf();
    mkdirSync(join(box.here, 'mine/secrets'), { recursive: true });
    const secret = (value: string) =>
      writeFileSync(
        join(box.here, 'mine/secrets/db.yaml'),
        stringify({
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name: 'command-own', namespace: 'default' },
          stringData: { password: value },
        }),
      );
    secret('first-value');
    expect((await apply(box, 'mine')).code).toBe(0);
    secret('second-value');
    expect((await apply(box, 'mine')).code).toBe(0);
    const { object } = await get('/api/v1/namespaces/default/secrets/command-own');
    expect(object['data']).toEqual({ password: Buffer.from('second-value').toString('base64') });
  });
});

describe('what is refused before anything is changed', () => {
  it.concurrent.for([
    ['twice', [{ name: 'a' }, { name: 'a' }], 'ConfigMap a stands there twice.'],
    ['without a name', [{ generateName: 'a-' }], 'A ConfigMap has no name'],
  ] as const)('an object %s', async ([, metadata, words], { expect }) => {
    const stdin = metadata.map((each) => stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: each })).join('---\n');
    const { code, stderr } = await boxOf().run({ argv: ['apply', '-', '--kubeconfig', kubeconfig], stdin });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
  });

  it.concurrent('a file that is no UTF-8', async ({ expect }) => {
    const box = boxOf();
    writeFileSync(
      join(box.here, 'latin.yaml'),
      Buffer.from('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: "p\xe4ss"}\n', 'latin1'),
    );
    expect(await apply(box, 'latin.yaml')).toMatchObject({ code: 2, stderr: expect.stringContaining('latin.yaml is not text in UTF-8') });
  });

  it.concurrent.for(['<html>Log in</html>', '', 'null', '{"groups":[null]}'])('by a server that says %j', async (answered, { expect }) => {
    const box = boxOf();
    await written(box, 'command-portal');
    const server = createServer((_, answer) => void answer.writeHead(200).end(answered));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const config = parse(readFileSync(kubeconfig, 'utf8'));
    config.clusters[0].cluster = {
      server: `http://user:password-in-it@127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`,
    };
    const path = join(box.here, 'portal');
    writeFileSync(path, stringify(config));
    const { code, stderr } = await apply(box, 'command-portal', '--kubeconfig', path);
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('does not answer as an API server does') });
    expect(stderr).not.toContain('password-in-it');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** The kubeconfig with its context called otherwise. */
  function called(box: Box, context: string): string {
    const config = parse(readFileSync(kubeconfig, 'utf8'));
    config.contexts[0].name = context;
    const path = join(box.here, 'kubeconfig');
    writeFileSync(path, stringify({ ...config, 'current-context': context }));
    return path;
  }

  it.concurrent('a context that looks like production, unless it is confirmed by its name', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-production'];
    await written(box, name);
    const path = called(box, 'eu-prod-1');
    const refused = await apply(box, name, '--kubeconfig', path);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('“eu-prod-1” looks like production') });
    expect((await get(`/api/v1/namespaces/${name}`)).status).toBe(404);
    expect((await apply(box, name, '--kubeconfig', path, '--confirm', 'eu-prod-1')).code).toBe(0);
  });

  it.concurrent('a field that somebody else set, unless it is to be taken over', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-conflict'];
    await written(box, name);
    expect((await apply(box, name)).code).toBe(0);
    const path = `/apis/apps/v1/namespaces/${name}/deployments/${name}-web`;
    const patch = { spec: { template: { spec: { containers: [{ name: 'web', image: 'ghcr.io/example/shop:9.9.9' }] } } } };
    await connection.send('PATCH', path, {
      contentType: 'application/strategic-merge-patch+json',
      body: JSON.stringify(patch),
      query: { fieldManager: 'somebody-else' },
    });
    const refused = await apply(box, name);
    expect(refused.code).toBe(4);
    expect(refused.stderr).toContain('somebody-else');
    expect(refused.stderr).toContain('--force-conflicts');
    expect(JSON.stringify((await get(path)).object)).toContain('shop:9.9.9');
    const taken = await apply(box, name, '--force-conflicts');
    expect(taken.stderr).toContain('takes over fields that were set by somebody-else');
    expect(taken.stderr).toContain('spec.template.spec.containers[web].image: ghcr.io/example/shop:9.9.9 → ghcr.io/example/shop:2.4.1');
    expect(taken.code).toBe(0);
    expect(JSON.stringify((await get(path)).object['spec'])).not.toContain('shop:9.9.9');
  });

  it.concurrent('all of it, where a part of it would be refused', async ({ expect }) => {
    const box = boxOf();
    const config = (name: string, data: unknown) => stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
    const stdin = [config('command-good', { a: '1' }), config('command-bad', { a: { b: '1' } })].join('---\n');
    const { code } = await box.run({ argv: ['apply', '-', '--kubeconfig', kubeconfig], stdin });
    expect(code).toBe(4);
    expect((await get('/api/v1/namespaces/default/configmaps/command-good')).status).toBe(404);
  });

  it.concurrent('a folder that only Kustomize can put together', async ({ expect }) => {
    const box = boxOf();
    mkdirSync(join(box.here, 'overlay'));
    writeFileSync(
      join(box.here, 'overlay/kustomization.yaml'),
      stringify({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: ['../base'] }),
    );
    const { code, stderr } = await apply(box, 'overlay');
    expect(code).toBe(2);
    expect(stderr).toContain('kubectl kustomize overlay | create-k8s-app apply -');
  });

  it.concurrent('whoever has no kubeconfig', async ({ expect }) => {
    const box = boxOf();
    await written(box, 'command-none');
    const { code, stderr } = await box.run({ argv: ['apply', 'command-none'] });
    expect(code).toBe(4);
    expect(stderr).toMatch(/^create-k8s-app: There is no kubeconfig that says which cluster to talk to\.\n/);
  });

  it.concurrent('for a program too: the problem and the end are events, whatever went wrong before the first one', async ({ expect }) => {
    const box = boxOf();
    await written(box, 'command-events');
    const cases: readonly (readonly [readonly string[], number])[] = [
      [['command-events'], 4],
      [['command-nowhere', '--kubeconfig', kubeconfig], 2],
      [['command-events', '--kubeconfig', kubeconfig, '--context', 'missing'], 4],
      [['command-events', '--imgae', 'x'], 2],
      [['command-events/app/web', '--prune', '--kubeconfig', kubeconfig], 2],
    ];
    for (const [words, exit] of cases) {
      const { code, stdout } = await box.run({ argv: ['apply', ...words, '--json'] });
      const events = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect({ words, code, events }).toMatchObject({
        code: exit,
        events: [
          { event: 'problem', problem: { says: expect.any(String) } },
          { event: 'end', exit, changed: 0 },
        ],
      });
    }
  });

  it.concurrent('a server that does not answer, is too old, or is none', async ({ expect }) => {
    const box = boxOf();
    await written(box, 'command-server');
    const server = createServer((asked, answer) => {
      const body = asked.url === '/version' ? { gitVersion: 'v1.21.0' } : { groups: [] };
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const config = parse(readFileSync(kubeconfig, 'utf8'));
    config.clusters[0].cluster = { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
    const path = join(box.here, 'old');
    writeFileSync(path, stringify(config));
    const old = await apply(box, 'command-server', '--kubeconfig', path);
    expect(old).toMatchObject({ code: 4, stderr: expect.stringContaining('is Kubernetes v1.21.0, which is too old: 1.27 is the least.') });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const gone = await apply(box, 'command-server', '--kubeconfig', path);
    expect(gone).toMatchObject({ code: 4, stderr: expect.stringContaining(`Nobody answers at http://127.0.0.1:${port}`) });
  });
});

describe('in a terminal', () => {
  it.concurrent('whoever says no at the end of the interview keeps the files, and is told of no answers to take up', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-asked'];
    const pty = box.open([name, '--image', image, '--deliver', 'apply', '--kubeconfig', kubeconfig]);
    await pty.see('Look at it first');
    pty.type('no\r');
    await pty.see('How much do you want to decide yourself?');
    pty.type('rw');
    await pty.see('Apply this to context test? (yes/no)');
    pty.type('no\r');
    expect(await pty.exited).toBe(130);
    const screen = await pty.see('Nothing was applied; the files are written.');
    expect(screen).not.toContain('--resume');
    expect((await get(`/api/v1/namespaces/${name}`)).status).toBe(404);
  });

  it.concurrent('stages move, and the last picture of them stays', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-terminal'];
    await written(box, name);
    const pty = box.open(['apply', name, '--kubeconfig', kubeconfig]);
    expect(await pty.exited).toBe(0);
    const screen = await pty.see('Everything is applied and ready.');
    expect(screen).toMatch(/✓ workloads +3 of 3/);
    expect(screen).not.toContain('^C');
  });

  it.concurrent('whoever does not type the name of a production context changes nothing', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-typed'];
    await written(box, name);
    const config = parse(readFileSync(kubeconfig, 'utf8'));
    config.contexts[0].name = 'live';
    const path = join(box.here, 'kubeconfig');
    writeFileSync(path, stringify({ ...config, 'current-context': 'live' }));
    const wrong = box.open(['apply', name, '--kubeconfig', path]);
    await wrong.see('Type the name of the context (live) to go on:');
    wrong.type('yes\r');
    expect(await wrong.exited).toBe(130);
    expect((await get(`/api/v1/namespaces/${name}`)).status).toBe(404);
    const right = box.open(['apply', name, '--kubeconfig', path]);
    await right.see('Type the name of the context (live) to go on:');
    right.type('live\r');
    expect(await right.exited).toBe(0);
  });
});

describe('whoever stops it', () => {
  it.concurrent('while it waits, keeps what is applied, and goes on with the same command', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-stopped'];
    // No cluster has this class, so the database never comes up.
    await written(box, name, '--postgresql.storage-class', 'stopped');
    const pty = box.open(['apply', name, '--kubeconfig', kubeconfig]);
    await pty.see('0 of 1 pods ready');
    pty.type('\u0003');
    expect(await pty.exited).toBe(130);
    await pty.see('You stopped it. What is applied so far stays; the same command goes on.');
    expect((await get(`/apis/apps/v1/namespaces/${name}/statefulsets/${name}-postgresql`)).status).toBe(200);
  });

  it.concurrent('waits no longer than it was told, and says what is not ready, and how to go on waiting', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-late'];
    // Nobody makes volumes of this class.
    const silent = { metadata: { name }, provisioner: 'example.com/silent' };
    await sent(connection, 'POST', '/apis/storage.k8s.io/v1/storageclasses', silent);
    await written(box, name, '--postgresql.storage-class', name);
    const { code, stderr } = await apply(box, name, '--timeout', '1s');
    expect(code).toBe(5);
    expect(stderr).toMatch(/StatefulSet command-late-postgresql: (0 of 1 pods ready|Its controller has not seen it yet)\./);
    const watch = `create-k8s-app status --watch --namespace ${name} --kubeconfig ${kubeconfig}`;
    const late =
      /✗ It is applied, but was not ready within 1 second\. Still missing: (.*)\. To go on waiting: (.*); or apply again with/.exec(stderr);
    expect([late?.[1], late?.[2]]).toEqual([expect.stringContaining(`StatefulSet ${name}-postgresql`), watch]);
    const json = await apply(box, name, '--timeout', '1s', '--json');
    const end = JSON.parse(json.stdout.trim().split('\n').at(-1) ?? '');
    expect(end).toMatchObject({ event: 'end', exit: 5, late: { seconds: 1, watch } });
    expect(end.late.missing).toContainEqual(expect.objectContaining({ object: `StatefulSet ${name}-postgresql` }));
  });

  it.concurrent('with --timeout 0 does not wait at all', async ({ expect }) => {
    const [box, name] = [boxOf(), 'command-hasty'];
    await written(box, name, '--postgresql.storage-class', 'hasty');
    expect(await apply(box, name, '--timeout', '0')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('✓ Everything is applied.'),
    });
  });
});
