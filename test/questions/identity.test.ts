import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterId, identityTopic, product, version } from '../../src/questions/identity.ts';
import { storage } from '../../src/questions/storage.ts';
import { componentOf, expectMended, type Saying } from './one-component.ts';

const settled = componentOf(storage, identityTopic);
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const votes = { data: 'keep', ownership: 'own', quorum: 'true' };

describe('the labels', () => {
  it.each<[Saying, Record<string, string>]>([
    [{}, { product: 'web', role: 'none', version: '2.4.1' }],
    [{ component: 'shop-front' }, { product: 'shop-front' }],
    [{ image: 'docker.io/library/postgres:18.6-trixie' }, { product: 'postgresql', version: '18.6-trixie' }],
    [
      { image: 'mongo:8', product: 'MyMongo', role: 'database', version: '8.0' },
      { product: 'MyMongo', role: 'database', version: '8.0' },
    ],
    [{ image: `registry.example.com:5000/a/b@${digest}` }, { version: '0123456789ab' }],
    [{ image: `app:1.2@${digest}` }, { version: '1.2' }],
    [{ image: `app:latest@${digest}` }, { version: '0123456789ab' }],
    [{ image: 'app:_1.2-' }, { version: '1.2' }],
    [{ image: 'app:__' }, { version: 'none' }],
    [{ image: `app:${'a'.repeat(62)}.b` }, { version: 'a'.repeat(62) }],
    [{ version: 'none' }, { version: 'none' }],
  ])('%j give %j', (saying, labels) => expect(settled(saying).choices).toMatchObject(labels));

  it('are legal for any tag', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_][-A-Za-z0-9_.]{0,127}$/), (tag) => {
        fc.pre(tag !== 'latest');
        const label = settled({ image: `app:${tag}` }).known.get(version);
        expect(version.type.parse(String(label))).toEqual({ value: label });
      }),
    );
  });

  it.each(['', '-a', 'a-', '.a', 'a b', 'a/b', 'ñ', 'a\n', 'a'.repeat(64)])('are not %j', (label) =>
    expect(product.type.parse(label)).toHaveProperty('says'),
  );
});

describe('replicas that talk to each other', () => {
  it.each<[Saying, boolean]>([
    [{}, false],
    [votes, true],
    [{ peers: 'true' }, true],
  ])('%j: %s', (saying, peers) => expect(settled(saying).choices).toMatchObject({ peers }));

  it('must where they vote', () => {
    expect(settled({ ...votes, peers: 'false' }).refused).toEqual(['peers/quorum']);
    expectMended(settled, { ...votes, peers: 'false' });
  });

  it('are none where work finishes', () => expect(settled({ run: 'once', peers: 'true' }).settled.idle).toHaveLength(1));
});

describe('the id of a cluster', () => {
  it('is only for those who keep data or know each other, and no rule makes one up', () => {
    expect(settled().choices).not.toHaveProperty('cluster-id');
    expect(settled(votes).choices['cluster-id']).toBe('none');
    expect(settled({ peers: 'true' }).choices['cluster-id']).toBe('none');
    expect(settled({ ...votes, 'cluster-id': 'MkU3OEVBNTcwNTJENDM2Qg' }).choices['cluster-id']).toBe('MkU3OEVBNTcwNTJENDM2Qg');
  });

  it.each(['', 'short', '-kU3OEVBNTcwNTJENDM2Qg', 'MkU3OEVBNTcwNTJENDM2Qg=', 'MkU3OEVBNTcwNTJENDM2+/', 'MkU3OEVBNTcwNTJENDM2Qg\n'])(
    'is not %j',
    (id) => expect(clusterId.type.parse(id)).toHaveProperty('says'),
  );
});

it('reads back what it prints', () => {
  for (const { type } of identityTopic.questions)
    for (const value of type.samples) expect(type.parse(type.print(value))).toEqual({ value });
});
