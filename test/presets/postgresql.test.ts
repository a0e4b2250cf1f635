import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generatedKeysOf } from '../../src/manifests/generated-secrets.ts';
import { at } from '../../src/manifests/manifest.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import type { Values } from '../../src/model/value.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { objectsOf, run, type Wanted } from './runs.ts';

/** A web application with its database and the backup of that. */
const shop = (web: Values = {}, backup: Values = {}): Wanted => ({
  components: { '': { image: 'ghcr.io/example/shop:2.4.1', needs: ['db'], ...web }, 'db-backup': backup },
  added: [
    { preset: 'postgresql', name: 'db' },
    { preset: 'postgresql-backup', name: 'db-backup' },
  ],
});

const named = (objects: readonly AnyObject[], kind: string, name: string): AnyObject => {
  const found = objects.find((object) => object.kind === kind && object.metadata?.name === name);
  if (!found) throw new Error(`There is no ${kind} ${name}.`);
  return found;
};
const container = (workload: AnyObject, field: string): unknown =>
  at(workload, `/spec/template/spec/containers/0/${field}`) ?? at(workload, `/spec/jobTemplate/spec/template/spec/containers/0/${field}`);

const address = { DB_HOST: 'shop-db', DB_PORT: '5432', DB_DATABASE: 'shop', DB_USER: 'postgres' };

describe('what a web application is told of the database that it needs', () => {
  it('is the address as settings and the password as a variable', () => {
    const objects = objectsOf(shop());
    expect(at(named(objects, 'ConfigMap', 'shop-web'), '/data')).toEqual(address);
    expect(container(named(objects, 'Deployment', 'shop-web'), 'env')).toEqual([
      { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'shop-db', key: 'superuser' } } },
    ]);
  });

  it('is the password as a file where it wants files', () => {
    const objects = objectsOf(shop({ 'secrets-as': 'file' }));
    const web = named(objects, 'Deployment', 'shop-web');
    expect(at(named(objects, 'ConfigMap', 'shop-web'), '/data')).toEqual({ ...address, 'db-auth-file': '/run/credentials/db/superuser' });
    expect(container(web, 'env')).toEqual([
      { name: 'DB_PASSWORD_FILE', valueFrom: { configMapKeyRef: { name: 'shop-web', key: 'db-auth-file' } } },
    ]);
    expect(container(web, 'volumeMounts')).toContainEqual({ name: 'db', mountPath: '/run/credentials/db', readOnly: true });
    expect(at(web, '/spec/template/spec/volumes')).toContainEqual({
      name: 'db',
      projected: { defaultMode: 0o440, sources: [{ secret: { name: 'shop-db', items: [{ key: 'superuser', path: 'superuser' }] } }] },
    });
  });

  it.each(['env', 'file'])('and every key of a Secret that is read is made, and no other (%s)', (as) => {
    const wanted = shop({ 'secrets-as': as });
    const read = [
      ...JSON.stringify(objectsOf(wanted)).matchAll(
        /"secretKeyRef":\{"name":"([^"]+)","key":"([^"]+)"\}|"secret":\{"name":"([^"]+)","items":\[\{"key":"([^"]+)"/g,
      ),
    ];
    const keys = read.map(([, name, key, mounted, file]) => `${name ?? mounted}/${key ?? file}`);
    const made = generatedKeysOf(planOf(run(wanted).settled)).map(({ secret, key }) => `${secret}/${key}`);
    expect(read).toHaveLength(3);
    expect(made).toEqual([...new Set(keys)]);
  });
});

describe('the network', () => {
  const objects = objectsOf(shop());
  const pods = (name: string) => [{ podSelector: { matchLabels: { 'app.kubernetes.io/instance': name } } }];
  const policy = (name: string) => at(named(objects, 'NetworkPolicy', name), '/spec') as { ingress: object[]; egress: object[] };

  it('lets in those that need the database, on its port alone', () => {
    const ports = [{ port: 'postgresql', protocol: 'TCP' }];
    expect(policy('shop-db').ingress).toEqual([
      { from: pods('shop-web'), ports },
      { from: pods('shop-db-backup'), ports },
    ]);
    expect(policy('shop-db').egress).toHaveLength(1);
  });

  it.each(['shop-web', 'shop-db-backup'])('lets %s out to the database and to DNS', (name) => {
    const [dns, ...others] = policy(name).egress;
    expect(dns).toMatchObject({
      ports: [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ],
    });
    expect(others).toEqual([{ to: pods('shop-db'), ports: [{ port: 5432, protocol: 'TCP' }] }]);
  });
});

