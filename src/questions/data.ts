import { text } from '../model/text.ts';
import { run } from './basics.ts';
import { all, always, any, is, type Known, question } from './question.ts';
import { seenAccessMode } from './seen-storage.ts';
import { oneOf, yesNo } from './value-types.ts';

export const data = question({
  id: 'data',
  label: text('Data', 'Datos'),
  ask: text('Does it keep data that must survive a restart?', '¿Guarda datos que deban sobrevivir a un reinicio?'),
  help: text(
    'A pod is like a hotel room: whatever you leave in it is gone when you check out. A database keeps its data on a disk of its own. A web program that stores everything in a database keeps none of its own. Room to work in (“scratch”) is for what may be lost, such as a cache. If you say no for a program that keeps data, the data is gone after the next restart.',
    'Un pod es como una habitación de hotel: lo que dejes dentro desaparece al marcharte. Una base de datos guarda sus datos en un disco propio. Un programa web que lo guarda todo en una base de datos no guarda nada él mismo. El espacio de trabajo («scratch») es para lo que se puede perder, como una caché. Si dices que no y el programa guarda datos, desaparecen en el siguiente reinicio.',
  ),
  page: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
  level: 'essential',
  type: oneOf({
    none: {
      label: text('no', 'no'),
      fits: text(
        'It suits programs that store what matters elsewhere, such as in a database.',
        'Sirve para programas que guardan lo importante en otro sitio, como una base de datos.',
      ),
    },
    scratch: {
      label: text('room to work in', 'espacio de trabajo'),
      fits: text(
        'It suits caches and temporary files, which may be lost.',
        'Sirve para cachés y archivos temporales, que se pueden perder.',
      ),
    },
    keep: {
      label: text('yes, it keeps data', 'sí, guarda datos'),
      fits: text(
        'It suits databases, brokers and uploads: the data outlives the pod.',
        'Sirve para bases de datos, brókeres y archivos subidos: los datos sobreviven al pod.',
      ),
    },
  }),
  rules: {
    none: always(
      'none',
      text('Most programs store what matters in a database.', 'La mayoría de los programas guardan lo importante en una base de datos.'),
    ),
  },
  refuses: {
    R3: (choice, known) =>
      choice === 'keep' && known.is(run, 'every-node')
        ? {
            says: text(
              'A program on every node cannot keep data on a volume claim: all nodes would share the same disk, and most disks can only be on one node.',
              'Un programa que está en cada nodo no puede guardar datos en una petición de volumen: todos los nodos compartirían el mismo disco, y casi todos los discos solo pueden estar en un nodo.',
            ),
            mends: [
              {
                id: 'data',
                value: 'scratch',
                gives: text('room on each node that may be lost', 'espacio en cada nodo que se puede perder'),
              },
              {
                id: 'run',
                value: 'always',
                gives: text('a program with a disk for each replica', 'un programa con un disco para cada réplica'),
              },
            ],
          }
        : undefined,
  },
});

/** It keeps data on a disk that outlives its pods. */
export const keeps = is(data, 'keep');

export const ownership = question({
  id: 'ownership',
  label: text('Owner', 'Dueño'),
  ask: text('Whose data is it?', '¿De quién son los datos?'),
  help: text(
    'Several replicas can be like neighbours with a cellar each (a broker, a search cluster), or like flatmates with one fridge (uploads that all of them read), or only one of them may write at all (a plain database). If two write where only one should, the data is corrupted; if you are not sure, say that a single one writes.',
    'Varias réplicas pueden ser como vecinos con un trastero cada uno (un bróker, un clúster de búsqueda), como compañeros de piso con una sola nevera (archivos subidos que todos leen), o puede que solo uno tenga derecho a escribir (una base de datos sencilla). Si escriben dos donde solo debía uno, los datos se corrompen; si no lo sabes, di que solo escribe uno.',
  ),
  level: 'quiet',
  essentialWhen: is(run, 'always'),
  when: keeps,
  type: oneOf({
    own: {
      label: text('each replica has its own', 'cada réplica tiene los suyos'),
      fits: text(
        'It suits systems that copy their data among themselves, such as Kafka.',
        'Sirve para sistemas que copian sus datos entre ellos, como Kafka.',
      ),
    },
    shared: {
      label: text('all replicas share it', 'todas las réplicas los comparten'),
      fits: text(
        'It suits files that every replica must see, such as uploads.',
        'Sirve para archivos que todas las réplicas deben ver, como los subidos.',
      ),
    },
    single: {
      label: text('a single one writes', 'solo escribe una'),
      fits: text('It suits a plain database: one pod, one disk.', 'Sirve para una base de datos sencilla: un pod, un disco.'),
    },
  }),
  rules: {
    finishes: (known) =>
      known.is(run, 'once', 'scheduled')
        ? { choice: 'single', reason: text('Only one pod at a time does the work.', 'El trabajo lo hace un solo pod cada vez.') }
        : undefined,
    own: always(
      'own',
      text(
        'With a disk for each replica, two can never write to the same one.',
        'Con un disco para cada réplica, nunca pueden escribir dos en el mismo.',
      ),
    ),
  },
  refuses: {
    finishes: (choice, known) =>
      choice === 'own' && known.is(run, 'once', 'scheduled')
        ? {
            says: text(
              'Work that finishes has no replicas with a disk each: its next pod is a new one, and must find the data again.',
              'Un trabajo que termina no tiene réplicas con un disco cada una: su siguiente pod es nuevo y tiene que volver a encontrar los datos.',
            ),
            mends: [
              { id: 'ownership', value: 'single', gives: text('one disk, for the pod that runs', 'un disco, para el pod que se ejecuta') },
            ],
          }
        : undefined,
  },
});

