import { printBytes, printCpu, quantityOf } from '../model/quantity.ts';
import { type Text, text } from '../model/text.ts';
import { data } from './data.ts';
import type { ResourcesPlan } from './plan.ts';
import { writable, writableOf } from './process.ts';
import { type Known, type Question, question, type Refused, type Rule, sure, type Topic } from './question.ts';
import { storageSize } from './storage.ts';
import { oneOf, orWord, quantity } from './value-types.ts';

export type Size = 'tiny' | 'small' | 'medium' | 'large';

interface Share {
  /** Requests: what the scheduler sets aside. */
  readonly cpu: string;
  readonly memory: string;
  readonly cpuLimit: string;
  readonly memoryLimit: string;
  /** Room on the node's disk for logs, beside the writable directories. */
  readonly logs: string;
}

export const sizes: Readonly<Record<Size, Share>> = {
  tiny: { cpu: '25m', memory: '64Mi', cpuLimit: '150m', memoryLimit: '128Mi', logs: '128Mi' },
  small: { cpu: '100m', memory: '256Mi', cpuLimit: '500m', memoryLimit: '512Mi', logs: '128Mi' },
  medium: { cpu: '250m', memory: '768Mi', cpuLimit: '1', memoryLimit: '768Mi', logs: '256Mi' },
  large: { cpu: '1', memory: '2Gi', cpuLimit: '4', memoryLimit: '2Gi', logs: '512Mi' },
};

const page = 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/';

/** What a size is called by a person. */
const names: Readonly<Record<Size, Text>> = {
  tiny: text('tiny', 'diminuto'),
  small: text('small', 'pequeño'),
  medium: text('medium', 'mediano'),
  large: text('large', 'grande'),
};

/** "small: 100m CPU and 256Mi reserved, at most 500m and 512Mi": the numbers behind a size. */
const numbers = (size: Size): Text => {
  const { cpu, memory, cpuLimit, memoryLimit } = sizes[size];
  return text(
    `${names[size].en}: ${cpu} CPU and ${memory} reserved, at most ${cpuLimit} and ${memoryLimit}`,
    `${names[size].es}: reserva ${cpu} de CPU y ${memory}, como mucho ${cpuLimit} y ${memoryLimit}`,
  );
};

export const size = question({
  id: 'size',
  label: text('Size', 'Tamaño'),
  ask: text('How much does each pod need?', '¿Cuánto necesita cada pod?'),
  help: text(
    'The size is how much of a node each pod gets: what is reserved for it, and the most it may use. If it is too small, you will see restarts with “OOMKilled” (memory) or a slow program (CPU); if it is too big, room that others need is wasted. Start with the one that sounds right and look at “kubectl top pods” after a day.',
    'El tamaño es qué parte de un nodo recibe cada pod: lo que se le reserva y lo máximo que puede usar. Si es demasiado pequeño, verás reinicios con «OOMKilled» (memoria) o un programa lento (CPU); si es demasiado grande, se desperdicia sitio que otros necesitan. Empieza con el que te parezca adecuado y mira «kubectl top pods» pasado un día.',
  ),
  page,
  level: 'more',
  type: oneOf({
    tiny: {
      label: numbers('tiny'),
      fits: text('It suits a static site or a metrics exporter.', 'Sirve para un sitio web estático o un exportador de métricas.'),
    },
    small: {
      label: numbers('small'),
      fits: text('It suits most programs in Node, Python, Go or PHP.', 'Sirve para la mayoría de los programas en Node, Python, Go o PHP.'),
    },
    medium: {
      label: numbers('medium'),
      fits: text('It suits a Java program, such as one with Spring Boot.', 'Sirve para un programa en Java, por ejemplo con Spring Boot.'),
    },
    large: {
      label: numbers('large'),
      fits: text('It suits a broker or a database with a lot to do.', 'Sirve para un bróker o una base de datos con mucho trabajo.'),
    },
  }),
  rules: {
    small: () => ({
      choice: 'small',
      reason: text(
        'It is enough for most programs, and easy to raise later.',
        'Basta para la mayoría de los programas y es fácil subirlo después.',
      ),
    }),
  },
});

