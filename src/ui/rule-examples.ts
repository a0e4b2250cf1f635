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

const isRule = (id: string): Text =>
  text(
    `“${id}” is a rule of this program. Rules decide what you do not answer, and refuse answers that cannot work together; the review (key r) and --json name the one behind each decision.`,
    `«${id}» es una regla de este programa. Las reglas deciden lo que no respondes y rechazan las respuestas que juntas no pueden funcionar; el repaso (tecla r) y --json nombran la que hay detrás de cada decisión.`,
  );

/** What a rule is, and what the rules of this name do, each by an example. `said` is in lower case. Nothing where there is none. */
export function ruleLines(said: string, questions: readonly AnyQuestion[], language: Language, width: number): readonly string[] {
  const named = <R>(rules: Readonly<Record<string, R>> = {}) => Object.entries(rules).filter(([id]) => id.toLowerCase() === said);
  const examples = questions.flatMap((asked) => [
    ...named(asked.rules).map(([id, rule]) => ({ id, asked, ...rulingExample(asked, rule) })),
    ...named(asked.refuses).map(([id, rule]) => ({ id, asked, ...refusalExample(asked, rule) })),
  ]);
  return [
    ...examples.slice(0, 1).flatMap(({ id }) => [...wrap(isRule(id)[language], width), '']),
    ...examples.flatMap(({ asked, head, because }) => [
      ...wrap(head[language], width),
      ...(because ? wrap(because[language], width, '  ') : []),
      `  --${asked.id}`,
      '',
    ]),
  ];
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
