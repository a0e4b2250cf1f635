import type { ClusterFacts, StorageClassFacts } from '../model/cluster-facts.ts';
import { listed, say, type Text, text } from '../model/text.ts';
import type { Mend, Refused, Ruling } from './question.ts';
import { canDo, driverOf, type Mode, pointsOf, type Wish } from './storage-drivers.ts';

type Cluster = ClusterFacts | undefined;

const quoted = (classes: readonly StorageClassFacts[]): Text => {
  const [en, es] = [listed(classes.map(({ name }) => `“${name}”`)), listed(classes.map(({ name }) => `«${name}»`))];
  return text(en.en, es.es);
};

/** What the cluster's storage can do. `isShared`: pods on several nodes need it at the same time. */
export function seenAccessMode(cluster: Cluster, isShared: boolean): Ruling<'unknown' | Mode> | undefined {
  const classes = cluster?.storageClasses;
  if (!classes) return undefined;
  if (classes.length === 0) {
    return {
      choice: 'unknown',
      reason: text('The cluster has no storage class that would tell.', 'El clúster no tiene ninguna clase de almacenamiento que lo diga.'),
    };
  }
  return isShared ? seenSharedMode(classes) : oneNode;
}

const oneNode: Ruling<'rwo'> = {
  choice: 'rwo',
  source: 'cluster',
  reason: text(
    'One node at a time is enough here, and every storage class of the cluster can do that.',
    'Aquí basta con un nodo a la vez, y eso lo permiten todas las clases de almacenamiento del clúster.',
  ),
};

function seenSharedMode(classes: readonly StorageClassFacts[]): Ruling<'unknown' | Mode> {
  const able = classes.filter((seen) => canDo(seen, 'rwx'));
  if (able.length > 0) {
    const names = quoted(able);
    return {
      choice: 'rwx',
      source: 'cluster',
      reason: text(
        `The cluster has storage that many nodes can write at a time: ${names.en}.`,
        `El clúster tiene almacenamiento en el que pueden escribir muchos nodos a la vez: ${names.es}.`,
      ),
    };
  }
  const strange = classes.filter((seen) => canDo(seen, 'rwx') === undefined);
  if (strange.length === 0) {
    return {
      choice: 'rwo',
      source: 'cluster',
      reason: text(
        'None of the cluster’s storage classes can be on many nodes at a time.',
        'Ninguna clase de almacenamiento del clúster puede estar en muchos nodos a la vez.',
      ),
    };
  }
  const names = quoted(strange);
  return {
    choice: 'unknown',
    reason: text(
      `What ${names.en} can do is not known here; its documentation says it.`,
      `Aquí no se sabe qué permite ${names.es}; lo dice su documentación.`,
    ),
  };
}

/** The class that suits a kind of storage best, and can do what is needed. */
export function seenStorageClass(cluster: Cluster, wish: Wish | 'any', mode: Mode): Ruling<string> | undefined {
  const classes = cluster?.storageClasses;
  if (!classes) return undefined;
  if (classes.length === 0) return noClass;
  const able = classes.filter((seen) => canDo(seen, mode));
  const usual = able.find(({ isDefault }) => isDefault);
  if (wish === 'any') return usual ? byDefault(usual) : (firstOf(able, (only) => anyText(only)) ?? noneAble);
  const best = Math.max(...able.map((seen) => pointsOf(seen, wish)));
  if (able.length === 0 || best <= 0) return usual ? withoutWish(usual, wish) : (firstOf(able, () => noneKnown[wish]) ?? noneAble);
  return firstOf(
    able.filter((seen) => pointsOf(seen, wish) === best),
    (only) => suits(only, wish),
  );
}

const noClass: Ruling<string> = {
  choice: 'default',
  reason: text(
    'The cluster has no storage class yet: the volume claim waits until somebody makes one.',
    'El clúster aún no tiene ninguna clase de almacenamiento: la petición de volumen espera hasta que alguien la cree.',
  ),
};

const noneAble: Ruling<string> = {
  choice: 'default',
  reason: text(
    'None of the cluster’s storage classes is known to do what is needed here.',
    'De ninguna clase de almacenamiento del clúster se sabe que permita lo que hace falta aquí.',
  ),
};

/** The only one, or the default one of several that are as good; else the first by name, which is said. */
function firstOf(classes: readonly StorageClassFacts[], why: (only: StorageClassFacts) => Text): Ruling<string> | undefined {
  const sorted = [...classes].sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || (a.name < b.name ? -1 : 1));
  const [first, ...others] = sorted;
  if (!first) return undefined;
  const reason = why(first);
  if (others.length === 0) return ruling(first, reason);
  const names = quoted(others);
  const tie = first.isDefault
    ? text(`${names.en} would do as well; the default is taken.`, `Igual de bien servirían: ${names.es}; se toma la clase por defecto.`)
    : text(
        `${names.en} would do as well; the first by name is taken.`,
        `Igual de bien servirían: ${names.es}; se toma la primera por nombre.`,
      );
  return ruling(
    first,
    say((language) => `${reason[language]} ${tie[language]}`),
  );
}

