import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestsOf } from '../../src/manifests/manifests.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { yamlStream } from '../../src/output/yaml.ts';
import { markedYaml, type YamlLine } from '../../src/ui/marked-yaml.ts';
import { componentPlan, plan } from '../plans.ts';
import { someManifests, somePair } from './plan-pairs.ts';

const runs = { numRuns: 100 };

const streamOf = (lines: readonly YamlLine[]): string => lines.map(({ text }) => `${text}\n`).join('');
const without = (lines: readonly YamlLine[], mark: YamlLine['mark']): readonly YamlLine[] => lines.filter((line) => line.mark !== mark);

describe('between any two plans', () => {
  it('what is not gone is the stream as it becomes', () => {
    fc.assert(
      fc.property(somePair(), ([before, after]) => {
        expect(streamOf(without(markedYaml(after, before, 'es'), '-'))).toBe(yamlStream(after, 'es'));
      }),
      runs,
    );
  });

  it('what is not new are the documents as they were', () => {
    const documents = (stream: string): readonly string[] => stream.split(/^---\n/m).sort();
    fc.assert(
      fc.property(somePair(), ([before, after]) => {
        expect(documents(streamOf(without(markedYaml(after, before, 'en'), '+')))).toEqual(documents(yamlStream(before, 'en')));
      }),
      runs,
    );
  });

  it('nothing is marked where nothing changes, or where there is nothing to compare with', () => {
    fc.assert(
      fc.property(someManifests(), (manifests) => {
        const copy = structuredClone(manifests.map(({ why: _, ...each }) => each)).map((each, i) => ({
          ...each,
          why: manifests[i]?.why ?? {},
        }));
        for (const before of [undefined, manifests, copy]) {
          expect(markedYaml(manifests, before, 'en').filter(({ mark }) => mark !== ' ')).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('everything is new beside nothing', () => {
    fc.assert(
      fc.property(someManifests(), (manifests) => {
        expect(markedYaml(manifests, [], 'en').filter(({ mark }) => mark !== '+')).toEqual([]);
        expect(markedYaml([], manifests, 'en').filter(({ mark }) => mark !== '-')).toEqual([]);
      }),
      runs,
    );
  });
});

const tea = (name: string, cups: number): Manifest => ({
  object: { apiVersion: 'v1', kind: 'Tea', metadata: { name }, cups } as Manifest['object'],
  owner: 'developer',
  why: {},
});

const drawn = (lines: readonly YamlLine[]): readonly string[] => lines.map(({ text, mark }) => `${mark} ${text}`);

it('a change stands in its place, what goes before what comes', () => {
  expect(drawn(markedYaml([tea('a', 2)], [tea('a', 1)], 'en'))).toEqual([
    '  apiVersion: v1',
    '  kind: Tea',
    '  metadata:',
    '    name: a',
    '- cups: 1',
    '+ cups: 2',
  ]);
});

it('an object that goes stands where it was, one that comes where it is', () => {
  const lines = drawn(markedYaml([tea('a', 1), tea('c', 1)], [tea('a', 1), tea('b', 1)], 'en'));
  expect(lines.slice(5)).toEqual([
    ...['- ---', '- apiVersion: v1', '- kind: Tea', '- metadata:', '-   name: b', '- cups: 1'],
    ...['+ ---', '+ apiVersion: v1', '+ kind: Tea', '+ metadata:', '+   name: c', '+ cups: 1'],
  ]);
});

it('replicas are one line, with the reason of it', () => {
  const three = componentPlan({ workload: { kind: 'Deployment', replicas: { fixed: 3 }, spread: 'preferred' } });
  const of = (component = componentPlan()) => manifestsOf(plan({ components: [component] }));
  expect(drawn(markedYaml(of(three), of(), 'en')).filter((line) => !line.startsWith(' '))).toEqual(['-   replicas: 2', '+   replicas: 3']);
});
