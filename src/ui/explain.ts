import { exits, Problem } from '../model/problem.ts';
import { type Language, type Text, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { AnyQuestion } from '../questions/question.ts';
import { program } from './commands.ts';
import { exampleOf } from './example-of.ts';
import { topicsOf } from './help-topics.ts';
import { questionsListing } from './listings.ts';
import { didYouMean } from './nearest.ts';
import { questionCard } from './question-card.ts';
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
  const said = word.toLowerCase().replace(/^--/, '');
  const questions = allQuestions(catalogue);
  const usual = usualOf(catalogue);
  const asked = questions.find(({ id, label }) => id === said || label[language].toLowerCase() === said);
  const topic = topicsOf(catalogue).find(({ id }) => id === said);
  const preset = presets.find(({ name }) => name === said);
  const lines = asked
    ? questionCard(asked, usual, language, width)
    : topic
      ? [topic.title[language], ...topic.questions.flatMap((each) => ['', ...questionCard(each, usual, language, width)])]
      : preset
        ? [preset.title[language], '', ...wrap(preset.about[language], width), `  ${program} --preset ${preset.name}`]
        : namedLines(said, questions, language, width);
  if (lines.length === 0) throw unknown(word, { catalogue, presets });
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Choices come before rules: some rules are called after what they choose. */
function namedLines(said: string, questions: readonly AnyQuestion[], language: Language, width: number): readonly string[] {
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
    ...allQuestions(catalogue).flatMap((asked) => [asked.id, ...(isSwitch(asked.type) ? [] : Object.keys(asked.type.choices ?? {})), ...rulesOf(asked)]),
    ...presets.map(({ name }) => name),
  ]),
];

const rulesOf = (asked: AnyQuestion): readonly string[] => [...Object.keys(asked.rules), ...Object.keys(asked.refuses ?? {})];

/** The choice of this name, wherever it can be taken. */
function choiceLines(said: string, questions: readonly AnyQuestion[], language: Language, width: number): readonly string[] {
  return questions.flatMap((asked) => {
    const found = Object.entries(asked.type.choices ?? {}).find(([value, choice]) => value === said || choice.label[language].toLowerCase() === said);
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

const decides = (label: Text, choice: string): Text =>
  text(`For example it decides “${choice}” for “${label.en}”:`, `Por ejemplo, decide «${choice}» en «${label.es}»:`);
const refusesChoice = (label: Text, choice: string): Text =>
  text(`For example it refuses “${choice}” for “${label.en}”:`, `Por ejemplo, rechaza «${choice}» en «${label.es}»:`);
const speaksOf = (label: Text): Text =>
  text(`It decides “${label.en}” by what the cluster or the other answers show.`, `Decide «${label.es}» por lo que muestran el clúster o las demás respuestas.`);
const watches = (label: Text): Text =>
  text(`It refuses what cannot work for “${label.en}” beside the other answers.`, `Rechaza lo que no puede funcionar en «${label.es}» junto a las demás respuestas.`);

/** What the rules of this name do, each by an example. */
function ruleLines(said: string, questions: readonly AnyQuestion[], language: Language, width: number): readonly string[] {
  return questions.flatMap((asked) => {
    const rule = Object.entries(asked.rules).find(([id]) => id.toLowerCase() === said);
    const refuse = Object.entries(asked.refuses ?? {}).find(([id]) => id.toLowerCase() === said);
    const lines = (head: Text, because?: Text) => [...wrap(head[language], width), ...(because ? wrap(because[language], width, '  ') : []), `  --${asked.id}`, ''];
    const ruling = rule && exampleOf(rule[1]);
    const refusal = refuse && refusalBy(asked, refuse[1]);
    return [
      ...(ruling ? lines(decides(asked.label, shown(asked, ruling.choice)), ruling.reason) : rule ? lines(speaksOf(asked.label)) : []),
      ...(refusal ? lines(refusesChoice(asked.label, shown(asked, refusal.choice)), refusal.says) : refuse ? lines(watches(asked.label)) : []),
    ];
  });
}

const shown = (asked: AnyQuestion, choice: Value): string => [asked.type.print(choice)].flat().join(', ');

function refusalBy(asked: AnyQuestion, refuse: NonNullable<AnyQuestion['refuses']>[string]): { readonly choice: Value; readonly says: Text } | undefined {
  for (const choice of asked.type.samples as readonly Value[]) {
    const refused = exampleOf((known) => refuse(choice, known));
    if (refused) return { choice, says: refused.says };
  }
  return undefined;
}
