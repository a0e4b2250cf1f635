import { didYouMean } from '../model/nearest.ts';
import { type Language, listed, type Text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { Asking, Option } from './asking.ts';
import { folded } from './folded.ts';
import { mannerOf } from './manner.ts';
import { nextLanguage } from './next-language.ts';
import { expectsText, phrases } from './phrases.ts';
import { saidIn, wordsOfCommand } from './plain-command.ts';
import { namedBy, numberIn } from './plain-names.ts';
import { commandHint, couldBe, noSuchChoice, noSuchNumber } from './plain-words.ts';

/** What comes of an answer line: the value (none accepts the suggestion), a list that goes on, or why nothing was taken. */
export type Reading =
  | { readonly kind: 'value'; readonly value?: Value }
  | { readonly kind: 'items'; readonly items: readonly string[] }
  | { readonly kind: 'fault'; readonly says: readonly Text[] };

/** What Enter alone takes: the earlier answer where it can work, else the suggestion. */
export function standingOf({ said, suggestion, question, read }: Asking): Value | undefined {
  const isGood = said !== undefined && 'value' in read(question.type.print(said));
  return isGood ? said : suggestion?.choice;
}

/** The items of a list before anything is typed. */
export function standingItems(now: Asking): readonly string[] {
  const standing = standingOf(now);
  return standing === undefined ? [] : [now.question.type.print(standing)].flat();
}

/** The answer at hand: a list as it has grown so far, else what Enter alone takes. */
export function atHand(now: Asking, items: readonly string[]): Value | undefined {
  if (mannerOf(now) !== 'lines') return standingOf(now);
  const read = now.read(items);
  return 'value' in read ? read.value : undefined;
}

/** Reads an answer; `items` are those of a list that grows line by line. */
export function readingOf(now: Asking, items: readonly string[], line: string, language: Language): Reading {
  const manner = mannerOf(now);
  if (manner === 'lines') return line === '' ? taken(now, items) : grown(now, items, line);
  if (line === '') return standing(now);
  if (manner === 'line') return taken(now, line);
  return manner === 'one' ? oneOf(now, line, language) : someOf(now, line, language);
}

function standing(now: Asking): Reading {
  const value = standingOf(now);
  if (value !== undefined) return { kind: 'value', value };
  return { kind: 'fault', says: [phrases.needsAnswer, ...(mannerOf(now) === 'line' ? [expectsText(now.accepts)] : [])] };
}

/** The value of a line or of a list, if it can work here. */
export function taken(now: Asking, typed: string | readonly string[]): Reading {
  const read = now.read(typed);
  return 'value' in read ? { kind: 'value', value: read.value } : { kind: 'fault', says: [read.says] };
}

function grown(now: Asking, items: readonly string[], line: string): Reading {
  const longer = [...items, line];
  const read = now.read(longer);
  return 'value' in read ? { kind: 'items', items: longer } : { kind: 'fault', says: [read.says] };
}

function oneOf(now: Asking, word: string, language: Language): Reading {
  const found = optionFor(now, word, language);
  if ('says' in found) return { kind: 'fault', says: found.says };
  return found.refused ? { kind: 'fault', says: [found.refused] } : { kind: 'value', value: found.value };
}

const noneWords: readonly string[] = [phrases.nothing, phrases.nobody]
  .flatMap((word) => Object.values(word))
  .concat(wordsOfCommand('none'))
  .map(folded);

function someOf(now: Asking, line: string, language: Language): Reading {
  if (noneWords.includes(folded(line)) && 'says' in optionFor(now, line, language)) return taken(now, []);
  const items: string[] = [];
  for (const word of line.split(',').map((each) => each.trim())) {
    if (word === '') continue;
    // What stands can hold more than is offered here, such as what a flag said.
    if (standingItems(now).includes(word)) {
      items.push(word);
      continue;
    }
    const found = optionFor(now, word, language);
    if ('says' in found) return { kind: 'fault', says: found.says };
    if (found.refused) return { kind: 'fault', says: [found.refused] };
    items.push(found.printed);
  }
  return taken(now, [...new Set(items)]);
}

/** The option that a number, a printed value or a label means, or the beginning of one; else what is wrong with the word. */
export function optionFor({ options }: Asking, word: string, language: Language): Option | { readonly says: readonly Text[] } {
  const number = numberIn(word);
  if (number !== undefined) return options[number - 1] ?? { says: [noSuchNumber(options.length)] };
  const named = namedBy(word, options, [
    ({ printed }) => [printed],
    ({ label }) => [label[language]],
    ({ label }) => [label[nextLanguage(language)]],
  ]);
  const [found, ...others] = named;
  if (found && others.length === 0) return found;
  if (found)
    return {
      says: [
        couldBe(
          word,
          listed(
            named.map(({ label }) => label),
            'or',
          ),
        ),
      ],
    };
  const near = didYouMean(
    word,
    options.flatMap(({ printed, label }) => [label[language], printed]),
  );
  const command = saidIn(`:${word}`);
  const isCommand = command.kind === 'command' && wordsOfCommand(command.name).some((each) => folded(each) === folded(word));
  return { says: [noSuchChoice(word), isCommand ? commandHint(word) : (near ?? noSuchNumber(options.length))] };
}
