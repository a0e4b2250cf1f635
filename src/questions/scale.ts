import { text } from '../model/text.ts';
import { image, run } from './basics.ts';
import { manyCanMount, ownership, quorum, sharedAccess } from './data.ts';
import { always, is, type Known, type Mend, question, type Refused, type Topic } from './question.ts';
import { oneOf, words } from './value-types.ts';
import { wellKnownImageOf } from './well-known-images.ts';

import { workload } from './workload.ts';

/** To have only one, said in answer to either question. */
const onlyOne = {
  availability: { id: 'availability', value: 'relaxed', gives: text('a single writer', 'un solo escritor') },
  replicas: { id: 'replicas', value: '1', gives: text('a single writer', 'un solo escritor') },
} as const satisfies Readonly<Record<string, Mend>>;

/** Why more than one replica cannot work here (R8, M2, R5), or undefined where it can. */
function loneliness(known: Known, one: Mend): ({ readonly rule: 'R8' | 'M2' | 'R5' } & Refused) | undefined {
  const famous = wellKnownImageOf(known.get(image));
  if (known.is(ownership, 'shared') && !manyCanMount(known)) {
    const reads = known.is(sharedAccess, 'read-only');
    return {
      rule: 'R8',
      says: reads
        ? text(
            'Replicas on several nodes cannot read one disk that only one node can hold (ReadWriteOnce).',
            'Las réplicas de varios nodos no pueden leer un disco que solo puede estar en un nodo (ReadWriteOnce).',
          )
        : text(
            'Two pods cannot write to one disk that only one node can hold (ReadWriteOnce).',
            'Dos pods no pueden escribir en un disco que solo puede estar en un nodo (ReadWriteOnce).',
          ),
      mends: [
        { id: 'ownership', value: 'own', gives: text('a disk for each', 'un disco para cada uno') },
        reads
          ? {
              id: 'access-mode',
              value: 'rox',
              gives: text('storage that many nodes can read', 'almacenamiento que pueden leer muchos nodos'),
            }
          : {
              id: 'access-mode',
              value: 'rwx',
              gives: text('storage that many nodes can write', 'almacenamiento en el que pueden escribir muchos nodos'),
            },
        one,
      ],
    };
  }
  if (famous) {
    return {
      rule: 'M2',
      says: text(
        `${famous.title} does not copy its data by itself: each replica would be a separate, empty database, and clients would get sometimes one and sometimes another. To run several there are operators: ${famous.operators}.`,
        `${famous.title} no copia sus datos por sí solo: cada réplica sería una base de datos aparte y vacía, y los clientes encontrarían unas veces una y otras veces otra. Para tener varias hay operadores: ${famous.operators}.`,
      ),
      mends: [one],
    };
  }
  if (known.is(ownership, 'single')) {
    return {
      rule: 'R5',
      says: text(
        'Only one replica may write the data, so a second one would corrupt it or wait for the disk forever.',
        'Solo una réplica puede escribir los datos, así que una segunda los corrompería o esperaría el disco para siempre.',
      ),
      mends: [one, { id: 'ownership', value: 'own', gives: text('a disk for each', 'un disco para cada una') }],
    };
  }
  return undefined;
}

/** Whether a rule must not let more than one replica run. */
const alone = (known: Known): boolean => loneliness(known, onlyOne.replicas) !== undefined;
const refusedAs =
  (rule: 'R8' | 'M2' | 'R5', one: Mend) =>
  (tooMany: boolean, known: Known): Refused | undefined => {
    const lonely = tooMany ? loneliness(known, one) : undefined;
    return lonely?.rule === rule ? { says: lonely.says, mends: lonely.mends } : undefined;
  };

export const availability = question({
  id: 'availability',
  label: text('Availability', 'Disponibilidad'),
  ask: text('May it be down for a moment?', '¿Puede dejar de funcionar un momento?'),
  help: text(
    'A node is a machine of the cluster; it is restarted for updates, and its pods move to another one. Replicas are pods that do the same work: with two, one answers while the other moves. With three, never two on the same node, it survives losing a node during an update; that needs three nodes. You can change it at any time and apply again.',
    'Un nodo es una máquina del clúster; se reinicia para actualizarse y sus pods se mudan a otro. Las réplicas son pods que hacen el mismo trabajo: con dos, una responde mientras la otra se muda. Con tres, nunca dos en el mismo nodo, resiste la pérdida de un nodo durante una actualización; para eso hacen falta tres nodos. Puedes cambiarlo cuando quieras y volver a aplicar.',
  ),
  level: 'more',
  when: is(run, 'always'),
  type: oneOf({
    relaxed: {
      label: text('yes (1 replica)', 'sí (1 réplica)'),
      fits: text(
        'It suits tryouts and programs with a single writer: it is down while its pod moves.',
        'Sirve para pruebas y para programas en los que solo escribe una réplica: no responde mientras su pod se muda.',
      ),
    },
    normal: {
      label: text('rather not (2 replicas)', 'mejor que no (2 réplicas)'),
      fits: text(
        'It suits most applications: one pod answers while the other moves.',
        'Sirve para la mayoría de las aplicaciones: un pod responde mientras el otro se muda.',
      ),
    },
    high: {
      label: text('no (3 replicas, never two on one node)', 'no (3 réplicas, nunca dos en un nodo)'),
      fits: text(
        'It suits what must keep running when a node is lost; it needs three nodes.',
        'Sirve para lo que debe seguir en marcha aunque se pierda un nodo; necesita tres nodos.',
      ),
    },
  }),
  rules: {
    alone: (known) =>
      alone(known)
        ? {
            choice: 'relaxed',
            reason: text('Only one replica can write, so only one runs.', 'Solo una réplica puede escribir, así que solo hay una.'),
          }
        : undefined,
    normal: always('normal', text('One pod answers while the other moves.', 'Un pod responde mientras el otro se muda.')),
  },
  refuses: {
    R8: (choice, known) => refusedAs('R8', onlyOne.availability)(choice !== 'relaxed', known),
    M2: (choice, known) => refusedAs('M2', onlyOne.availability)(choice !== 'relaxed', known),
    R5: (choice, known) => refusedAs('R5', onlyOne.availability)(choice !== 'relaxed', known),
  },
});

