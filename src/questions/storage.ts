import { text } from '../model/text.ts';
import { run } from './basics.ts';
import { all, always, any, is, type Known, not, question, type Topic } from './question.ts';
import { absolutePath, dnsSubdomain, oneOf, orWord, quantity, words, yesNo } from './value-types.ts';

export const data = question({
  id: 'data',
  label: text('Data', 'Datos'),
  ask: text('Does it keep data that must survive a restart?', '¿Guarda datos que deban sobrevivir a un reinicio?'),
  help: text(
    'A pod is like a hotel room: whatever you leave in it is gone when you check out. A database keeps its data on a disk of its own. A web program that stores everything in a database keeps none. Scratch is room to work in that may be lost, such as a cache.',
    'Un pod es como una habitación de hotel: lo que dejes dentro desaparece al marcharte. Una base de datos guarda sus datos en un disco propio. Un programa web que lo guarda todo en una base de datos no guarda nada. «Scratch» es espacio de trabajo que se puede perder, como una caché.',
  ),
  page: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
  level: 'essential',
  type: oneOf({
    none: { label: text('no', 'no'), fits: text('It fits programs that store what matters elsewhere, such as in a database.', 'Sirve para programas que guardan lo importante en otro sitio, como una base de datos.') },
    scratch: { label: text('room to work in', 'espacio de trabajo'), fits: text('It fits caches and temporary files, which may be lost.', 'Sirve para cachés y archivos temporales, que se pueden perder.') },
    keep: { label: text('yes, it keeps data', 'sí, guarda datos'), fits: text('It fits databases, brokers and uploads: the data outlives the pod.', 'Sirve para bases de datos, brókeres y archivos subidos: los datos sobreviven al pod.') },
  }),
  rules: { none: always('none', text('Most programs store what matters in a database.', 'La mayoría de los programas guardan lo importante en una base de datos.')) },
  refuses: {
    R3: (choice, known) =>
      choice === 'keep' && known.is(run, 'every-node')
        ? {
            says: text(
              'A program on every node cannot keep data on a claim: all nodes would share the one disk, and most disks can be on one node only.',
              'Un programa que está en cada nodo no puede guardar datos en una petición de volumen: todos los nodos compartirían el mismo disco, y casi todos los discos solo pueden estar en un nodo.',
            ),
            mends: [
              { id: 'data', value: 'scratch', gives: text('room on each node that may be lost', 'espacio en cada nodo que se puede perder') },
              { id: 'run', value: 'always', gives: text('a program with a disk for each replica', 'un programa con un disco para cada réplica') },
            ],
          }
        : undefined,
  },
});

const keeps = is(data, 'keep');

export const ownership = question({
  id: 'ownership',
  label: text('Owner', 'Dueño'),
  ask: text('Whose data is it?', '¿De quién son los datos?'),
  help: text(
    'Several replicas can be like tenants with a cellar each (a broker, a search cluster), like flatmates with one fridge (uploads that all read), or there is only one who may write at all (a plain database). If two write where only one should, the data is spoilt; if you are not sure, say that a single one writes.',
    'Varias réplicas pueden ser como vecinos con un trastero cada uno (un bróker, un clúster de búsqueda), como compañeros de piso con una sola nevera (archivos subidos que todos leen), o puede que solo uno tenga derecho a escribir (una base de datos sencilla). Si escriben dos donde solo debía uno, los datos se estropean; si no lo sabes, di que solo escribe uno.',
  ),
  level: 'quiet',
  essentialWhen: is(run, 'always'),
  when: keeps,
  type: oneOf({
    own: { label: text('each replica has its own', 'cada réplica tiene los suyos'), fits: text('It fits systems that copy their data among themselves, such as Kafka.', 'Sirve para sistemas que copian sus datos entre ellos, como Kafka.') },
    shared: { label: text('all replicas share them', 'todas las réplicas los comparten'), fits: text('It fits files that every replica must see, such as uploads.', 'Sirve para archivos que todas las réplicas deben ver, como los subidos.') },
    single: { label: text('a single one writes', 'solo escribe una'), fits: text('It fits a plain database: one pod, one disk.', 'Sirve para una base de datos sencilla: un pod, un disco.') },
  }),
  rules: {
    finishes: (known) =>
      known.is(run, 'once', 'scheduled') ? { choice: 'single', reason: text('One pod at a time does the work.', 'El trabajo lo hace un solo pod cada vez.') } : undefined,
    own: always('own', text('A disk for each replica can never be written by two.', 'En un disco para cada réplica nunca pueden escribir dos.')),
  },
  refuses: {
    finishes: (choice, known) =>
      choice === 'own' && known.is(run, 'once', 'scheduled')
        ? {
            says: text('Work that finishes has no replicas with a disk each: its next pod is a new one and must find the data again.', 'Un trabajo que termina no tiene réplicas con un disco cada una: su siguiente pod es nuevo y tiene que volver a encontrar los datos.'),
            mends: [{ id: 'ownership', value: 'single', gives: text('one disk, for the pod that runs', 'un disco, para el pod que se ejecuta') }],
          }
        : undefined,
  },
});