export const sharedAccess = question({
  id: 'shared-access',
  label: text('Access', 'Acceso'),
  ask: text('Do the replicas write to the shared data?', '¿Escriben las réplicas en los datos compartidos?'),
  help: text(
    'If they only read, nobody can corrupt anything, and more kinds of storage will do. Two replicas must never write to the same database file. If you are not sure, say that they write.',
    'Si solo leen, nadie puede corromper nada y sirven más tipos de almacenamiento. En un mismo archivo de base de datos nunca deben escribir dos réplicas. Si no lo sabes, di que escriben.',
  ),
  level: 'essential',
  when: is(ownership, 'shared'),
  type: oneOf({
    'read-write': {
      label: text('they write', 'escriben'),
      fits: text(
        'It suits uploads and other files that the replicas create.',
        'Sirve para archivos subidos y otros que crean las réplicas.',
      ),
    },
    'read-only': {
      label: text('they only read', 'solo leen'),
      fits: text('It suits content that somebody else puts there.', 'Sirve para contenido que pone ahí otra persona u otro programa.'),
    },
  }),
  rules: {
    write: always(
      'read-write',
      text('Most programs that keep data also write it.', 'La mayoría de los programas que guardan datos también escriben en ellos.'),
    ),
  },
});

export const accessMode = question({
  id: 'access-mode',
  label: text('Access mode', 'Modo de acceso'),
  ask: text('What can the storage do?', '¿Qué permite el almacenamiento?'),
  help: text(
    'Most disks can be on one node at a time (ReadWriteOnce: one node, not one pod). Network file systems such as NFS or CephFS can be on many nodes (ReadWriteMany). If you do not know, say so: it then counts as one node, which every kind of storage can do. “kubectl get storageclass” shows which driver makes the disks (PROVISIONER); its documentation says what they can do. If the storage cannot do what you choose, the volume claim waits forever.',
    'La mayoría de los discos solo pueden estar en un nodo a la vez (ReadWriteOnce: un nodo, no un pod). Los sistemas de archivos en red como NFS o CephFS pueden estar en muchos (ReadWriteMany). Si no lo sabes, dilo: entonces cuenta como un nodo, que es lo que permite cualquier almacenamiento. «kubectl get storageclass» muestra qué driver crea los discos (PROVISIONER); su documentación dice qué permiten. Si el almacenamiento no permite lo que eliges, la petición de volumen se queda esperando para siempre.',
  ),
  page: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  level: 'quiet',
  essentialWhen: is(ownership, 'shared'),
  when: keeps,
  type: oneOf({
    unknown: {
      label: text('I do not know', 'no lo sé'),
      fits: text(
        'It counts as one node, which every kind of storage can do.',
        'Cuenta como un nodo, que es lo que permite cualquier almacenamiento.',
      ),
    },
    rwo: {
      label: text('one node writes (ReadWriteOnce)', 'escribe un nodo (ReadWriteOnce)'),
      fits: text(
        'It suits block storage: cloud disks and local disks.',
        'Sirve para almacenamiento de bloques: los discos de las nubes y los discos locales.',
      ),
    },
    rwop: {
      label: text('one pod writes (ReadWriteOncePod)', 'escribe un pod (ReadWriteOncePod)'),
      fits: text(
        'It suits a database whose storage comes from a CSI driver: a second pod is kept out even on the same node.',
        'Sirve para una base de datos cuyo almacenamiento viene de un driver CSI: un segundo pod no entra ni en el mismo nodo.',
      ),
    },
    rwx: {
      label: text('many nodes write (ReadWriteMany)', 'escriben muchos nodos (ReadWriteMany)'),
      fits: text('It suits network file systems: NFS, CephFS, EFS.', 'Sirve para sistemas de archivos en red: NFS, CephFS, EFS.'),
    },
    rox: {
      label: text('many nodes read (ReadOnlyMany)', 'leen muchos nodos (ReadOnlyMany)'),
      fits: text('It suits content that was put there beforehand.', 'Sirve para contenido que se puso ahí antes.'),
    },
  }),
  rules: {
    cluster: (known) => seenAccessMode(known.facts.cluster, known.is(ownership, 'shared')),
    unknown: always(
      'unknown',
      text('The cluster’s storage classes were not read.', 'No se han leído las clases de almacenamiento del clúster.'),
    ),
  },
  refuses: {
    R7: (choice, known) =>
      choice === 'rox' && !known.is(sharedAccess, 'read-only')
        ? {
            says: text(
              'Storage that can only be read (ReadOnlyMany) cannot take what the program writes.',
              'En un almacenamiento de solo lectura (ReadOnlyMany) el programa no puede escribir.',
            ),
            mends: [
              ...(known.is(ownership, 'shared')
                ? [{ id: 'shared-access', value: 'read-only', gives: text('replicas that only read', 'réplicas que solo leen') }]
                : []),
              {
                id: 'access-mode',
                value: 'rwx',
                gives: text('storage that many nodes can write', 'almacenamiento en el que pueden escribir muchos nodos'),
              },
            ],
          }
        : undefined,
    RWOP: (choice, known) =>
      choice === 'rwop' && known.is(sharedAccess, 'read-only')
        ? {
            says: text(
              'A disk that belongs to a single pod (ReadWriteOncePod) cannot be read by several.',
              'Un disco que es de un solo pod (ReadWriteOncePod) no lo pueden leer varios.',
            ),
            mends: [
              {
                id: 'access-mode',
                value: 'rox',
                gives: text('storage that many nodes can read', 'almacenamiento que pueden leer muchos nodos'),
              },
            ],
          }
        : undefined,
  },
});

