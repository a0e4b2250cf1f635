import { say, type Text, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { AnyQuestion } from '../questions/question.ts';
import type { Asking, Mending } from './asking.ts';
import type { Row } from './review.ts';

/** The words that both live faces share, beside those of the questions themselves. */
export const phrases = {
  choose: text('choose', 'elegir'),
  take: text('accept', 'aceptar'),
  leave: text('quit', 'salir'),
  suggested: text('suggested', 'propuesto'),
  back: text('back', 'atrás'),
  otherLanguage: text('español', 'English'),
  review: text('Review', 'Repaso'),
  why: text('why', 'por qué'),
  space: text('space', 'espacio'),
  goAhead: text('All good: go ahead', 'Todo está bien: adelante'),
  aheadMeans: text(
    'Here is every decision with its reason: move to one to read it, and press Enter to change it.',
    'Aquí está cada decisión con su motivo: muévete a una para leerlo y pulsa Intro para cambiarla.',
  ),
  nothing: text('nothing', 'nada'),
  done: text('That is all', 'Eso es todo'),
  add: text('Add one', 'Añadir otro'),
  nextItem: text('Add one, or press Enter on the empty line to finish.', 'Añade otro, o pulsa Intro en la línea vacía para terminar.'),
  needsAnswer: text('Only you know this: type an answer.', 'Esto solo lo sabes tú: escribe una respuesta.'),
  cannotTake: text('This cannot work here: choose another one.', 'Esto no puede funcionar aquí: elige otra opción.'),
  backByText: text('Type < to go back, > for Spanish (español).', 'Escribe < para volver atrás, > para inglés (English).'),
  changeOne: text('Change a decision', 'Cambiar una decisión'),
  whichOne: text('Which one?', '¿Cuál?'),
} as const;

/** What a question takes, for a field that is still empty. */
export const expectsText = ({ type }: AnyQuestion): Text => text(`This takes ${type.expects.en}.`, `Aquí va ${type.expects.es}.`);

export const decisionCount = (count: number): Text => text(`${count} decisions`, `${count} decisiones`);

export const progressOf = ({ asked, about }: Asking['progress']): Text => text(`${asked} of about ${about}`, `${asked} de unas ${about}`);

/** "web: Which image?" where the application has several components. */
export const askOf = ({ question, component, settled }: Asking): Text =>
  say((language) =>
    component === undefined || settled.components.length < 2 ? question.ask[language] : `${component}: ${question.ask[language]}`,
  );

/** A value as a person reads it: the name of the choice, the items of a list. */
export function valueText(question: AnyQuestion, value: Value): Text {
  const printed = question.type.print(value);
  if (typeof printed === 'string') return question.type.choices?.[printed]?.label ?? text(printed, printed);
  if (printed.length === 0) return phrases.nothing;
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
