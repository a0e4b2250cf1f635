import { didYouMean } from '../model/nearest.ts';
import { exits, Problem } from '../model/problem.ts';
import { type Language, text } from '../model/text.ts';
import type { AnyQuestion } from '../questions/question.ts';
import { program } from './commands.ts';
import { topicsOf } from './help-topics.ts';
import { questionsListing } from './listings.ts';
import { questionCard } from './question-card.ts';
import { ruleLines } from './rule-examples.ts';
import { flagText } from './said-flags.ts';
import { usualOf } from './usual.ts';
import { allQuestions, isSwitch, type Vocabulary } from './vocabulary.ts';
import { wrap } from './wrap.ts';

/**
 * Explains a question, a topic, a preset, a choice (also a workload kind), or a rule. Without a word: what can be explained.
 * A Problem names the nearest word that can.
 */
export function explain(word: string | undefined, { catalogue, presets }: Vocabulary, language: Language, width: number): string {
  if (word === undefined) return questionsListing(catalogue, language, width);
  const lines = linesOn(word.toLowerCase().replace(/^--/, ''), { catalogue, presets }, language, width);
  if (lines.length === 0) throw unknown(word, { catalogue, presets });
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Ids come before names that people read, and choices before rules: some rules are called after what they choose. */
function linesOn(said: string, { catalogue, presets }: Vocabulary, language: Language, width: number): readonly string[] {
  const questions = allQuestions(catalogue);
  const usual = usualOf(catalogue);
  const card = (asked: AnyQuestion) => questionCard(asked, usual, language, width);
  const asked = questions.find(({ id }) => id === said);
  if (asked) return card(asked);
  const topic = topicsOf(catalogue).find(({ id }) => id === said);
  if (topic) return [topic.title[language], ...topic.questions.flatMap((each) => ['', ...card(each)])];
  const preset = presets.find(({ name }) => name === said);
  if (preset) return [preset.title[language], '', ...wrap(preset.about[language], width), `  ${program} --preset ${preset.name}`];
  const labelled = questions.find(({ label }) => label[language].toLowerCase() === said);
  if (labelled) return card(labelled);
  const choices = choiceLines(said, questions, language, width);
  return choices.length > 0 ? choices : ruleLines(said, questions, language, width);
}

const unknown = (word: string, vocabulary: Vocabulary): Problem =>
  new Problem(exits.usage, {
    says: text(`Nothing here is called “${word}”.`, `Aquí no hay nada que se llame «${word}».`),
    fix:
      didYouMean(word, explainable(vocabulary)) ??
      text(`${program} questions lists what can be explained.`, `${program} questions enumera lo que se puede explicar.`),
  });

/** Every word that can be explained. */
export const explainable = ({ catalogue, presets }: Vocabulary): readonly string[] => [
  ...new Set([
    ...topicsOf(catalogue).map(({ id }) => id),
    ...allQuestions(catalogue).flatMap((asked) => [
      asked.id,
      ...(isSwitch(asked.type) ? [] : Object.keys(asked.type.choices ?? {})),
      ...rulesOf(asked),
    ]),
    ...presets.map(({ name }) => name),
  ]),
];

const rulesOf = (asked: AnyQuestion): readonly string[] => [...Object.keys(asked.rules), ...Object.keys(asked.refuses ?? {})];

/** The choice of this name, wherever it can be taken. */
function choiceLines(said: string, questions: readonly AnyQuestion[], language: Language, width: number): readonly string[] {
  return questions.flatMap((asked) => {
    const found = Object.entries(asked.type.choices ?? {}).find(
      ([value, choice]) => value === said || choice.label[language].toLowerCase() === said,
    );
    if (!found || isSwitch(asked.type)) return [];
    const [value, { label, fits }] = found;
    const parsed = asked.type.parse(value);
    return [
      ...wrap(`${label[language]} (${asked.ask[language]})`, width),
      ...wrap(fits[language], width, '  '),
      `  ${'value' in parsed ? flagText(asked, parsed.value) : ''}`,
      ...(asked.page ? [`  ${asked.page}`] : []),
      '',
    ];
  });
}
