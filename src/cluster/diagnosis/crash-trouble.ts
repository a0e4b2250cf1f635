import { fieldOf } from '../../checks/object-fields.ts';
import { printBytes, quantityOf } from '../../model/quantity.ts';
import { type Text, text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import { aCommand, calledIn, placeToChange } from './cause.ts';
import { exitMeaning } from './exit-codes.ts';
import { logsOf } from './log-command.ts';
import type { ContainerReading, ContainerView, Trouble } from './pod-view.ts';

/** "3 times"; how often it came to its end so far. */
const times = (count: number): Text => (count === 1 ? text('once', 'una vez') : text(`${count} times`, `${count} veces`));

/** How often a container has ended: each restart was one end, and the one that has not been restarted yet another. */
const endsOf = ({ status, restarts }: ContainerView): number => restarts + (fieldOf(status, 'state', 'terminated') === undefined ? 0 : 1);

/** Killed by the kernel, because it went over its limit. */
export const outOfMemory: ContainerReading = (view) => {
  if (fieldOf(view.ended, 'reason') !== 'OOMKilled' || fieldOf(view.status, 'ready') === true) return undefined;
  const [limit, request] = ['limits', 'requests'].map((list) => wordIn(view.spec, 'resources', list, 'memory'));
  const bytes = quantityOf(limit ?? '');
  const name = calledIn(view.workload);
  const often = times(endsOf(view));
  const told = { cause: `out-of-memory ${limit}`, check: 'out-of-memory', quote: wordIn(view.ended, 'message'), weight: endsOf(view) };
  if (bytes === undefined) {
    return {
      ...told,
      says: text(
        `${name} was killed because its node ran out of memory, ${often.en}.`,
        `El sistema ha detenido ${name} porque su nodo se quedó sin memoria, ${often.es}.`,
      ),
      fix: text(
        'Reserve what it needs, so that it gets a node with room: set memory requests and limits in its manifest.',
        'Reserva lo que necesita, para que le toque un nodo con sitio: indica en su manifiesto las peticiones y los límites de memoria.',
      ),
    };
  }
  const place = placeToChange(view.workload, limit === request ? 'memory' : 'memory-limit', printBytes(bytes * 2));
  const size = spelt(limit ?? '');
  return {
    ...told,
    says: text(
      `${name} was killed for using more than ${size}, ${often.en}.`,
      `El sistema ha detenido ${name} por usar más de ${size}, ${often.es}.`,
    ),
    fix: text(`Give it more: ${place.en}; then apply again.`, `Dale más: ${place.es}; luego vuelve a aplicar.`),
  };
};

/** `512Mi` as it is read: 512 MiB. */
const spelt = (quantity: string): string => quantity.replace(/^([\d.]+)([KMGTP])(i?)$/, '$1 $2$3B');

/** The runtime could not even begin: there is no such program in the image, or it may not be executed. */
export const startError: ContainerReading = (view) => {
  const reason = wordIn(view.waiting, 'reason') || wordIn(view.ended, 'reason');
  const hasFailed =
    ['RunContainerError', 'StartError', 'ContainerCannotRun'].includes(wordIn(view.ended, 'reason')) || reason === 'RunContainerError';
  if (!hasFailed || fieldOf(view.status, 'ready') === true) return undefined;
  const words = wordIn(view.ended, 'message') || wordIn(view.waiting, 'message');
  const command = /exec: "([^"]+)"/.exec(words)?.[1];
  const name = calledIn(view.workload);
  const place = placeToChange(view.workload, 'command', aCommand);
  const isForbidden = /permission denied/.test(words);
  return {
    cause: `start-error ${command}`,
    check: 'start-error',
    says:
      command === undefined
        ? text(`${name} does not start: the node cannot run its command.`, `${name} no arranca: el nodo no puede ejecutar su comando.`)
        : isForbidden
          ? text(
              `${name} does not start: the file ${command} in its image may not be executed.`,
              `${name} no arranca: el archivo ${command} de su imagen no se puede ejecutar.`,
            )
          : text(
              `${name} does not start: its image has no program ${command}.`,
              `${name} no arranca: su imagen no tiene ningún programa ${command}.`,
            ),
    fix: text(
      `Correct the command, or use none so that the image’s own runs: ${place.en}; then apply again.`,
      `Corrige el comando, o no pongas ninguno para que se ejecute el de la imagen: ${place.es}; luego vuelve a aplicar.`,
    ),
    quote: words,
    isFinal: false,
  };
};

/** It starts and ends, again and again. */
export const crash: ContainerReading = (view) => {
  const { workload, waiting, ended, status } = view;
  // Between two ends it runs for a while: it is told all the same, or the sentence would come and go.
  const isDown = fieldOf(status, 'state', 'running') === undefined || (view.restarts > 0 && fieldOf(status, 'ready') !== true);
  const code = Number(fieldOf(ended, 'exitCode'));
  if (!isDown || Number.isNaN(code)) return undefined;
  if (code === 0) return fieldOf(waiting, 'reason') === 'CrashLoopBackOff' && workload.kind !== 'Job' ? endsByItself(view) : undefined;
  const [name, often, meaning] = [calledIn(workload), times(endsOf(view)), exitMeaning(code)];
  const place = code === 126 || code === 127 ? placeToChange(workload, 'command', aCommand) : undefined;
  return {
    ...toldOf(view, code),
    check: 'crash',
    says: text(`${name} crashed ${often.en}: ${meaning.en}.`, `${name} ha fallado ${often.es}: ${meaning.es}.`),
    fix: place
      ? text(`Correct the command: ${place.en}; then apply again.`, `Corrige el comando: ${place.es}; luego vuelve a aplicar.`)
      : text(`Its log says more: ${logsOf(view)}`, `Su log dice más: ${logsOf(view)}`),
  };
};

const toldOf = (view: ContainerView, code: number) => ({
  cause: `crash ${view.name} ${code}`,
  quote: wordIn(view.ended, 'message'),
  weight: endsOf(view),
});

/** It does its work and is done, which a workload that always runs is not made for. */
function endsByItself(view: ContainerView): Trouble {
  const [name, often] = [calledIn(view.workload), times(endsOf(view))];
  const place = placeToChange(view.workload, 'run', 'once');
  return {
    ...toldOf(view, 0),
    check: 'ends-by-itself',
    says: text(
      `${name} ends as though its work were done, and is started again: ${often.en} so far.`,
      `${name} termina como si hubiera acabado su trabajo, y se vuelve a arrancar: ${often.es} hasta ahora.`,
    ),
    fix: text(
      `If it is meant to finish, say so: ${place.en}. If not, look why it ends: ${logsOf(view)}`,
      `Si tiene que terminar, indícalo: ${place.es}. Si no, mira por qué termina: ${logsOf(view)}`,
    ),
  };
}
