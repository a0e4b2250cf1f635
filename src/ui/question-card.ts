import type { Language } from '../model/text.ts';
import type { AnyQuestion } from '../questions/question.ts';
import { conditionText } from './conditions.ts';
import { isOfPeople, phrases } from './phrases.ts';
import { flagText } from './said-flags.ts';
import { formIn } from './stand-ins.ts';
import type { Usual } from './usual.ts';
import { isList, isSwitch } from './vocabulary.ts';
import { columns, wrap } from './wrap.ts';

const words = {
  en: { default: 'Default', none: 'none', repeat: 'It may be repeated.', deny: 'for none' },
  es: { default: 'Por defecto', none: 'nada', repeat: 'Se puede repetir.', deny: 'para ninguno' },
} as const;

/** The flag of a question with the form of its value: `--run always|once`, `--[no-]redirect`. */
export const usageOf = (asked: AnyQuestion, language: Language): string =>
  isSwitch(asked.type) ? `--[no-]${asked.id}` : `--${asked.id} ${formIn(asked.type.name, language)}`;

/** What the help says of one question: flag, question, values, default and condition. */
export function flagHelp(asked: AnyQuestion, usual: Usual, language: Language, width: number): readonly string[] {
  const own = words[language];
  const repeat = isList(asked.type) ? [`${own.repeat} --no-${asked.id} ${own.deny}.`] : [];
  const condition = asked.when ? [conditionText(asked.when)[language]] : [];
  const said = [asked.ask[language], ...repeat, defaultText(asked, usual, language), ...condition].filter(Boolean).join(' ');
  return [`  ${usageOf(asked, language)}`, ...wrap(said, width, '      '), ...choiceLines(asked, language, width, '      ')];
}

/** The choices, each with when it fits. */
function choiceLines(asked: AnyQuestion, language: Language, width: number, indent: string): readonly string[] {
  const choices = Object.entries(asked.type.choices ?? {});
  return columns(
    choices.map(([value, { fits }]) => [value, fits[language]]),
    width,
    indent,
  );
}

/** "Default: 8080. Most web programs listen there.", or nothing where the question has no usual answer. */
function defaultText(asked: AnyQuestion, usual: Usual, language: Language): string {
  const ruling = usual(asked);
  if (!ruling) return '';
  const printed =
    [asked.type.print(ruling.choice)].flat().join(', ') || (isOfPeople(asked) ? phrases.nobody[language] : words[language].none);
  return `${words[language].default}: ${printed}. ${ruling.reason[language]}`;
}

/** Everything there is to know of one question. */
export function questionCard(asked: AnyQuestion, usual: Usual, language: Language, width: number): readonly string[] {
  const condition = asked.when ? ['', ...wrap(conditionText(asked.when)[language], width)] : [];
  const example = asked.type.samples.slice(0, 1).map((sample) => flagText(asked, sample));
  const choices = choiceLines(asked, language, width, '  ');
  return [
    ...wrap(asked.ask[language], width),
    '',
    ...wrap(asked.help[language], width),
    ...(choices.length > 0 ? ['', ...choices] : []),
    ...condition,
    '',
    ...wrap(defaultText(asked, usual, language), width),
    `  ${usageOf(asked, language)}${asked.type.choices ? '' : `    ${example.join('')}`}`.trimEnd(),
    ...(asked.page ? [`  ${asked.page}`] : []),
  ];
}
