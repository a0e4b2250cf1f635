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
          'A namespaceSelector and a podSelector as two items mean “or”: all pods of that namespace, and such pods of this one.',
          'Un namespaceSelector y un podSelector como dos elementos significan «o»: todos los pods de aquel espacio de nombres, y esos pods de este.',
        ),
        fix: text(
          'If “such pods of that namespace” is meant, write both into one item, with one dash.',
          'Si quieres decir «esos pods de aquel espacio de nombres», escribe los dos en un solo elemento, con un solo guion.',
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
          'It looks for a namespace by the label “name”, which namespaces only carry if somebody put it there.',
          'Busca un espacio de nombres por la etiqueta «name», que solo está si alguien se la ha puesto.',
        ),
        fix: text(
          'Use the label kubernetes.io/metadata.name, which every namespace carries.',
          'Usa la etiqueta kubernetes.io/metadata.name, que llevan todos los espacios de nombres.',
        ),
      }));
  },
};

export const policyPeerChecks: Checks = { 'policy-or': policyOr, 'policy-name-label': policyNameLabel };