/** A rule that takes a number from the table of sizes. */
const fromSize =
  (part: keyof Share): Rule<string> =>
  (known) => {
    const chosen = sure(known, size);
    return {
      choice: sizes[chosen][part],
      reason: text(`It comes with the size “${names[chosen].en}”.`, `Es lo que corresponde al tamaño «${names[chosen].es}».`),
    };
  };

const cpuAmount = quantity('cpu', ['500m', '2']);
const memoryAmount = quantity('bytes', ['512Mi', '2Gi']);

export const cpu = question({
  id: 'cpu',
  label: text('CPU', 'CPU'),
  ask: text('How much CPU is reserved for each pod?', '¿Cuánta CPU se reserva para cada pod?'),
  help: text(
    'It is a reserved seat: a node only takes the pod if that much is free, and the pod gets it even when the node is full. 1 is a whole core, 500m is half of one. An autoscaler measures how busy a pod is against this number.',
    'Es un asiento reservado: un nodo solo acepta el pod si le queda eso libre, y el pod lo recibe aunque el nodo esté lleno. 1 es un núcleo entero y 500m es la mitad. Un autoescalador mide con este número lo ocupado que está un pod.',
  ),
  page,
  level: 'quiet',
  type: cpuAmount,
  rules: { size: fromSize('cpu') },
});

const memory = question({
  id: 'memory',
  label: text('Memory', 'Memoria'),
  ask: text('How much memory is reserved for each pod?', '¿Cuánta memoria se reserva para cada pod?'),
  help: text(
    'A node only takes the pod if that much is free. Give what the program needs on an ordinary day; for Java and databases give the same as the limit, because they hardly ever give memory back. If it is more than any node has free, the pod stays Pending; “kubectl top pods” shows what it really uses.',
    'Un nodo solo acepta el pod si le queda esa memoria libre. Indica lo que el programa necesita en un día normal; para Java y las bases de datos, lo mismo que el límite, porque casi nunca devuelven memoria. Si es más de lo que le queda libre a cualquier nodo, el pod se queda en Pending; «kubectl top pods» muestra lo que usa de verdad.',
  ),
  page,
  level: 'quiet',
  type: memoryAmount,
  rules: { size: fromSize('memory') },
});

const amountOf = (said: string): number => quantityOf(said) ?? 0;

/** Refuses a limit below what is set aside: the API server does too. */
const belowRequest =
  (limit: string, request: Question<string, string>) =>
  (choice: string, known: Known): Refused | undefined => {
    const asked = sure(known, request);
    return choice === 'none' || amountOf(choice) >= amountOf(asked)
      ? undefined
      : {
          says: text(
            `The limit ${choice} is less than what is reserved, ${asked}.`,
            `El límite ${choice} es menor que lo reservado, ${asked}.`,
          ),
          mends: [
            { id: limit, value: asked, gives: text('a limit as large as what is reserved', 'un límite igual a lo reservado') },
            { id: request.id, value: choice, gives: text('less reserved', 'menos reservado') },
          ],
        };
  };

/** Room to burst into: four times the request, which linters ask for as well. */
const burst = 4;

export const cpuLimit = question({
  id: 'cpu-limit',
  label: text('CPU limit', 'Límite de CPU'),
  ask: text('How much CPU may each pod use at most?', '¿Cuánta CPU puede usar cada pod como mucho?'),
  help: text(
    'It is a speed limit: above it the program is slowed down, even if the node is idle. “none” lets it use whatever is free, which is better for programs with short bursts; but a namespace with a quota or a default for CPU limits refuses such a pod, or gives it the default. If you are not sure, take the suggestion and raise it when the program is slow.',
    'Es un límite de velocidad: por encima se frena al programa, aunque el nodo esté ocioso. «none» le deja usar lo que esté libre, y eso va mejor a los programas con picos cortos; pero un espacio de nombres con una cuota o un valor por defecto para los límites de CPU rechaza ese pod, o le pone el valor por defecto. Si no lo sabes, toma la propuesta y súbela cuando el programa vaya lento.',
  ),
  page,
  level: 'quiet',
  type: orWord(cpuAmount, 'none', text('it may use what is free', 'puede usar lo que esté libre')),
  rules: {
    request: (known) => {
      const room = burst * amountOf(sure(known, cpu));
      return room > amountOf(sizes[sure(known, size)].cpuLimit)
        ? {
            choice: printCpu(room),
            reason: text(
              'It is four times what is reserved, so that there is room for bursts.',
              'Es cuatro veces lo reservado, para que haya sitio para los picos.',
            ),
          }
        : undefined;
    },
    size: fromSize('cpuLimit'),
  },
  refuses: { 'below-request': belowRequest('cpu-limit', cpu) },
});

