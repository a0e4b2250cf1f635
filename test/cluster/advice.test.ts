import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { fieldOf } from '../../src/checks/object-fields.ts';
import { connect } from '../../src/cluster/connection.ts';
import { type Box, boxesForTests } from '../e2e/boxes.ts';
import { sent } from './kubelet.ts';

const kubeconfig = inject('kubeconfig');
const connection = connect({ kubeconfig });
const boxOf = boxesForTests();

/** A namespace that an administrator has furnished, its quotas counted. */
async function namespaceWith(name: string, ...objects: readonly (readonly [kind: string, spec: object])[]): Promise<void> {
  await sent(connection, 'POST', '/api/v1/namespaces', { metadata: { name } });
  const path = `/api/v1/namespaces/${name}`;
  for (const [kind, spec] of objects) await sent(connection, 'POST', `${path}/${kind}`, { metadata: { name: 'given' }, spec });
  const used = async () => {
    const { body } = await connection.send('GET', `${path}/resourcequotas/given`);
    return fieldOf(JSON.parse(body), 'status', 'used');
  };
  if (objects.some(([kind]) => kind === 'resourcequotas')) await expect.poll(used, { timeout: 30_000 }).toBeDefined();
  const account = async () => (await connection.send('GET', `${path}/serviceaccounts/default`)).status;
  await expect.poll(account, { timeout: 30_000 }).toBe(200);
}

const application = (name: string): readonly string[] => [name, '--yes', '--image', 'ghcr.io/example/shop:2.4.1', '--port', '8080'];
const fromCluster = ['--from-cluster', '--kubeconfig', kubeconfig];
const tried = (box: Box, name: string) => box.run({ argv: ['apply', name, '--dry-run', '--kubeconfig', kubeconfig] });

/** The flags of each way that is advised. */
const waysIn = (said: string): readonly (readonly string[])[] =>
  [...said.matchAll(/(?:Ask for less|Keep to it): (--.*?)(?:, added to .*?)?\. Or /g)].flatMap(([, flags = '']) =>
    flags.split(' or ').map((way) => way.split(' ')),
  );

/** The words of the command in the README, without what calls the program. */
const commandIn = (box: Box, name: string): readonly string[] =>
  (/^npx create-k8s-app (.* --answers .*)$/m.exec(readFileSync(join(box.here, name, 'README.md'), 'utf8'))?.[1] ?? '').split(' ');

const plots: Readonly<Record<string, readonly (readonly [kind: string, spec: object])[]>> = {
  quota: [['resourcequotas', { hard: { 'requests.cpu': '250m', 'requests.memory': '520Mi' } }]],
  'little-room': [['resourcequotas', { hard: { 'limits.memory': '400Mi', pods: '3' } }]],
  bounds: [['limitranges', { limits: [{ type: 'Container', max: { cpu: '300m', memory: '300Mi' }, min: { cpu: '150m' } }] }]],
  ratio: [['limitranges', { limits: [{ type: 'Container', maxLimitRequestRatio: { cpu: '2', memory: '1' } }] }]],
};

describe.each(Object.entries(plots))('what is advised where there is %s', (title, objects) => {
  const name = `advice-${title}`;

  it('by apply works, added to the command in the README', async () => {
    const [box, namespace] = [boxOf(), `${name}-apply`];
    await namespaceWith(namespace, ...objects);
    expect((await box.run({ argv: [...application(namespace), ...fromCluster, '--quiet'] })).code).toBe(0);
    const refused = await tried(box, namespace);
    expect(refused.code).toBe(4);
    const ways = waysIn(refused.stderr);
    expect(ways, refused.stderr).not.toEqual([]);
    for (const way of ways) {
      const made = await box.run({ argv: [...commandIn(box, namespace), ...way] });
      expect({ code: made.code, way }, made.stderr).toEqual({ code: 0, way });
      const { code, stderr } = await tried(box, namespace);
      expect({ code, way }, stderr).toEqual({ code: 0, way });
      // The next way starts from where this one did.
      expect((await box.run({ argv: [...application(namespace), ...fromCluster, '--quiet', '--overwrite'] })).code).toBe(0);
    }
  });

  it('by a look at the cluster works, added to the same command', async () => {
    const [box, namespace] = [boxOf(), `${name}-look`];
    await namespaceWith(namespace, ...objects);
    const argv = [...application(namespace), ...fromCluster, '--overwrite'];
    const warned = await box.run({ argv });
    expect(warned.stderr).toMatch(/quota-room|limit-range/);
    const ways = waysIn(warned.stderr);
    expect(ways, warned.stderr).not.toEqual([]);
    for (const way of ways) {
      const { stderr } = await box.run({ argv: [...argv, ...way] });
      expect(stderr).not.toMatch(/quota-room|limit-range/);
      expect((await tried(box, namespace)).code).toBe(0);
    }
  });
});
