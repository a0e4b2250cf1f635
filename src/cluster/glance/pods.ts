import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { say, type Text, text, verbatim } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import { explanationsOf } from './explanations.ts';
import type { Row, Scene } from './glance.ts';
import { called, conditionOf, duration, isFalse, momentOf, numberOf, quoteOf, since, topOf } from './objects.ts';
import { workloadsIn } from './workloads.ts';

/** Reasons for which a container waits that do not pass by themselves (kubernetes: pkg/kubelet/container, pkg/kubelet/images). */
const stuck: Readonly<Record<string, Text>> = {
  CrashLoopBackOff: text('ends again and again', 'termina una y otra vez'),
  ImagePullBackOff: text('its image cannot be pulled', 'no se puede descargar su imagen'),
  ErrImagePull: text('its image cannot be pulled', 'no se puede descargar su imagen'),
  ErrImageNeverPull: text('its image is not on the node', 'su imagen no está en el nodo'),
  InvalidImageName: text('the name of its image is not valid', 'el nombre de su imagen no es válido'),
  CreateContainerConfigError: text('something that its configuration names is missing', 'falta algo que nombra su configuración'),
  CreateContainerError: text('its container cannot be created', 'no se puede crear su contenedor'),
  RunContainerError: text('its container cannot be started', 'no se puede arrancar su contenedor'),
};

const minute = 60_000;
const hour = 60 * minute;
/** Milliseconds that the scheduler may look for a node, or a pod may take to get ready: what is late may be on its way. */
const patience = minute;
/** Milliseconds that volumes and images may take, and a pod that is to go. */
const longPatience = 2 * minute;

/** Why workloads have not all their pods, and every pod beyond those that does not get on. */
export function podRows(scene: Scene): readonly Row[] {
  const explained = workloadsIn(scene).flatMap((workload) => explanationsOf(scene, workload));
  const told = new Set(explained.map(({ what }) => what));
  const others = scene.sight.ofKind('Pod').flatMap((pod) => {
    const trouble = troubleOf(scene, pod);
    const isTold = trouble?.light === 'red' && told.has(called(scene, topOf(scene, pod)));
    return trouble && !isTold ? [{ ...trouble, what: called(scene, pod) }] : [];
  });
  return [...explained, ...others];
}

type Trouble = Omit<Row, 'what'>;

function troubleOf(scene: Scene, pod: AnyObject): Trouble | undefined {
  const phase = wordIn(pod, 'status', 'phase');
  if (pod.metadata?.deletionTimestamp !== undefined) return leaving(scene, pod);
  if (phase === 'Succeeded') return undefined;
  if (phase === 'Failed') return failed(pod);
  if (isFalse(pod, 'PodScheduled')) return homeless(scene, pod);
  const troubles = statusesOf(pod).flatMap((status) => waiting(status) ?? restarted(scene, status) ?? []);
  return troubles.find(({ light }) => light === 'red') ?? (phase === 'Pending' ? starting(scene, pod) : unready(scene, pod)) ?? troubles[0];
}

const statusesOf = ({ status }: AnyObject): readonly unknown[] => [
  ...listIn(fieldOf(status, 'initContainerStatuses')),
  ...listIn(fieldOf(status, 'containerStatuses')),
];

/** Its node should have let it go by then. */
function leaving(scene: Scene, pod: AnyObject): Trouble | undefined {
  const late = since(scene, momentOf(pod.metadata, 'deletionTimestamp'));
  if (late <= longPatience) return undefined;
  const time = duration(late);
  return { light: 'amber', says: text(`should have been gone for ${time}`, `debería haberse ido hace ${time}`) };
}

/** A pod of a Job is told with its Job. */
function failed(pod: AnyObject): Trouble | undefined {
  if (pod.metadata?.ownerReferences?.some(({ kind }) => kind === 'Job')) return undefined;
  if (wordIn(pod, 'status', 'reason') === 'Evicted') {
    const says = text('was evicted from its node', 'fue expulsado de su nodo');
    return { light: 'red', says, ...quoteOf(fieldOf(pod['status'], 'message')) };
  }
  const ended = statusesOf(pod)
    .map((status) => fieldOf(status, 'state', 'terminated'))
    .find((each) => each !== undefined && numberOf(each, 'exitCode') !== 0);
  const exit = ended === undefined ? undefined : exitOf(ended);
  const says = exit ? text(`has failed: ${exit.en}`, `ha fallado: ${exit.es}`) : text('has failed', 'ha fallado');
  return { light: 'red', says, ...quoteOf(fieldOf(ended, 'message') ?? fieldOf(pod['status'], 'message')) };
}

