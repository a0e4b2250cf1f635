import { describe, expect, it } from 'vitest';
import { exposureTopic } from '../../src/questions/exposure.ts';
import { componentOf, expectMended } from './one-component.ts';

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