export const identity = question({
  id: 'identity',
  label: text('Fixed names', 'Nombres fijos'),
  ask: text('Does each instance need a name that stays?', '¿Necesita cada instancia un nombre que no cambie?'),
  help: text(
    'Some programs call their peers by name, such as shop-web-0. A Deployment gives each new pod a new name; a StatefulSet gives its pods numbers that stay. If you do not know of such calls, the answer is no; you can change it later.',
    'Algunos programas llaman a sus compañeros por su nombre, como shop-web-0. Un Deployment da un nombre nuevo a cada pod nuevo; un StatefulSet da a sus pods números que no cambian. Si no sabes de llamadas así, la respuesta es no; puedes cambiarla más tarde.',
  ),
  page: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  level: 'quiet',
  when: all(is(run, 'always'), is(data, 'none', 'scratch')),
  type: yesNo(
    text('It suits programs that call their peers by name.', 'Sirve para programas que llaman a sus compañeros por su nombre.'),
    text('It suits pods that are interchangeable.', 'Sirve para pods intercambiables.'),
  ),
  rules: { none: always(false, text('Pods without data are interchangeable.', 'Los pods sin datos son intercambiables.')) },
});

export const quorum = question({
  id: 'quorum',
  label: text('Votes', 'Votos'),
  ask: text('Do the instances vote?', '¿Votan las instancias?'),
  help: text(
    'The instances of Kafka, etcd, RabbitMQ or Elasticsearch elect a leader among themselves. Like a committee, they need a majority, so their number should be odd: three survive losing one, and four do no better. If its documentation does not speak of a leader or a quorum, the answer is no.',
    'Las instancias de Kafka, etcd, RabbitMQ o Elasticsearch eligen un líder entre ellas. Como un comité, necesitan mayoría, así que conviene un número impar: tres resisten la pérdida de una, y cuatro no lo hacen mejor. Si su documentación no habla de un líder ni de un quórum, la respuesta es no.',
  ),
  level: 'more',
  when: all(is(run, 'always'), any(is(ownership, 'own'), is(identity, true))),
  type: yesNo(
    text('It suits clusters that elect a leader.', 'Sirve para clústeres que eligen un líder.'),
    text('It suits instances that do not know about each other.', 'Sirve para instancias que no saben unas de otras.'),
  ),
  rules: { none: always(false, text('Most programs do not vote.', 'La mayoría de los programas no votan.')) },
});

/** Whether several pods on several nodes can mount the one claim of shared data (R6, R7). */
export const manyCanMount = (known: Known): boolean =>
  known.is(accessMode, 'rwx') || (known.is(sharedAccess, 'read-only') && known.is(accessMode, 'rox'));

/** What the storage must be able to do, in Kubernetes' own word. */
export function accessModeOf(known: Known): 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany' | 'ReadOnlyMany' {
  const modes = {
    unknown: 'ReadWriteOnce',
    rwo: 'ReadWriteOnce',
    rwop: 'ReadWriteOncePod',
    rwx: 'ReadWriteMany',
    rox: 'ReadOnlyMany',
  } as const;
  return modes[known.get(accessMode) ?? 'unknown'];
}
