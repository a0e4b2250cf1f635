import { text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { namespace } from '../questions/application.ts';
import { image, run } from '../questions/basics.ts';
import type { Preset } from '../questions/presets.ts';
import { always, type Choice, type Question, question } from '../questions/question.ts';
import { oneOf } from '../questions/value-types.ts';

/** How much of the catalogue is asked. It shapes the interview, never the plan. */
export const depth = question({
  id: 'questions',
  label: text('Questions', 'Preguntas'),
  ask: text('How much do you want to decide yourself?', '¿Cuánto quieres decidir tú?'),
  help: text(
    'The essential questions are the ones that only you can answer. Everything else has a sensible suggestion: you see it with its reason in the review, and you can change it there. If this is your first time, take the essentials.',
    'Las preguntas esenciales son las que solo tú puedes responder. Todo lo demás tiene una buena propuesta: la ves con su motivo en el repaso y allí la puedes cambiar. Si es tu primera vez, elige lo esencial.',
  ),
  level: 'essential',
  type: oneOf({
    essential: {
      label: text('the essentials', 'lo esencial'),
      fits: text(
        'It suits a first time: what only you know, and what matters most.',
        'Sirve para la primera vez: lo que solo sabes tú y lo que más importa.',
      ),
    },
    all: {
      label: text('everything that people often change', 'todo lo que se suele cambiar'),
      fits: text(
        'It suits people who know Kubernetes and want to decide more themselves.',
        'Sirve para quien conoce Kubernetes y quiere decidir más cosas.',
      ),
    },
  }),
  rules: {
    essential: always(
      'essential',
      text(
        'Everything else has a good suggestion, which you can change in the review.',
        'Todo lo demás trae una buena propuesta y lo puedes cambiar en el repaso.',
      ),
    ),
  },
});

/** The choice of `start` that takes nothing for granted. */
const ownWay = 'own';

/** What the main component starts from: the name of a preset, or nothing. The way in for whoever has no answer to the rest yet. */
export const startOf = (presets: readonly Preset[]): Question<'start', string> =>
  question({
    id: 'start',
    label: text('Start', 'Punto de partida'),
    ask: text('What do you want to run?', '¿Qué quieres poner en marcha?'),
    help: text(
      'A preset is like a recipe for one kind of program: it answers what is the same for all of them and leaves you what only you know. It is only a starting point: you find each of its answers in the review, where you can change it. If nothing in the list is like your program, take “I have an image” and answer the questions one by one.',
      'Una plantilla es como una receta para una clase de programas: responde lo que es igual en todos ellos y te deja a ti lo que solo sabes tú. No es más que un punto de partida: en el repaso ves cada una de sus respuestas y allí la puedes cambiar. Si nada de la lista se parece a tu programa, elige «Tengo una imagen» y responde las preguntas una a una.',
    ),
    level: 'essential',
    type: oneOf(startChoices(presets)),
    rules: {
      own: always(ownWay, text('If you have an image, you can go on right away.', 'Si ya tienes una imagen, puedes seguir sin más.')),
    },
  });

function startChoices(presets: readonly Preset[]): Readonly<Record<string, Choice>> {
  const own: Choice = {
    label: text('I have an image: go on', 'Tengo una imagen: adelante'),
    fits: text(
      'It suits any program that you have an image of: no answer is given in advance, and you get a suggestion with each question.',
      'Sirve para cualquier programa del que tengas una imagen: nada viene respondido y cada pregunta trae una propuesta.',
    ),
  };
  const known = presets
    .toSorted((a, b) => rankOf(a) - rankOf(b) || fixedIn(a) - fixedIn(b))
    .map(({ name, title, about }) => [name, { label: title, fits: about }]);
  return { [ownWay]: own, ...Object.fromEntries(known) };
}

/** Programs of one's own come before those that bring their image; among each, what always runs comes first. */
function rankOf({ answers }: Preset): number {
  const runs = Object.keys(run.type.choices ?? {});
  return (answers[image.id] === undefined ? 0 : runs.length) + runs.indexOf(String(answers[run.id]));
}

/** The more a preset leaves open, the more programs it suits. */
const fixedIn = ({ answers }: Preset): number => Object.keys(answers).length;

/** What a namespace is called that nobody named yet: the folder is called the same, as if it had been said with the command. */
export const called = question({
  id: 'called',
  label: namespace.label,
  ask: text('What is the namespace called?', '¿Cómo se llama el espacio de nombres?'),
  help: namespace.help,
  level: 'essential',
  type: namespace.type,
  rules: {},
});

/** What an interview begins with, beside its answers. */
export interface Opened {
  /** The preset that the main component starts from. */
  readonly preset?: string;
  readonly folder?: string;
}

/** What these values mean, by the ids of the questions that open an interview. */
export function openedBy(values: Readonly<Record<string, Value | undefined>>): Opened {
  const { start, [called.id]: folder } = values;
  return {
    ...(typeof start === 'string' && start !== ownWay ? { preset: start } : {}),
    ...(typeof folder === 'string' ? { folder } : {}),
  };
}
