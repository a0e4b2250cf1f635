import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/model/text.ts';
import { sameValue, type Value } from '../../src/model/value.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { type Asking, currentOf } from '../../src/ui/asking.ts';
import { type Interview, interviewOf, settledOf, stepAt } from '../../src/ui/interview.ts';
import { mannerOf } from '../../src/ui/manner.ts';
import { nextLanguage } from '../../src/ui/next-language.ts';
import { readingOf } from '../../src/ui/plain-answer.ts';
import { saidIn } from '../../src/ui/plain-command.ts';
import { heard } from '../../src/ui/plain-hearing.ts';
import { rowsOfLine, sentence } from '../../src/ui/plain-line.ts';
import { sittingLines, sittingOf } from '../../src/ui/plain-sitting.ts';
import { plainWords } from '../../src/ui/plain-words.ts';
import { reviewOf, rowsOf } from '../../src/ui/review.ts';
import { allQuestions } from '../../src/ui/vocabulary.ts';
import { edit } from '../../src/ui/walk.ts';
import { factsFor, type Saying, sensibleSaying } from '../random-answers.ts';
import { typedAs } from './plain-script.ts';
import { programBase } from './program-base.ts';

/** The review of an interview in which all of this was said by flags. */
function reviewed(saying: Saying): Interview {
  const said = { source: 'flag', application: saying.application, components: saying.components } as const;
  return interviewOf({ ...programBase({ said, added: saying.added, files: factsFor(saying).files }), opening: [] }, { all: false });
}

/** Every question of the program as it is asked in some interview, twice over where it can be asked with a refused choice too. */
const askings: readonly { readonly interview: Interview; readonly now: Asking }[] = (() => {
  const found = new Map<string, { interview: Interview; now: Asking }>();
  const opened = interviewOf(programBase());
  const opening = opened.base.opening.map((question) => edit(opened, { question }));
  const decided = fc.sample(sensibleSaying(), { seed: 1, numRuns: 60 }).flatMap(({ saying }) => {
    const interview = reviewed(saying);
    return rowsOf(reviewOf(interview, settledOf(interview))).map(({ spot }) => edit(interview, spot));
  });
  for (const interview of [...opening, ...decided]) {
    const id = interview.editing?.question.id ?? '';
    if (found.has(`${id} refused`) || (found.has(id) && !interview.editing?.question.refuses)) continue;
    const now = currentOf(interview);
    if (now.kind === 'review') continue;
    if (!found.has(id)) found.set(id, { interview, now });
    if (now.options.some(({ refused }) => refused)) found.set(`${id} refused`, { interview, now });
  }
  return [...found.values()];
})();

const linesAt = (interview: Interview, language: 'en' | 'es') => sittingLines(sittingOf(interview, language));

it('the cases are all questions, and some choices that are refused', () => {
  const ids = new Set(askings.map(({ now }) => now.question.id));
  expect(allQuestions(catalogue).flatMap(({ id }) => (ids.has(id) ? [] : [id]))).toEqual([]);
  expect([...ids]).toEqual(expect.arrayContaining(['questions', 'start']));
  expect(askings.filter(({ now }) => now.options.some(({ refused }) => refused)).length).toBeGreaterThan(5);
});

