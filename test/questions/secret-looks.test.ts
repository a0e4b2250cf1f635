import { describe, expect, it } from 'vitest';
import { looksSecret } from '../../src/questions/secret-looks.ts';

describe('a setting that looks like a secret', () => {
  it.each([
    ['DB_PASSWORD', 'hunter2'],
    ['DB_PASSWORD_PROD', 'hunter2'],
    ['db.passwd', 'x'],
    ['PASSPHRASE', 'correct horse'],
    ['JWT_SECRET', '12345678'],
    ['PIN_TOKEN', '1234'],
    ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI'],
    ['APIKEY', 'abc'],
    ['STRIPE_API_KEY', 'sk_live_1'],
    ['SLACK_TOKEN', 'https://hooks.example.com/T0/B0'],
    ['DATABASE_URL', 'postgres://app:hunter2@shop-db/app'],
    ['PRIVATE_KEY', '-----BEGIN'],
  ])('%s=%s', (name, value) => expect(looksSecret(name, value)).toBe(true));

  it.each([
    ['LOG_LEVEL', 'info'],
    ['DB_PASSWORD', ''],
    ['POSTGRES_PASSWORD_FILE', '/run/credentials/db/superuser'],
    ['POSTGRES_PASSWORD_FILE', '/run/credentials/{component}/superuser'],
    ['DB_PASSWORD', '$(SUPERUSER)'],
    ['DATABASE_URL', 'postgres://app:$(DB_PASSWORD)@shop-db/app'],
    ['MARIADB_RANDOM_ROOT_PASSWORD', '1'],
    ['ALLOW_EMPTY_PASSWORD', 'yes'],
    ['TOKEN_TTL', '3600'],
    ['TOKEN_URL', 'https://login.example.com/token'],
    ['KEY_COUNT', 'many'],
    ['MONKEY', 'banana'],
    ['KEYCLOAK_URL', 'https://login.example.com'],
    ['JWT_PUBLIC_KEY', 'MIIB'],
    ['KAFKA_LISTENERS', 'CLIENT://:9092,CONTROLLER://:9093'],
    ['KAFKA_CONTROLLER_QUORUM_VOTERS', '0@shop-kafka-0.shop-kafka-headless:9093'],
  ])('is not %s=%s', (name, value) => expect(looksSecret(name, value)).toBe(false));
});
