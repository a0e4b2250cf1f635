import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';
import { Problem } from '../../src/model/problem.ts';
import { languages } from '../../src/model/text.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { explain, explainable } from '../../src/ui/explain.ts';
import { helpText } from '../../src/ui/help.ts';
import { topicsOf } from '../../src/ui/help-topics.ts';
import { presetsJson, presetsListing, questionsJson, questionsListing } from '../../src/ui/listings.ts';
import { globalNames } from '../../src/ui/options.ts';
import { allQuestions } from '../../src/ui/vocabulary.ts';
import { columns, wrap } from '../../src/ui/wrap.ts';
import { vocabulary } from './vocabulary.ts';

describe('help', () => {
  it('is short without a topic, and names every topic and option', () => {
    for (const language of languages) {
      const help = helpText(catalogue, undefined, language, 80);
      expect(help.split('\n').length).toBeLessThan(120);
      for (const { id } of topicsOf(catalogue)) expect(help).toContain(`\n  ${id}`);
      for (const name of globalNames) expect(help).toContain(`--${name}`);
      expect(help).not.toContain('--storage-class');
    }
  });

  it('of everything has every flag, in its topic', () => {
    const help = helpText(catalogue, 'all', 'es', 80);
    for (const asked of allQuestions(catalogue)) expect(help).toMatch(new RegExp(`^ {2}--(\\[no-\\])?${asked.id}( |$)`, 'm'));
    expect(helpText(catalogue, 'storage', 'en', 80)).not.toContain('--image');
  });

  it('tells values, default with its reason, and condition', () => {
    const help = helpText(catalogue, 'storage-size', 'en', 200);
    expect(help).toBe(
      '  --storage-size QUANTITY\n      How much room does it need? Default: 10Gi. It is enough to start with. Applies when “Data” is not “no”.\n',
    );
    expect(helpText(catalogue, 'run', 'en', 80)).toContain('      every-node  It suits a program that looks after each machine');
  });

  it('never shows what is not known', () => {
    for (const language of languages) expect(helpText(catalogue, 'all', language, 80)).not.toMatch(/undefined|NaN|\[object/);
  });

  it('keeps to the width', () => {
    for (const width of [40, 80, 120]) {
      for (const line of helpText(catalogue, 'all', 'en', width).split('\n')) {
        const longestWord = Math.max(...line.split(/\s+/).map((word) => word.length));
        if (!line.startsWith('  --') && !line.startsWith('  create-k8s-app') && longestWord < 12)
          expect(line.length).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('explain', () => {
  it.each(languages)('knows every word it offers, in %s', (language) => {
    for (const word of explainable(vocabulary)) expect(explain(word, vocabulary, language, 80)).not.toMatch(/undefined|NaN|\[object/);
  });

  it('tells of a question, its choices, its flag and its page', () => {
    const said = explain('--run', vocabulary, 'en', 80);
    expect(said).toContain('When does it run?');
    expect(said).toContain('  once        It suits a program that does its work');
    expect(said).toContain('--run always|once|scheduled|every-node');
    expect(said).toContain('https://kubernetes.io/docs/concepts/workloads/controllers/');
  });

  it('tells of a workload kind, a choice, a topic and a preset', () => {
    expect(explain('StatefulSet', vocabulary, 'en', 80)).toContain('--workload statefulset');
    expect(explain('passthrough', vocabulary, 'es', 80)).toContain('--tls passthrough');
    expect(explain('storage', vocabulary, 'en', 80)).toContain('--mount-path');
    expect(explain('kafka', vocabulary, 'en', 80)).toContain('A kafka to start from.');
  });

  it('tells of a rule by an example', () => {
    expect(explain('R8', vocabulary, 'en', 200)).toContain(
      'For example it refuses “3” for “Replicas”:\n  Two pods cannot write to one disk',
    );
    expect(explain('m2', vocabulary, 'en', 200)).toContain('PostgreSQL');
    expect(explain('R1', vocabulary, 'en', 200)).toContain('For example it decides “cronjob” for “Workload”:');
  });

  it('names the nearest word for one that it does not know', () => {
    const fix = (word: string) => {
      try {
        return explain(word, vocabulary, 'en', 80);
      } catch (error) {
        return error instanceof Problem ? error.complaints[0]?.fix?.en : error;
      }
    };
    expect(fix('statefulst')).toBe('Did you mean statefulset?');
    expect(fix('xylophone')).toBe('create-k8s-app questions lists what can be explained.');
  });
});

describe('listings', () => {
  it('have every question and preset', () => {
    const json = questionsJson(catalogue, 'en');
    expect(json.map(({ id }) => id)).toEqual(allQuestions(catalogue).map(({ id }) => id));
    expect(json.find(({ id }) => id === 'quorum')).toMatchObject({
      scope: 'component',
      topic: 'storage',
      level: 'more',
      flag: '--[no-]quorum',
      default: false,
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    for (const { id } of json) expect(questionsListing(catalogue, 'es', 80)).toContain(`\n  ${id}`);
    expect(presetsListing(vocabulary.presets, 'es', 80)).toBe(
      'postgresql  postgresql, pequeño\n  Un postgresql para empezar.\n\nkafka  kafka, pequeño\n  Un kafka para empezar.\n',
    );
    expect(presetsJson(vocabulary.presets, 'en')[1]).toEqual({
      name: 'kafka',
      title: 'kafka, small',
      about: 'A kafka to start from.',
      answers: {},
    });
  });
});

describe('laying out', () => {
  it('breaks between words', () => {
    expect(wrap('one two three', 9, '  ')).toEqual(['  one two', '  three']);
    expect(wrap('a-word-that-is-too-long x', 5)).toEqual(['a-word-that-is-too-long', 'x']);
    expect(wrap(' ', 5)).toEqual([]);
    expect(
      columns(
        [
          ['a', 'one two'],
          ['long', ''],
        ],
        12,
      ),
    ).toEqual(['  a     one', '        two', '  long']);
  });

  it.each([
    ['storagesize', 'storage-size'],
    ['stor', 'storage-size'],
    ['IMAGE', 'image'],
    ['zzz', undefined],
    ['', undefined],
  ])('the nearest to %j is %j', (word, right) => {
    expect(nearest(word, ['image', 'storage-size', 'run'])).toBe(right);
  });

  it('counts two letters that changed places once, and of two words as near prefers the one that starts like it', () => {
    expect(nearest('ab', ['axby', 'ba'])).toBe('ba');
    expect(nearest('wath', ['path', 'watch'])).toBe('watch');
    expect(nearest('wath', ['path'])).toBe('path');
  });
});
