import { type Text, text } from '../../model/text.ts';

/** Words that only the wizard's screens use. */
export const words = {
  gives: text('what you get', 'qué obtienes'),
  changes: text('what changes', 'qué cambia'),
  howTo: text('how to answer', 'cómo responder'),
  possibleWith: text('It would work with:', 'Funcionaría con:'),
  whyNot: text('why not', 'por qué no'),
  why: text('why', 'por qué'),
  explain: text('explain', 'explicar'),
  find: text('find', 'buscar'),
  review: text('review', 'repaso'),
  yaml: text('YAML', 'YAML'),
  mark: text('mark', 'marcar'),
  change: text('change', 'cambiar'),
  goAhead: text('go ahead', 'adelante'),
  nextTopic: text('next topic', 'otro tema'),
  close: text('close', 'cerrar'),
  scroll: text('scroll', 'mover'),
  sideways: text('sideways', 'a los lados'),
  suggestion: text('edit the suggestion', 'editar la propuesta'),
  nextLine: text('next line', 'otra línea'),
  allLines: text('all lines', 'recorrer'),
  showAll: text('show all', 'ver todo'),
  showLess: text('show less', 'ver menos'),
  changing: text('changing one decision', 'cambio de una decisión'),
  acceptRest: text('Accept all suggestions and go ahead', 'Aceptar todo lo propuesto y seguir'),
  acceptMeans: text(
    'Every question that you have not answered takes its suggestion, and the files are written. A question that only you can answer is asked first.',
    'Cada pregunta que no has respondido toma lo propuesto y se escriben los archivos. Lo que solo sabes tú se pregunta antes.',
  ),
  said: text('you', 'tú'),
  ruled: text('a rule', 'una regla'),
  brought: text('a preset', 'una plantilla'),
  broughtOrSeen: text('a preset or the cluster', 'una plantilla o el clúster'),
  listMeans: text(
    'One per line. Enter goes to the next line; on an empty line it ends the list.',
    'Uno por línea. Intro pasa a la línea siguiente; en una línea vacía termina la lista.',
  ),
  soFar: text('The YAML so far', 'El YAML hasta ahora'),
} as const;

/** "what changes compared with “edge”" */
export const givesBeside = (other: Text): Text => ({
  en: `what changes compared with “${other.en}”`,
  es: `qué cambia frente a «${other.es}»`,
});

export const suggestedBecause = (reason: Text): Text => ({
  en: `Why it is suggested: ${reason.en}`,
  es: `Por qué se propone: ${reason.es}`,
});

/** The rule behind a decision, by the name that “explain” takes. */
export const ruleCalled = (id: string): Text => text(`rule ${id}`, `regla ${id}`);

/** How many changes there was no room for, and the key that shows them. */
export const moreChanges = (count: number, key: string): Text =>
  text(`… and ${count} more; ${key} shows all of it`, `… y ${count} más; con ${key} se ve todo`);

export const rowCount = (from: number, to: number, all: number): Text =>
  text(`rows ${from}–${to} of ${all}`, `filas ${from}–${to} de ${all}`);

export const lineCount = (from: number, to: number, all: number): Text =>
  text(`lines ${from}–${to} of ${all}`, `líneas ${from}–${to} de ${all}`);
