import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/model/value.ts';
import { application } from '../../src/questions/application.ts';
import { basics, component } from '../../src/questions/basics.ts';
import { callOf, calls, connections, offers, offersSecret } from '../../src/questions/connections.ts';
import { exposureTopic } from '../../src/questions/exposure.ts';
import { type Settled, settle } from '../../src/questions/settle.ts';

/** Settles these components, named by their keys. */
function settledOf(components: Readonly<Record<string, Values>>, ofApplication: Values = {}): Settled {
  return settle(
    { application: [application], component: [basics, exposureTopic, connections], whole: [] },
    {
      slots: Object.keys(components).map((key) => ({ key })),
      facts: { folder: 'shop' },
      answers: [
        {
          source: 'file',
          application: ofApplication,
          components: Object.fromEntries(
            Object.entries(components).map(([key, values]) => [key, { image: 'example.com/shop:1', ...values }]),
          ),
        },
      ],
    },
    { naming: component, fill: (_asked, said) => said },
  );
}

const refusedIn = (settled: Settled): readonly string[] => settled.refusals.map((refusal) => `${refusal.question.id}:${refusal.rule}`);

describe('needs', () => {
  it('reaches components before and after it', () => {
    expect(refusedIn(settledOf({ web: { needs: ['db', 'queue'] }, db: { port: 5432 }, queue: { port: 5672, needs: ['db'] } }))).toEqual([]);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['needs:itself', ['web', 'db'], ['db']],
    ['needs:once', ['db', 'db'], ['db']],
    ['needs:unknown', ['db', 'cache'], ['db']],
    ['needs:no-port', ['worker', 'db'], ['db']],
    ['needs:no-port', ['job', 'db'], ['db']],
    ['needs:M5', ['hidden', 'db'], ['db']],
  ])('%s refuses %j and offers %j', (refusal, needs, offered) => {
    const settled = settledOf({
      web: { needs },
      db: { port: 5432 },
      worker: { port: 'none' },
      job: { run: 'once' },
      hidden: { exposure: 'none' },
    });
    expect(refusedIn(settled)).toEqual([refusal]);
    expect(settled.refusals[0]?.mends.map((mend) => [mend.id, mend.value])).toEqual([['needs', offered]]);
  });

  it('names the components that there are', () => {
    const [refusal] = settledOf({ web: { needs: ['cache'] }, db: {}, queue: {} }).refusals;
    expect(refusal?.says.en).toContain('db and queue');
    expect(settledOf({ web: { needs: ['cache'] } }).refusals[0]?.says.en).toContain('no other component');
  });
});

describe('calls', () => {
  it.each([
    ['internet', { to: 'internet' }],
    ['10.20.0.0/16:5432', { to: 'cidr', cidr: '10.20.0.0/16', port: 5432 }],
    ['2001:db8::/32:443', { to: 'cidr', cidr: '2001:db8::/32', port: 443 }],
    ['payments/api:8080', { to: 'namespace', namespace: 'payments', name: 'api', port: 8080 }],
  ])('%s is accepted and read', (said, call) => {
    expect(calls.type.parse(said)).toEqual({ value: [said] });
    expect(callOf(said)).toEqual(call);
  });

  it.each([
    '10.20.0.0:5432',
    '10.20.0.0/33:5432',
    '10.20.0.256/16:1',
    '010.0.0.0/8:1',
    '2001:db8:::/32:443',
    '2001:db8::/129:443',
    'payments/api',
    'payments/api:0',
    'payments/api:70000',
    'Payments/api:80',
    'a.b/c:80',
  ])('%s is not', (said) => {
    expect(calls.type.parse(said)).toHaveProperty('says');
  });

  it.each([['nobody'], [['nobody']], [[]]])('%j stands for an empty list', (said) => {
    expect(calls.type.parse(said)).toEqual({ value: [] });
  });

  it('does not mix nobody with somebody', () => {
    expect(calls.type.parse(['nobody', 'internet'])).toHaveProperty('says');
  });
});

describe('offers', () => {
  it('may be empty or hold any sign', () => {
    expect(offers.type.parse(['DATABASE=shop', 'URL=a=b', 'EMPTY='])).toHaveProperty('value');
  });
  it('never hold a secret, and never repeat one', () => {
    const parsed = offers.type.parse('PASSWORD=hunter2');
    expect('says' in parsed && parsed.says.en).toMatch(/^PASSWORD looks like a secret(?!.*hunter2)/);
  });
  it.each([
    ['PASSWORD=generated/password', true],
    ['PASSWORD=db-credentials/tls.key', true],
    ['PASSWORD=secret', false],
    ['PASSWORD=Upper/key', false],
    ['=a/b', false],
  ])('the secret %s: %s', (said, accepted) => {
    expect('value' in offersSecret.type.parse(said)).toBe(accepted);
  });
  it('each name is offered once', () => {
    const offered = { offers: ['USER=a', 'USER=b'], 'offers-secret': ['USER=generated/user'] };
    expect(refusedIn(settledOf({ db: offered }))).toEqual(['offers:once', 'offers-secret:once']);
  });
});

it('what does not apply falls idle', () => {
  const worker = { port: 'none', offers: ['A=b'], calls: ['internet'], 'secrets-as': 'file' };
  expect(settledOf({ worker }, { isolation: 'open' }).idle.map((each) => each.question.id)).toEqual(['offers', 'calls', 'secrets-as']);
});

it('a password arrives as a variable, unless a person says otherwise', () => {
  const choiceOf = (web: Values) =>
    settledOf({ web: { needs: ['db'], ...web }, db: { port: 5432 } }).components[0]?.decisions['secrets-as']?.choice;
  expect(choiceOf({})).toBe('env');
  expect(choiceOf({ 'secrets-as': 'file' })).toBe('file');
});
