import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks, findingsOn } from '../../src/checks/checks.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { languages } from '../../src/model/text.ts';
import { passing, type Sample, tripping } from './samples.ts';

const idsOf = (samples: readonly Sample[]): readonly string[] => [...new Set(samples.map(({ check }) => check))].sort();
const found = ({ check, objects }: Sample) => findingsOn(objects).filter((finding) => finding.check === check);

describe('every check', () => {
  const ids = Object.keys(checks).sort();

  it('has a sample that trips it and one that passes, and no sample is of none', () => {
    expect(idsOf(tripping)).toEqual(ids);
    expect(idsOf(passing)).toEqual(ids);
  });

  it.each(tripping)('$check trips: $name', (sample) => {
    const findings = found(sample);
    expect(findings).not.toEqual([]);
    for (const { severity, says, fix, where } of findings) {
      expect(severity).toBe(checks[sample.check]?.severity);
      expect(where).toMatch(/^\w+ \S+/);
      for (const language of languages)
        expect([says[language], fix[language]]).toEqual([expect.stringMatching(sentence), expect.stringMatching(sentence)]);
    }
  });

  it.each(passing)('$check passes: $name', (sample) => {
    expect(found(sample)).toEqual([]);
  });
});

/** Ends as a sentence does, with nothing in it that was not there to be said. */
const sentence = /^(?!.*(undefined|NaN|\[object))\S.*\S\.$/;

describe('the findings', () => {
  it('come with the worst first, and say the same of the same object once', () => {
    const findings = findingsOn(tripping.flatMap(({ objects }) => objects));
    const rank = { error: 0, warning: 1, advice: 2 };
    const ranks = findings.map(({ severity }) => rank[severity]);
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(findings.map(({ check, where, says }) => `${check} ${where} ${says.en}`)).size).toBe(findings.length);
  });

  it('name the namespace of an object where another one has its name elsewhere', () => {
    const service = (namespace: string) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace },
      spec: { type: 'NodePort' },
    });
    expect(findingsOn([service('test'), service('live')]).map(({ where }) => where)).toEqual(['Service web (test)', 'Service web (live)']);
    expect(findingsOn([service('test')]).map(({ where }) => where)).toEqual(['Service web']);
  });
});

const nonsense: readonly unknown[] = [null, 0, 7, -1, true, '', 'constructor', [], [null], [7], [[]], {}, { name: null }, { key: 7 }];

/** Puts nonsense in the place of the nth value, counted in depth. */
function spoilt(value: unknown, place: { left: number }, by: unknown): unknown {
  if (place.left-- === 0) return by;
  if (Array.isArray(value)) return value.map((item) => spoilt(item, place, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, spoilt(held, place, by)]));
}

describe('manifests with nonsense in the place of anything', () => {
  const samples = [...tripping, ...passing];

  it.each(nonsense.map((by) => [JSON.stringify(by), by]))('%s', (_, by) => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.nat(60), ({ objects }, left) => {
        const holder = spoilt({ objects }, { left: left + 2 }, by) as { readonly objects: readonly AnyObject[] };
        const kept = (Array.isArray(holder.objects) ? holder.objects : []).filter(
          (each) => typeof each?.apiVersion === 'string' && typeof each.kind === 'string',
        );
        expect(() => findingsOn(kept)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