const bytesOf = (paths: readonly { readonly size: string }[]): number => paths.reduce((sum, path) => sum + amountOf(path.size), 0);

const memoryLimit = question({
  id: 'memory-limit',
  label: text('Memory limit', 'Límite de memoria'),
  ask: text('How much memory may each pod use at most?', '¿Cuánta memoria puede usar cada pod como mucho?'),
  help: text(
    'A program that uses more is killed at once and started again (OOMKilled), so that its neighbours on the node keep theirs. Directories that are kept in memory count too. Tell Java and Node about it: set their own limit to about three quarters of this.',
    'Un programa que use más muere al momento y se vuelve a arrancar (OOMKilled), para que sus vecinos del nodo conserven la suya. Los directorios que están en memoria también cuentan. Díselo a Java y a Node: ponles un límite propio de unas tres cuartas partes de este.',
  ),
  page,
  level: 'quiet',
  type: memoryAmount,
  rules: {
    request: (known) => {
      const request = sure(known, memory);
      return amountOf(request) > amountOf(sizes[sure(known, size)].memoryLimit)
        ? {
            choice: request,
            reason: text(
              'It is what is reserved, which is more than the limit of the size.',
              'Es lo reservado, que supera el límite del tamaño.',
            ),
          }
        : undefined;
    },
    size: fromSize('memoryLimit'),
  },
  refuses: {
    'below-request': belowRequest('memory-limit', memory),
    'in-memory': (choice, known) => {
      const held = bytesOf(
        sure(known, writable)
          .map(writableOf)
          .filter((path) => path.inMemory),
      );
      return held < amountOf(choice)
        ? undefined
        : {
            says: text(
              `The directories in memory may hold ${printBytes(held)}, and with a limit of ${choice} nothing is left for the program.`,
              `Los directorios en memoria pueden ocupar ${printBytes(held)}, y con un límite de ${choice} no queda nada para el programa.`,
            ),
            mends: [
              {
                id: 'memory-limit',
                value: printBytes(held + amountOf(sure(known, memory))),
                gives: text('room for both', 'sitio para los dos'),
              },
            ],
          };
    },
  },
});

/**
 * The room on the node's disk that a pod takes: its logs and its directories, scratch data included, rounded up to a power
 * of two, because a pod above this limit is evicted. A quarter is set aside, as few fill their directories.
 */
function diskOf(known: Known): { readonly request: string; readonly limit: string } {
  const directories = sure(known, writable)
    .map(writableOf)
    .filter((path) => !path.inMemory);
  const scratch = known.is(data, 'scratch') ? [{ size: sure(known, storageSize) }] : [];
  const needed = bytesOf([...directories, ...scratch, { size: sizes[sure(known, size)].logs }]);
  const limit = 2 ** Math.ceil(Math.log2(needed));
  return { request: printBytes(limit / 4), limit: printBytes(limit) };
}

/** What each pod of a component gets. */
export function resourcesOf(known: Known): ResourcesPlan {
  const cpuMost = sure(known, cpuLimit);
  const disk = diskOf(known);
  return {
    requests: { cpu: sure(known, cpu), memory: sure(known, memory), ephemeralStorage: disk.request },
    limits: { ...(cpuMost === 'none' ? {} : { cpu: cpuMost }), memory: sure(known, memoryLimit), ephemeralStorage: disk.limit },
  };
}

export const resources: Topic = {
  id: 'resources',
  title: text('Its size', 'Su tamaño'),
  questions: [size, cpu, memory, cpuLimit, memoryLimit],
};
