import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { volumesOf } from '../../src/manifests/volumes.ts';
import { componentPlan } from '../plans.ts';

const config = (path: string) => ({ path, content: 'x' });
const secret = (path: string, from = 'shop-db') => ({ path, secret: from, key: 'password', generated: false });

/** Places of the files in the container: the mount path, or mount path and key where one file is mounted. */
const placesOf = (configs: readonly string[], secrets: readonly string[], writable: readonly string[] = []): readonly string[] =>
  volumesOf(
    componentPlan({
      volumes: { writable: writable.map((path) => ({ path, size: '1Mi', inMemory: false })) },
      container: { settings: { configFiles: configs.map(config), secretFiles: secrets.map((path) => secret(path)) } },
    }),
  )
    .volumeMounts.filter(({ readOnly }) => readOnly)
    .map(({ mountPath, subPath }) => (subPath ? `${mountPath} <- ${subPath}` : mountPath));

describe('files', () => {
  it('bring their directory where images have none', () => {
    expect(placesOf(['/run/app/a.conf', '/run/app/b.conf'], ['/run/app/password', '/mnt/keys/key'])).toEqual(['/run/app', '/mnt/keys']);
  });
  it('come one by one where the image may have others', () => {
    expect(placesOf(['/etc/apache2/ports.conf', '/app/config.json'], ['/etc/key'])).toEqual([
      '/etc/apache2/ports.conf <- ports.conf',
      '/app/config.json <- config.json',
      '/etc/key <- key',
    ]);
  });
  it('come one by one where something else is mounted at or below their directory', () => {
    expect(placesOf(['/run/app/a.conf'], [], ['/run/app'])).toEqual(['/run/app/a.conf <- a.conf']);
    expect(placesOf(['/run/app/a.conf'], [], ['/run/app/cache'])).toEqual(['/run/app/a.conf <- a.conf']);
    expect(placesOf(['/run/app/a.conf', '/run/app/conf.d/b.conf'], [])).toEqual(['/run/app/a.conf <- a.conf', '/run/app/conf.d']);
  });
  it('never replace /run itself, where the platform keeps its own', () => {
    expect(placesOf(['/run/app.conf'], [])).toEqual(['/run/app.conf <- app.conf']);
  });
  it('of one directory share a projected volume, with a source for each ConfigMap and Secret', () => {
    const { volumes } = volumesOf(
      componentPlan({
        volumes: { writable: [] },
        container: {
          settings: {
            configFiles: [config('/run/app/a.conf')],
            secretFiles: [secret('/run/app/b'), secret('/run/app/c', 'other'), secret('/run/app/d')],
          },
        },
      }),
    );
    const item = (path: string) => ({ key: 'password', path });
    expect(volumes).toEqual([
      {
        name: 'app',
        projected: {
          defaultMode: 0o440,
          sources: [
            { configMap: { name: 'shop-web-files', items: [{ key: 'a.conf', path: 'a.conf' }] } },
            { secret: { name: 'shop-db', items: [item('b'), item('d')] } },
            { secret: { name: 'other', items: [item('c')] } },
          ],
        },
      },
    ]);
  });
});

describe('data', () => {
  it('of all replicas come from the claim, read-only on both sides where they only read', () => {
    const data = { kind: 'claim', mountPath: '/site', size: '1Gi', accessMode: 'ReadOnlyMany', readOnly: true } as const;
    expect(volumesOf(componentPlan({ volumes: { data, writable: [] } }))).toEqual({
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'shop-web', readOnly: true } }],
      volumeMounts: [{ name: 'data', mountPath: '/site', readOnly: true }],
    });
  });
});

describe('names of volumes', () => {
  it('are legal and distinct whatever the paths', () => {
    const path = fc.array(fc.stringMatching(/^[\w. ñ-]{0,80}$/), { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
        const writable = paths.map((each) => ({ path: each, size: '1Mi', inMemory: true }));
        const names = volumesOf(componentPlan({ volumes: { writable } })).volumes.map(({ name }) => name);
        expect(new Set(names).size).toBe(paths.length);
        for (const name of names) expect(name).toMatch(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
      }),
    );
  });
  it('are readable', () => {
    const writable = ['/tmp', '/var/tmp', '/a/tmp', '/data', '/'].map((path) => ({ path, size: '1Mi', inMemory: false }));
    expect(volumesOf(componentPlan({ volumes: { writable } })).volumes.map(({ name }) => name)).toEqual([
      'tmp',
      'var-tmp',
      'a-tmp',
      'data-2',
      'root',
    ]);
  });
});
