import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import type { Inventory } from './inventory.ts';
import { fieldOf } from './object-fields.ts';

const ofType = ({ ofKind }: Inventory, type: string): readonly AnyObject[] =>
  ofKind('Service').filter((object) => fieldOf(object, 'spec', 'type') === type);

const nodePort: Check = {
  severity: 'warning',
  look: (inventory) =>
    ofType(inventory, 'NodePort').map((object) => ({
      object,
      says: text(
        'A NodePort opens a high port on every node: that is for learning clusters, not for production.',
        'Un NodePort abre un puerto alto en cada nodo: eso es para clústeres de aprendizaje, no para producción.',
      ),
      fix: text('Use an Ingress, a Route, or a LoadBalancer.', 'Usa un Ingress, una Route o un LoadBalancer.'),
    })),
};

const loadBalancer: Check = {
  severity: 'advice',
  look: (inventory) =>
    ofType(inventory, 'LoadBalancer').map((object) => ({
      object,
      says: text(
        'Each load balancer has an address of its own and costs money; on a cluster that cannot order one it stays “pending”. For HTTP one is enough in production: that of the Ingress controller.',
        'Cada balanceador de carga tiene una dirección propia y cuesta dinero; en un clúster que no puede pedirlo se queda en «pending». Para HTTP basta uno en producción: el del controlador de Ingress.',
      ),
      fix: text('Keep it for what is not HTTP.', 'Resérvalo para lo que no es HTTP.'),
    })),
};

export const serviceTypeChecks: Checks = { 'node-port': nodePort, 'load-balancer': loadBalancer };