export const sharedAccess = question({
  id: 'shared-access',
  label: text('Access', 'Acceso'),
  ask: text('Do the replicas write the shared data?', '¿Escriben las réplicas en los datos compartidos?'),
  help: text(
    'If they only read, nobody can spoil anything, and more kinds of storage will do. A database file must never be written by two.',
    'Si solo leen, nadie puede estropear nada y sirven más tipos de almacenamiento. En un archivo de base de datos nunca deben escribir dos.',
  ),
  level: 'essential',
  when: is(ownership, 'shared'),
  type: oneOf({
    'read-write': { label: text('they write', 'escriben'), fits: text('It fits uploads and other files that the replicas make.', 'Sirve para archivos subidos y otros que crean las réplicas.') },
    'read-only': { label: text('they only read', 'solo leen'), fits: text('It fits content that somebody else puts there.', 'Sirve para contenido que pone ahí otro.') },
  }),
  rules: { write: always('read-write', text('Most programs that keep data also write it.', 'La mayoría de los programas que guardan datos también escriben en ellos.')) },
});

export const accessMode = question({
  id: 'access-mode',
  label: text('Storage can', 'El disco puede'),
  ask: text('What can the storage do?', '¿Qué permite el almacenamiento?'),
  help: text(
    'Most disks can be on one node at a time (ReadWriteOnce: one node, not one pod). Network file systems such as NFS or CephFS can be on many nodes (ReadWriteMany). If you do not know, one node is assumed: every kind of storage can do that. “kubectl get storageclass” shows the provisioner.',
    'La mayoría de los discos solo pueden estar en un nodo a la vez (ReadWriteOnce: un nodo, no un pod). Los sistemas de archivos en red como NFS o CephFS pueden estar en muchos (ReadWriteMany). Si no lo sabes, se supone un nodo: eso lo permite cualquier almacenamiento. «kubectl get storageclass» muestra el aprovisionador.',
  ),
  page: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
  level: 'quiet',
  essentialWhen: is(ownership, 'shared'),
  when: keeps,
  type: oneOf({
    unknown: { label: text('I do not know', 'no lo sé'), fits: text('It counts as one node, which every kind of storage can do.', 'Cuenta como un nodo, que es lo que permite cualquier almacenamiento.') },
    rwo: { label: text('one node writes (ReadWriteOnce)', 'escribe un nodo (ReadWriteOnce)'), fits: text('It fits block storage: the disks of the clouds, local disks.', 'Sirve para almacenamiento de bloques: los discos de las nubes, los discos locales.') },
    rwop: { label: text('one pod writes (ReadWriteOncePod)', 'escribe un pod (ReadWriteOncePod)'), fits: text('It fits a database on a CSI driver: a second pod is kept out even on the same node.', 'Sirve para una base de datos sobre un controlador CSI: un segundo pod no entra ni en el mismo nodo.') },
    rwx: { label: text('many nodes write (ReadWriteMany)', 'escriben muchos nodos (ReadWriteMany)'), fits: text('It fits network file systems: NFS, CephFS, EFS.', 'Sirve para sistemas de archivos en red: NFS, CephFS, EFS.') },
    rox: { label: text('many nodes read (ReadOnlyMany)', 'leen muchos nodos (ReadOnlyMany)'), fits: text('It fits content that was put there beforehand.', 'Sirve para contenido que se puso ahí antes.') },
  }),
  rules: { unknown: always('unknown', text('Nobody looked at the cluster’s storage classes.', 'Nadie ha mirado las clases de almacenamiento del clúster.')) },
  refuses: {
    R7: (choice, known) =>
      choice === 'rox' && !known.is(sharedAccess, 'read-only')
        ? {
            says: text('Storage that can only be read (ReadOnlyMany) cannot take what the program writes.', 'En un almacenamiento de solo lectura (ReadOnlyMany) el programa no puede escribir.'),
            mends: [
              ...(known.is(ownership, 'shared') ? [{ id: 'shared-access', value: 'read-only', gives: text('replicas that only read', 'réplicas que solo leen') }] : []),
              { id: 'access-mode', value: 'rwx', gives: text('storage that many nodes can write', 'almacenamiento en el que pueden escribir muchos nodos') },
            ],
          }
        : undefined,
    RWOP: (choice, known) =>
      choice === 'rwop' && known.is(sharedAccess, 'read-only')
        ? {
            says: text('A disk that belongs to one pod (ReadWriteOncePod) cannot be read by several.', 'Un disco que es de un solo pod (ReadWriteOncePod) no lo pueden leer varios.'),
            mends: [{ id: 'access-mode', value: 'rox', gives: text('storage that many nodes can read', 'almacenamiento que pueden leer muchos nodos') }],
          }
        : undefined,
  },
});

