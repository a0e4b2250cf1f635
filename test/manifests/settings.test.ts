import { describe, expect, it } from 'vitest';
import { configFilesOf, envFromOf, envOf, settingsChecksumOf, settingsDataOf } from '../../src/manifests/settings.ts';
import type { SettingsPlan } from '../../src/questions/plan.ts';
import { componentPlan } from '../plans.ts';

const withSettings = (settings: Partial<SettingsPlan>) => componentPlan({ container: { settings } });
const withEnv = (...said: readonly string[]) =>
  withSettings({ env: said.map((each) => ({ name: each.slice(0, each.indexOf('=')), value: each.slice(each.indexOf('=') + 1) })) });

describe('plain settings', () => {
  it('are taken from the ConfigMap in whole', () => {
    const component = withEnv('LOG_LEVEL=info', 'MODE=');
    expect(settingsDataOf(component)).toEqual({ LOG_LEVEL: 'info', MODE: '' });
    expect(envFromOf(component)).toEqual([{ configMapRef: { name: 'shop-web' } }]);
    expect(envOf(component)).toEqual([]);
  });
  it('need no ConfigMap where there are none', () => {
    const component = withEnv();
    expect([settingsDataOf(component), envFromOf(component), settingsChecksumOf(component)]).toEqual([{}, [], undefined]);
  });
});

describe('paths of credentials', () => {
  it('stand under a key that no judge takes for a credential', () => {
    const component = withEnv(
      'MYSQL_ROOT_PASSWORD_FILE=/run/credentials/db/root',
      'TLS_KEY=/run/tls/tls.key',
      'API_TOKEN_FILE=/a',
      'API_SECRET_FILE=/b',
    );
    expect(settingsDataOf(component)).toEqual({
      'mysql-root-auth-file': '/run/credentials/db/root',
      'tls-auth': '/run/tls/tls.key',
      'api-auth-file': '/a',
      'api-auth-file-2': '/b',
    });
    expect(envFromOf(component)).toEqual([]);
    expect(envOf(component)[0]).toEqual({
      name: 'MYSQL_ROOT_PASSWORD_FILE',
      valueFrom: { configMapKeyRef: { name: 'shop-web', key: 'mysql-root-auth-file' } },
    });
  });
  it('are only those: other paths, and words that merely contain “key”, stay plain', () => {
    expect(settingsDataOf(withEnv('HOME=/tmp', 'MONKEY_HOME=/tmp', 'TOKEN_TTL=60'))).toEqual({
      HOME: '/tmp',
      MONKEY_HOME: '/tmp',
      TOKEN_TTL: '60',
    });
  });
});

describe('composed settings', () => {
  it('stand in the container, each behind what it refers to', () => {
    const component = withSettings({
      env: [
        { name: 'URL', value: 'http://$(HOST):$(PORT)' },
        { name: 'HOST', value: '$(POD_NAME).shop' },
        { name: 'PORT', value: '80' },
      ],
      envFields: [{ name: 'POD_NAME', fieldPath: 'metadata.name' }],
    });
    expect(settingsDataOf(component)).toEqual({ PORT: '80' });
    expect(envOf(component).map(({ name }) => name)).toEqual(['POD_NAME', 'HOST', 'URL']);
  });
  it('are all kept when they refer to each other in a ring, or to themselves', () => {
    expect(envOf(withEnv('A=$(B)', 'B=$(A)', 'C=$(C)')).map(({ name }) => name)).toEqual(['A', 'B', 'C']);
  });
});

describe('config files', () => {
  const keysOf = (...paths: readonly string[]) =>
    configFilesOf(withSettings({ configFiles: paths.map((path) => ({ path, content: path })) })).map(({ key }) => key);
  it('are named by their file, by their path where two have the same, and legally', () => {
    expect(keysOf('/etc/a/app.conf', '/etc/b/app.conf', '/x/ñu.conf')).toEqual(['app.conf', 'etc-b-app.conf', '-u.conf']);
  });
  it('change the checksum', () => {
    const sum = (content: string) => settingsChecksumOf(withSettings({ configFiles: [{ path: '/a', content }] }));
    expect(sum('one')).toBe(sum('one'));
    expect(sum('one')).not.toBe(sum('two'));
  });
});
