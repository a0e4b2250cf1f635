import type { V1Service, V1ServicePort } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';
import type { Annotations } from '../questions/ingress-controller.ts';
import type { ComponentPlan, Entrance, Plan, PortPlan } from '../questions/plan.ts';
import { annotated } from './annotated.ts';
import { callPortsOf, mainPortOf } from './call-ports.ts';
import { entranceOf, ingressShapeOf } from './ingress-shape.ts';
import { metadataOf, selectorOf } from './labels.ts';
import { manifest } from './manifest.ts';
import { headlessName } from './names.ts';
import { podCertificateOf } from './volumes.ts';

type ServiceType = 'ClusterIP' | 'LoadBalancer' | 'NodePort';

const types: Readonly<Record<Entrance['through'], ServiceType>> = {
  ingress: 'ClusterIP',
  route: 'ClusterIP',
  'load-balancer': 'LoadBalancer',
  'node-port': 'NodePort',
};

const whyType: Readonly<Record<ServiceType, Text>> = {
  ClusterIP: text(
    'One name and one address inside the cluster for all pods of the component.',
    'Un nombre y una dirección dentro del clúster para todos los pods del componente.',
  ),
  LoadBalancer: text(
    'The cloud puts a load balancer with its own address in front; where no cloud does that, the address stays “pending”.',
    'La nube pone delante un balanceador de carga con dirección propia; donde no lo hay, la dirección se queda en «pending».',
  ),
  NodePort: text(
    'A high port on every node leads here: good for learning, but in production nodes come and go.',
    'Un puerto alto de cada nodo lleva hasta aquí: sirve para aprender, pero en producción los nodos van y vienen.',
  ),
};

const servicePort = ({ name, servicePort: port, protocol, tls }: PortPlan): V1ServicePort => ({
  name,
  port,
  targetPort: name,
  protocol: 'TCP',
  // gRPC is HTTP/2, which a router only speaks in the clear where it is told so.
  ...(protocol === 'grpc' && !tls ? { appProtocol: 'kubernetes.io/h2c' } : {}),
});

function annotationsOf(plan: Plan, component: ComponentPlan): Annotations {
  const entrance = entranceOf(component);
  const certificate = podCertificateOf(component.exposure);
  return {
    ...(certificate?.from === 'service-ca' ? { 'service.beta.openshift.io/serving-cert-secret-name': certificate.secret } : {}),
    ...(entrance?.through === 'ingress' ? ingressShapeOf(plan, component, entrance).service : {}),
    ...(entrance?.through === 'node-port' ? { 'kube-score/ignore': 'service-type' } : {}),
  };
}

/** The address for callers. Where the Service itself opens the component to the world, it opens the main port alone. */
function service(plan: Plan, component: ComponentPlan): Manifest {
  const entrance = entranceOf(component);
  const type = entrance ? types[entrance.through] : 'ClusterIP';
  const ports = type === 'ClusterIP' ? callPortsOf(component) : [mainPortOf(component)];
  const object: V1Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: annotated(metadataOf(plan, component), annotationsOf(plan, component)),
    spec: { type, selector: selectorOf(component), ports: ports.map(servicePort) },
  };
  return manifest(object, 'developer', component.name, {
    '/metadata/annotations/service.beta.openshift.io~1serving-cert-secret-name': text(
      'OpenShift creates a certificate for the name of this Service and puts it in that Secret.',
      'OpenShift crea un certificado para el nombre de este Service y lo pone en ese Secret.',
    ),
    '/metadata/annotations/kube-score~1ignore': text(
      'kube-score advises against a NodePort, but you chose one.',
      'kube-score desaconseja un NodePort, pero tú has elegido uno.',
    ),
    '/spec/type': whyType[type],
  });
}

/** The Service that gives each pod of a StatefulSet a name of its own. */
function headless(plan: Plan, component: ComponentPlan, quorum: boolean): Manifest {
  const object: V1Service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(plan, component, headlessName(component)),
    spec: {
      clusterIP: 'None',
      ...(quorum ? { publishNotReadyAddresses: true } : {}),
      selector: selectorOf(component),
      ...(component.ports.length > 0 ? { ports: component.ports.map(servicePort) } : {}),
    },
  };
  return manifest(object, 'developer', component.name, {
    '/spec/clusterIP': text(
      'No shared address: each pod gets a name that stays with it.',
      'Sin una dirección común: cada pod recibe un nombre que se queda con él.',
    ),
    '/spec/publishNotReadyAddresses': text(
      'The instances must find each other before they are ready, because they only become ready together.',
      'Las instancias deben encontrarse antes de estar listas, porque solo llegan a estarlo juntas.',
    ),
  });
}

/** The Services of a component: none for a worker, the headless one for each StatefulSet. */
export function servicesOf(plan: Plan, component: ComponentPlan): readonly Manifest[] {
  const { workload, exposure, ports } = component;
  return [
    ...(workload.kind === 'StatefulSet' ? [headless(plan, component, workload.quorum)] : []),
    ...(exposure.reach === 'none' || ports.length === 0 ? [] : [service(plan, component)]),
  ];
}
