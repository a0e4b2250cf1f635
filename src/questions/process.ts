import { text } from '../model/text.ts';
import { podSecurity } from './application.ts';
import { image, port, protocol, run } from './basics.ts';
import { distinct } from './distinct.ts';
import { product } from './identity.ts';
import type { WritablePath } from './plan.ts';
import { all, always, given, is, type Known, not, question, type Topic } from './question.ts';
import { mountPath } from './storage.ts';
import { dnsSubdomain, integer, listOf, orWord, words } from './value-types.ts';
import { wellKnownImageOf } from './well-known-images.ts';

/** Pattern of any character but control characters; line breaks and tabs are allowed. */
export const printable = String.raw`[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]`;

/** Pattern of a path in the container in its one normal form: not “/” itself, no “/” at the end, no empty part, no “.” or “..”, no “=”. */
export const containerPath = String.raw`(?:\/(?!\.{1,2}(?:[/=]|$))[^\s/:=\u0000-\u001f\u007f-\u009f]+)+`;

/** The component listens on a port. */
export const withPort = all(given(port), not(is(port, 'none')));

const finishes = is(run, 'once', 'scheduled');

const ownWords = always<readonly string[]>(
  [],
  text('The image knows how to start its program.', 'La imagen sabe cómo arrancar su programa.'),
);

export const command = question({
  id: 'command',
  label: text('Command', 'Comando'),
  ask: text('Which program of the image does it start, one word at a time?', '¿Qué programa de la imagen arranca, palabra por palabra?'),
  help: text(
    'Leave it empty to start what the image starts by itself (its ENTRYPOINT). Each word is an item of its own, and no shell reads them: for pipes and variables give /bin/sh, -c and then the script. Kubernetes replaces $(NAME) with the variable of that name; write $$(NAME) where it should stay as it is.',
    'Déjalo vacío para arrancar lo que la imagen arranca por sí sola (su ENTRYPOINT). Cada palabra es un elemento, y no las lee ningún shell: para tuberías y variables pon /bin/sh, -c y después el script. Kubernetes sustituye $(NOMBRE) por la variable de ese nombre; escribe $$(NOMBRE) donde deba quedar tal cual.',
  ),
  page: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  level: 'quiet',
  essentialWhen: finishes,
  type: listOf({
    name: 'WORD',
    expects: text('words of a command, without control characters', 'palabras de un comando, sin caracteres de control'),
    pattern: new RegExp(`^${printable}+$`),
    maxLength: 32_768,
    samples: ['/bin/sh', '-c'],
  }),
  rules: { image: ownWords },
});

export const args = question({
  id: 'args',
  label: text('Arguments', 'Argumentos'),
  ask: text('Which arguments does the program get, one at a time?', '¿Qué argumentos recibe el programa, uno por uno?'),
  help: text(
    'They follow the command; if you give no command, they replace the image’s own arguments (its CMD). Each is an item of its own and may have several lines, such as the script after -c. Nothing secret belongs here: anybody who may look at the pod can read it.',
    'Van detrás del comando; si no das ninguno, sustituyen a los argumentos de la imagen (su CMD). Cada uno es un elemento y puede tener varias líneas, como el script que sigue a -c. Aquí no va nada secreto: lo puede leer cualquiera que pueda ver el pod.',
  ),
  page: 'https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/',
  level: 'quiet',
  essentialWhen: finishes,
  type: listOf({
    name: 'WORD',
    expects: text('arguments, without control characters', 'argumentos, sin caracteres de control'),
    pattern: new RegExp(`^${printable}*$`),
    maxLength: 65_536,
    samples: ['--verbose', '--workers=4'],
  }),
  rules: { image: ownWords },
});

/** Names that the main port may get, by its protocol and by what it carries. */
const mainPortNamesOf = (known: Known): readonly string[] => {
  if (known.is(protocol, 'http')) return ['http', 'https'];
  return known.is(protocol, 'grpc') ? ['grpc'] : ['tcp', known.get(product) ?? 'tcp'];
};

/** `metrics=9090` is a port beside the main one. */
export function extraPortOf(item: string): { readonly name: string; readonly port: number } {
  const at = item.indexOf('=');
  return { name: item.slice(0, at), port: Number(item.slice(at + 1)) };
}

const portNumber = String.raw`(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])`;

