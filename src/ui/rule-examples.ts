import { type Language, type Text, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { AnyQuestion } from '../questions/question.ts';
import { exampleOf } from './example-of.ts';
import { wrap } from './wrap.ts';

const decides = (label: Text, choice: string): Text =>
  text(`For example it decides “${choice}” for “${label.en}”:`, `Por ejemplo, decide «${choice}» en «${label.es}»:`);
const refusesChoice = (label: Text, choice: string): Text =>
  text(`For example it refuses “${choice}” for “${label.en}”:`, `Por ejemplo, rechaza «${choice}» en «${label.es}»:`);
const speaksOf = (label: Text): Text =>
  text(
    `It decides “${label.en}” based on the cluster or on the other answers.`,
    `Decide «${label.es}» según el clúster o las demás respuestas.`,
  );
const watches = (label: Text): Text =>
  text(
    `It refuses what cannot work for “${label.en}” together with the other answers.`,
    `Rechaza lo que no puede funcionar en «${label.es}» junto a las demás respuestas.`,
  );

/** What the rules of this name do, each by an example. `said` is in lower case. */
export function ruleLines(said: string, questions: readonly AnyQuestion[], language: Language, width: number): readonly string[] {
  const named = <R>(rules: Readonly<Record<string, R>> = {}): readonly R[] =>
    Object.entries(rules).flatMap(([id, rule]) => (id.toLowerCase() === said ? [rule] : []));
  return questions.flatMap((asked) => {
    const examples = [
      ...named(asked.rules).map((rule) => rulingExample(asked, rule)),
      ...named(asked.refuses).map((rule) => refusalExample(asked, rule)),
    ];
    return examples.flatMap(({ head, because }) => [
      ...wrap(head[language], width),
      ...(because ? wrap(because[language], width, '  ') : []),
      `  --${asked.id}`,
      '',
    ]);
  });
}

interface Example {
  readonly head: Text;
  readonly because?: Text;
}

function rulingExample(asked: AnyQuestion, rule: AnyQuestion['rules'][string]): Example {
  const ruling = exampleOf(rule);
  return ruling ? { head: decides(asked.label, shown(asked, ruling.choice)), because: ruling.reason } : { head: speaksOf(asked.label) };
}

function refusalExample(asked: AnyQuestion, refuse: NonNullable<AnyQuestion['refuses']>[string]): Example {
  for (const choice of asked.type.samples as readonly Value[]) {
    const refused = exampleOf((known) => refuse(choice, known));
    if (refused) return { head: refusesChoice(asked.label, shown(asked, choice)), because: refused.says };
  }
  return { head: watches(asked.label) };
}

const shown = (asked: AnyQuestion, choice: Value): string => [asked.type.print(choice)].flat().join(', ');
