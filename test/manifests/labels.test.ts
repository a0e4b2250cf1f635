import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelValueFrom, podLabelsOf, selectorOf } from '../../src/manifests/labels.ts';
import { componentPlan, plan } from '../plans.ts';

describe('a label value', () => {
  it('is legal whatever the text', () => {
    const legal = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => legal.test(labelValueFrom(text))));
  });
  it('keeps what is legal', () => {
    expect(labelValueFrom('18.6-trixie')).toBe('18.6-trixie');
    expect(labelValueFrom('_2.0+build:7_')).toBe('2.0-build-7');
  });
});

describe('labels of pods', () => {
  it('leave out a version and a role that are not there', () => {
    const labels = podLabelsOf(plan(), componentPlan({ labels: { name: 'web', version: '+' } }));
    expect(Object.keys(labels).map((label) => label.slice('app.kubernetes.io/'.length))).toEqual([
      'name',
      'instance',
      'part-of',
      'managed-by',
    ]);
  });
  it('always have a name to be selected by', () => {
    expect(selectorOf(componentPlan({ labels: { name: '·' } }))['app.kubernetes.io/name']).toBe('web');
  });
});