function homeless(scene: Scene, pod: AnyObject): Trouble {
  const condition = conditionOf(pod, 'PodScheduled');
  const quote = quoteOf(fieldOf(condition, 'message'));
  return since(scene, momentOf(condition, 'lastTransitionTime')) <= patience
    ? { light: 'amber', says: text('waits for a node', 'espera un nodo'), ...quote }
    : { light: 'red', says: text('fits on no node', 'no cabe en ningún nodo'), ...quote };
}

function waiting(status: unknown): Trouble | undefined {
  const reason = wordIn(status, 'state', 'waiting', 'reason');
  const why = stuck[reason];
  if (!why) return undefined;
  const ended = fieldOf(status, 'lastState', 'terminated');
  if (reason !== 'CrashLoopBackOff' || ended === undefined) {
    const says = say((language) => `${why[language]} (${reason})`);
    return { light: 'red', says, ...quoteOf(fieldOf(status, 'state', 'waiting', 'message')) };
  }
  const exit = exitOf(ended);
  return {
    light: 'red',
    says: say((language) => `${why[language]}: ${exit[language]} (${reason})`),
    ...quoteOf(fieldOf(ended, 'message')),
  };
}

/** One that has come back within the last hour may go again. */
function restarted(scene: Scene, status: unknown): Trouble | undefined {
  const ended = fieldOf(status, 'state', 'terminated') ?? fieldOf(status, 'lastState', 'terminated');
  const [count, ago] = [numberOf(status, 'restartCount'), since(scene, momentOf(ended, 'finishedAt'))];
  if (ended === undefined || count === 0 || ago > hour) return undefined;
  const [exit, time] = [exitOf(ended), duration(ago)];
  const says =
    count === 1
      ? text(`restarted once, ${time} ago: ${exit.en}`, `reiniciado una vez, hace ${time}: ${exit.es}`)
      : text(`restarted ${count} times, last ${time} ago: ${exit.en}`, `reiniciado ${count} veces, la última hace ${time}: ${exit.es}`);
  return { light: wordIn(ended, 'reason') === 'OOMKilled' ? 'red' : 'amber', says, ...quoteOf(fieldOf(ended, 'message')) };
}

/** How a container ended, in a few words. */
function exitOf(ended: unknown): Text {
  const [code, reason] = [numberOf(ended, 'exitCode'), wordIn(ended, 'reason')];
  if (reason === 'OOMKilled') return text('killed for using too much memory (OOMKilled)', 'parado por usar demasiada memoria (OOMKilled)');
  return ['', 'Error', 'Completed'].includes(reason)
    ? text(`exit code ${code}`, `código de salida ${code}`)
    : verbatim(`${reason}, ${code}`);
}

/** It has its node, but not yet all that it needs there. */
function starting(scene: Scene, pod: AnyObject): Trouble | undefined {
  const time = since(scene, momentOf(conditionOf(pod, 'PodScheduled'), 'lastTransitionTime'));
  if (time <= longPatience) return undefined;
  const said = scene.sight.eventsOn(pod).at(-1)?.['message'];
  return {
    light: said === undefined ? 'amber' : 'red',
    says: text(`does not start, for ${duration(time)} now`, `no arranca, desde hace ${duration(time)}`),
    ...quoteOf(said),
  };
}

function unready(scene: Scene, pod: AnyObject): Trouble | undefined {
  const time = since(scene, momentOf(conditionOf(pod, 'Ready'), 'lastTransitionTime'));
  if (!isFalse(pod, 'Ready') || time <= patience) return undefined;
  return {
    light: 'red',
    says: text(`runs, but is not ready, for ${duration(time)} now`, `está en marcha, pero no listo, desde hace ${duration(time)}`),
    ...quoteOf(scene.sight.eventsOn(pod, 'Unhealthy').at(-1)?.['message']),
  };
}
