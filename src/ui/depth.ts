import { text } from '../model/text.ts';
import { always, question } from '../questions/question.ts';
import { oneOf } from '../questions/value-types.ts';

/** How much of the catalogue is asked. The first step of an interview; it shapes the interview, never the plan. */
export const depth = question({
  id: 'questions',
  label: text('Questions', 'Preguntas'),
  ask: text('How much do you want to decide yourself?', '¿Cuánto quieres decidir tú?'),
  help: text(
    'The essential questions are those that only you can answer. Everything else has a sound suggestion, which you see with its reason on the review and can change there.',
    'Las preguntas esenciales son las que solo tú puedes responder. Todo lo demás tiene una buena propuesta: la ves con su motivo en el repaso y allí la puedes cambiar.',
  ),
  level: 'essential',
  type: oneOf({
    essential: {
      label: text('the essentials', 'lo esencial'),
      fits: text('It fits a first application: about ten questions.', 'Sirve para una primera aplicación: unas diez preguntas.'),
    },
    all: {
      label: text('everything that is often changed', 'todo lo que se suele cambiar'),
      fits: text(
        'It fits whoever knows Kubernetes and wants to be asked.',
        'Sirve para quien conoce Kubernetes y quiere que se le pregunte.',
      ),
    },
  }),
  rules: {
    essential: always('essential', text('You can change everything else on the review.', 'Todo lo demás se puede cambiar en el repaso.')),
  },
});
