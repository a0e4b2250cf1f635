import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { entriesIn, fieldOf, listIn } from './object-fields.ts';

/** The lists of peers of a policy, one for each rule. */
const peerListsOf = (object: AnyObject): readonly (readonly unknown[])[] => [
  ...listIn(fieldOf(object, 'spec', 'ingress')).map((rule) => listIn(fieldOf(rule, 'from'))),
  ...listIn(fieldOf(object, 'spec', 'egress')).map((rule) => listIn(fieldOf(rule, 'to'))),
];

const holdsOnly = (peer: unknown, field: string): boolean => {
  const [only, ...others] = entriesIn(peer);
  // An empty selector means all, which nobody writes by mistake for a part of the item above.
  return only?.[0] === field && others.length === 0 && entriesIn(only[1]).length > 0;
};

const policyOr: Check = {
  severity: 'advice',
  look: ({ ofKind }) =>
    ofKind('NetworkPolicy')
      .filter((object) =>
        peerListsOf(object).some(
          (peers) => peers.some((peer) => holdsOnly(peer, 'namespaceSelector')) && peers.some((peer) => holdsOnly(peer, 'podSelector')),
        ),
      )
      .map((object) => ({
        object,
        says: text(
          'A namespaceSelector and a podSelector written as two items mean “or”: all pods of that namespace, and the matching pods of this one.',
          'Un namespaceSelector y un podSelector escritos como dos elementos significan «o»: todos los pods de aquel espacio de nombres, y los pods de este que coincidan.',
        ),
        fix: text(
          'If you mean “the matching pods of that namespace”, write both as one item, with a single dash.',
          'Si quieres decir «los pods de aquel espacio de nombres que coincidan», escribe los dos en un solo elemento, con un solo guion.',
        ),
      })),
};

const policyNameLabel: Check = {
  severity: 'advice',
  look: ({ ofKind, all }) => {
    const labelled = all.some((object) => object.kind === 'Namespace' && fieldOf(object, 'metadata', 'labels', 'name') !== undefined);
    return ofKind('NetworkPolicy')
      .filter((object) =>
        peerListsOf(object)
          .flat()
          .some((peer) => fieldOf(peer, 'namespaceSelector', 'matchLabels', 'name') !== undefined),
      )
      .filter(() => !labelled)
      .map((object) => ({
        object,
        says: text(
          'It looks for a namespace by the label “name”, which is only there if somebody added it.',
          'Busca un espacio de nombres por la etiqueta «name», que solo está si alguien se la ha puesto.',
        ),
        fix: text(
          'Use the label kubernetes.io/metadata.name, which every namespace has.',
          'Usa la etiqueta kubernetes.io/metadata.name, que tienen todos los espacios de nombres.',
        ),
      }));
  },
};

export const policyPeerChecks: Checks = { 'policy-or': policyOr, 'policy-name-label': policyNameLabel };
