import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/problem.ts';
import { languages } from '../../src/model/text.ts';
import type { Value } from '../../src/model/value.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import type { Step } from '../../src/ui/interview.ts';
import { called, depth } from '../../src/ui/opening.ts';
import { forget, keep, resumedWords, type Unfinished, unfinishedIn, wordsToKeep } from '../../src/ui/unfinished.ts';
import { applicationQuestions, componentQuestions } from '../../src/ui/vocabulary.ts';
import { temporaryFolder } from '../output/folder.ts';
import { presets } from '../presets-of-the-house.ts';
import { argvOf, sensibleSaying } from '../random-answers.ts';

const vocabulary = { catalogue, presets };

/** A person's home, and a folder in which they call the program. */
const placeIn = (home: string, cwd = '/projects/shop') => ({ env: { XDG_STATE_HOME: home }, cwd });

const begun: Unfinished = { words: ['shop'], language: 'es', steps: [{ id: depth.id }, { slot: '', id: 'port', value: 8080 }], undone: [] };

/** The file in which it is kept. */
const fileIn = (home: string): string => {
  const folder = join(home, 'create-k8s-app');
  return join(folder, readdirSync(folder)[0] ?? '');
};

/** Why it cannot be taken up again. */
function refusal(place: Parameters<typeof unfinishedIn>[0]): string {
  try {
    return `taken up with ${JSON.stringify(unfinishedIn(place, vocabulary))}`;
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.complaints.map(({ says }) => says.en).join('\n');
  }
}

/** Every answer that can be given, of the application and of a component, taken as suggested and with each sample. */
const everyStep: readonly Step[] = [
  ...applicationQuestions(catalogue).map((asked) => ({ asked, spot: {} })),
  ...componentQuestions(catalogue).flatMap((asked) => ['', 'db'].map((slot) => ({ asked, spot: { slot } }))),
].flatMap(({ asked: { id, type }, spot }) => [
  { ...spot, id },
  ...(type.samples as readonly Value[]).map((value): Step => ({ ...spot, id, value })),
]);

describe('an interview that is kept', () => {
  it('is the same when it is taken up again, whatever was answered', () => {
    const place = placeIn(temporaryFolder());
    const opening: readonly Step[] = [
      { id: depth.id, value: 'all' },
      { id: 'start', value: 'postgresql' },
      { id: called.id, value: 'team-shop' },
    ];
    for (const language of languages) {
      const unfinished = { words: ['namespace', '--plain'], language, steps: [...opening, ...everyStep], undone: everyStep };
      expect(keep(unfinished, place)).toBe(true);
      expect(unfinishedIn(place, vocabulary)).toEqual(unfinished);
    }
  });

  it('belongs to the folder, and a later one takes its place', () => {
    const home = temporaryFolder();
    keep(begun, placeIn(home, '/projects/shop'));
    keep({ ...begun, words: ['bakery'] }, placeIn(home, '/projects/bakery'));
    keep({ ...begun, words: ['shop', '--plain'] }, placeIn(home, '/projects/shop'));
    expect(unfinishedIn(placeIn(home, '/projects/shop'), vocabulary).words).toEqual(['shop', '--plain']);
    expect(unfinishedIn(placeIn(home, '/projects/bakery'), vocabulary).words).toEqual(['bakery']);
    expect(refusal(placeIn(home, '/projects'))).toContain('no unfinished interview');
  });

  it('is for its owner only, and nothing else lies beside it', () => {
    const home = temporaryFolder();
    keep(begun, placeIn(home));
    expect(readdirSync(join(home, 'create-k8s-app'))).toHaveLength(1);
    expect(statSync(fileIn(home)).mode & 0o777).toBe(0o600);
    expect(statSync(join(home, 'create-k8s-app')).mode & 0o777).toBe(0o700);
  });

  it('is forgotten once, and forgetting nothing is no fault', () => {
    const place = placeIn(temporaryFolder());
    keep(begun, place);
    forget(place);
    forget(place);
    expect(refusal(place)).toContain('no unfinished interview');
  });

  it('lies where the home is, if nothing else is said', () => {
    const home = temporaryFolder();
    keep(begun, { env: { HOME: home }, cwd: '/projects' });
    expect(unfinishedIn({ env: { USERPROFILE: home }, cwd: '/projects' }, vocabulary)).toEqual(begun);
    expect(readdirSync(join(home, '.local/state/create-k8s-app'))).toHaveLength(1);
  });

  it.each([
    ['nobody has a home', () => ({})],
    ['the home is a file', () => ({ HOME: '/dev/null' })],
  ])('is not kept where %s, and nothing is left to go on with', (_, envOf) => {
    const place = { env: envOf(), cwd: '/projects' };
    expect(keep(begun, place)).toBe(false);
    forget(place);
    expect(refusal(place)).toContain('no unfinished interview');
  });
});

