import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../src/model/text.ts';
import { kinds, terms, unsaid } from './terms.ts';
import { type PlacedText, texts } from './texts.ts';

const word = (pattern: string, flags = 'iu'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_./-])(?:${pattern})(?![\\p{L}\\p{N}_/-]|\\.\\p{L})`, flags);

/** Without what is quoted, in backquotes, a flag or a path: those are letters to type, not words. */
const spoken = (half: string): string =>
  half
    .replaceAll(/[“«`][^”»`]*[”»`]/g, '“”')
    .replaceAll(/\[['"][^\]]*['"]\]/g, '[]')
    .replaceAll(/--[\w.…-]+/g, '--');

const faults = (isFault: (said: PlacedText) => boolean): readonly string[] =>
  texts.filter(isFault).map(({ place, en, es }) => `${place}\n  ${en}\n  ${es}`);
const eitherHalf = (isFault: (half: string, language: Language) => boolean) =>
  faults((said) => languages.some((language) => isFault(said[language], language)));

describe('the words of the field', () => {
  it('are found', () => expect(texts.length).toBeGreaterThan(1000));

  it.each(terms)('“$en” is “$es”', ({ en, es }) => {
    expect(faults((said) => word(en).test(spoken(said.en)) && !word(es).test(said.es))).toEqual([]);
  });

  it.each(terms.filter(({ never }) => never))('“$en” is never “$never”', ({ never = '' }) => {
    expect(eitherHalf((half) => word(never).test(half))).toEqual([]);
  });

  it.each(unsaid)('nobody says “%s”', (turn) => {
    expect(eitherHalf((half) => word(turn).test(half))).toEqual([]);
  });

  it.each(kinds)('%s keeps its capitals', (kind) => {
    const other = word(`${kind}(e?s)?`, 'giu');
    expect(eitherHalf((half) => (spoken(half).match(other) ?? []).some((said) => !said.startsWith(kind)))).toEqual([]);
  });

  it('pods are written small', () => {
    expect(eitherHalf((half) => /[^.?:!] Pods?\b(?! Security)/.test(half))).toEqual([]);
  });
});

const count = (half: string, letter: string): number => half.split(letter).length - 1;
const quotes: Readonly<Record<Language, readonly [string, string, RegExp]>> = { en: ['“', '”', /[«»]/], es: ['«', '»', /[“”]/] };

describe('the marks', () => {
  it('quote as the language does, and close what they open', () => {
    expect(
      eitherHalf((half, language) => {
        const [open, close, foreign] = quotes[language];
        return foreign.test(half) || count(half, open) !== count(half, close);
      }),
    ).toEqual([]);
  });

  it('are not those of a typewriter', () => {
    expect(eitherHalf((half) => /["']/.test(spoken(half)))).toEqual([]);
  });

  it('leave one space between words, and none before a mark', () => {
    expect(eitherHalf((half) => / {2}| \n| [,;:.?!]( |$)/.test(spoken(half)))).toEqual([]);
  });

  it('open a question and an exclamation in Spanish', () => {
    expect(faults(({ es }) => count(spoken(es), '?') !== count(es, '¿') || count(spoken(es), '!') !== count(es, '¡'))).toEqual([]);
  });

  it('end both halves alike', () => {
    const endOf = (half: string): string => /[.?!:]$/.exec(half)?.[0] ?? '';
    expect(faults(({ en, es }) => endOf(en) !== endOf(es))).toEqual([]);
  });
});

describe('sentences', () => {
  const whole = new Set(['says', 'fix', 'reason', 'because', 'help', 'fits', 'refused']);

  it('end', () => {
    expect(faults(({ role, en }) => (whole.has(role) || en.split(' ').length > 9) && /^\p{Lu}/u.test(en) && !/[.?!:…)]$/.test(en))).toEqual(
      [],
    );
  });

  it('are not too long to be read at once', () => {
    const longest = ({ en, es }: PlacedText) =>
      Math.max(...[en, es].flatMap((half) => half.split(/(?<=[.?!;:]) /).map((said) => said.length)));
    expect(faults((said) => longest(said) > 260)).toEqual([]);
  });
});
