import { text } from '../model/text.ts';
import { name, podSecurity } from './application.ts';
import { all, always, is, type Known, not, question, sure, type Topic } from './question.ts';
import { dnsLabel, integer, oneOf, orWord, words } from './value-types.ts';
import { wellKnownImageOf } from './well-known-images.ts';

/** A reference with a tag or a digest (distribution/reference, reference.go), without scheme. */
const reference =
  /^(?:[a-zA-Z0-9][-a-zA-Z0-9.]*(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*(?::[A-Za-z0-9_][-A-Za-z0-9_.]{0,127})?(?:@sha256:[a-f0-9]{64})?$/;

/** Tag of a reference, or undefined: `nginx:1.31.0` gives `1.31.0`. */
export const tagOf = (image: string): string | undefined =>
  /:([A-Za-z0-9_][-A-Za-z0-9_.]*)$/.exec(image.split('@')[0]?.split('/').at(-1) ?? '')?.[1];

const pinned = (image: string): boolean => image.includes('@sha256:') || (tagOf(image) !== undefined && tagOf(image) !== 'latest');

export const image = question({
  id: 'image',
  label: text('Image', 'Imagen'),
  ask: text('Which image?', '¿Qué imagen?'),
  help: text(
    'A container image is your program, packed with all that it needs to run; its name has a registry and a version, such as ghcr.io/example/shop:2.4.1. Whoever builds your program can tell you: it is the name given to “docker push”. With a version that never changes, every node runs the same program; to release a new one, change it here and apply again.',
    'Una imagen de contenedor es tu programa, empaquetado con todo lo que necesita para funcionar; su nombre tiene un registro y una versión, como ghcr.io/example/shop:2.4.1. Te la puede decir quien construye el programa: es el nombre que se da a «docker push». Con una versión que no cambia nunca, todos los nodos ejecutan el mismo programa; para publicar otra, cámbiala aquí y vuelve a aplicar.',
  ),
  page: 'https://kubernetes.io/docs/concepts/containers/images/',
  level: 'essential',
  type: words({
    name: 'IMAGE',
    expects: text(
      'an image with its version, such as ghcr.io/example/shop:2.4.1',
      'una imagen con su versión, como ghcr.io/example/shop:2.4.1',
    ),
    pattern: reference,
    misreadAs: (said) => {
      const bare = said.trim().replace(/^[a-z]+:\/\//i, '');
      return bare !== said && reference.test(bare)
        ? text(`Write the image without a scheme and without spaces: ${bare}.`, `Escribe la imagen sin esquema ni espacios: ${bare}.`)
        : undefined;
    },
    maxLength: 512,
    samples: ['ghcr.io/example/shop:2.4.1', 'nginxinc/nginx-unprivileged:1.30.4-alpine'],
    faultOf: (said) => {
      if (pinned(said)) return undefined;
      const bare = said.replace(/:latest$/, '');
      return text(
        `Add the version, as in ${bare}:1.0.0. Without one you get whatever is newest on the day a node pulls it.`,
        `Añade la versión, como en ${bare}:1.0.0. Sin ella llega lo más nuevo que haya el día en que un nodo la descarga.`,
      );
    },
  }),
  rules: {},
});

export const run = question({
  id: 'run',
  label: text('Runs', 'Se ejecuta'),
  ask: text('When does it run?', '¿Cuándo se ejecuta?'),
  help: text(
    'A web server or a background worker always runs: if it stops, it is started again. A migration runs once and finishes. A backup runs at certain times. A program that looks after each machine, such as a log collector, runs on every node. If you choose “always” for a program that finishes, Kubernetes starts it again and again; change the answer and apply again.',
    'Un servidor web o un worker en segundo plano se ejecuta siempre: si se para, se vuelve a arrancar. Una migración se ejecuta una vez y termina. Una copia de seguridad se ejecuta a ciertas horas. Un programa que cuida de cada máquina, como un recolector de logs, se ejecuta en cada nodo. Si eliges «siempre» para un programa que termina, Kubernetes lo arranca una y otra vez; cambia la respuesta y vuelve a aplicar.',
  ),
  page: 'https://kubernetes.io/docs/concepts/workloads/controllers/',
  level: 'essential',
  type: oneOf({
    always: {
      label: text('always', 'siempre'),
      fits: text(
        'It suits a program that waits for work: a web server, a background worker, a database.',
        'Sirve para un programa que espera trabajo: un servidor web, un worker, una base de datos.',
      ),
    },
    once: {
      label: text('once', 'una vez'),
      fits: text(
        'It suits a program that does its work and finishes, such as a migration.',
        'Sirve para un programa que hace su trabajo y termina, como una migración.',
      ),
    },
    scheduled: {
      label: text('at certain times', 'a ciertas horas'),
      fits: text(
        'It suits work that repeats, such as a backup every night.',
        'Sirve para un trabajo que se repite, como una copia de seguridad cada noche.',
      ),
    },
    'every-node': {
      label: text('on every node', 'en cada nodo'),
      fits: text(
        'It suits a program that looks after each machine, such as a log collector.',
        'Sirve para un programa que cuida de cada máquina, como un recolector de logs.',
      ),
    },
  }),
  rules: { run: always('always', text('Most programs wait for work.', 'La mayoría de los programas esperan trabajo.')) },
});

const listening = is(run, 'always', 'every-node');

export const port = question({
  id: 'port',
  label: text('Port', 'Puerto'),
  ask: text('Which port does it listen on?', '¿En qué puerto escucha?'),
  help: text(
    'The number on which your program waits for calls; its documentation or its log shows it (“listening on 8080”). A program that only takes work from a queue listens on none. If it is wrong, nobody answers there and the pods never become ready; change it and apply again.',
    'El número en el que tu programa espera llamadas; lo dice su documentación o su log («listening on 8080»). Un programa que solo recoge trabajo de una cola no escucha en ninguno. Si no es el correcto, ahí no responde nadie y los pods nunca llegan a estar listos; cámbialo y vuelve a aplicar.',
  ),
  level: 'quiet',
  essentialWhen: listening,
  when: listening,
  type: orWord(integer(1, 65535), 'none', text('it listens on none', 'no escucha en ninguno')),
  rules: {
    'well-known': (known) => {
      const famous = wellKnownImageOf(known.get(image));
      return (
        famous && {
          choice: famous.port,
          reason: text(`${famous.title} listens on ${famous.port}.`, `${famous.title} escucha en el ${famous.port}.`),
        }
      );
    },
    port: always(
      8080,
      text(
        'Most web programs that run without root listen on 8080.',
        'La mayoría de los programas web que funcionan sin root escuchan en el 8080.',
      ),
    ),
  },
  refuses: {
    'privileged-port': (choice, known) =>
      typeof choice === 'number' && choice < 1024 && known.is(podSecurity, 'restricted')
        ? {
            says: text(
              `Port ${choice} needs root, but the namespace does not allow root (Pod Security “restricted”): ports below 1024 are for the system.`,
              `El puerto ${choice} necesita root, pero el espacio de nombres no lo permite (Pod Security «restricted»): los puertos por debajo de 1024 son del sistema.`,
            ),
            mends: [
              {
                id: 'port',
                value: 8080,
                gives: text('after you have set the program to listen there', 'después de configurar el programa para que escuche ahí'),
              },
              {
                id: 'pod-security',
                value: 'baseline',
                gives: text('a namespace that allows root', 'un espacio de nombres que permite root'),
              },
            ],
          }
        : undefined,
  },
});

/** Ports on which something other than HTTP is spoken by custom (IANA service names and the products' own pages). */
const tcpPorts: ReadonlySet<number | 'none' | undefined> = new Set([
  25, 53, 1433, 1521, 1883, 3306, 5432, 5672, 6379, 9092, 11211, 27017, 61616,
]);

export const protocol = question({
  id: 'protocol',
  label: text('Protocol', 'Protocolo'),
  ask: text('What does it speak on that port?', '¿Qué habla en ese puerto?'),
  help: text(
    'Browsers and most APIs speak HTTP. gRPC is a way for programs to call each other over HTTP/2. Databases and brokers have a language of their own: for Kubernetes that is plain TCP. If a browser can open it, it is HTTP; if you choose HTTP for another language, the pods never become ready.',
    'Los navegadores y la mayoría de las API hablan HTTP. gRPC es una forma de que los programas se llamen entre sí sobre HTTP/2. Las bases de datos y los brókeres tienen un idioma propio: para Kubernetes eso es TCP sin más. Si lo puede abrir un navegador, es HTTP; si eliges HTTP para otro idioma, los pods nunca llegan a estar listos.',
  ),
  level: 'quiet',
  when: all(listening, not(is(port, 'none'))),
  type: oneOf({
    http: {
      label: text('HTTP', 'HTTP'),
      fits: text('It suits whatever a browser can call.', 'Sirve para todo lo que un navegador pueda llamar.'),
    },
    tcp: {
      label: text('TCP', 'TCP'),
      fits: text(
        'It suits databases, brokers and everything else that is not HTTP.',
        'Sirve para bases de datos, brókeres y todo lo que no es HTTP.',
      ),
    },
    grpc: {
      label: text('gRPC', 'gRPC'),
      fits: text('It suits programs that call each other over gRPC.', 'Sirve para programas que se llaman por gRPC.'),
    },
  }),
  rules: {
    'port-number': (known) => {
      const number = known.get(port);
      if (tcpPorts.has(number))
        return { choice: 'tcp', reason: text(`Port ${number} is usually not HTTP.`, `El puerto ${number} no suele ser HTTP.`) };
      return number === 50051
        ? { choice: 'grpc', reason: text('Port 50051 is usually gRPC.', 'El puerto 50051 suele ser gRPC.') }
        : undefined;
    },
    'well-known': (known) =>
      wellKnownImageOf(known.get(image)) && {
        choice: 'tcp',
        reason: text('This image is known not to speak HTTP.', 'Se sabe que esta imagen no habla HTTP.'),
      },
    protocol: always('http', text('Most programs with a port speak HTTP.', 'La mayoría de los programas con un puerto hablan HTTP.')),
  },
});

export const component = question({
  id: 'component',
  label: text('Component', 'Componente'),
  ask: text('What is this part of the application called?', '¿Cómo se llama esta parte de la aplicación?'),
  help: text(
    'An application has one or more components, such as “web” and “db”. What Kubernetes creates for it is named after the application and the component: shop-web, shop-db. If you change the name later, new objects are created; the old ones stay until you delete them.',
    'Una aplicación tiene uno o más componentes, como «web» y «db». Lo que Kubernetes crea para él lleva el nombre de la aplicación y el del componente: shop-web, shop-db. Si cambias el nombre más tarde se crean objetos nuevos; los viejos se quedan hasta que los borres.',
  ),
  level: 'quiet',
  type: words(dnsLabel(20, ['web', 'db'])),
  rules: {
    run: (known) => {
      if (known.is(run, 'once', 'scheduled'))
        return { choice: 'job', reason: text('It does its work and finishes.', 'Hace su trabajo y termina.') };
      if (known.is(run, 'every-node')) return { choice: 'agent', reason: text('It looks after each node.', 'Cuida de cada nodo.') };
      return undefined;
    },
    port: (known) =>
      known.is(port, 'none')
        ? { choice: 'worker', reason: text('It listens on no port.', 'No escucha en ningún puerto.') }
        : { choice: 'web', reason: text('It listens on a port.', 'Escucha en un puerto.') },
  },
  refuses: {
    unique: (choice, known) =>
      known.named(choice) !== undefined && known.named(choice) !== known
        ? {
            says: text(`Two components are called “${choice}”.`, `Hay dos componentes que se llaman «${choice}».`),
            mends: [{ id: 'component', value: `${choice.slice(0, 17)}-2`, gives: text('another name', 'otro nombre') }],
          }
        : undefined,
  },
});

/** `metadata.name` of a component's objects: APP-COMPONENT. */
export const fullNameOf = (known: Known): string => `${sure(known, name)}-${sure(known, component)}`;

export const basics: Topic = {
  id: 'basics',
  title: text('The program', 'El programa'),
  questions: [image, run, port, protocol, component],
};
