import type { ClusterFacts, IngressClassFacts } from '../model/cluster-facts.ts';
import { listed, text } from '../model/text.ts';
import type { IngressController } from './ingress-controller.ts';
import { controllersThat, type IngressControllerId, ingressControllers } from './ingress-controllers.ts';
import type { Mend, Refused, Ruling } from './question.ts';

type Cluster = ClusterFacts | undefined;

/** Something that speaks HTTP, on a cluster that was read. */
export function seenEntrance(cluster: Cluster): Ruling<'ingress'> | undefined {
  const classes = cluster?.ingressClasses;
  if (!classes) return undefined;
  const names = listed(classes.map(({ name }) => name));
  return classes.length > 0
    ? {
        choice: 'ingress',
        source: 'cluster',
        reason: text(
          `It speaks HTTP, and the cluster has a controller for Ingresses: ${names.en}.`,
          `Habla HTTP, y el clúster tiene un controlador de Ingress: ${names.es}.`,
        ),
      }
    : {
        choice: 'ingress',
        reason: text(
          'It speaks HTTP. The cluster has no Ingress controller yet: somebody has to install one.',
          'Habla HTTP. El clúster aún no tiene un controlador de Ingress: alguien tiene que instalar uno.',
        ),
      };
}

/** Whether a controller reads the Ingresses of this class. */
const reads = ({ controller: { name, prefix } }: IngressController, { controller }: IngressClassFacts): boolean =>
  prefix ? controller.startsWith(name) : controller === name;

const ownerOf = (seen: IngressClassFacts): IngressControllerId | undefined => controllersThat((row) => reads(row, seen))[0];

const byName = (a: IngressClassFacts, b: IngressClassFacts): number => (a.name < b.name ? -1 : 1);

/** The controller of the cluster's Ingress classes: that of the default one, else one that is still maintained. */
export function seenController(cluster: Cluster): Ruling<IngressControllerId> | undefined {
  const classes = cluster?.ingressClasses;
  if (!classes) return undefined;
  const owned = classes.flatMap((seen) => {
    const id = ownerOf(seen);
    // Where its router is OpenShift's, the platform says so.
    return id === undefined || id === 'openshift-router' ? [] : [{ seen, id, row: ingressControllers[id] as IngressController }];
  });
  const [first, ...others] = owned.sort(
    (a, b) =>
      Number(b.seen.isDefault) - Number(a.seen.isDefault) ||
      Number(a.row.retired !== undefined) - Number(b.row.retired !== undefined) ||
      byName(a.seen, b.seen),
  );
  if (!first) return unknownController(classes);
  const equal = others.find(
    ({ id, seen, row }) =>
      id !== first.id && seen.isDefault === first.seen.isDefault && (row.retired === undefined) === (first.row.retired === undefined),
  );
  const { name } = first.seen;
  const belongs = text(
    `The cluster’s Ingress class “${name}” belongs to ${first.row.title}.`,
    `La clase de Ingress «${name}» del clúster es de ${first.row.title}.`,
  );
  return {
    choice: first.id,
    source: 'cluster',
    reason: equal
      ? text(
          `${belongs.en} “${equal.seen.name}” of ${equal.row.title} would do as well; the first by name is taken.`,
          `${belongs.es} «${equal.seen.name}», de ${equal.row.title}, serviría igual; se toma la primera por nombre.`,
        )
      : belongs,
  };
}

/** What is suggested all the same must say that nobody may be there to read it. */
function unknownController(classes: readonly IngressClassFacts[]): Ruling<IngressControllerId> {
  const controllers = listed([...new Set(classes.map(({ controller }) => controller))].sort());
  const { title } = ingressControllers.traefik;
  if (classes.length === 0) {
    return {
      choice: 'traefik',
      reason: text(
        `The cluster has no Ingress controller yet. ${title} is well maintained: somebody has to install it.`,
        `El clúster aún no tiene un controlador de Ingress. ${title} tiene buen mantenimiento: alguien tiene que instalarlo.`,
      ),
    };
  }
  return {
    choice: 'traefik',
    reason: text(
      `The cluster’s Ingress controller is not known here: ${controllers.en}. ${title} would have to be installed beside it.`,
      `Aquí no se conoce el controlador de Ingress del clúster: ${controllers.es}. Habría que instalar ${title} a su lado.`,
    ),
  };
}

/** The cluster's classes of a controller, the one to take first: the default, the one that is called as usual, the first by name. */
function classesOf(cluster: Cluster, row: IngressController): readonly IngressClassFacts[] {
  const rank = (seen: IngressClassFacts): number => (seen.isDefault ? 0 : seen.name === row.className ? 1 : 2);
  return (cluster?.ingressClasses ?? []).filter((seen) => reads(row, seen)).sort((a, b) => rank(a) - rank(b) || byName(a, b));
}

export function seenIngressClass(cluster: Cluster, row: IngressController): Ruling<string> | undefined {
  const [first, ...others] = classesOf(cluster, row);
  if (!first) return undefined;
  const names = listed([first, ...others].map(({ name }) => name));
  return {
    choice: first.name,
    source: 'cluster',
    reason:
      others.length === 0
        ? text(
            `It is the cluster’s only Ingress class of ${row.title}.`,
            `Es la única clase de Ingress del clúster que es de ${row.title}.`,
          )
        : text(
            `The cluster has several Ingress classes of ${row.title}: ${names.en}. The default comes first, then the usual name.`,
            `El clúster tiene varias clases de Ingress de ${row.title}: ${names.es}. Va primero la clase por defecto, después el nombre habitual.`,
          ),
  };
}

const mostMends = 3;

/** A class that is not there, or that another controller reads. Nothing is refused where the chosen controller is still to be installed. */
export function refusedIngressClass(cluster: Cluster, row: IngressController, choice: string): Refused | undefined {
  const own = classesOf(cluster, row);
  if (own.length === 0 || own.some(({ name }) => name === choice)) return undefined;
  const seen = cluster?.ingressClasses?.find(({ name }) => name === choice);
  const owner = seen && ownerOf(seen);
  const title = owner ? ingressControllers[owner].title : seen?.controller;
  return {
    says:
      title === undefined
        ? text(`The cluster has no Ingress class “${choice}”.`, `El clúster no tiene ninguna clase de Ingress «${choice}».`)
        : text(
            `The cluster’s Ingress class “${choice}” belongs to ${title}: ${row.title} does not read it.`,
            `La clase de Ingress «${choice}» del clúster es de ${title}: ${row.title} no la lee.`,
          ),
    mends: own.slice(0, mostMends).map(
      ({ name }): Mend => ({
        id: 'ingress-class',
        value: name,
        gives: text(`a class that ${row.title} reads`, `una clase que ${row.title} sí lee`),
      }),
    ),
  };
}
