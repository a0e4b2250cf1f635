import { text } from '../model/text.ts';
import { accessMode, data, identity, keeps, ownership, quorum, sharedAccess } from './data.ts';
import { always, is, type Known, not, question, type Topic } from './question.ts';
import { refusedStorageClass, seenStorageClass } from './seen-storage.ts';
import type { Mode } from './storage-drivers.ts';
import { absolutePath, dnsSubdomain, oneOf, orWord, quantity, words } from './value-types.ts';

export const storageSize = question({
  id: 'storage-size',
  label: text('Disk size', 'Tamaño del disco'),
  ask: text('How much room does it need?', '¿Cuánto espacio necesita?'),
  help: text(
    'It is the size of the disk; if each replica has its own, the size of each one. It can grow later, if the storage class allows it, but never shrink. Growing the volume claims of a StatefulSet takes some manual work, so leave room to spare.',
    'Es el tamaño del disco; si cada réplica tiene el suyo, el de cada uno. Más tarde puede crecer, si la clase de almacenamiento lo permite, pero nunca encoger. Ampliar las peticiones de volumen de un StatefulSet requiere trabajo a mano, así que deja margen.',
  ),
  level: 'quiet',
  essentialWhen: keeps,
  when: not(is(data, 'none')),
  type: quantity('bytes', ['10Gi', '500Mi']),
  rules: {
    scratch: (known) =>
      known.is(data, 'scratch')
        ? {
            choice: '1Gi',
            reason: text(
              'Scratch room is taken from the node, which others use too, so it gets a limit.',
              'El espacio de trabajo se toma del nodo, que otros también usan, así que lleva un límite.',
            ),
          }
        : undefined,
    keep: always('10Gi', text('It is enough to start with.', 'Es suficiente para empezar.')),
  },
});

export const storageKind = question({
  id: 'storage-kind',
  label: text('Storage', 'Almacenamiento'),
  ask: text('What kind of storage?', '¿Qué tipo de almacenamiento?'),
  help: text(
    'A database is happiest on fast storage. Backups and logs do well on slow and cheap storage. Redundant storage survives losing a disk; a broker that copies its data itself does not need that. Each cluster has its own names for its classes.',
    'Una base de datos va mejor con almacenamiento rápido. A las copias de seguridad y a los logs les basta uno lento y barato. El redundante resiste la pérdida de un disco; un bróker que ya copia sus datos no lo necesita. Cada clúster llama a sus clases de una manera.',
  ),
  page: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
  level: 'quiet',
  essentialWhen: keeps,
  when: keeps,
  type: oneOf({
    any: {
      label: text('any', 'cualquiera'),
      fits: text(
        'It suits programs with no special needs: it is the cluster’s default class.',
        'Sirve para programas sin necesidades especiales: es la clase por defecto del clúster.',
      ),
    },
    redundant: {
      label: text('redundant', 'redundante'),
      fits: text(
        'It suits data that must survive losing a disk or a node.',
        'Sirve para datos que deben sobrevivir a la pérdida de un disco o de un nodo.',
      ),
    },
    fast: {
      label: text('fast', 'rápido'),
      fits: text(
        'It suits databases and brokers, whose speed depends on their disk.',
        'Sirve para bases de datos y brókeres, cuya velocidad depende del disco.',
      ),
    },
    slow: {
      label: text('slow and cheap', 'lento y barato'),
      fits: text('It suits backups, logs and archives.', 'Sirve para copias de seguridad, logs y archivos históricos.'),
    },
  }),
  rules: { any: always('any', text('Nothing calls for a special kind.', 'Nada pide un tipo especial.')) },
});

/** Who does not know counts as one node, which all storage can do. */
function modeOf(known: Known): Mode {
  const mode = known.get(accessMode);
  return mode === undefined || mode === 'unknown' ? 'rwo' : mode;
}

export const storageClass = question({
  id: 'storage-class',
  label: text('Storage class', 'Clase de disco'),
  ask: text('Which storage class?', '¿Qué clase de almacenamiento?'),
  help: text(
    'The class is the cluster’s name for a kind of storage; “kubectl get storageclass” lists them. “default” leaves the choice to the cluster. With a name that does not exist, the volume claim waits forever.',
    'La clase es el nombre que el clúster da a un tipo de almacenamiento; «kubectl get storageclass» las enumera. «default» deja la elección al clúster. Con un nombre que no existe, la petición de volumen se queda esperando para siempre.',
  ),
  level: 'quiet',
  when: keeps,
  type: orWord(
    words(dnsSubdomain(['fast-ssd', 'gp3'])),
    'default',
    text('the cluster’s default class', 'la clase por defecto del clúster'),
  ),
  rules: {
    cluster: (known) => seenStorageClass(known.facts.cluster, known.get(storageKind) ?? 'any', modeOf(known)),
    default: always(
      'default',
      text('No cluster was read, so its default class decides.', 'No se ha leído ningún clúster, así que decide su clase por defecto.'),
    ),
  },
  refuses: { cluster: (choice, known) => refusedStorageClass(known.facts.cluster, choice, modeOf(known)) },
});

export const mountPath = question({
  id: 'mount-path',
  label: text('Data path', 'Ruta de datos'),
  ask: text('In which directory does it keep its data?', '¿En qué directorio guarda sus datos?'),
  help: text(
    'The disk appears in the container at this path; the documentation of the image names it, such as /var/lib/postgresql. Whatever the program writes elsewhere is lost when it restarts. If you are not sure, write a file with the program, restart the pod and look whether it is still there.',
    'El disco aparece en el contenedor en esta ruta; la documentación de la imagen la dice, como /var/lib/postgresql. Lo que el programa escriba en otro sitio se pierde cuando se reinicia. Si no lo sabes, escribe un archivo con el programa, reinicia el pod y mira si sigue ahí.',
  ),
  level: 'essential',
  when: not(is(data, 'none')),
  type: words({
    ...absolutePath(['/data', '/var/lib/postgresql']),
    faultOf: (said) =>
      /^\/+$/.test(said)
        ? text(
            'Use a directory below “/”: a disk mounted over the root would hide the program itself.',
            'Usa un directorio por debajo de «/»: un disco montado sobre la raíz taparía el propio programa.',
          )
        : undefined,
  }),
  rules: { data: always('/data', text('It is what many images use.', 'Es lo que usan muchas imágenes.')) },
});

export const storage: Topic = {
  id: 'storage',
  title: text('Its data', 'Sus datos'),
  questions: [data, ownership, sharedAccess, accessMode, identity, quorum, storageSize, storageKind, storageClass, mountPath],
};