/** With what one should know of the class before there is data on it. */
function ruling(seen: StorageClassFacts, reason: Text): Ruling<string> {
  const remarks = remarksOn(seen);
  return { choice: seen.name, source: 'cluster', reason: say((language) => [reason, ...remarks].map((said) => said[language]).join(' ')) };
}

const remarksOn = (seen: StorageClassFacts): readonly Text[] => [
  ...[driverOf(seen)?.caveat].flatMap((caveat) => caveat ?? []),
  ...(seen.allowVolumeExpansion ? [] : [text('Its volumes cannot grow later.', 'Sus volúmenes no pueden crecer después.')]),
];

const anyText = ({ name }: StorageClassFacts): Text =>
  text(
    `The cluster has no default storage class that fits, so “${name}” is named.`,
    `El clúster no tiene una clase de almacenamiento por defecto que sirva, así que se nombra «${name}».`,
  );

function byDefault(usual: StorageClassFacts): Ruling<string> {
  const reason = text(
    `The cluster’s default storage class is “${usual.name}”.`,
    `La clase de almacenamiento por defecto del clúster es «${usual.name}».`,
  );
  return { ...ruling(usual, reason), choice: 'default' };
}

const noneKnown: Readonly<Record<Wish, Text>> = {
  redundant: text(
    'None of the cluster’s storage classes is known to survive losing a disk.',
    'De ninguna clase de almacenamiento del clúster se sabe que resista la pérdida de un disco.',
  ),
  fast: text(
    'None of the cluster’s storage classes is known to be fast.',
    'De ninguna clase de almacenamiento del clúster se sabe que sea rápida.',
  ),
  slow: text(
    'None of the cluster’s storage classes is known to be slow and cheap.',
    'De ninguna clase de almacenamiento del clúster se sabe que sea lenta y barata.',
  ),
};

function withoutWish(usual: StorageClassFacts, wish: Wish): Ruling<string> {
  const taken = text(`Its default is taken: “${usual.name}”.`, `Se toma la clase por defecto: «${usual.name}».`);
  return {
    ...ruling(
      usual,
      say((language) => `${noneKnown[wish][language]} ${taken[language]}`),
    ),
    choice: 'default',
  };
}

const best: Readonly<Record<Wish, Text>> = {
  redundant: text('survives most', 'la que más resiste'),
  fast: text('is the fastest', 'la más rápida'),
  slow: text('is the cheapest', 'la más barata'),
};

const suits = ({ name }: StorageClassFacts, wish: Wish): Text =>
  text(
    `Of the cluster’s storage classes, “${name}” ${best[wish].en}.`,
    `De las clases de almacenamiento del clúster, «${name}» es ${best[wish].es}.`,
  );

/** More ways out than these help nobody. */
const mostMends = 3;

const toClass = ({ name }: StorageClassFacts): Mend => ({
  id: 'storage-class',
  value: name,
  gives: text('a class that the cluster has', 'una clase que el clúster tiene'),
});

/** A class with which the volume claim would wait forever. Where the cluster has none at all, somebody still has to make one. */
export function refusedStorageClass(cluster: Cluster, choice: string, mode: Mode): Refused | undefined {
  const classes = cluster?.storageClasses;
  if (!classes || classes.length === 0) return undefined;
  const seen = classes.find(({ name, isDefault }) => (choice === 'default' ? isDefault : name === choice));
  const able = classes.filter((each) => canDo(each, mode) !== false);
  const mends = (able.length > 0 ? able : classes)
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))
    .slice(0, mostMends)
    .map(toClass);
  const toOneNode: Mend = { id: 'access-mode', value: 'rwo', gives: text('one node at a time', 'un nodo a la vez') };
  if (seen) {
    if (canDo(seen, mode) !== false) return undefined;
    return {
      says: text(
        `The storage class “${seen.name}” cannot do what the access mode asks for: the volume claim would wait forever.`,
        `La clase de almacenamiento «${seen.name}» no permite lo que pide el modo de acceso: la petición de volumen esperaría para siempre.`,
      ),
      mends: able.length > 0 ? [...mends, toOneNode] : [toOneNode],
    };
  }
  return {
    says:
      choice === 'default'
        ? text(
            'The cluster has no default storage class: the volume claim would wait forever.',
            'El clúster no tiene una clase de almacenamiento por defecto: la petición de volumen esperaría para siempre.',
          )
        : text(
            `The cluster has no storage class “${choice}”: the volume claim would wait forever.`,
            `El clúster no tiene ninguna clase de almacenamiento «${choice}»: la petición de volumen esperaría para siempre.`,
          ),
    mends,
  };
}
