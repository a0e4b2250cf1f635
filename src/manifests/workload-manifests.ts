import type { KubernetesObject } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { autoscalerOf } from './autoscalers.ts';
import { claimOf } from './claims.ts';
import { configMapsOf } from './config-maps.ts';
import { disruptionBudgetOf } from './disruption-budgets.ts';
import { manifest, type Why } from './manifest.ts';
import { serviceAccountOf } from './service-accounts.ts';
import { workloadReasonsOf } from './workload-reasons.ts';
import { workloadOf } from './workloads.ts';

/** What runs a component and what that needs, in the order in which it is applied; not what leads traffic to it. */
export function workloadManifestsOf(plan: Plan, component: ComponentPlan): readonly Manifest[] {
  const of = (object: KubernetesObject | undefined, why: Why): readonly Manifest[] =>
    object ? [manifest(object, 'developer', component.name, why)] : [];
  return [
    ...of(serviceAccountOf(plan, component), accountReasons),
    ...configMapsOf(plan, component).flatMap((map) => of(map, configMapReasons)),
    ...of(claimOf(plan, component), claimReasons),
    ...of(workloadOf(plan, component), workloadReasonsOf(plan, component)),
    ...of(disruptionBudgetOf(plan, component), budgetReasons),
    ...of(autoscalerOf(plan, component), autoscalerReasons),
  ];
}

const accountReasons: Why = {
  '': text(
    'An identity of its own: a permission given to it is given to nobody else.',
    'Una identidad propia: un permiso que se le dé no se le da a nadie más.',
  ),
  '/automountServiceAccountToken': text(
    'No pod gets a token for the Kubernetes API unless it asks for one.',
    'Ningún pod recibe un token de la API de Kubernetes si no lo pide.',
  ),
  '/imagePullSecrets': text(
    'The Secret that lets the nodes pull the image; it must exist in this namespace.',
    'El Secret con el que los nodos pueden descargar la imagen; tiene que existir en este espacio de nombres.',
  ),
};

const configMapReasons: Why = {
  '': text(
    'Settings that are not secret: anyone who may look at the namespace can read them.',
    'Ajustes que no son secretos: los puede leer cualquiera que pueda ver el espacio de nombres.',
  ),
};

const claimReasons: Why = {
  '': text(
    'Asks for a disk. It may stay Pending until the first pod wants it.',
    'Pide un disco. Puede quedarse en Pending hasta que el primer pod lo necesite.',
  ),
  '/spec/accessModes': text(
    'Who may mount it: ReadWriteOnce means one node, not one pod.',
    'Quién puede montarlo: ReadWriteOnce significa un nodo, no un pod.',
  ),
  '/spec/resources': text(
    'It can grow later, if its storage class allows it; it can never shrink.',
    'Puede crecer después, si su clase de almacenamiento lo permite; nunca puede encoger.',
  ),
};

const budgetReasons: Why = {
  '': text(
    'When nodes are drained for maintenance, its pods leave one at a time.',
    'Cuando se vacían nodos por mantenimiento, sus pods se van de uno en uno.',
  ),
  '/spec/maxUnavailable': text('Never 0: then a node could not be drained at all.', 'Nunca 0: entonces no se podría vaciar ningún nodo.'),
  '/spec/unhealthyPodEvictionPolicy': text(
    'A pod that is unhealthy anyway does not hold up the maintenance.',
    'Un pod que ya estaba mal no detiene el mantenimiento.',
  ),
};

const autoscalerReasons: Why = {
  '': text(
    'It adds pods while they are busy and removes them afterwards. It alone decides how many there are.',
    'Añade pods mientras hay mucho trabajo y los quita después. Solo él decide cuántos hay.',
  ),
  '/spec/metrics': text(
    'A percentage of the CPU request: above 70 % on average, pods are added.',
    'Es un porcentaje de la CPU pedida (request): por encima del 70 % de media, se añaden pods.',
  ),
  '/spec/behavior/scaleDown': text(
    'It waits five minutes before it removes pods, so that their number does not jump up and down.',
    'Espera cinco minutos antes de quitar pods, para que su número no esté subiendo y bajando.',
  ),
};
