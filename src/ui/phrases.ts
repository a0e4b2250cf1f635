import { say, type Text, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { developers, viewers } from '../questions/application.ts';
import type { AnyQuestion, ValueType } from '../questions/question.ts';
import type { Asking, Mending } from './asking.ts';
import type { Base, Step } from './interview.ts';
import type { Row } from './review.ts';
import { allQuestions } from './vocabulary.ts';

/** The words that both live faces share, beside those of the questions themselves. */
export const phrases = {
  choose: text('choose', 'elegir'),
  take: text('accept', 'aceptar'),
  leave: text('quit', 'salir'),
  suggested: text('suggested', 'propuesto'),
  back: text('back', 'atrás'),
  otherLanguage: text('español', 'English'),
  review: text('Review', 'Repaso'),
  space: text('space', 'espacio'),
  goAhead: text('All good: go ahead', 'Todo está bien: adelante'),
  aheadMeans: text(
    'Here is every decision with its reason: move to one to read it, and press Enter to change it.',
    'Aquí está cada decisión con su motivo: muévete a una para leerlo y pulsa Intro para cambiarla.',
  ),
  nothing: text('nothing', 'nada'),
  nobody: text('nobody', 'nadie'),
  done: text('That is all', 'Eso es todo'),
  needsAnswer: text('Only you know this: type an answer.', 'Esto solo lo sabes tú: escribe una respuesta.'),
  same: text('The manifests stay as they are.', 'Los manifiestos quedan como están.'),
  inScript: text('In a script:', 'En un script:'),
  readMore: text('Read more:', 'Para leer más:'),
  nothingFound: text('Nothing is called that.', 'No hay nada con ese nombre.'),
  noYaml: text(
    'There is no YAML to show while an answer cannot work. Change that answer first.',
    'No hay YAML que mostrar mientras una respuesta no puede funcionar. Cambia antes esa respuesta.',
  ),
} as const;

/** What stands in the YAML for answers that nobody has given yet. */
export const examplesStand = (examples: Text): Text =>
  say((language) =>
    language === 'en'
      ? `Where you have not answered yet, you see an example: ${examples.en}.`
      : `Donde aún no has respondido ves un ejemplo: ${examples.es}.`,
  );

/** What a question takes, for a field that is still empty. */
export const expectsText = ({ expects }: ValueType): Text => text(`Give ${expects.en}.`, `Indica ${expects.es}.`);

export const decisionCount = (count: number): Text => text(`${count} decisions`, `${count} decisiones`);

export const progressOf = ({ asked, about }: Asking['progress']): Text => text(`${asked} of about ${about}`, `${asked} de unas ${about}`);

/** "web: Which image?" where the application has several components. */
export const askOf = ({ question, component, settled }: Asking): Text =>
  say((language) =>
    component === undefined || settled.components.length < 2 ? question.ask[language] : `${component}: ${question.ask[language]}`,
  );

const ofPeople: readonly string[] = [developers.id, viewers.id];

/** Whose answer is a list of people. */
export const isOfPeople = ({ id }: AnyQuestion): boolean => ofPeople.includes(id);

/** A value as a person reads it: the name of the choice, the items of a list. */
export function valueText(question: AnyQuestion, value: Value): Text {
  const printed = question.type.print(value);
  if (typeof printed === 'string') return question.type.choices?.[printed]?.label ?? text(printed, printed);
  if (printed.length === 0) return isOfPeople(question) ? phrases.nobody : phrases.nothing;
  return text(printed.join(', '), printed.join(', '));
}

export const rowText = ({ spot, decision }: Row): Text => valueText(spot.question, decision.choice);

/** True where a person said it, and no rule, preset or program. */
export const isSaid = ({ decision }: Row): boolean =>
  decision.source === 'flag' || decision.source === 'interview' || decision.source === 'file';

/** Why the choices that were not taken were not, a sentence each. */
export const rejectedTexts = ({ spot, decision }: Row): readonly Text[] =>
  Object.entries(decision.rejected).map(([printed, why]) =>
    say((language) => {
      const label = spot.question.type.choices?.[printed]?.label[language] ?? printed;
      return language === 'en' ? `Not “${label}”: ${why.en}` : `No «${label}»: ${why.es}`;
    }),
  );

/** An answer elsewhere that lets a refused decision stand: "Replicas: 1 (one writer)". */
export const mendText = ({ spot, value, gives }: Mending): Text =>
  say((language) => `${spot.question.label[language]}: ${valueText(spot.question, value)[language]} (${gives[language]})`);

/** "Image (ghcr.io/example/shop:2.4.1)", and "cache: Port (6379)" in another component. */
export function exampleText({ catalogue }: Base, { slot, id, value }: Step): Text {
  const asked = allQuestions(catalogue).find((each) => each.id === id);
  return say((language) => {
    const of = slot === undefined || slot === '' ? '' : `${slot}: `;
    return asked && value !== undefined ? `${of}${asked.label[language]} (${valueText(asked, value)[language]})` : `${of}${id}`;
  });
}
