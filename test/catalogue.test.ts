import { describe, expect, it } from 'vitest';
import type { Text } from '../src/model/text.ts';
import type { Value } from '../src/model/value.ts';
import { catalogue } from '../src/questions/catalogue.ts';
import { type AnyQuestion, type Condition, questionsOf } from '../src/questions/question.ts';

const topics = [...catalogue.application, ...catalogue.component, ...catalogue.whole];
const questions = questionsOf(topics);
const byId = questions.map((asked) => [asked.id, asked] as const);

const sentence: Readonly<Record<keyof Text, RegExp>> = { en: /^["“A-Z0-9].*[.?!)”]$/s, es: /^["«¿¡A-ZÁÉÍÓÚÑ0-9].*[.?!)»]$/s };
const expectSentence = (said: Text) => {
  expect(said.en).toMatch(sentence.en);
  expect(said.es).toMatch(sentence.es);
};

describe('the catalogue', () => {
  it('has no id twice', () => {
    expect(new Set(questions.map((asked) => asked.id)).size).toBe(questions.length);
    expect(new Set(topics.map((topic) => topic.id)).size).toBe(topics.length);
  });

  it.each(byId)('%s speaks both languages in whole sentences', (_id, asked) => {
    expectSentence(asked.ask);
    expectSentence(asked.help);
    expect(asked.label.en.split(' ').length).toBeLessThanOrEqual(3);
    for (const choice of Object.values(asked.type.choices ?? {})) expectSentence(choice.fits);
  });

  it.each(byId)('%s explains itself in two to six sentences', (_id, asked) => {
    for (const help of [asked.help.en, asked.help.es]) {
      const sentences = help.split(/(?<=[.?!])\s+(?=[“"«¿A-ZÁÉÍÓÚ])/).length;
      expect(sentences, help).toBeGreaterThanOrEqual(2);
      expect(sentences, help).toBeLessThanOrEqual(6);
    }
  });

  it.each(byId)('%s reads back what it prints', (_id, asked) => {
    const samples: readonly Value[] = asked.type.samples;
    expect(samples.length).toBeGreaterThan(0);
    for (const sample of samples) expect(asked.type.parse(asked.type.print(sample))).toEqual({ value: sample });
  });

  it.each(byId)('%s refuses nonsense with a sentence', (_id, asked) => {
    const parsed = asked.type.parse('\u0000nonsense\n');
    expect('says' in parsed).toBe(true);
    if ('says' in parsed) expectSentence(parsed.says);
  });

  it.each(byId)('%s depends only on questions that come before it', (id, asked) => {
    const before = questions.slice(0, questions.indexOf(asked));
    for (const condition of [asked.when, asked.essentialWhen]) {
      for (const named of condition ? namedIn(condition) : []) expect(before, `${id} looks at ${named.id}`).toContain(named);
    }
  });
});

function namedIn(condition: Condition): readonly AnyQuestion[] {
  switch (condition.kind) {
    case 'is':
    case 'given':
      return [condition.question];
    case 'unseen':
    case 'no-components':
      return [];
    case 'not':
      return namedIn(condition.of);
    default:
      return condition.of.flatMap(namedIn);
  }
}
