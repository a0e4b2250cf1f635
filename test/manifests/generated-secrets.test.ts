import { expect, it } from 'vitest';
import { generatedKeysOf } from '../../src/manifests/generated-secrets.ts';
import { componentPlan, plan } from '../plans.ts';
import { db, migration } from './typical.ts';

it('each generated value is made once, and no other', () => {
  const given = componentPlan({
    container: { settings: { envSecrets: [{ name: 'KEY', secret: 'shop-db', key: 'given', generated: false }] } },
  });
  const other = componentPlan({
    name: 'other',
    container: { settings: { envSecrets: [{ name: 'KEY', secret: 'shop-other', key: 'superuser', generated: true }] } },
  });
  expect(generatedKeysOf(plan({ components: [given, db, migration, other] }))).toEqual([
    { secret: 'shop-db', key: 'superuser', component: 'db' },
    { secret: 'shop-other', key: 'superuser', component: 'other' },
  ]);
});
