import { describe, expect, inject, it } from 'vitest';
import { type Connection, connect } from '../../src/cluster/connection.ts';
import { foresee } from '../../src/cluster/preview/foresight.ts';
import { missingReferences } from '../../src/cluster/preview/missing-references.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { followed } from './advised.ts';
import { sent } from './kubelet.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });
const stranger = connect({ kubeconfig: inject('strangersKubeconfig') });

const object = (apiVersion: string, kind: string, name: string, namespace: string, more: object): AnyObject => ({
  ...{ apiVersion, kind, metadata: { name, namespace } },
  ...more,
});

/** An application that names much and brings nothing of it. */
function asking(namespace: string): readonly AnyObject[] {
  const container = {
    name: 'web',
    image: 'ghcr.io/example/shop:1',
    envFrom: [{ secretRef: { name: 'keys' } }, { configMapRef: { name: 'settings' } }],
  };
  const pod = { serviceAccountName: 'robot', priorityClassName: 'urgent', imagePullSecrets: [{ name: 'login' }], containers: [container] };
  const labels = { app: 'web' };
  const service = { service: { name: 'web', port: { number: 80 } } };
  const claimed = { accessModes: ['ReadWriteOnce'], storageClassName: 'nowhere', resources: { requests: { storage: '1Gi' } } };
  return [
    object('apps/v1', 'Deployment', 'web', namespace, {
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: pod } },
    }),
    object('v1', 'PersistentVolumeClaim', 'data', namespace, { spec: claimed }),
    object('networking.k8s.io/v1', 'Ingress', 'web', namespace, {
      spec: { ingressClassName: 'nowhere', tls: [{ secretName: 'web-tls' }], defaultBackend: service },
    }),
  ];
}

/** Hears what a connection is asked, and what it answers. */
function overheard({ send, ...rest }: Connection): { readonly heard: string[]; readonly connection: Connection } {
  const heard: string[] = [];
  const listening: Connection['send'] = async (method, path, asked) => {
    const reply = await send(method, path, asked);
    heard.push(`${method} ${path}`, reply.body);
    return reply;
  };
  return { heard, connection: { ...rest, send: listening } };
}

describe('what objects name and nobody has', () => {
  it('is told, and what is advised helps', async () => {
    const name = 'references-missing';
    await sent(connection, 'POST', '/api/v1/namespaces', { metadata: { name } });
    const found = await missingReferences(connection, asking(name));
    expect(found.map(({ severity, check, where }) => `${severity} ${check} ${where}`)).toEqual([
      'warning secret-missing Deployment web',
      'warning configmap-missing Deployment web',
      'warning image-pull-secret-missing Deployment web',
      'error service-account-missing Deployment web',
      'error class-missing Deployment web',
      'warning storage-class-missing PersistentVolumeClaim data',
      'warning certificate-missing Ingress web',
      'warning ingress-class-missing Ingress web',
    ]);
    for (const { says, fix } of found) expect([says.es, fix.es]).not.toEqual([says.en, fix.en]);
    expect(found.find(({ check }) => check === 'storage-class-missing')?.fix.en).toMatch(
      /^Name one that is there: storageClassName: .*kwok-volume/,
    );
    for (const each of found.filter(({ check }) => check === 'service-account-missing' || check === 'image-pull-secret-missing'))
      await followed(each);
    const left = (await missingReferences(connection, asking(name))).map(({ check }) => check);
    expect(left).not.toContain('service-account-missing');
    expect(left).not.toContain('image-pull-secret-missing');
  });

  it('is told once where the server says it too', async () => {
    const name = 'references-twice';
    await sent(connection, 'POST', '/api/v1/namespaces', { metadata: { name } });
    // Without it, the server can say nothing about pods.
    const account = `/api/v1/namespaces/${name}/serviceaccounts/default`;
    await expect.poll(async () => (await connection.send('GET', account)).status, { timeout: 30_000 }).toBe(200);
    const { findings } = await foresee(connection, asking(name));
    expect(findings.filter(({ check }) => check === 'class-missing')).toMatchObject([
      { where: 'Deployment web', severity: 'error', quote: expect.stringContaining('no PriorityClass with name urgent') },
    ]);
    expect(findings[0]?.severity).toBe('error');
    expect(findings.at(-1)?.severity).toBe('warning');
  });

  it('is unknown to whoever may not look', async () => {
    expect(await missingReferences(stranger, asking('references-missing'))).toEqual([]);
  });

  it('is found out without a value of any Secret, by one question for each name', async () => {
    const name = 'references-values';
    await sent(connection, 'POST', '/api/v1/namespaces', { metadata: { name } });
    await sent(connection, 'POST', `/api/v1/namespaces/${name}/secrets`, {
      metadata: { name: 'keys' },
      stringData: { a: 'not-for-anybody' },
    });
    const listening = overheard(connection);
    const found = await missingReferences(listening.connection, [...asking(name), ...asking(name)]);
    expect(found.map(({ check }) => check)).not.toContain('secret-missing');
    expect(listening.heard.join('\n')).not.toContain(Buffer.from('not-for-anybody').toString('base64'));
    expect(listening.heard.filter((each) => each.startsWith('GET '))).toHaveLength(8);
  });
});
