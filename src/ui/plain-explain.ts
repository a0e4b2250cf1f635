import type { Language } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { Asking } from './asking.ts';
import type { Base } from './interview.ts';
import { expectsText, phrases, valueText } from './phrases.ts';
import { atHand, optionFor } from './plain-answer.ts';
import { item, type PlainLine, sentence } from './plain-line.ts';
import { optionLines } from './plain-question.ts';
import { givesBeside, plainWords, suggestedText } from './plain-words.ts';
import { flagText } from './said-flags.ts';

/** `?` alone: the question, its choices, why one of them is suggested, and what the answer at hand gives. */
export function questionExplained(now: Asking, items: readonly string[], base: Base, language: Language): readonly PlainLine[] {
  const { question, suggestion } = now;
  const answer = atHand(now, items);
  return [
    sentence(question.help[language]),
    ...(now.options.length > 0 ? optionLines(now, language) : [sentence(expectsText(now.accepts)[language])]),
    ...(suggestion ? [sentence(suggestedText(valueText(question, suggestion.choice), suggestion.reason)[language])] : []),
    ...(answer === undefined ? [] : valueLines(now, answer, base, language)),
    ...(question.page ? [sentence(`${phrases.readMore[language]} ${question.page}`)] : []),
  ];
}

/** `? 3`, `? edge` or `? 9090`: one choice or one answer, and what it gives. */
export function answerExplained(now: Asking, word: string, base: Base, language: Language): readonly PlainLine[] {
  const found = now.options.length > 0 ? optionFor(now, word, language) : undefined;
  if (found && !('says' in found)) {
    const line = optionLines(now, language)[now.options.indexOf(found)];
    return [...(line ? [line] : []), ...(found.refused ? [] : valueLines(now, found.value, base, language))];
  }
  const read = now.read(now.question.type.widget === 'list' ? [word] : word);
  if ('value' in read) return valueLines(now, read.value, base, language);
  return (found?.says ?? [read.says]).map((says) => sentence(says[language]));
}

/** What an answer makes of the manifests, and the flag that says it; what the interview opens with has none. */
function valueLines(now: Asking, value: Value, { opening }: Base, language: Language): readonly PlainLine[] {
  const { question, spot } = now;
  const given = now.gives(value);
  const title = given?.beside ? givesBeside(valueText(question, given.beside.value)) : plainWords.gives;
  const changes = given?.changes.map(({ sign, object, says }) => item(sign, `${object}: ${says[language]}`)) ?? [];
  return [
    ...(given ? [sentence(title[language]), ...(changes.length > 0 ? changes : [sentence(phrases.same[language])])] : []),
    ...(opening.includes(question) ? [] : [sentence(`${phrases.inScript[language]} ${flagText(question, value, spot.slot)}`)]),
  ];
}