/** The ends of a number or a range of replicas: `3` is from 3 to 3. */
export function replicasOf(said: string): { readonly min: number; readonly max: number } {
  const [min = 1, max = min] = said.split('-').map(Number);
  return { min, max };
}

const counts = { relaxed: '1', normal: '2', high: '3' } as const;

export const replicas = question({
  id: 'replicas',
  label: text('Replicas', 'Réplicas'),
  ask: text('How many replicas?', '¿Cuántas réplicas?'),
  help: text(
    'Replicas are pods that do the same work. Give a number, or a range such as 2-6: with a range, a HorizontalPodAutoscaler adds replicas when their CPU is busy and removes them later. For that the cluster needs the metrics server, which “kubectl top nodes” shows at work; without it the number never changes. You can change the number at any time and apply again.',
    'Las réplicas son pods que hacen el mismo trabajo. Indica un número, o un rango como 2-6: con un rango, un HorizontalPodAutoscaler añade réplicas cuando su CPU está ocupada y las quita después. Para eso el clúster necesita el servidor de métricas, que funciona si «kubectl top nodes» da cifras; sin él, el número no cambia nunca. Puedes cambiar el número cuando quieras y volver a aplicar.',
  ),
  page: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
  level: 'more',
  when: is(run, 'always'),
  type: words({
    name: 'N|MIN-MAX',
    expects: text('a number of at least 1, or a range such as 2-6', 'un número de 1 o más, o un rango como 2-6'),
    pattern: /^[1-9]\d{0,3}(-[1-9]\d{0,3})?$/,
    samples: ['1', '3', '2-6'],
    faultOf: (said) => {
      const { min, max } = replicasOf(said);
      if (!said.includes('-')) return undefined;
      if (max <= min)
        return text(
          'The second number of a range must be the larger one, such as 2-6.',
          'El segundo número del rango tiene que ser el mayor, como 2-6.',
        );
      return min < 2
        ? text(
            'A range starts at 2 or more: with only one replica left, any restart is an outage.',
            'Un rango empieza en 2 o más: si queda una sola réplica, cualquier reinicio es un corte.',
          )
        : undefined;
    },
  }),
  rules: {
    M1: (known) =>
      known.is(quorum, true) && !known.is(availability, 'relaxed')
        ? {
            choice: '3',
            reason: text(
              'Three is the smallest number of voters that survives losing one.',
              'Tres es el menor número de votantes que resiste la pérdida de uno.',
            ),
          }
        : undefined,
    availability: (known) => {
      const level = known.get(availability) ?? 'normal';
      return {
        choice: counts[level],
        reason: {
          relaxed: text('It may be down for a moment.', 'Puede dejar de funcionar un momento.'),
          normal: text('One pod answers while the other moves.', 'Un pod responde mientras el otro se muda.'),
          high: text('One may be lost while another moves.', 'Se puede perder uno mientras otro se muda.'),
        }[level],
      };
    },
  },
  refuses: {
    R8: (choice, known) => refusedAs('R8', onlyOne.replicas)(replicasOf(choice).max > 1, known),
    M2: (choice, known) => refusedAs('M2', onlyOne.replicas)(replicasOf(choice).max > 1, known),
    R5: (choice, known) => refusedAs('R5', onlyOne.replicas)(replicasOf(choice).max > 1, known),
    M1: (choice, known) => {
      const { min, max } = replicasOf(choice);
      if (!known.is(quorum, true) || (min === max && min % 2 === 1)) return undefined;
      return {
        says: text(
          'Instances that vote need a fixed, odd number: an even one costs more and survives no more losses.',
          'Las instancias que votan necesitan un número impar y fijo: uno par cuesta más y no resiste más pérdidas.',
        ),
        mends: [
          { id: 'replicas', value: '3', gives: text('survives losing one', 'resiste la pérdida de una') },
          { id: 'quorum', value: false, gives: text('instances that do not vote', 'instancias que no votan') },
        ],
      };
    },
  },
});

export const scale: Topic = { id: 'scale', title: text('How it runs', 'Cómo se ejecuta'), questions: [availability, replicas, workload] };
