import type { Language, Text } from '../model/text.ts';
import { sameValue, type Value } from '../model/value.ts';
import type { Asking, Option } from './asking.ts';
import { mannerOf } from './manner.ts';
import { askOf, expectsText, mendText, phrases, progressOf, valueText } from './phrases.ts';
import { standingOf } from './plain-answer.ts';
import { blankLine, item, type PlainLine, sentence } from './plain-line.ts';
import { mendWay, orEnterFor, plainWords, suggestedText, yoursText } from './plain-words.ts';
import { flagName } from './said-flags.ts';

/** A question as it is read out: what is asked, why it is asked again, and what can be answered. */
export function questionLines(now: Asking, items: readonly string[], isEditing: boolean, language: Language): readonly PlainLine[] {
  const ask = askOf(now)[language];
  return [
    blankLine,
    ...(isEditing ? [sentence(ask), sentence(plainWords.editing[language])] : [sentence(`${ask} (${progressOf(now.progress)[language]})`)]),
    ...refusalLines(now, language),
    ...answerLines(now, items, language),
  ];
}

/** Why the decision as it stands cannot work, and what would mend it elsewhere. */
function refusalLines({ refusal, mends }: Asking, language: Language): readonly PlainLine[] {
  if (!refusal) return [];
  return [
    sentence(refusal.says[language]),
    ...(mends.length > 0 ? [sentence(plainWords.otherwise[language])] : []),
    ...mends.map((mend) => item('-', mendWay(mendText(mend), flagName(mend.spot.question.id, mend.spot.slot))[language])),
  ];
}

function answerLines(now: Asking, items: readonly string[], language: Language): readonly PlainLine[] {
  switch (mannerOf(now)) {
    case 'one':
      return optionLines(now, language);
    case 'some':
      return [...optionLines(now, language), ...suggestionLines(now, language), sentence(plainWords.severalHow[language])];
    case 'line':
      return [...suggestionLines(now, language), ...(standingOf(now) === undefined ? [sentence(expectsText(now.accepts)[language])] : [])];
    case 'lines':
      return [...suggestionLines(now, language), sentence(plainWords.itemsHow[language]), ...itemLines(items, language)];
  }
}

export const optionLines = (now: Asking, language: Language): readonly PlainLine[] =>
  now.options.map((option, index) => item(index + 1, optionText(now, option, language)));

/** "own disk (suggested). It suits …", or why it is not possible. */
function optionText(now: Asking, { value, printed, label, fits, refused }: Option, language: Language): string {
  const isList = now.question.type.widget === 'list';
  const holds = (standing: Value | undefined) =>
    isList && Array.isArray(standing) ? standing.includes(printed) : sameValue(value, standing);
  const marks: readonly Text[] = [
    ...(refused ? [plainWords.impossible] : []),
    ...(holds(now.suggestion?.choice) && !refused ? [phrases.suggested] : []),
    ...(holds(now.said) ? [isList ? plainWords.chosen : plainWords.yours] : []),
  ];
  const marked = marks.length > 0 ? ` (${marks.map((mark) => mark[language]).join(', ')})` : '';
  return `${label[language]}${marked}. ${(refused ?? fits)[language]}`;
}

function suggestionLines({ suggestion, said, question }: Asking, language: Language): readonly PlainLine[] {
  const suggested = suggestion && suggestedText(valueText(question, suggestion.choice), suggestion.reason);
  const yours = said !== undefined && !sameValue(said, suggestion?.choice) ? yoursText(valueText(question, said)) : undefined;
  return [suggested, yours].flatMap((each) => (each ? [sentence(each[language])] : []));
}

/** The items of a list so far. */
export const itemLines = (items: readonly string[], language: Language): readonly PlainLine[] =>
  items.length === 0 ? [sentence(plainWords.emptyList[language])] : items.map((each, index) => item(index + 1, each));

/** What stands before the answer: what Enter alone takes. */
export function askingPrompt(now: Asking, items: readonly string[], language: Language): string {
  if (mannerOf(now) === 'lines') return (items.length === 0 ? plainWords.toBegin : plainWords.toEnd)[language];
  const standing = standingOf(now);
  return (standing === undefined ? plainWords.toAnswer : orEnterFor(valueText(now.question, standing)))[language];
}
