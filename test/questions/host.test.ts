import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/questions/catalogue.ts';
import { exposureTopic, host, ingressController } from '../../src/questions/exposure.ts';
import { acceptedAt } from '../../src/questions/settle.ts';
import { complaintsOf } from '../../src/ui/settled-complaints.ts';
import { componentOf, expectMended, type Saying } from './one-component.ts';

const settle = componentOf(exposureTopic);
const outside = { platform: 'openshift', exposure: 'outside' };

describe('an address that the router makes up', () => {
  it('needs a Route and a namespace whose names fit into one label together', () => {
    const long = 'a'.repeat(30);
    expect(settle({ ...outside, name: long }).refused).toEqual(['host/length']);
    expect(settle({ ...outside, name: long, namespace: 'shop' }).refused).toEqual([]);
    expect(settle({ ...outside, name: long, host: 'shop.example.com' }).refused).toEqual([]);
    expectMended(settle, { ...outside, name: long });
  });
});

describe('what is expected of an address', () => {
  const expected = (saying: Saying) => acceptedAt(host, settle(saying).known).expects.en;

  it('has no word for one that nobody makes up', () => {
    expect(expected({ exposure: 'outside' })).toBe('a host name, such as shop.example.com');
    expect(expected(outside)).toBe('a host name, such as shop.example.com, or “auto” (the router makes one up)');
    expect(expected({ ...outside, entrance: 'ingress' })).toBe('a host name, such as shop.example.com');
  });

  it('is told so where it is missing', () => {
    const [complaint] = complaintsOf(settle({ exposure: 'outside' }).settled, catalogue);
    expect([complaint?.says.en, complaint?.fix, complaint?.flags]).toEqual([
      '--host is missing. At which address?',
      { en: 'Give a host name, such as shop.example.com.', es: 'Indica un nombre de host, como shop.example.com.' },
      ['--host HOST'],
    ]);
  });
});

it('of the Ingress controllers those are expected that the platform has', () => {
  const names = (platform: string) =>
    Object.keys(acceptedAt(ingressController, settle({ ...outside, entrance: 'ingress', platform }).known).choices ?? {});
  expect(names('kubernetes')).toEqual(['traefik', 'haproxytech', 'ingress-nginx']);
  expect(names('openshift')).toContain('openshift-router');
});
