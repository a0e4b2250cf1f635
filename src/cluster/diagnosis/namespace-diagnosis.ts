import { nameOf } from '../../checks/object-fields.ts';
import { text } from '../../model/text.ts';
import { conditionOf, statusField, wordIn } from '../follow/status-fields.ts';
import { type Diagnose, diagnosis } from './cause.ts';

/** What keeps a namespace from going (kubernetes, pkg/controller/namespace/deletion/status_condition_utils.go), the deepest reason first. */
const obstacles = [
  'NamespaceDeletionDiscoveryFailure',
  'NamespaceDeletionContentFailure',
  'NamespaceFinalizersRemaining',
  'NamespaceContentRemaining',
];

/** A namespace that is being deleted takes nothing new, and what is in it goes. */
export const namespaceDiagnoses: Diagnose = (namespace) => {
  if (statusField(namespace, 'phase') !== 'Terminating') return [];
  const name = nameOf(namespace);
  const held = obstacles.map((type) => conditionOf(namespace, type)).find((condition) => condition !== undefined);
  const quote = wordIn(held, 'message');
  const finalizer = /: (\S+) in \d+ resource instances/.exec(quote)?.[1];
  return [
    diagnosis(namespace, {
      check: 'namespace-terminating',
      says: finalizer
        ? text(
            `The namespace ${name} is being deleted, and waits for whoever set the finalizer ${finalizer} in it.`,
            `El espacio de nombres ${name} se está borrando, y espera a quien puso en él el finalizer ${finalizer}.`,
          )
        : text(
            `The namespace ${name} is being deleted: nothing new can be made in it.`,
            `El espacio de nombres ${name} se está borrando: no se puede crear nada nuevo en él.`,
          ),
      fix: finalizer
        ? text(
            'Whoever set it has to tidy up first: look whether that controller is running. Then apply again.',
            'Antes tiene que recoger quien lo puso: mira si ese controlador está en marcha. Luego vuelve a aplicar.',
          )
        : text('Wait until it is gone, then apply again.', 'Espera a que desaparezca y vuelve a aplicar.'),
      quote,
      isFinal: true,
    }),
  ];
};
