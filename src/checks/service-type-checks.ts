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
        'A NodePort opens a high port on every node: it is for learning clusters, not for production.',
        'Un NodePort abre un puerto alto en cada nodo: es para clústeres de aprendizaje, no para producción.',
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
        'Each load balancer is an address of its own that costs money; a cluster that cannot order one leaves it “pending”. For HTTP one is enough in production: the ingress controller’s.',
        'Cada balanceador de carga es una dirección propia que cuesta dinero; un clúster que no puede pedirla lo deja en «pending». Para HTTP basta uno en producción: el del controlador de Ingress.',
      ),
      fix: text('Keep it for what is not HTTP.', 'Resérvalo para lo que no es HTTP.'),
    })),
};

export const serviceTypeChecks: Checks = { 'node-port': nodePort, 'load-balancer': loadBalancer };
