import { text } from '../model/text.ts';
import { name } from './application.ts';
import { component, run } from './basics.ts';
import { data, identity, manyCanMount, ownership, sharedAccess } from './data.ts';
import { type Choice, type Known, question } from './question.ts';
import { oneOf } from './value-types.ts';

const reasons = {
  R1: text(
    'It runs at certain times: a CronJob starts it then, and copes with missed runs.',
    'Se ejecuta a ciertas horas: un CronJob lo arranca entonces y sabe qué hacer si se perdió una ejecución.',
  ),
  R2: text(
    'It runs once and finishes: a Job tries until it succeeds; a Deployment would start it again and again.',
    'Se ejecuta una vez y termina: un Job lo intenta hasta que sale bien; un Deployment lo arrancaría una y otra vez.',
  ),
  R3: text(
    'Every node runs one: a DaemonSet follows the nodes as they come and go.',
    'Cada nodo ejecuta uno: un DaemonSet sigue a los nodos cuando llegan y se van.',
  ),
  R4: text(
    'Each replica keeps its own data: a StatefulSet gives pod number n its own disk back.',
    'Cada réplica guarda sus propios datos: un StatefulSet devuelve al pod número n su propio disco.',
  ),
  R5: text(
    'One writer on one disk: a StatefulSet stops the old pod before it starts the new one, so the two never share the disk.',
    'Un solo escritor en un solo disco: un StatefulSet para el pod viejo antes de arrancar el nuevo, así nunca coinciden dos en el disco.',
  ),
  R6: text(
    'All replicas write to storage that many nodes can mount: the pods are interchangeable, which is what a Deployment is for.',
    'Todas las réplicas escriben en un almacenamiento que pueden montar muchos nodos: los pods son intercambiables, y para eso está un Deployment.',
  ),
  R7: text(
    'All replicas read the same data: the pods are interchangeable, which is what a Deployment is for.',
    'Todas las réplicas leen los mismos datos: los pods son intercambiables, y para eso está un Deployment.',
  ),
  R9: text(
    'Each instance keeps its name: a StatefulSet numbers its pods, even without disks.',
    'Cada instancia conserva su nombre: un StatefulSet numera sus pods, aunque no tengan discos.',
  ),
  R10: text('Its data may be lost, so the pods are interchangeable.', 'Sus datos se pueden perder, así que los pods son intercambiables.'),
  R11: text('It keeps no data, so the pods are interchangeable.', 'No guarda datos, así que los pods son intercambiables.'),
} as const;

type WorkloadWord = 'deployment' | 'statefulset' | 'daemonset' | 'job' | 'cronjob';

/** The first rule that matches decides; the order is that of the decision table. */
const ruleRows: readonly (readonly [keyof typeof reasons, WorkloadWord, (known: Known) => boolean])[] = [
  ['R1', 'cronjob', (known) => known.is(run, 'scheduled')],
  ['R2', 'job', (known) => known.is(run, 'once')],
  ['R3', 'daemonset', (known) => known.is(run, 'every-node')],
  ['R4', 'statefulset', (known) => known.is(ownership, 'own')],
  ['R5', 'statefulset', (known) => known.is(ownership, 'single') || (known.is(ownership, 'shared') && !manyCanMount(known))],
  ['R6', 'deployment', (known) => known.is(sharedAccess, 'read-write')],
  ['R7', 'deployment', (known) => known.is(sharedAccess, 'read-only')],
  ['R9', 'statefulset', (known) => known.is(identity, true)],
  ['R10', 'deployment', (known) => known.is(data, 'scratch')],
  ['R11', 'deployment', () => true],
];

const ruleOf = (known: Known) => ruleRows.find(([, , matches]) => matches(known)) ?? (['R11', 'deployment', () => true] as const);

/** StatefulSet and CronJob names are cut at 52 characters by what their controllers append (kubernetes/kubernetes#64023). */
const longestObjectName = 52;

