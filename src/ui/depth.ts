import { text } from '../model/text.ts';
import { always, question } from '../questions/question.ts';
import { oneOf } from '../questions/value-types.ts';

/** How much of the catalogue is asked. The first step of an interview; it shapes the interview, never the plan. */
export const depth = question({
  id: 'questions',
  label: text('Questions', 'Preguntas'),
  ask: text('How much do you want to decide yourself?', '¿Cuánto quieres decidir tú?'),
  help: text(
    'The essential questions are the ones that only you can answer. Everything else has a sensible suggestion: you see it with its reason in the review, and you can change it there.',
    'Las preguntas esenciales son las que solo tú puedes responder. Todo lo demás tiene una buena propuesta: la ves con su motivo en el repaso y allí la puedes cambiar.',
  ),
  level: 'essential',
  type: oneOf({
    essential: {
      label: text('the essentials', 'lo esencial'),
      fits: text('It suits a first application: about ten questions.', 'Sirve para una primera aplicación: unas diez preguntas.'),
    },
    all: {
      label: text('everything that people often change', 'todo lo que se suele cambiar'),
      fits: text(
        'It suits people who know Kubernetes and want to be asked.',
        'Sirve para quien conoce Kubernetes y quiere que se le pregunte.',
      ),
    },
  }),
  rules: {
    essential: always('essential', text('You can change everything else in the review.', 'Todo lo demás se puede cambiar en el repaso.')),
  },
});
