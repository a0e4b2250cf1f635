import { text } from '../model/text.ts';
import { component, image, run, tagOf } from './basics.ts';
import { data, quorum } from './data.ts';
import { always, any, is, question, type Topic } from './question.ts';
import { orWord, type TextShape, words, yesNo } from './value-types.ts';
import { wellKnownImageOf } from './well-known-images.ts';

const page = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/';

/** The value of a label (kubernetes.io/docs/concepts/overview/working-with-objects/labels), not empty. */
const labelValue = (samples: readonly string[]): TextShape => ({
  name: 'LABEL',
  expects: text(
    'at most 63 letters, digits, “-”, “_” and “.”, with a letter or digit at both ends',
    'como mucho 63 letras, cifras, «-», «_» y «.», con una letra o cifra en los dos extremos',
  ),
  pattern: /^[A-Za-z0-9](?:[-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$/,
  maxLength: 63,
  samples,
});

export const product = question({
  id: 'product',
  label: text('Product', 'Producto'),
  ask: text('Which product is it?', '¿Qué producto es?'),
  help: text(
    'It becomes the label app.kubernetes.io/name, which says what runs here, like the species on the label of a plant: “kubectl get pods -l app.kubernetes.io/name=postgresql” finds every PostgreSQL. It is part of the selector, by which the workload finds its pods: you cannot change it later without creating the workload again.',
    'Pasa a ser la etiqueta app.kubernetes.io/name, que dice qué se ejecuta aquí, como la especie en el cartel de una planta: «kubectl get pods -l app.kubernetes.io/name=postgresql» encuentra todos los PostgreSQL. Forma parte del selector, con el que la carga de trabajo encuentra sus pods: no lo puedes cambiar después sin volver a crear la carga de trabajo.',
  ),
  page,
  level: 'quiet',
  type: words(labelValue(['postgresql', 'web'])),
  rules: {
    'well-known': (known) => {
      const famous = wellKnownImageOf(known.get(image));
      return (
        famous && {
          choice: famous.title.toLowerCase(),
          reason: text(`The image holds ${famous.title}.`, `La imagen lleva ${famous.title}.`),
        }
      );
    },
    component: (known) => ({
      choice: known.get(component) ?? 'app',
      reason: text('Your own program is named after its component.', 'Un programa tuyo se llama como su componente.'),
    }),
  },
});

export const role = question({
  id: 'role',
  label: text('Role', 'Papel'),
  ask: text('What role does it play in the application?', '¿Qué papel tiene en la aplicación?'),
  help: text(
    'It becomes the label app.kubernetes.io/component, such as “frontend”, “database” or “broker”. Dashboards group by it; nothing else depends on it. You can change it or leave it empty at any time.',
    'Pasa a ser la etiqueta app.kubernetes.io/component, como «frontend», «database» o «broker». Los paneles de control agrupan por ella; nada más depende de ella. Puedes cambiarla o dejarla vacía cuando quieras.',
  ),
  page,
  level: 'quiet',
  type: orWord(words(labelValue(['frontend', 'database'])), 'none', text('without this label', 'sin esta etiqueta')),
  rules: {
    none: always(
      'none',
      text(
        'The names of the component and the product already say enough.',
        'El nombre del componente y el del producto ya dicen bastante.',
      ),
    ),
  },
});

/** The nearest legal label value of a tag, or undefined where nothing is left: a tag may be longer and begin with “_”. */
const labelOf = (tag: string): string | undefined =>
  tag
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 63)
    .replace(/[^A-Za-z0-9]+$/, '') || undefined;

export const version = question({
  id: 'version',
  label: text('Program version', 'Versión del programa'),
  ask: text('Which version of the program is it?', '¿Qué versión del programa es?'),
  help: text(
    'It becomes the label app.kubernetes.io/version of the workload and its pods, so that “kubectl get pods -L app.kubernetes.io/version” shows which version runs where. It is never part of a selector, so you can change it at any time.',
    'Pasa a ser la etiqueta app.kubernetes.io/version de la carga de trabajo y de sus pods, para que «kubectl get pods -L app.kubernetes.io/version» muestre qué versión se ejecuta y dónde. Nunca forma parte de un selector, así que puedes cambiarla cuando quieras.',
  ),
  page,
  level: 'quiet',
  type: orWord(words(labelValue(['2.4.1', 'v1.0'])), 'none', text('without this label', 'sin esta etiqueta')),
  rules: {
    tag: (known) => {
      const tag = tagOf((known.get(image) ?? '').replace(/@.*$/, ''));
      const label = tag === undefined || tag === 'latest' ? undefined : labelOf(tag);
      return label === undefined
        ? undefined
        : { choice: label, reason: text('It is the tag of the image.', 'Es la etiqueta de la imagen.') };
    },
    digest: (known) => {
      const digest = /@sha256:([a-f0-9]{12})/.exec(known.get(image) ?? '')?.[1];
      return digest === undefined
        ? undefined
        : {
            choice: digest,
            reason: text('It is the beginning of the image’s digest.', 'Es el principio del digest de la imagen.'),
          };
    },
    none: always(
      'none',
      text('The image names no version that a label can hold.', 'La imagen no dice ninguna versión que quepa en una etiqueta.'),
    ),
  },
});

export const peers = question({
  id: 'peers',
  label: text('Replica traffic', 'Tráfico entre réplicas'),
  ask: text('Do its replicas talk to each other?', '¿Hablan sus réplicas entre ellas?'),
  help: text(
    'Brokers, search clusters and caches that copy their data call each other on ports of their own. If you say yes, an isolated application opens the door between its replicas, on all ports; otherwise that door stays shut. If you say no and they do call each other, they never find each other; change it and apply again.',
    'Los brókeres, los clústeres de búsqueda y las cachés que copian sus datos se llaman entre sí por puertos propios. Si dices que sí, una aplicación aislada abre la puerta entre sus réplicas, en todos los puertos; si no, esa puerta sigue cerrada. Si dices que no y sí se llaman, no se encuentran nunca; cámbialo y vuelve a aplicar.',
  ),
  level: 'quiet',
  when: is(run, 'always', 'every-node'),
  type: yesNo(
    text(
      'It suits replicas that copy data among themselves or elect a leader.',
      'Sirve para réplicas que copian datos entre ellas o eligen un líder.',
    ),
    text('It suits replicas that do not know about each other.', 'Sirve para réplicas que no saben unas de otras.'),
  ),
  rules: {
    quorum: (known) =>
      known.is(quorum, true)
        ? {
            choice: true,
            reason: text('Instances that vote must hear the others.', 'Las instancias que votan tienen que oír a las demás.'),
          }
        : undefined,
    none: always(false, text('Its replicas do not know about each other.', 'Sus réplicas no saben unas de otras.')),
  },
  refuses: {
    quorum: (choice, known) =>
      !choice && known.is(quorum, true)
        ? {
            says: text(
              'Instances that vote must be able to talk to each other, or they never elect a leader.',
              'Las instancias que votan tienen que poder hablar entre ellas, o no elegirán nunca un líder.',
            ),
            mends: [
              { id: 'peers', value: true, gives: text('an open door between its replicas', 'una puerta abierta entre sus réplicas') },
              { id: 'quorum', value: false, gives: text('instances that do not vote', 'instancias que no votan') },
            ],
          }
        : undefined,
  },
});

export const clusterId = question({
  id: 'cluster-id',
  label: text('Cluster ID', 'ID del clúster'),
  ask: text('Which ID are its disks bound to?', '¿A qué ID están ligados sus discos?'),
  help: text(
    'Kafka writes this ID on every disk when it starts for the first time, and later refuses a disk with a different one. It is created once and kept in the answers file: do not change it while the disks exist. It is not a secret.',
    'Kafka escribe este ID en cada disco cuando arranca por primera vez, y después rechaza un disco que lleve otro. Se crea una sola vez y se guarda en el archivo de respuestas: no lo cambies mientras existan los discos. No es un secreto.',
  ),
  level: 'quiet',
  when: any(is(data, 'keep'), is(peers, true)),
  type: orWord(
    words({
      name: 'ID',
      expects: text('22 letters, digits, “-” and “_” that do not begin with “-”', '22 letras, cifras, «-» y «_» que no empiecen por «-»'),
      pattern: /^[A-Za-z0-9_][-A-Za-z0-9_]{21}$/,
      samples: ['MkU3OEVBNTcwNTJENDM2Qg'],
    }),
    'none',
    text('it needs none', 'no necesita ninguno'),
  ),
  rules: {
    none: always(
      'none',
      text('You gave none; the program creates it where one is needed.', 'No has dado ninguno; el programa lo crea donde haga falta.'),
    ),
  },
});

export const identityTopic: Topic = {
  id: 'identity',
  title: text('Its labels', 'Sus etiquetas'),
  questions: [product, role, version, peers, clusterId],
};
