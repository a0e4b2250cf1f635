import type { Language } from '../model/text.ts';
import { component } from '../questions/basics.ts';
import type { AnyQuestion, JsonSchema } from '../questions/question.ts';
import { conditionText } from './conditions.ts';
import { applicationQuestions, componentQuestions, type Vocabulary } from './vocabulary.ts';

const titles = { en: 'The answers of create-k8s-app', es: 'Las respuestas de create-k8s-app' } as const;
const presetHelp = {
  en: 'The preset that this component starts from; your answers here overrule it.',
  es: 'La plantilla de la que parte este componente; lo que respondas aquí manda sobre ella.',
} as const;

/** JSON Schema (2020-12) of the answers file. */
export function answersSchema({ catalogue, presets }: Vocabulary, language: Language): JsonSchema {
  const questions = componentQuestions(catalogue).filter((asked) => asked.id !== component.id);
  const preset = {
    description: [presetHelp[language], ...presets.map(({ name, title }) => `${name}: ${title[language]}`)].join('\n\n'),
    enum: presets.map(({ name }) => name),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: titles[language],
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      application: section(propertiesOf(applicationQuestions(catalogue), language)),
      components: {
        type: ['object', 'null'],
        propertyNames: component.type.schema,
        additionalProperties: section({ preset, ...propertiesOf(questions, language) }),
      },
    },
  };
}

const section = (properties: JsonSchema): JsonSchema => ({ type: ['object', 'null'], additionalProperties: false, properties });

const propertiesOf = (questions: readonly AnyQuestion[], language: Language): JsonSchema =>
  Object.fromEntries(questions.map((asked) => [asked.id, { description: describe(asked, language), ...asked.type.schema }]));

/** Question, help, condition and choices, as paragraphs. */
function describe(asked: AnyQuestion, language: Language): string {
  const choices = Object.entries(asked.type.choices ?? {}).map(([value, { fits }]) => `${value}: ${fits[language]}`);
  const condition = asked.when ? [conditionText(asked.when)[language]] : [];
  return [asked.ask[language], asked.help[language], ...condition, ...choices].join('\n\n');
}
