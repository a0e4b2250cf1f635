import { text } from '../model/text.ts';
import type { ComponentPlan, Plan, Workload } from '../questions/plan.ts';
import { under, type Why } from './manifest.ts';
import { checksumAnnotation, mostReplicas } from './pod-template.ts';
import { startupBudgetOf } from './probes.ts';

/** Reasons of the pod template, by pointers that start at it. */
export function podReasonsOf(plan: Plan, component: ComponentPlan): Why {
  return {
    [`/metadata/annotations/${checksumAnnotation.replace('/', '~1')}`]: text(
      'It changes with the settings, so that the pods are replaced and read the new ones.',
      'Cambia con los ajustes, así los pods se sustituyen y leen los nuevos.',
    ),
    '/spec/restartPolicy': text(
      'A failed pod is kept so that you can read its log; the Job starts another.',
      'Un pod que falla se conserva para que puedas leer su log; el Job arranca otro.',
    ),
    '/spec/automountServiceAccountToken': text(
      'The program does not talk to the Kubernetes API, so it gets no token for it.',
      'El programa no habla con la API de Kubernetes, así que no recibe un token para ella.',
    ),
    '/spec/enableServiceLinks': text(
      'Otherwise every Service would add variables that programs may take for settings.',
      'Si no, cada Service añadiría variables que los programas pueden tomar por ajustes.',
    ),
    '/spec/terminationGracePeriodSeconds': text(
      'How long it has to finish its work when it is told to stop; after that it is killed.',
      'Cuánto tiempo tiene para acabar su trabajo cuando se le pide parar; después se le mata.',
    ),
    ...identityReasonsOf(plan),
    '/spec/securityContext/fsGroupChangePolicy': text(
      'Avoids a long walk through every file of a big disk at each start.',
      'Evita repasar todos los archivos de un disco grande en cada arranque.',
    ),
    ...spreadReasonsOf(component.workload),
    ...under('/spec/containers/0', containerReasonsOf(component)),
  };
}

const identityReasonsOf = (plan: Plan): Why =>
  plan.platform === 'openshift'
    ? {
        '/spec/securityContext': text(
          'OpenShift picks the user and the group from the project’s range; if one were named here, the pod would be refused.',
          'OpenShift elige el usuario y el grupo del rango del proyecto; si aquí se indicara uno, rechazaría el pod.',
        ),
      }
    : {
        '/spec/securityContext/runAsUser': text(
          'A user that exists on no node: somebody who breaks out of the container has no rights there.',
          'Un usuario que no existe en ningún nodo: quien escape del contenedor no tendrá permisos allí.',
        ),
        '/spec/securityContext/fsGroup': text(
          'Volumes belong to this group, so that the user may write to them.',
          'Los volúmenes son de este grupo, para que el usuario pueda escribir en ellos.',
        ),
      };

function spreadReasonsOf(workload: Workload): Why {
  if (!('spread' in workload) || mostReplicas(workload.replicas) === 1) return {};
  return {
    '/spec/affinity':
      workload.spread === 'required'
        ? text(
            'Never two on one node: if there are too few nodes, the rest wait.',
            'Nunca dos en un nodo: si faltan nodos, el resto espera.',
          )
        : text(
            'On different nodes where possible, so that losing one node does not take them all down.',
            'En nodos distintos si se puede, para que perder un nodo no se los lleve todos.',
          ),
    '/spec/topologySpreadConstraints': text(
      'In different zones, where the cluster has several.',
      'En zonas distintas, si el clúster tiene varias.',
    ),
  };
}

const containerReasonsOf = (component: ComponentPlan): Why => ({
  '/imagePullPolicy': text(
    'The registry is asked at every start, so no node runs a stale copy or one it has no right to.',
    'Se pregunta al registro de imágenes en cada arranque: así ningún nodo usa una copia vieja o a la que no tiene derecho.',
  ),
  '/envFrom': text('Every entry of the ConfigMap becomes a variable.', 'Cada entrada del ConfigMap se convierte en una variable.'),
  '/startupProbe': text(
    `It has ${startupBudgetOf(component)} seconds to start; the other checks begin once it has started.`,
    `Tiene ${startupBudgetOf(component)} segundos para arrancar; las demás comprobaciones empiezan cuando ya ha arrancado.`,
  ),
  '/readinessProbe': text('It only gets calls while this succeeds.', 'Solo recibe llamadas mientras esto sale bien.'),
  '/livenessProbe': text(
    'It is restarted when this keeps failing, so it must not depend on other programs.',
    'Se reinicia si esto falla una y otra vez, así que no debe depender de otros programas.',
  ),
  '/lifecycle/preStop': text(
    'It keeps serving until the network knows that it is leaving.',
    'Sigue atendiendo hasta que la red sabe que se va.',
  ),
  '/resources': text(
    'Its requests are reserved for it. Above its limits it gets no more CPU; with too much memory it is killed.',
    'Lo que pide (requests) se le reserva. Por encima de sus límites no recibe más CPU; si se pasa de memoria, se le mata.',
  ),
  '/securityContext/readOnlyRootFilesystem': text(
    'An intruder cannot change anything here. What must be writable has a volume below.',
    'Aquí un intruso no puede cambiar nada. Lo que deba poder escribirse tiene un volumen más abajo.',
  ),
});