const kinds = {
  deployment: {
    label: text('Deployment', 'Deployment'),
    fits: text('A Deployment suits interchangeable pods.', 'Un Deployment sirve para pods intercambiables.'),
  },
  statefulset: {
    label: text('StatefulSet', 'StatefulSet'),
    fits: text(
      'A StatefulSet suits pods that need a name or a disk of their own.',
      'Un StatefulSet sirve para pods que necesitan un nombre o un disco propios.',
    ),
  },
  daemonset: {
    label: text('DaemonSet', 'DaemonSet'),
    fits: text('A DaemonSet suits a program that every node must run.', 'Un DaemonSet sirve para un programa que debe estar en cada nodo.'),
  },
  job: {
    label: text('Job', 'Job'),
    fits: text('A Job suits work that comes to an end.', 'Un Job sirve para un trabajo que llega a su fin.'),
  },
  cronjob: {
    label: text('CronJob', 'CronJob'),
    fits: text('A CronJob suits work that repeats at set times.', 'Un CronJob sirve para un trabajo que se repite a horas fijas.'),
  },
} as const satisfies Readonly<Record<WorkloadWord, Choice>>;

export const workload = question({
  id: 'workload',
  label: text('Workload', 'Carga de trabajo'),
  ask: text('Which kind of workload runs it?', '¿Qué tipo de carga de trabajo lo ejecuta?'),
  help: text(
    'This follows from your answers. A Deployment keeps interchangeable pods running. A StatefulSet gives each pod a name and a disk that stay. A DaemonSet runs one pod on every node. A Job runs until it succeeds; a CronJob starts Jobs at set times. You can only choose another kind if it can do what you asked for.',
    'Se deduce de tus respuestas. Un Deployment mantiene en marcha pods intercambiables. Un StatefulSet da a cada pod un nombre y un disco que no cambian. Un DaemonSet ejecuta un pod en cada nodo. Un Job se ejecuta hasta que sale bien y un CronJob arranca Jobs a horas fijas. Solo puedes elegir otro tipo si es capaz de hacer lo que has pedido.',
  ),
  page: 'https://kubernetes.io/docs/concepts/workloads/',
  level: 'quiet',
  type: oneOf(kinds),
  rules: Object.fromEntries(
    ruleRows.map(([rule, choice, matches]) => [rule, (known: Known) => (matches(known) ? { choice, reason: reasons[rule] } : undefined)]),
  ),
  refuses: {
    carries: (choice, known) => {
      const [rule, decided] = ruleOf(known);
      // A Deployment that recreates its pod can carry one writer's disk; it could not carry a disk for each, or names that stay.
      const carries = (choice === 'statefulset' && decided === 'deployment') || (choice === 'deployment' && rule === 'R5');
      if (choice === decided || carries) return undefined;
      const { fits } = kinds[choice];
      const because = reasons[rule];
      return {
        says: text(`${fits.en} ${because.en}`, `${fits.es} ${because.es}`),
        mends: [{ id: 'workload', value: decided, gives: text('what your answers ask for', 'lo que piden tus respuestas') }],
      };
    },
    'name-length': (_choice, known) => {
      const whole = `${known.get(name)}-${known.get(component)}`;
      if (whole.length <= longestObjectName) return undefined;
      const shorter = (known.get(name) ?? '').slice(0, 20).replace(/-+$/, '');
      return {
        says: text(
          `The name ${whole} has ${whole.length} characters; at most ${longestObjectName} are allowed, because Kubernetes adds endings of its own.`,
          `El nombre ${whole} tiene ${whole.length} caracteres; caben ${longestObjectName} como mucho, porque Kubernetes le añade sus propios finales.`,
        ),
        mends: [
          { id: 'name', value: shorter, gives: text('a shorter name for the application', 'un nombre más corto para la aplicación') },
        ],
      };
    },
  },
});
