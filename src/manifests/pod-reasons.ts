import { text } from '../model/text.ts';
import type { ComponentPlan, Plan, Workload } from '../questions/plan.ts';
import { under, type Why } from './manifest.ts';
import { checksumAnnotation, mostReplicas } from './pod-template.ts';
import { startupBudgetOf } from './probes.ts';

/** Reasons of the pod template, by pointers that start at it. */
export function podReasonsOf(plan: Plan, component: ComponentPlan): Why {
  return {
    [`/metadata/annotations/${checksumAnnotation.replace('/', '~1')}`]: text(
      'Changes with the settings, and then the pods are replaced so that they read them.',
      'Cambia con los ajustes, y entonces los pods se sustituyen para que los lean.',
    ),
    '/spec/restartPolicy': text(
      'A failed pod is left for its log; the Job starts another.',
      'Un pod que falla se deja por su registro; el Job inicia otro.',
    ),
    '/spec/automountServiceAccountToken': text(
      'The program does not talk to the Kubernetes API, so it gets no key to it.',
      'El programa no habla con la API de Kubernetes, así que no recibe su llave.',
    ),
    '/spec/enableServiceLinks': text(
      'Otherwise every Service adds variables, and programs may take them for settings.',
      'Si no, cada Service añade variables que los programas pueden tomar por ajustes.',
    ),
    '/spec/terminationGracePeriodSeconds': text(
      'How long it may finish its work when it is told to stop; then it is killed.',
      'Cuánto tiempo tiene para acabar su trabajo cuando se le pide parar; después se mata.',
    ),
    ...identityReasonsOf(plan),
    '/spec/securityContext/fsGroupChangePolicy': text(
      'Spares a long look at every file of a big disk at each start.',
      'Ahorra revisar cada archivo de un disco grande en cada arranque.',
    ),
    ...spreadReasonsOf(component.workload),
    ...under('/spec/containers/0', containerReasonsOf(component)),
  };
}

const identityReasonsOf = (plan: Plan): Why =>
  plan.platform === 'openshift'
    ? {
        '/spec/securityContext': text(
          'OpenShift picks the user and the group from the project’s range; naming one here would have the pod refused.',
          'OpenShift elige el usuario y el grupo del rango del proyecto; si aquí se nombrara uno, rechazaría el pod.',
        ),
      }
    : {
        '/spec/securityContext/runAsUser': text(
          'A user that no node knows: whoever breaks out of the container is nobody there.',
          'Un usuario que ningún nodo conoce: quien escape del contenedor allí no es nadie.',
        ),
        '/spec/securityContext/fsGroup': text(
          'Volumes are given to this group, so that the user may write to them.',
          'Los volúmenes se dan a este grupo, para que el usuario pueda escribir en ellos.',
        ),
      };

function spreadReasonsOf(workload: Workload): Why {
  if (!('spread' in workload) || mostReplicas(workload.replicas) === 1) return {};
  return {
    '/spec/affinity':
      workload.spread === 'required'
        ? text('Never two on one node: with too few nodes, the rest wait.', 'Nunca dos en un nodo: si faltan nodos, el resto espera.')
        : text(
            'On different nodes where possible, so that a lost node does not take them all.',
            'En nodos distintos si se puede, para que un nodo perdido no se los lleve todos.',
          ),
    '/spec/topologySpreadConstraints': text('In different zones where there are any.', 'En zonas distintas donde las haya.'),
  };
}

const containerReasonsOf = (component: ComponentPlan): Why => ({
  '/imagePullPolicy': text(
    'The registry is asked at every start, so no node runs a stale copy or one it may not have.',
    'Se pregunta al registro en cada arranque, así ningún nodo usa una copia vieja o que no le corresponde.',
  ),
  '/envFrom': text('Every entry of the ConfigMap becomes a variable.', 'Cada entrada del ConfigMap se convierte en una variable.'),
  '/startupProbe': text(
    `It has ${startupBudgetOf(component)} seconds to start; the other checks begin after that.`,
    `Tiene ${startupBudgetOf(component)} segundos para arrancar; las demás comprobaciones empiezan después.`,
  ),
  '/readinessProbe': text('It gets requests only while this succeeds.', 'Solo recibe peticiones mientras esto va bien.'),
  '/livenessProbe': text(
    'It is restarted when this keeps failing, so it must not depend on other programs.',
    'Se reinicia si esto falla una y otra vez, así que no debe depender de otros programas.',
  ),
  '/lifecycle/preStop': text(
    'It goes on serving until the network has heard that it leaves.',
    'Sigue atendiendo hasta que la red se entera de que se va.',
  ),
  '/resources': text(
    'The requests are kept free for it. Above its limits it gets no more CPU; too much memory ends it.',
    'Lo que pide (requests) se le reserva. Por encima de sus límites no recibe más CPU; demasiada memoria lo termina.',
  ),
  '/securityContext/readOnlyRootFilesystem': text(
    'An intruder can change nothing. What must be writable has a volume below.',
    'Un intruso no puede cambiar nada. Lo que deba poder escribirse tiene un volumen abajo.',
  ),
});