export const ports = question({
  id: 'ports',
  label: text('More ports', 'Más puertos'),
  ask: text('Which other ports does it listen on?', '¿En qué otros puertos escucha?'),
  help: text(
    'Some programs have a second door: metrics, an administration page, the port on which brokers talk to each other. Give each one a short name and its number, such as metrics=9090. The Service leads to these ports too; only the main port is exposed to the outside.',
    'Algunos programas tienen una segunda puerta: métricas, una página de administración, el puerto por el que hablan los brókeres entre ellos. Da a cada uno un nombre corto y su número, como metrics=9090. El Service también lleva a estos puertos; hacia fuera solo se expone el principal.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
  level: 'quiet',
  when: withPort,
  type: listOf({
    name: 'NAME=PORT',
    expects: text(
      'ports with a name of at most 15 lower-case letters, digits and “-” with a letter in it, such as metrics=9090',
      'puertos con un nombre de 15 caracteres como mucho (minúsculas, cifras y «-», con alguna letra), como metrics=9090',
    ),
    pattern: new RegExp(`^(?=[^=]{1,15}=)(?=[^=]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*=${portNumber}$`),
    samples: ['metrics=9090', 'admin=9091'],
  }),
  rules: {
    none: always<readonly string[]>(
      [],
      text('Most programs listen on one port.', 'La mayoría de los programas escuchan en un solo puerto.'),
    ),
  },
  refuses: {
    'unique-name': distinct({
      id: 'ports',
      keyOf: (item) => extraPortOf(item).name,
      says: (name) =>
        text(
          `Two ports are called “${name}”: each needs a name of its own, the main one included.`,
          `Hay dos puertos que se llaman «${name}»: cada uno necesita su propio nombre, también el principal.`,
        ),
      takenOf: mainPortNamesOf,
    }),
    'unique-number': distinct({
      id: 'ports',
      keyOf: (item) => String(extraPortOf(item).port),
      says: (number) =>
        text(`Port ${number} is named twice: one port, one name.`, `El puerto ${number} aparece dos veces: un puerto, un nombre.`),
      takenOf: (known) => [String(known.get(port))],
    }),
    'privileged-port': (choice, known) => {
      const low = choice.map(extraPortOf).find((extra) => extra.port < 1024);
      if (!low || !known.is(podSecurity, 'restricted')) return undefined;
      const moved = (item: string): string => {
        const extra = extraPortOf(item);
        return extra.port < 1024 ? `${extra.name}=${extra.port + 8000}` : item;
      };
      return {
        says: text(
          `Port ${low.port} (${low.name}) needs root, but the namespace does not allow root (Pod Security “restricted”): ports below 1024 are for the system.`,
          `El puerto ${low.port} (${low.name}) necesita root, pero el espacio de nombres no lo permite (Pod Security «restricted»): los puertos por debajo de 1024 son del sistema.`,
        ),
        mends: [
          {
            id: 'ports',
            value: choice.map(moved),
            gives: text('after you have set the program to listen there', 'después de configurar el programa para que escuche ahí'),
          },
          { id: 'pod-security', value: 'baseline', gives: text('a namespace that allows root', 'un espacio de nombres que permite root') },
        ],
      };
    },
  },
});

export const grace = question({
  id: 'grace',
  label: text('Time to stop', 'Tiempo para parar'),
  ask: text('How many seconds does it need to stop cleanly?', '¿Cuántos segundos necesita para parar bien?'),
  help: text(
    'When a pod has to go, its program is asked to stop, like a shop at closing time: it serves the customers who are inside and locks the door. When this time is up, it is killed in the middle of whatever it is doing. Databases need the longest: what they hold in memory must still get to disk.',
    'Cuando un pod se tiene que ir, se pide a su programa que pare, como a una tienda a la hora del cierre: atiende a los clientes que están dentro y echa la llave. Pasado este tiempo, se le mata a mitad de lo que esté haciendo. Las bases de datos son las que más necesitan: lo que tienen en memoria aún debe llegar al disco.',
  ),
  page: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
  level: 'quiet',
  type: integer(0, 3600, text('seconds', 'segundos')),
  rules: {
    finishes: (known) =>
      known.is(run, 'once', 'scheduled')
        ? {
            choice: 30,
            reason: text(
              'Nobody calls it, so it only has to bring its work to a clean end.',
              'Nadie lo llama, así que solo tiene que cerrar bien su trabajo.',
            ),
          }
        : undefined,
    'well-known': (known) => {
      const famous = wellKnownImageOf(known.get(image));
      return (
        famous && {
          choice: 120,
          reason: text(
            `${famous.title} must write everything to disk before it stops.`,
            `${famous.title} tiene que escribirlo todo en el disco antes de parar.`,
          ),
        }
      );
    },
    grace: always(45, text('It is long enough to finish the calls that are under way.', 'Basta para terminar las llamadas en curso.')),
  },
});

const roomAtFirst = '64Mi';

/** `/tmp`, `/cache=1Gi` and `/dev/shm=memory:64Mi` as a path, its room, and where that room is. */
export function writableOf(item: string): WritablePath {
  const [path = '', room = roomAtFirst] = item.split('=');
  const inMemory = room.startsWith('memory:');
  return { path, size: inMemory ? room.slice('memory:'.length) : room, inMemory };
}

/** Where the kernel shows itself; a container cannot mount anything there, but for the memory under `/dev/shm`. */
const kernels = /^\/(?:proc|sys)(?:\/|$)|^\/dev(?!\/shm$)(?:\/|$)/;

export const writable = question({
  id: 'writable',
  label: text('May write', 'Puede escribir'),
  ask: text('Which directories must it be able to write?', '¿En qué directorios tiene que poder escribir?'),
  help: text(
    'The container’s own file system is read-only, so that an intruder cannot plant anything in it. What the program has to write for a while goes into these directories: /tmp, a cache, a PID file. Each one starts empty, is lost with the pod, and holds 64Mi unless you say otherwise, as in /cache=1Gi. /dev/shm=memory:64Mi is kept in memory and counts towards the memory limit.',
    'El sistema de archivos del contenedor es de solo lectura, para que un intruso no pueda dejar nada en él. Lo que el programa tiene que escribir por un tiempo va a estos directorios: /tmp, una caché, un archivo PID. Cada uno empieza vacío, se pierde con el pod y tiene 64Mi si no dices otra cosa, como en /cache=1Gi. /dev/shm=memory:64Mi se guarda en memoria y cuenta para el límite de memoria.',
  ),
  page: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir',
  level: 'quiet',
  type: listOf({
    name: 'PATH|PATH=SIZE|PATH=memory:SIZE',
    expects: text(
      'directories below “/”, with their size if it is not 64Mi, such as /tmp, /cache=1Gi or /dev/shm=memory:64Mi',
      'directorios por debajo de «/», con su tamaño si no es 64Mi, como /tmp, /cache=1Gi o /dev/shm=memory:64Mi',
    ),
    pattern: new RegExp(String.raw`^${containerPath}(?:=(?:memory:)?(?=[0.]*[1-9])\d{1,12}(?:\.\d{1,3})?(?:k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?)?$`),
    maxLength: 1024,
    samples: ['/tmp', '/cache=1Gi', '/dev/shm=memory:64Mi'],
    faultOf: (item) =>
      kernels.test(writableOf(item).path)
        ? text(
            `${writableOf(item).path} belongs to the kernel: nothing can be mounted there.`,
            `${writableOf(item).path} es del núcleo: ahí no se puede montar nada.`,
          )
        : undefined,
  }),
  rules: {
    tmp: always<readonly string[]>(
      [`/tmp=${roomAtFirst}`],
      text('Nearly every program writes to /tmp.', 'Casi todos los programas escriben en /tmp.'),
    ),
  },
  refuses: {
    unique: distinct({
      id: 'writable',
      keyOf: (item) => writableOf(item).path,
      says: (path) => text(`Two volumes would be mounted at ${path}.`, `Se montarían dos volúmenes en ${path}.`),
      takenOf: (known) => [mountPathOf(known)],
    }),
  },
});

/** Where the data is mounted, in the normal form of `containerPath`; empty where there is none. */
export const mountPathOf = (known: Known): string => (known.get(mountPath) ?? '').replace(/\/+/g, '/').replace(/\/$/, '');

export const imagePullSecret = question({
  id: 'image-pull-secret',
  label: text('Registry Secret', 'Secret del registro'),
  ask: text('Which Secret gives access to its image registry?', '¿Qué Secret da acceso al registro de su imagen?'),
  help: text(
    'A private image registry asks for a password. It is kept in a Secret of type kubernetes.io/dockerconfigjson in the same namespace, which “kubectl create secret docker-registry” creates; give its name here. Without it the pods stay in ImagePullBackOff.',
    'Un registro de imágenes privado pide una contraseña. Se guarda en un Secret de tipo kubernetes.io/dockerconfigjson del mismo espacio de nombres, que crea «kubectl create secret docker-registry»; indica aquí su nombre. Sin él los pods se quedan en ImagePullBackOff.',
  ),
  page: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  level: 'quiet',
  type: orWord(words(dnsSubdomain(['registry-login'])), 'none', text('the registry is public', 'el registro es público')),
  rules: {
    none: always('none', text('You did not say that the registry asks for a password.', 'No has dicho que el registro pida contraseña.')),
  },
});

export const process: Topic = {
  id: 'process',
  title: text('The process', 'El proceso'),
  questions: [command, args, ports, grace, writable, imagePullSecret],
};