export const identity = question({
  id: 'identity',
  label: text('Fixed names', 'Nombres fijos'),
  ask: text('Does each instance need a name that stays?', '¿Necesita cada instancia un nombre que no cambie?'),
  help: text(
    'Some programs call their peers by name, such as shop-web-0. A Deployment gives its pods new names at every restart; a StatefulSet gives them numbers that stay.',
    'Algunos programas llaman a sus compañeros por su nombre, como shop-web-0. Un Deployment da nombres nuevos a sus pods en cada reinicio; un StatefulSet les da números que no cambian.',
  ),
  page: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
  level: 'quiet',
  when: all(is(run, 'always'), is(data, 'none', 'scratch')),
  type: yesNo(text('It fits programs that call their peers by name.', 'Sirve para programas que llaman a sus compañeros por su nombre.'), text('It fits pods that are interchangeable.', 'Sirve para pods intercambiables.')),
  rules: { none: always(false, text('Pods without data are interchangeable.', 'Los pods sin datos son intercambiables.')) },
});

export const quorum = question({
  id: 'quorum',
  label: text('Votes', 'Votos'),
  ask: text('Do the instances vote?', '¿Votan las instancias?'),
  help: text(
    'Kafka, etcd, RabbitMQ or Elasticsearch elect a leader among themselves. Like a committee they need a majority, so an odd number: three survive the loss of one, four do no better.',
    'Kafka, etcd, RabbitMQ o Elasticsearch eligen un líder entre sus instancias. Como un comité, necesitan mayoría, así que un número impar: tres soportan la pérdida de una, y cuatro no lo hacen mejor.',
  ),
  level: 'more',
  when: all(is(run, 'always'), any(is(ownership, 'own'), is(identity, true))),
  type: yesNo(text('It fits clusters that elect a leader.', 'Sirve para clústeres que eligen un líder.'), text('It fits instances that do not know of each other.', 'Sirve para instancias que no saben unas de otras.')),
  rules: { none: always(false, text('Most programs do not vote.', 'La mayoría de los programas no votan.')) },
});

export const storageSize = question({
  id: 'storage-size',
  label: text('Room', 'Espacio'),
  ask: text('How much room does it need?', '¿Cuánto espacio necesita?'),
  help: text(
    'The size of the disk; with a disk for each replica, of each of them. It can grow later, where the storage class allows it, but never shrink; growing the claims of a StatefulSet takes some handwork, so leave room.',
    'El tamaño del disco; si cada réplica tiene el suyo, el de cada uno. Más tarde puede crecer, si la clase de almacenamiento lo permite, pero nunca encoger; agrandar las peticiones de un StatefulSet lleva trabajo a mano, así que deja margen.',
  ),
  level: 'quiet',
  essentialWhen: keeps,
  when: not(is(data, 'none')),
  type: quantity('bytes', ['10Gi', '500Mi']),
  rules: {
    scratch: (known) => (known.is(data, 'scratch') ? { choice: '1Gi', reason: text('Scratch room is taken from the node, which others use too, so it gets a cap.', 'El espacio de trabajo se toma del nodo, que otros también usan, así que lleva un tope.') } : undefined),
    keep: always('10Gi', text('It is room to start with.', 'Es espacio para empezar.')),
  },
});

