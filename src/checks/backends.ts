import type { V1Container, V1PodSpec, V1ServicePort } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { type Inventory, runningIn, type Template } from './inventory.ts';
import { entriesIn, fieldOf, type Labels, listIn, nameOf, selects } from './object-fields.ts';

/** The labels a Service looks for; undefined where somebody else decides where it leads. */
export function selectorOf(service: AnyObject): Labels | undefined {
  const selector = fieldOf(service, 'spec', 'selector');
  const isElsewhere = fieldOf(service, 'spec', 'type') === 'ExternalName' || entriesIn(selector).length === 0;
  return isElsewhere ? undefined : (selector as Labels);
}

/** The templates whose pods a Service leads to. */
export function backendsOf(service: AnyObject, inventory: Inventory): readonly Template[] {
  const matchLabels = selectorOf(service);
  return matchLabels ? inventory.templatesBeside(service).filter(({ labels }) => selects({ matchLabels }, labels)) : [];
}

export const portsOf = (service: AnyObject): readonly V1ServicePort[] =>
  listIn(fieldOf(service, 'spec', 'ports')) as readonly V1ServicePort[];

/** Name or number of the container's port that a port of a Service leads to. */
export const targetOf = ({ targetPort, port }: V1ServicePort): string | number => {
  const target = targetPort ?? port;
  return /^\d+$/.test(String(target)) ? Number(target) : target;
};

const declared = (spec: V1PodSpec) => runningIn(spec).flatMap(({ ports = [] }: V1Container) => ports);

/** Declaring a port by number is a courtesy; by name it is what makes the name known. */
export const declaresAny = ({ spec }: Template): boolean => declared(spec).length > 0;
export const declares = ({ spec }: Template, target: string | number): boolean =>
  declared(spec).some(({ name, containerPort }) => name === target || containerPort === target);

/** The number behind a target, as far as the template tells. */
export const numberOf = ({ spec }: Template, target: string | number): number | undefined =>
  typeof target === 'number' ? target : declared(spec).find(({ name }) => name === target)?.containerPort;

/** A Service that an entrance sends calls to, with the port it names. */
export interface Call {
  readonly service: string;
  readonly port: unknown;
}

/** Kinds of the Gateway API whose rules name backends in the same way. */
export const gatewayRoutes = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'] as const;

/** The calls of an Ingress, a Route, or a route of a Gateway to Services of its own namespace. */
export function callsOf(object: AnyObject): readonly Call[] {
  if (object.kind === 'Ingress') return callsOfIngress(object);
  if (object.kind === 'Route') return callsOfRoute(object);
  return listIn(fieldOf(object, 'spec', 'rules'))
    .flatMap((rule) => listIn(fieldOf(rule, 'backendRefs')))
    .filter((ref) => (fieldOf(ref, 'kind') ?? 'Service') === 'Service' && fieldOf(ref, 'namespace') === undefined)
    .flatMap((ref) => called(fieldOf(ref, 'name'), fieldOf(ref, 'port')));
}

const called = (service: unknown, port: unknown): readonly Call[] => (typeof service === 'string' ? [{ service, port }] : []);

function callsOfIngress(object: AnyObject): readonly Call[] {
  const paths = listIn(fieldOf(object, 'spec', 'rules')).flatMap((rule) => listIn(fieldOf(rule, 'http', 'paths')));
  return (
    [...paths.map((path) => fieldOf(path, 'backend')), fieldOf(object, 'spec', 'defaultBackend')]
      .map((backend) => fieldOf(backend, 'service'))
      .flatMap((service) => called(fieldOf(service, 'name'), fieldOf(service, 'port', 'name') ?? fieldOf(service, 'port', 'number')))
      // The AWS controller's way to answer by itself, without a Service behind.
      .filter(({ port }) => port !== 'use-annotation')
  );
}

/** A Route names a port of its Service, or by number a port of the pods. */
function callsOfRoute(object: AnyObject): readonly Call[] {
  const said = fieldOf(object, 'spec', 'port', 'targetPort');
  const port = typeof said === 'string' && !/^\d+$/.test(said) ? said : undefined;
  return [fieldOf(object, 'spec', 'to'), ...listIn(fieldOf(object, 'spec', 'alternateBackends'))].flatMap((to) =>
    called(fieldOf(to, 'name'), port),
  );
}

/** All ways into the cluster that these manifests open. */
export const entrancesIn = ({ ofKind }: Inventory): readonly AnyObject[] =>
  ['Ingress', 'Route', ...gatewayRoutes].flatMap((kind) => ofKind(kind));

/** The Services that may be called from outside the cluster. */
export function servicesCalledFromOutside(inventory: Inventory): readonly AnyObject[] {
  const behind = entrancesIn(inventory).flatMap((entrance) => {
    const names = new Set(callsOf(entrance).map(({ service }) => service));
    return inventory.beside(entrance, 'Service').filter((service) => names.has(nameOf(service)));
  });
  const direct = inventory
    .ofKind('Service')
    .filter((service) => ['NodePort', 'LoadBalancer'].includes(String(fieldOf(service, 'spec', 'type'))));
  return [...new Set([...behind, ...direct])];
}
