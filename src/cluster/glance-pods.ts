import { fieldOf, listIn } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { type Text, text, verbatim } from '../model/text.ts';
import type { Row, Scene } from './glance.ts';
import { called, conditionOf, duration, isFalse, momentOf, numberOf, quoteOf, since, wordOf } from './glance-objects.ts';

/** Reasons for which a container waits that do not pass by themselves (kubernetes: pkg/kubelet/container, pkg/kubelet/images). */
const stuck: Readonly<Record<string, Text>> = {
  CrashLoopBackOff: text('ends again and again', 'termina una y otra vez'),
  ImagePullBackOff: text('its image cannot be pulled', 'no se puede descargar su imagen'),
  ErrImagePull: text('its image cannot be pulled', 'no se puede descargar su imagen'),
  ErrImageNeverPull: text('its image is not on the node', 'su imagen no está en el nodo'),
  InvalidImageName: text('the name of its image is not valid', 'el nombre de su imagen no es válido'),
  CreateContainerConfigError: text('something that it is configured with is missing', 'falta algo de su configuración'),
  CreateContainerError: text('its container cannot be made', 'no se puede crear su contenedor'),
  RunContainerError: text('its container cannot be started', 'no se puede arrancar su contenedor'),
};

const hour = 3_600_000;
/** Milliseconds that the scheduler may look for a node: one may be on its way. */
const searching = 60_000;

/** Every pod that does not get on, and why. */
export const podRows = (scene: Scene): readonly Row[] => scene.sight.ofKind('Pod').flatMap((pod) => podRow(scene, pod));

function podRow(scene: Scene, pod: AnyObject): readonly Row[] {
  const what = called(scene, pod);
  const unscheduled = isFalse(pod, 'PodScheduled') ? conditionOf(pod, 'PodScheduled') : undefined;
  if (unscheduled) {
    const isNew = since(scene, momentOf(unscheduled, 'lastTransitionTime')) <= searching;
    const says = isNew ? text('waits for a node', 'espera un nodo') : text('fits on no node', 'no cabe en ningún nodo');
    return [{ light: isNew ? 'amber' : 'red', what, says, ...quoteOf(fieldOf(unscheduled, 'message')) }];
  }
  if (wordOf(pod, 'status', 'phase') === 'Failed') return failedRow(pod, what);
  const statuses = [...listIn(fieldOf(pod['status'], 'initContainerStatuses')), ...listIn(fieldOf(pod['status'], 'containerStatuses'))];
  const [worst] = statuses
    .flatMap((status) => containerRow(scene, status, what))
    .sort((a, b) => Number(a.light === 'amber') - Number(b.light === 'amber'));
  return worst ? [worst] : [];
}

/** A pod of a Job is told with its Job. */
function failedRow(pod: AnyObject, what: string): readonly Row[] {
  if (pod.metadata?.ownerReferences?.some(({ kind }) => kind === 'Job')) return [];
  const reason = wordOf(pod, 'status', 'reason');
  const says = reason === 'Evicted' ? text('was evicted from its node', 'fue expulsado de su nodo') : text('has failed', 'ha fallado');
  return [{ light: 'red', what, says, ...quoteOf(fieldOf(pod['status'], 'message')) }];
}

function containerRow(scene: Scene, status: unknown, what: string): readonly Row[] {
  const waiting = fieldOf(status, 'state', 'waiting');
  const why = stuck[wordOf(waiting, 'reason')];
  const ended = fieldOf(status, 'state', 'terminated') ?? fieldOf(status, 'lastState', 'terminated');
  const lastWords = quoteOf(fieldOf(ended, 'message'));
  const exit = ended === undefined ? undefined : exitOf(ended);
  const reason = wordOf(waiting, 'reason');
  if (why) {
    const isCrash = reason === 'CrashLoopBackOff';
    const says =
      isCrash && exit
        ? text(`${why.en}: ${exit.en} (${reason})`, `${why.es}: ${exit.es} (${reason})`)
        : text(`${why.en} (${reason})`, `${why.es} (${reason})`);
    return [{ light: 'red', what, says, ...(isCrash ? lastWords : quoteOf(fieldOf(waiting, 'message'))) }];
  }
  const ago = since(scene, momentOf(ended, 'finishedAt'));
  const restarts = numberOf(status, 'restartCount');
  if (restarts === 0 || !exit || ago > hour) return [];
  const isKilled = wordOf(ended, 'reason') === 'OOMKilled';
  return [
    {
      light: isKilled ? 'red' : 'amber',
      what,
      says: text(
        `restarted ${restarts} times, ${duration(ago)} ago: ${exit.en}`,
        `reiniciado ${restarts} veces, la última hace ${duration(ago)}: ${exit.es}`,
      ),
      ...lastWords,
    },
  ];
}

/** How a container ended, in a few words. */
function exitOf(ended: unknown): Text {
  const [code, reason] = [numberOf(ended, 'exitCode'), wordOf(ended, 'reason')];
  if (reason === 'OOMKilled') return text('killed for using too much memory (OOMKilled)', 'parado por usar demasiada memoria (OOMKilled)');
  return reason === '' || reason === 'Error' || reason === 'Completed'
    ? text(`exit code ${code}`, `código de salida ${code}`)
    : verbatim(`${reason}, ${code}`);
}
