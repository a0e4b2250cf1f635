import { fieldOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { listed, text } from '../../model/text.ts';
import { ingressControllers } from '../../questions/ingress-controllers.ts';
import { componentOf } from '../answer-to-change.ts';
import type { Sight } from '../follow/sight.ts';
import { hasAddress, wordIn } from '../follow/status-fields.ts';
import type { Told } from '../refusals/refusal.ts';
import { type Cause, type Diagnose, diagnosis, placeToChange } from './cause.ts';

/** An Ingress that nobody takes up: the rest runs, so it is a warning. */
export const ingressDiagnoses: Diagnose = (ingress, sight) =>
  hasAddress(ingress)
    ? []
    : [diagnosis(ingress, { ...untaken(ingress, sight), severity: 'warning', needsPatience: true, comesLast: true })];

/** Nobody reads an Ingress of a class that the cluster does not have; these it has. */
export function ingressClassMissing(ingress: AnyObject, classes: readonly string[]): Told {
  const [name, className] = [nameOf(ingress), wordIn(ingress['spec'], 'ingressClassName')];
  // An answer names the controller, a manifest its class.
  const choices = componentOf(ingress) === undefined ? classes : Object.keys(ingressControllers);
  const place = placeToChange(ingress, 'ingress-controller', listed(choices, 'or'));
  const names = classes.join(', ');
  return {
    check: 'ingress-class-missing',
    says: text(
      `Nobody reads the Ingress ${name}, so it gets no address: the cluster has no Ingress class “${className}”.`,
      `Nadie lee el Ingress ${name}, así que no recibe dirección: el clúster no tiene ninguna clase de Ingress «${className}».`,
    ),
    fix: names
      ? text(
          `The cluster has ${names}. Choose the controller that is there: ${place.en}; then apply again.`,
          `El clúster tiene ${names}. Elige el controlador que hay: ${place.es}; luego vuelve a aplicar.`,
        )
      : text(
          'The cluster has no Ingress controller that can be seen. Ask whoever runs it to install one.',
          'El clúster no tiene ningún controlador de Ingress a la vista. Pide a quien lo administra que instale uno.',
        ),
  };
}

function untaken(ingress: AnyObject, sight: Sight): Cause {
  const [name, className] = [nameOf(ingress), wordIn(ingress['spec'], 'ingressClassName')];
  const classes = sight.ofKind('IngressClass');
  const found = classes.find((each) => nameOf(each) === className);
  if (className !== '' && !found && !sight.isUnseen('IngressClass')) return ingressClassMissing(ingress, classes.map(nameOf));
  const controller = wordIn(found?.['spec'], 'controller');
  return {
    check: 'ingress-untaken',
    says: controller
      ? text(
          `The Ingress ${name} has no address: its controller ${controller} has not taken it up.`,
          `El Ingress ${name} no tiene dirección: su controlador ${controller} no se ha ocupado de él.`,
        )
      : text(
          `The Ingress ${name} has no address: no Ingress controller has taken it up.`,
          `El Ingress ${name} no tiene dirección: ningún controlador de Ingress se ha ocupado de él.`,
        ),
    fix: text(
      'Some controllers never write one: try the host name. If nothing answers, ask whoever runs the cluster whether the controller is running.',
      'Algunos controladores no la escriben nunca: prueba con el nombre de host. Si nadie responde, pregunta a quien administra el clúster si el controlador está en marcha.',
    ),
  };
}

/** A load balancer is ordered from a cloud, and kind, minikube and bare metal have none. */
export function addressless(service: AnyObject): ReturnType<Diagnose> {
  if (fieldOf(service['spec'], 'type') !== 'LoadBalancer' || hasAddress(service)) return [];
  const place = placeToChange(service, 'entrance', 'ingress|node-port');
  const forward = `kubectl port-forward service/${shellWord(nameOf(service))} --namespace ${shellWord(namespaceOf(service))} 8080:${wordIn(service['spec'], 'ports', 0, 'port')}`;
  return [
    diagnosis(service, {
      check: 'load-balancer-pending',
      severity: 'warning',
      says: text(
        `The Service ${nameOf(service)} has no address from outside: nobody in this cluster gives out load balancers, or not yet.`,
        `El Service ${nameOf(service)} no tiene dirección de fuera: nadie en este clúster reparte balanceadores de carga, o aún no.`,
      ),
      fix: text(
        `In a cloud it may take minutes. kind, minikube and clusters of your own have none: ${place.en}. To try it out: ${forward}`,
        `En una nube puede tardar minutos. kind, minikube y los clústeres propios no tienen: ${place.es}. Para probarlo: ${forward}`,
      ),
      needsPatience: true,
      comesLast: true,
    }),
  ];
}