describe.each(languages)('every question in %s', (language) => {
  it('says its choices with their numbers, and of those that cannot work why', () => {
    for (const { interview, now } of askings.filter((each) => mannerOf(each.now) !== 'lines')) {
      const numbered = linesAt(interview, language).filter(({ lead }) => /^\d+\. $/.test(lead));
      expect(
        numbered.map(({ lead }) => lead),
        now.question.id,
      ).toEqual(now.options.map((_, index) => `${index + 1}. `));
      for (const [index, { label, fits, refused }] of now.options.entries()) {
        expect(numbered[index]?.words.startsWith(label[language])).toBe(true);
        expect(numbered[index]?.words).toContain((refused ?? fits)[language]);
        expect(numbered[index]?.words.includes(plainWords.impossible[language])).toBe(refused !== undefined);
      }
    }
  });

  it('takes the same choice by its number, its value and its name, and a refused one by none of them', () => {
    for (const { now } of askings) {
      for (const [index, { value, printed, label, refused }] of now.options.entries()) {
        const names = [printed, label[language], label[nextLanguage(language)]];
        for (const word of [`${index + 1}`, `${index + 1}.`, ...names, ...names.map((name) => name.toUpperCase())]) {
          const read = refused ? { kind: 'fault', says: [refused] } : { kind: 'value', value };
          expect({ word, read: readingOf(now, [], word, language) }, now.question.id).toEqual({ word, read });
        }
      }
    }
  });

  it('takes every value of its type as it is typed, unless it is refused', () => {
    for (const { interview, now } of askings) {
      for (const value of now.question.type.samples as readonly Value[]) {
        const printed = now.question.type.print(value);
        let sitting = sittingOf(interview, language);
        for (const line of typed(now, printed)) sitting = heard(sitting, line, 80).sitting;
        const { editing, steps } = sitting.interview;
        const isTaken = !editing && sameValue(stepAt(steps, now.spot)?.value ?? now.suggestion?.choice, value);
        expect(isTaken, `${now.question.id} ${printed}`).toBe('value' in now.read(printed));
      }
    }
  });

  it('is explained, and so is each of its choices', () => {
    for (const { interview, now } of askings) {
      const sitting = sittingOf(interview, language);
      const words = (line: string) => heard(sitting, line, 80).says.map((each) => each.words);
      expect(words('?')).toContain(now.question.help[language]);
      for (const [index, { label, printed }] of now.options.entries()) {
        expect(words(`? ${index + 1}`)[0]).toContain(label[language]);
        expect(words(`?${printed}`)).toEqual(words(`? ${index + 1}`));
      }
    }
  });

  it('breaks its lines between words on narrow terminals', () => {
    const rows = askings.flatMap(({ interview }) => linesAt(interview, language).flatMap((line) => rowsOfLine(line, 30)));
    expect(rows.filter((row) => row.length > 30 && /\S \S/.test(row.replace(/^\d+\. /, '')))).toEqual([]);
  });
});

/** The lines that say a value: a list item by item, after it was emptied, and its end. */
function typed(now: Asking, printed: string | readonly string[]): readonly string[] {
  if (mannerOf(now) !== 'lines') return printed.length === 0 ? ['none'] : [typedAs([printed].flat().join(', '))];
  return [':none', ...[printed].flat().map(typedAs), ''];
}

describe('any line', () => {
  const line = fc.string({ unit: 'binary', maxLength: 30 });
  const sign = fc.oneof(fc.constantFrom(':', '?', '<', '>', '::', '?? ', '<<', '>>>', ':find ', ': '), fc.constant(''));
  const signed = fc.tuple(sign, line).map((parts) => parts.join(''));

  it('can be an answer, with its first sign doubled where it looks like a command', () => {
    fc.assert(
      fc.property(signed, (answer) => {
        expect(saidIn(typedAs(answer.trim()))).toEqual({ kind: 'answer', line: answer.trim() });
      }),
    );
  });

  it('has no sign in it that would act on a terminal, and no row wider than that, once it is said', () => {
    fc.assert(
      fc.property(signed, fc.integer({ min: 10, max: 100 }), (words, width) => {
        for (const row of rowsOfLine(sentence(words), width)) {
          expect(row).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
          if (row.length > width) expect(row).not.toContain(' ');
        }
      }),
    );
  });

  it('leads somewhere from anywhere, and what is said to it is not empty, or the place is a new one', () => {
    const moves = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('', '1', '2', '3', '<', '>', '?', '? 1', ':review', ':find name', ':find a', ':again') },
      { weight: 1, arbitrary: fc.constantFrom(':yaml', ':help', ':write', ':none', ':remove', 'ghcr.io/example/shop:1.0.0', 'none') },
      { weight: 1, arbitrary: signed },
    );
    fc.assert(
      fc.property(fc.array(moves, { maxLength: 25 }), (lines) => {
        let sitting = sittingOf(interviewOf(programBase()), 'en');
        for (const each of lines) {
          if (sitting.outcome) return;
          const next = heard(sitting, each, 80);
          expect(next.isNew || next.says.length > 0).toBe(true);
          expect(JSON.stringify(next.says)).not.toMatch(/undefined|\[object/);
          sitting = next.sitting;
        }
      }),
      { numRuns: 60 },
    );
  });
});