describe('the backup', () => {
  const password = 'a:b\\c d$(e)\'f"*';
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backup-'));
    for (const each of ['backup', 'tmp', 'bin']) mkdirSync(join(folder, each));
    writeFileSync(join(folder, 'superuser'), password);
    program(
      'pg_dump',
      'env | grep ^PG > "$PGPASSFILE.env"\necho "$@" > "$PGPASSFILE.args"\nprintf dump > "$(sed s/.*--file=// "$PGPASSFILE.args")"',
    );
    program('pg_restore', '[ "$1" = --list ] && [ "$(cat "$2")" = dump ]');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function program(name: string, body: string): void {
    writeFileSync(join(folder, 'bin', name), `#!/bin/bash\nset -eu\n${body}\n`);
    chmodSync(join(folder, 'bin', name), 0o755);
  }

  /** Runs the CronJob's own command with the variables that its pod would have, in a folder in place of the root. */
  function backUp(answers: Values = {}): void {
    const objects = objectsOf(shop({}, answers));
    const job = named(objects, 'CronJob', 'shop-db-backup');
    const [shell = '', ...flags] = container(job, 'command') as string[];
    const [script = ''] = container(job, 'args') as string[];
    const moved = script.replaceAll(/\/(?:backup|tmp)\b/g, (path) => folder + path);
    const settings = at(named(objects, 'ConfigMap', 'shop-db-backup'), '/data') as Record<string, string>;
    const secret = answers['secrets-as'] === 'env' ? { DB_PASSWORD: password } : { DB_PASSWORD_FILE: join(folder, 'superuser') };
    execFileSync(shell, [...flags, moved], {
      env: { ...settings, ...secret, PATH: `${folder}/bin:/usr/bin:/bin` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  const dumps = () => readdirSync(join(folder, 'backup'));
  const passFile = (suffix = '') => readFileSync(join(folder, `tmp/pgpass${suffix}`), 'utf8');

  it.each(['file', 'env'])('dumps the database with a password of any letters (%s)', (as) => {
    backUp({ 'secrets-as': as });
    expect(dumps()).toEqual([expect.stringMatching(/^shop-\d{8}T\d{6}Z\.dump$/)]);
    expect(passFile()).toBe(`*:*:*:*:${password.replaceAll('\\', '\\\\').replaceAll(':', '\\:')}\n`);
    expect(passFile('.env').trim().split('\n').sort()).toEqual([
      'PGDATABASE=shop',
      'PGHOST=shop-db',
      `PGPASSFILE=${folder}/tmp/pgpass`,
      'PGPORT=5432',
      'PGUSER=postgres',
    ]);
    expect(passFile('.args')).toMatch(/^--format=custom --no-password --file=.*\.partial$/m);
  });

  it('keeps the password from everybody else', () => {
    backUp();
    const mode = execFileSync('stat', ['-c', '%a', join(folder, 'tmp/pgpass')], { encoding: 'utf8' });
    expect(mode.trim()).toBe('600');
  });

  it('deletes what is older than two weeks, and only that', () => {
    const day = 86_400;
    for (const [name, days] of Object.entries({ 'old.dump': 16, 'new.dump': 13, 'old.partial': 1, 'note.txt': 99 })) {
      writeFileSync(join(folder, 'backup', name), '');
      const then = Date.now() / 1000 - days * day;
      utimesSync(join(folder, 'backup', name), then, then);
    }
    backUp();
    expect(
      dumps()
        .filter((name) => !name.startsWith('shop-'))
        .sort(),
    ).toEqual(['new.dump', 'note.txt']);
  });

  it('fails and deletes nothing when the dump cannot be made or read', () => {
    writeFileSync(join(folder, 'backup/old.dump'), '');
    utimesSync(join(folder, 'backup/old.dump'), 0, 0);
    program('pg_restore', 'exit 1');
    expect(() => backUp()).toThrow();
    program('pg_dump', 'exit 1');
    expect(() => backUp()).toThrow();
    expect(dumps().filter((name) => name.endsWith('.dump'))).toEqual(['old.dump']);
  });
});
