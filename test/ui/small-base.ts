import { text } from '../../src/model/text.ts';
import type { Answers } from '../../src/model/value.ts';
import { application } from '../../src/questions/application.ts';
import { basics, component, run } from '../../src/questions/basics.ts';
import type { Preset } from '../../src/questions/presets.ts';
import { type Catalogue, is, not, question, type Topic } from '../../src/questions/question.ts';
import { compose } from '../../src/questions/request.ts';
import { scheduleTopic } from '../../src/questions/schedule.ts';
import { type Settled, settle } from '../../src/questions/settle.ts';
import { dnsLabel, listOf, oneOf } from '../../src/questions/value-types.ts';
import type { Base } from '../../src/ui/interview.ts';

const needs = question({
  id: 'needs',
  label: text('Needs', 'Necesita'),
  ask: text('What else does it need?', '¿Qué más necesita?'),
  help: text('Another component.', 'Otro componente.'),
  level: 'essential',
  when: not(is(run, 'once')),
  type: listOf(dnsLabel(20, ['cache'])),
  rules: { none: () => ({ choice: [], reason: text('Most programs need nothing.', 'La mayoría de los programas no necesita nada.') }) },
  refuses: {
    stranger: (choice, known) =>
      choice.every((each) => known.named(each))
        ? undefined
        : { says: text('There is no such component.', 'No existe ese componente.'), mends: [] },
  },
});

const tags = question({
  id: 'tags',
  label: text('Tags', 'Etiquetas'),
  ask: text('Which tags?', '¿Qué etiquetas?'),
  help: text('Words.', 'Palabras.'),
  level: 'more',
  type: listOf(dnsLabel(20, ['blue', 'green'])),
  rules: { none: () => ({ choice: [], reason: text('Nobody tagged it.', 'Nadie la ha etiquetado.') }) },
});

const deliver = question({
  id: 'deliver',
  label: text('Delivery', 'Entrega'),
  ask: text('What do you want to do with the manifests?', '¿Qué quieres hacer con los manifiestos?'),
  help: text('Files or output.', 'Ficheros o salida.'),
  level: 'essential',
  type: oneOf({
    files: { label: text('write files', 'escribir archivos'), fits: text('It suits a repository.', 'Sirve para un repositorio.') },
    stdout: { label: text('print them', 'mostrarlos'), fits: text('It suits a pipe.', 'Sirve para una tubería.') },
  }),
  rules: { files: () => ({ choice: 'files', reason: text('Files can be read.', 'Los ficheros se pueden leer.') }) },
});

const topic = (id: string, ...questions: Topic['questions']): Topic => ({ id, title: text(id, id), questions });

/** A few questions of the real catalogue, and one of each widget beside them. */
const smallCatalogue: Catalogue = {
  application: [application],
  component: [basics, scheduleTopic, topic('connections', needs, tags)],
  whole: [topic('delivery', deliver)],
};

const cache: Preset = {
  name: 'cache',
  title: text('Cache', 'Caché'),
  about: text('A cache.', 'Una caché.'),
  answers: { image: 'docker.io/valkey/valkey:9.0.0', run: 'always' },
};

/** What a command line would give: nothing but the folder “shop”, or these answers beside it. */
export function smallBase(...others: readonly Answers[]): Base {
  return {
    catalogue: smallCatalogue,
    opening: [],
    settle: (interview): Settled => {
      const wish = { hasComponents: true, answers: [interview, ...others], slots: [], added: [], facts: { folder: 'shop' } };
      const composed = compose(wish, [cache], () => 'web');
      if ('complaints' in composed) throw new Error(composed.complaints.map(({ says }) => says.en).join(' '));
      return settle(smallCatalogue, composed.request, { naming: component, fill: (_, said) => said });
    },
    offersOf: (asked) => (asked === (needs as unknown) ? { cache: { label: cache.title, fits: cache.about } } : undefined),
  };
}
