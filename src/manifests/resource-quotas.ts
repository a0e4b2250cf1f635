import type { V1ResourceQuota } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Plan, QuotaSize } from '../questions/plan.ts';
import { quotaSizes } from '../questions/quota-sizes.ts';
import { namespaceLabels } from './labels.ts';

/** How much the whole namespace may use. One object: auditors judge each ResourceQuota on its own. */
export function resourceQuota(plan: Plan, size: QuotaSize): Manifest {
  const { hard, routes } = quotaSizes[size];
  const object = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'namespace-quota', namespace: plan.namespace.name, labels: namespaceLabels(plan) },
    spec: { hard: { ...hard, ...(plan.platform === 'openshift' ? { 'count/routes.route.openshift.io': routes } : {}) } },
  } satisfies V1ResourceQuota;
  const why = {
    '': text(
      `The size is “${size}”: this is what all pods of the namespace may use together. It is checked when something is created, so lowering a number later stops nothing that is running.`,
      `El tamaño es «${size}»: esto es lo que pueden usar entre todos los pods del espacio de nombres. Se comprueba al crear, así que bajar un número después no para nada de lo que está en marcha.`,
    ),
    '/spec/hard/limits.cpu': text(
      'Because this key is set, each container must have a CPU limit. The LimitRange gives one to those that do not set it.',
      'Como esta clave está puesta, cada contenedor debe tener un límite de CPU. El LimitRange se lo da a los que no indican ninguno.',
    ),
    '/spec/hard/count~1replicasets.apps': text(
      'Each Deployment keeps five old ReplicaSets, so that you can go back to them: they count too.',
      'Cada Deployment guarda cinco ReplicaSets antiguos para poder volver a ellos: también cuentan.',
    ),
    '/spec/hard/services.loadbalancers': text(
      'A load balancer costs money at most providers. Each one also takes a node port.',
      'Un balanceador de carga cuesta dinero en casi todos los proveedores. Cada uno ocupa además un puerto de nodo.',
    ),
  };
  return { object, owner: 'admin', why };
}
