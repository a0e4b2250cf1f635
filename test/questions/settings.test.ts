import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityTopic } from '../../src/questions/identity.ts';
import { process } from '../../src/questions/process.ts';
import type { ValueType } from '../../src/questions/question.ts';
import {
  configFile,
  configFileOf,
  env,
  envField,
  envSecret,
  fieldOf,
  secretFile,
  secretFileOf,
  secretSettingOf,
  settingOf,
  settings,
} from '../../src/questions/settings.ts';
import { storage } from '../../src/questions/storage.ts';
import { componentOf, expectMended, type Saying } from './one-component.ts';

const settled = componentOf(storage, identityTopic, process, settings);
const facts = { files: { 'app.conf': 'listen = 8080\n', 'half.bin': 'x'.repeat(2 ** 19), 'ñ.txt': 'ñ'.repeat(2 ** 19) } };

const accepted = (type: ValueType<readonly string[]>, item: string): boolean => 'value' in type.parse([item]);
const complaint = (type: ValueType<readonly string[]>, item: string): string => {
  const parsed = type.parse([item]);
  return 'says' in parsed ? `${parsed.says.en} ${parsed.says.es}` : '';
};

describe('the settings', () => {
  it('are none unless said', () => {
    expect(settled().choices).toMatchObject({ env: [], 'env-field': [], 'env-secret': [], 'config-file': [], 'secret-file': [] });
  });

  it('stand side by side', () => {
    const saying = {
      env: ['LOG_LEVEL=info', 'A.B-c=1'],
      'env-field': ['POD=metadata.name'],
      'env-secret': ['DB_PASSWORD=generated/password'],
      'config-file': ['/etc/app/app.conf=app.conf'],
      'secret-file': ['/run/credentials/tls.key=shop-tls/tls.key'],
    };
    expect(settled(saying, facts).choices).toMatchObject(saying);
    expect(settled(saying, facts).refused).toEqual([]);
  });

  it.each<[Saying, string]>([
    [{ env: ['A=1', 'B=2', 'A=3'] }, 'env/unique'],
    [{ env: ['A=1'], 'env-field': ['A=metadata.name'] }, 'env-field/unique'],
    [{ 'env-field': ['A=metadata.name'], 'env-secret': ['A=login/a'] }, 'env-secret/unique'],
    [{ env: ['A=1'], 'env-secret': ['B=login/b', 'A=login/a'] }, 'env-secret/unique'],
    [{ 'config-file': ['/a/b=app.conf', '/a/b=half.bin'] }, 'config-file/unique'],
    [{ 'config-file': ['/tmp=app.conf'] }, 'config-file/unique'],
    [{ data: 'keep', 'mount-path': '/data/', 'config-file': ['/data=app.conf'] }, 'config-file/unique'],
    [{ 'config-file': ['/a/b=app.conf'], 'secret-file': ['/a/b=login/b'] }, 'secret-file/unique'],
    [{ 'config-file': ['/a/b=app.conf', '/a/c=gone.conf'] }, 'config-file/readable'],
    [{ 'config-file': ['/a/b=half.bin', '/a/c=half.bin', '/a/d=app.conf'] }, 'config-file/size'],
    [{ 'config-file': ['/a/b=ñ.txt', '/a/d=app.conf'] }, 'config-file/size'],
  ])('refuse %j', (saying, refusal) => {
    expect(settled(saying, facts).refused).toEqual([refusal]);
    expectMended(settled, saying, facts);
  });

  it('name the file that cannot be read, also where nobody looked', () => {
    const [refusal] = settled({ 'config-file': ['/etc/a.conf=conf/a = b.conf'] }).settled.refusals;
    expect(refusal?.says.en).toContain('conf/a = b.conf');
    expect(refusal?.says.es).toContain('conf/a = b.conf');
  });

  it('take 1 MiB of files', () => {
    expect(settled({ 'config-file': ['/a=half.bin', '/b=half.bin'] }, facts).refused).toEqual([]);
  });
});

describe('a setting', () => {
  it.each(['A=', 'A=b=c', 'discovery.type=single-node', '_a=\ttab\nline', 'URL=https://example.com/?a=b', 'GREETING=ñandú'])(
    'is %j',
    (item) => expect(accepted(env.type, item)).toBe(true),
  );
  it.each(['', 'A', '=b', '1A=b', '.A=b', 'A B=c', 'A\n=b', '$(A)=b', 'A=\u0000', 'A=\u001b[2J', 'A=\r', 'ñ=a', `${'A'.repeat(254)}=b`])(
    'is not %j',
    (item) => expect(accepted(env.type, item)).toBe(false),
  );

  it('keeps everything behind the first equals sign', () => {
    const name = fc.stringMatching(/^[A-Za-z_][-._A-Za-z0-9]{0,20}$/);
    fc.assert(
      fc.property(name, fc.string({ unit: 'grapheme' }), (key, value) => {
        const parsed = env.type.parse([`${key}=${value}`]);
        if ('says' in parsed) return;
        expect(env.type.parse(env.type.print(parsed.value))).toEqual(parsed);
        expect(parsed.value.map(settingOf)).toEqual([{ name: key, value }]);
      }),
    );
  });

  it('that looks like a secret is sent to a Secret, and its value is not repeated', () => {
    for (const item of [
      'DB_PASSWORD=hunter2',
      'DB-PASSWORD=hunter2\u0000',
      'the password=hunter2',
      'URL=postgres://app:hunter2@db',
      '1SECRET=hunter2',
    ]) {
      expect(complaint(env.type, item)).toContain('--env-secret');
      expect(complaint(env.type, item)).not.toContain('hunter2');
    }
    expect(complaint(env.type, 'DB_PASSWORD=hunter2')).toContain('--env-secret DB_PASSWORD=SECRET/KEY');
  });

  it('of the wrong shape is not repeated either', () => {
    for (const type of [env.type, envSecret.type, secretFile.type]) {
      for (const item of ['DB PASS=hunter2', 'hunter2', '/run/pass=hunter2', 'DB_PASSWORD=hunter2'])
        expect(complaint(type, item)).not.toContain('hunter2');
    }
    expect(complaint(envSecret.type, 'SMTP_LOGIN=hunter2')).toContain('SMTP_LOGIN');
  });
});