describe('a file of answers that was damaged', () => {
  it('is refused in one sentence wherever it was cut', () => {
    const home = temporaryFolder();
    keep(begun, placeIn(home));
    const whole = readFileSync(fileIn(home), 'utf8').trimEnd();
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(fileIn(home), whole.slice(0, length));
      expect(refusal(placeIn(home))).toBe(`The unfinished answers in ${fileIn(home)} cannot be read.`);
    }
  });

  it('never takes the program down, whatever stands in it', () => {
    const home = temporaryFolder();
    keep(begun, placeIn(home));
    const anything = fc.oneof(
      fc.json(),
      fc
        .record({ words: fc.anything(), language: fc.anything(), steps: fc.anything(), undone: fc.anything() })
        .map((all) => JSON.stringify(all)),
      fc.array(fc.anything()).map((steps) => JSON.stringify({ words: [], steps, undone: steps })),
    );
    fc.assert(
      fc.property(anything, (content) => {
        writeFileSync(fileIn(home), String(content));
        expect(refusal(placeIn(home))).toMatch(/cannot be read|^taken up with /);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, unknown]>([
    ['a question of another version', { id: 'colour', value: 'red' }],
    ['a value that is none any more', { id: 'platform', value: 'mainframe' }],
    ['a preset of another version', { id: 'start', value: 'cobol' }],
    ['a name that is none', { id: 'called', value: 'Team Shop' }],
    ['a value of another form', { slot: '', id: 'port', value: '8080' }],
    ['a list where one value belongs', { slot: '', id: 'image', value: ['a:1'] }],
    ['a component that is no name', { slot: 1, id: 'port', value: 80 }],
    ['no step at all', 'port'],
  ])('loses %s and keeps the rest', (_, step) => {
    const home = temporaryFolder();
    keep({ ...begun, steps: [...begun.steps, step as Step], undone: [step as Step] }, placeIn(home));
    expect(unfinishedIn(placeIn(home), vocabulary)).toEqual(begun);
  });
});

describe('the words of a command line', () => {
  it('are kept without what goes with each run, and come back with the language', () => {
    const about = fc.constantFrom([], ['--lang', 'en'], ['--lang=en'], ['--resume'], ['--resume', '--lang=es']);
    fc.assert(
      fc.property(sensibleSaying(), about, about, ({ saying }, before, after) => {
        const words = argvOf(saying);
        expect(wordsToKeep([...before, ...words, ...after])).toEqual(words);
        expect(resumedWords({ ...begun, words }, ['--resume'])).toEqual([...words, '--lang', 'es']);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [['shop'], ['--resume', '--plain'], ['shop', '--plain', '--lang', 'es']],
    [
      ['shop', '--plain'],
      ['--resume', '--plain'],
      ['shop', '--plain', '--lang', 'es'],
    ],
    [
      ['shop', '--plain'],
      ['shop', '--plain', '--resume'],
      ['shop', '--plain', '--lang', 'es'],
    ],
    [
      ['shop', '--image', 'a:1'],
      ['--resume', '--image', 'b:1'],
      ['shop', '--image', 'a:1', '--image', 'b:1', '--lang', 'es'],
    ],
    [
      ['shop', '--image', 'a:1'],
      ['shop', '--image', 'a:1', '--resume'],
      ['shop', '--image', 'a:1', '--lang', 'es'],
    ],
    [['shop'], ['--lang', 'en', '--resume'], ['shop', '--lang', 'en']],
    [['shop'], ['--resume', '--lang=en'], ['shop', '--lang=en']],
    [
      ['--image', 'a:1', '--', '--shop'],
      ['--resume', '--plain'],
      ['--image', 'a:1', '--plain', '--lang', 'es', '--', '--shop'],
    ],
    [
      ['--', '--shop'],
      ['--resume', '--', '--shop'],
      ['--lang', 'es', '--', '--shop'],
    ],
  ])('%j go on with %j as %j', (words, now, all) => {
    expect(resumedWords({ ...begun, words }, now)).toEqual(all);
  });

  it('may name a folder that is called like a flag', () => {
    expect(wordsToKeep(['--lang', 'en', '--resume', '--', '--resume'])).toEqual(['--', '--resume']);
    expect(wordsToKeep(['--', '--lang', 'en'])).toEqual(['--', '--lang', 'en']);
  });
});
