import { describe, expect, it } from 'vitest';
import type { Values } from '../../src/model/value.ts';
import { settled } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { requestFor, wishOf } from '../random-answers.ts';

/** The main component of an application that says this. */
function componentSaying(values: Values) {
  const said = { image: 'ghcr.io/example/shop:2.4.1', ...values };
  const result = settled(requestFor(wishOf({ application: {}, added: [], components: { '': said } })));
  expect(result.refusals).toEqual([]);
  const [component] = planOf(result).components;
  if (!component) throw new Error('There is no component.');
  return component;
}

describe('who may call a component that nobody needs', () => {
  it.each([
    [{ exposure: 'cluster' }, true],
    [{ exposure: 'none' }, false],
    [{ port: 'none' }, false],
  ])('%o: its namespace may: %s', (values, expected) => {
    expect(componentSaying(values).traffic.from).toEqual({ components: [], namespace: expected });
  });
});

describe('one writer on one disk', () => {
  const kept = { data: 'keep', ownership: 'single' };

  it('is a StatefulSet with a claim template', () => {
    expect(componentSaying(kept)).toMatchObject({ workload: { kind: 'StatefulSet' }, volumes: { data: { kind: 'template' } } });
  });

  it('may be overruled to a Deployment with a claim', () => {
    expect(componentSaying({ ...kept, workload: 'deployment' })).toMatchObject({
      workload: { kind: 'Deployment', replicas: { fixed: 1 } },
      volumes: { data: { kind: 'claim', accessMode: 'ReadWriteOnce' } },
    });
  });
});