export const storageKind = question({
  id: 'storage-kind',
  label: text('Storage', 'Almacenamiento'),
  ask: text('What kind of storage?', '¿Qué tipo de almacenamiento?'),
  help: text(
    'A database is happiest on fast storage. Backups and logs do well on slow and cheap storage. Redundant storage survives the loss of a disk; a broker that copies its data itself does not need that. Each cluster calls its classes differently.',
    'Una base de datos va mejor con almacenamiento rápido. A las copias de seguridad y a los registros les basta uno lento y barato. El redundante soporta la pérdida de un disco; un bróker que ya copia sus datos no lo necesita. Cada clúster llama a sus clases de una manera.',
  ),
  page: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
  level: 'quiet',
  essentialWhen: keeps,
  when: keeps,
  type: oneOf({
    any: { label: text('any', 'cualquiera'), fits: text('It fits as long as nothing speaks for another: the cluster’s default class.', 'Sirve mientras nada pida otra cosa: la clase por defecto del clúster.') },
    redundant: { label: text('redundant', 'redundante'), fits: text('It fits data that must survive the loss of a disk or a node.', 'Sirve para datos que deben sobrevivir a la pérdida de un disco o de un nodo.') },
    fast: { label: text('fast', 'rápido'), fits: text('It fits databases and brokers, which wait for their disk.', 'Sirve para bases de datos y brókeres, que esperan a su disco.') },
    slow: { label: text('slow and cheap', 'lento y barato'), fits: text('It fits backups, logs and archives.', 'Sirve para copias de seguridad, registros y archivos históricos.') },
  }),
  rules: { any: always('any', text('Nothing speaks for a special kind.', 'Nada pide un tipo especial.')) },
});

export const storageClass = question({
  id: 'storage-class',
  label: text('Storage class', 'Clase'),
  ask: text('Which storage class?', '¿Qué clase de almacenamiento?'),
  help: text(
    'The class is the cluster’s name for a kind of storage; “kubectl get storageclass” lists them. “default” leaves the choice to the cluster. A name that does not exist leaves the claim waiting for ever.',
    'La clase es el nombre que el clúster da a un tipo de almacenamiento; «kubectl get storageclass» las enumera. «default» deja la elección al clúster. Con un nombre que no existe, la petición se queda esperando para siempre.',
  ),
  level: 'quiet',
  when: keeps,
  type: orWord(words(dnsSubdomain(['fast-ssd', 'gp3'])), 'default', text('the cluster’s default class', 'la clase por defecto del clúster')),
  rules: { default: always('default', text('No cluster was read, so its default class decides.', 'No se ha leído ningún clúster, así que decide su clase por defecto.')) },
});

export const mountPath = question({
  id: 'mount-path',
  label: text('Data path', 'Ruta de datos'),
  ask: text('In which directory does it keep them?', '¿En qué directorio los guarda?'),
  help: text(
    'The disk appears in the container under this path; the documentation of the image names it, such as /var/lib/postgresql. Whatever the program writes elsewhere is lost at a restart.',
    'El disco aparece en el contenedor en esta ruta; la documentación de la imagen la dice, como /var/lib/postgresql. Lo que el programa escriba en otro sitio se pierde al reiniciar.',
  ),
  level: 'essential',
  when: not(is(data, 'none')),
  type: words({
    ...absolutePath(['/data', '/var/lib/postgresql']),
    faultOf: (said) =>
      /^\/+$/.test(said) ? text('Take a directory below “/”: a disk over the root would hide the program itself.', 'Usa un directorio por debajo de «/»: un disco sobre la raíz taparía el propio programa.') : undefined,
  }),
  rules: { data: always('/data', text('It is what many images use.', 'Es lo que usan muchas imágenes.')) },
});

/** Whether several pods on several nodes can mount the one claim of shared data (R6, R7). */
export const manyCanMount = (known: Known): boolean =>
  known.is(accessMode, 'rwx') || (known.is(sharedAccess, 'read-only') && known.is(accessMode, 'rox'));

export const storage: Topic = {
  id: 'storage',
  title: text('Its data', 'Sus datos'),
  questions: [data, ownership, sharedAccess, accessMode, identity, quorum, storageSize, storageKind, storageClass, mountPath],
};
