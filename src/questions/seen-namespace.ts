import type { ClusterFacts } from '../model/cluster-facts.ts';
import { text } from '../model/text.ts';
import type { Refused, Ruling } from './question.ts';

interface Seen {
  readonly exists: boolean;
  readonly isTerminating: boolean;
  /** The application that this program made it for. */
  readonly application?: string | undefined;
}

/** What the cluster shows of a namespace; undefined where it does not show whether it has one of this name. */
function seenNamespace({ namespaces, namespace }: ClusterFacts, name: string): Seen | undefined {
  if (namespace?.name === name && namespace.exists !== undefined) {
    return { exists: namespace.exists, isTerminating: namespace.isTerminating ?? false, application: namespace.application };
  }
  if (!namespaces) return undefined;
  const listed = namespaces.find((each) => each.name === name);
  return { exists: listed !== undefined, isTerminating: listed?.isTerminating ?? false, application: listed?.application };
}

/** Whether an administrator still has to create the namespace, or has created it for this very application, which then keeps it up. */
export function seenCreation(
  cluster: ClusterFacts | undefined,
  name: string | undefined,
  application: string | undefined,
): Ruling<boolean> | undefined {
  if (!cluster || name === undefined) return undefined;
  const seen = seenNamespace(cluster, name);
  if (!seen) {
    return {
      choice: true,
      reason: text('The cluster does not show whether it has it.', 'El clúster no deja ver si ya lo tiene.'),
    };
  }
  if (seen.exists && seen.application !== undefined && seen.application === application) {
    return {
      choice: true,
      source: 'cluster',
      reason: text(
        `The namespace ${name} was made for this application, so its folder keeps it.`,
        `El espacio de nombres ${name} se creó para esta aplicación, así que su carpeta lo conserva.`,
      ),
    };
  }
  if (seen.exists) {
    return {
      choice: false,
      source: 'cluster',
      reason: text(`The cluster has the namespace ${name}.`, `El clúster ya tiene el espacio de nombres ${name}.`),
    };
  }
  return {
    choice: true,
    source: 'cluster',
    reason:
      cluster.mayCreateNamespaces === false
        ? text(
            `The cluster has no namespace ${name}, and you may not create one: an administrator has to.`,
            `El clúster no tiene el espacio de nombres ${name} y tú no lo puedes crear: tiene que hacerlo un administrador.`,
          )
        : text(`The cluster has no namespace ${name} yet.`, `El clúster aún no tiene el espacio de nombres ${name}.`),
  };
}

/** The longest name of a namespace (RFC 1123). */
const longest = 63;

/** Nothing can be put into a namespace that goes away. */
export function refusedNamespace(cluster: ClusterFacts | undefined, name: string): Refused | undefined {
  if (!cluster || !seenNamespace(cluster, name)?.isTerminating) return undefined;
  const another = `${name.slice(0, longest - 2)}-2`;
  return {
    says: text(
      `The cluster is deleting the namespace ${name}: nothing new gets into it.`,
      `El clúster está borrando el espacio de nombres ${name}: no admite nada nuevo.`,
    ),
    mends: [
      {
        id: 'namespace',
        value: another,
        gives: text('another namespace; or wait until this one is gone', 'otro espacio de nombres; o espera a que este desaparezca'),
      },
    ],
  };
}
