import { describe, expect, it } from 'vitest';
import { generatedKeysOf } from '../../src/manifests/generated-secrets.ts';
import { Problem } from '../../src/model/problem.ts';
import { mergedSecrets, secretsFileOf } from '../../src/output/secrets-file.ts';
import { shop } from './shop.ts';

const counted = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `random-${count}`;
  };
};
const fresh = (...keys: readonly string[]): string =>
  secretsFileOf(
    shop,
    keys.map((each) => ({ secret: each.split('/')[0] ?? '', key: each.split('/')[1] ?? '', component: 'db' })),
    counted(),
  ).content;

describe('the generated secrets', () => {
  it('are one Secret each, ready to be applied, for their owner alone', () => {
    expect(secretsFileOf(shop, generatedKeysOf(shop), counted())).toEqual({
      path: 'secrets/secrets.yaml',
      mode: 0o600,
      content: `apiVersion: v1
kind: Secret
metadata:
  name: shop-db
  namespace: shop
  labels:
    app.kubernetes.io/part-of: shop
    app.kubernetes.io/managed-by: create-k8s-app
type: Opaque
stringData:
  superuser: random-1
`,
    });
  });

  it('get a value of their own for each key', () => {
    const content = fresh('a/x', 'b/x', 'a/z');
    expect(content.match(/random-\d/g)).toEqual(['random-1', 'random-2', 'random-3']);
    expect(content.match(/^kind: Secret$/gm)).toHaveLength(2);
  });
});

describe('secrets that are there', () => {
  it('stay byte for byte where nothing is missing', () => {
    const mine =
      '# my notes\nkind: Secret\nmetadata: {name: a,   namespace: shop}\ndata: {x: Zm9v}\n---\n# another\nkind: Secret\nmetadata: {name: mine}\n';
    expect(mergedSecrets(mine, fresh('a/x'))).toBe(mine);
    expect(mergedSecrets(undefined, fresh('a/x'))).toBe(fresh('a/x'));
  });

  it('keep their values and their comments where a key is added', () => {
    const mine = `# keep this
kind: Secret
metadata:
  name: a
  namespace: shop
stringData:
  x: 0123 # old
  pem: |
    one
    two
---
kind: Secret
metadata:
  name: b
  namespace: shop
data:
  y: Zm9v
`;
    expect(mergedSecrets(mine, fresh('a/x', 'a/new', 'b/y', 'b/other'))).toBe(`# keep this
kind: Secret
metadata:
  name: a
  namespace: shop
stringData:
  x: 0123 # old
  pem: |
    one
    two
  new: "random-2"
---
kind: Secret
metadata:
  name: b
  namespace: shop
data:
  y: Zm9v
stringData:
  other: "random-4"
`);
  });

  it('get a Secret more where one is missing, or lives in another namespace', () => {
    const elsewhere = fresh('a/x').replace('namespace: shop', 'namespace: old');
    expect(mergedSecrets(elsewhere, fresh('a/x'))).toBe(`${elsewhere}---\n${fresh('a/x')}`);
    expect(mergedSecrets('', fresh('a/x'))).toBe(fresh('a/x'));
  });

  it.each(['a: [', '- list', 'just words'])('are left alone where they cannot be read: %s', (broken) => {
    expect(() => mergedSecrets(broken, fresh('a/x'))).toThrow(Problem);
  });
});