describe('a field of the pod', () => {
  it.each([
    'metadata.name',
    'metadata.namespace',
    'metadata.uid',
    "metadata.labels['app']",
    "metadata.annotations['example.com/a_b.c']",
    'spec.nodeName',
    'spec.serviceAccountName',
    'status.hostIP',
    'status.hostIPs',
    'status.podIP',
    'status.podIPs',
  ])('%s', (fieldPath) => {
    expect(accepted(envField.type, `A=${fieldPath}`)).toBe(true);
    expect(fieldOf(`A=${fieldPath}`)).toEqual({ name: 'A', fieldPath });
  });
  it.each([
    '',
    'metadata',
    'metadata.labels',
    "metadata.labels['']",
    'metadata.labels["a"]',
    "metadata.labels['a b']",
    "metadata.labels['a'].x",
    "metadata.labels['/a']",
    'status.phase',
    'spec.containers[0].image',
    'metadata.name ',
  ])('is not %j', (fieldPath) => expect(accepted(envField.type, `A=${fieldPath}`)).toBe(false));
});

describe('a key of a Secret', () => {
  it.each([
    ['A=login/pass', { name: 'A', secret: 'login', key: 'pass', generated: false }],
    ['A=my.login-2/.dockerconfigjson', { name: 'A', secret: 'my.login-2', key: '.dockerconfigjson', generated: false }],
    ['A=generated/tls_key-1', { name: 'A', secret: 'shop-web', key: 'tls_key-1', generated: true }],
    ['A=generated-by-hand/key', { name: 'A', secret: 'generated-by-hand', key: 'key', generated: false }],
  ])('as a variable: %s', (item, setting) => {
    expect(accepted(envSecret.type, item)).toBe(true);
    expect(secretSettingOf(item, 'shop-web')).toEqual(setting);
  });

  it('as a file', () => {
    expect(accepted(secretFile.type, '/run/a.key=generated/key')).toBe(true);
    expect(secretFileOf('/run/a.key=generated/key', 'shop-web')).toEqual({
      path: '/run/a.key',
      secret: 'shop-web',
      key: 'key',
      generated: true,
    });
    expect(secretFileOf('/run/a.key=login/key', 'shop-web')).toEqual({ path: '/run/a.key', secret: 'login', key: 'key', generated: false });
  });

  it.each([
    'A',
    'A=',
    'A=login',
    'A=login/',
    'A=/key',
    'A=Login/key',
    'A=a..b/key',
    'A=login/..',
    'A=login/../key',
    'A=login/a/b',
    'A=login/a b',
    'A=login/key\n',
    `A=${'a'.repeat(254)}/key`,
  ])('is not %j', (item) => expect(accepted(envSecret.type, item)).toBe(false));
});

describe('a file in the container', () => {
  it.each([
    ['/etc/app.conf=app.conf', { path: '/etc/app.conf', file: 'app.conf' }],
    ['/etc/app.conf=../a b=c.conf', { path: '/etc/app.conf', file: '../a b=c.conf' }],
    ['/etc/app.conf=C:\\conf\\app.conf', { path: '/etc/app.conf', file: 'C:\\conf\\app.conf' }],
  ])('%s', (item, parts) => {
    expect(accepted(configFile.type, item)).toBe(true);
    expect(configFileOf(item)).toEqual(parts);
    expect(configFile.type.fileOf?.(item)).toBe(parts.file);
  });

  it.each([
    '',
    '/etc/app.conf',
    '/etc/app.conf=',
    '=app.conf',
    '/=app.conf',
    'etc/app.conf=app.conf',
    '/etc/=app.conf',
    '/etc/../app.conf=app.conf',
    '/etc/app.conf=a\nb',
    '/etc/a\u0000=b',
  ])('is not %j', (item) => expect(accepted(configFile.type, item)).toBe(false));
});

it('reads back what it prints', () => {
  for (const { type } of settings.questions) for (const value of type.samples) expect(type.parse(type.print(value))).toEqual({ value });
});
