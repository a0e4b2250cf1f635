import type { V1Container, V1NetworkPolicySpec, V1ServicePort } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Check, Checks, Fault } from './check.ts';
import { fieldOf, type Inventory, listIn, nameOf, namespaceOf, selects, type Template } from './inventory.ts';

const selectorOf = (service: AnyObject): Readonly<Record<string, string>> | undefined =>
  fieldOf(service, 'spec', 'selector') as Readonly<Record<string, string>> | undefined;

/** The templates whose pods a Service leads to. */
const backendsOf = (service: AnyObject, { templates }: Inventory): readonly Template[] => {
  const selector = selectorOf(service);
  if (!selector) return [];
  return templates.filter(({ owner, labels }) => namespaceOf(owner) === namespaceOf(service) && selects({ matchLabels: selector }, labels));
};

const serviceWithoutPods: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory
      .ofKind('Service')
      .filter((service) => selectorOf(service) && backendsOf(service, inventory).length === 0)
      .map((object) => ({
        object,
        says: text(
          'Its selector fits no pod of these manifests, so it leads nowhere.',
          'Su selector no encaja con ningún pod de estos manifiestos, así que no lleva a ninguna parte.',
        ),
        fix: text('Make the selector the same as labels of the pod template.', 'Pon en el selector las mismas etiquetas que en la plantilla de pod.'),
      })),
};

const opens = (containers: readonly V1Container[], target: unknown): boolean =>
  containers.some(({ ports = [] }) => ports.some((port) => port.name === target || port.containerPort === target));

const portsOf = (service: AnyObject | undefined): readonly V1ServicePort[] => listIn(fieldOf(service, 'spec', 'ports')) as readonly V1ServicePort[];

const targetPort: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.ofKind('Service').flatMap((object) => {
      const backends = backendsOf(object, inventory);
      if (backends.length === 0) return [];
      return portsOf(object)
        .map((port) => port.targetPort ?? port.port)
        .filter((target) => !backends.some(({ spec }) => opens([...(spec.initContainers ?? []), ...spec.containers], target)))
        .map((target) => ({
          object,
          says: text(`Its target port ${target} is open in no container.`, `Su puerto de destino ${target} no está abierto en ningún contenedor.`),
          fix: text('Name a port that the container declares.', 'Nombra un puerto que el contenedor declare.'),
        }));
    }),
};

/** The Services that an Ingress or a Route sends calls to, with the port it names. */
function callsOf(object: AnyObject): readonly { readonly service: string; readonly port: unknown }[] {
  if (object.kind === 'Route') {
    const service = fieldOf(object, 'spec', 'to', 'name');
    // The target port of a Route speaks of the endpoints, which these manifests do not hold.
    return typeof service === 'string' ? [{ service, port: undefined }] : [];
  }
  const paths = listIn(fieldOf(object, 'spec', 'rules')).flatMap((rule) => listIn(fieldOf(rule, 'http', 'paths')));
  return [...paths.map((path) => fieldOf(path, 'backend')), fieldOf(object, 'spec', 'defaultBackend')].flatMap((backend) => {
    const service = fieldOf(backend, 'service', 'name');
    const port = fieldOf(backend, 'service', 'port', 'name') ?? fieldOf(backend, 'service', 'port', 'number');
    return typeof service === 'string' ? [{ service, port }] : [];
  });
}

const backendMissing: Check = {
  severity: 'error',
  look: (inventory) =>
    [...inventory.ofKind('Ingress'), ...inventory.ofKind('Route')].flatMap((object) =>
      callsOf(object).flatMap(({ service, port }): readonly Fault[] => {
        const found = inventory.find('Service', namespaceOf(object), service);
        if (found && (port === undefined || portsOf(found).some((each) => each.name === port || each.port === port))) return [];
        return [
          {
            object,
            says: found
              ? text(`The Service ${service} has no port ${port}.`, `El Service ${service} no tiene el puerto ${port}.`)
              : text(`There is no Service ${service} in these manifests.`, `En estos manifiestos no hay ningún Service ${service}.`),
            fix: text('Name a Service and a port that exist.', 'Nombra un Service y un puerto que existan.'),
          },
        ];
      }),
    ),
};

const ingressClass: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('Ingress')
      .filter((object) => fieldOf(object, 'spec', 'ingressClassName') === undefined)
      .filter((object) => fieldOf(object, 'metadata', 'annotations', 'kubernetes.io/ingress.class') === undefined)
      .map((object) => ({
        object,
        says: text(
          'It names no class: unless the cluster has exactly one default, no controller reads it.',
          'No nombra ninguna clase: si el clúster no tiene exactamente una por defecto, no lo lee ningún controlador.',
        ),
        fix: text('Set spec.ingressClassName; “kubectl get ingressclass” lists them.', 'Pon spec.ingressClassName; «kubectl get ingressclass» las enumera.'),
      })),
};

/** Annotations by which controllers speak TLS to the pod. */
const speaksTlsInside: Readonly<Record<string, RegExp>> = {
  'nginx.ingress.kubernetes.io/backend-protocol': /^(HTTPS|GRPCS)$/i,
  'haproxy.org/server-ssl': /^true$/,
  'haproxy-ingress.github.io/secure-backends': /^true$/,
};

const encryptsOnlyInside = (object: AnyObject): boolean => {
  const annotations: Readonly<Record<string, string>> = object.metadata?.annotations ?? {};
  const inside = Object.entries(speaksTlsInside).some(([key, pattern]) => pattern.test(annotations[key] ?? ''));
  const passes = Object.keys(annotations).some((key) => key.endsWith('ssl-passthrough'));
  return inside && !passes && listIn(fieldOf(object, 'spec', 'tls')).length === 0;
};

const insideOnly: Check = {
  severity: 'error',
  look: ({ ofKind }) => {
    const routes = ofKind('Route').filter((object) => {
      const tls = fieldOf(object, 'spec', 'tls');
      return fieldOf(tls, 'termination') === 'reencrypt' && fieldOf(tls, 'insecureEdgeTerminationPolicy') === 'Allow';
    });
    return [...routes, ...ofKind('Ingress').filter(encryptsOnlyInside)].map((object) => ({
      object,
      says: text(
        'It takes plain calls from outside and encrypts them only inside: what travels in the open outside is read there.',
        'Recibe llamadas sin cifrar desde fuera y solo las cifra dentro: lo que viaja a la vista fuera se lee allí.',
      ),
      fix: text(
        'Let TLS begin at the router too: spec.tls of the Ingress, or Redirect in the Route.',
        'Haz que TLS empiece también en el router: spec.tls en el Ingress, o Redirect en la Route.',
      ),
    }));
  },
};

/** What the Route API refuses (openshift/library-go, pkg/route/validation/validation.go). */
const routeRules: Check = {
  severity: 'error',
  look: ({ ofKind }) =>
    ofKind('Route').flatMap((object): readonly Fault[] => {
      const tls = fieldOf(object, 'spec', 'tls');
      if (fieldOf(tls, 'termination') !== 'passthrough') return [];
      const certificates = ['certificate', 'key', 'caCertificate', 'destinationCACertificate', 'externalCertificate'];
      const held = [
        ...(fieldOf(object, 'spec', 'path') ? ['spec.path'] : []),
        ...certificates.filter((key) => fieldOf(tls, key) !== undefined).map((key) => `spec.tls.${key}`),
      ];
      if (held.length === 0) return [];
      return [
        {
          object,
          says: text(
            'With passthrough the router sees nothing but the host name: it can neither read a path nor hold a certificate.',
            'Con passthrough el router solo ve el nombre de host: no puede leer una ruta ni guardar un certificado.',
          ),
          fix: text(`Take out ${held.join(', ')}.`, `Quita ${held.join(', ')}.`),
        },
      ];
    }),
};

const policyOf = (object: AnyObject) => fieldOf(object, 'spec') as V1NetworkPolicySpec | undefined;
const dnsPorts: ReadonlySet<unknown> = new Set([53, 5353, 'dns', 'dns-tcp']);
const opensDns = (spec: V1NetworkPolicySpec | undefined): boolean =>
  (spec?.egress ?? []).some(({ ports = [] }) => ports.length === 0 || ports.some(({ port }) => dnsPorts.has(port)));

const dnsShut: Check = {
  severity: 'error',
  look: (inventory) => {
    const policies = inventory.ofKind('NetworkPolicy').filter((object) => policyOf(object)?.policyTypes?.includes('Egress') || policyOf(object)?.egress);
    return inventory.templates.flatMap(({ owner, labels }) => {
      const own = policies.filter((object) => namespaceOf(object) === namespaceOf(owner) && selects(policyOf(object)?.podSelector, labels));
      if (own.length === 0 || own.some((object) => opensDns(policyOf(object)))) return [];
      const names = own.map(nameOf).join(', ');
      return [
        {
          object: owner,
          says: text(
            `The policies ${names} shut its way out and leave none to DNS: it finds nothing that is called by name.`,
            `Las políticas ${names} cierran su salida y no dejan pasar ni a DNS: no encuentra nada que se llame por su nombre.`,
          ),
          fix: text(
            'Allow port 53 (OpenShift: 5353) by UDP and TCP to the namespace of the DNS.',
            'Permite el puerto 53 (en OpenShift, el 5353) por UDP y TCP hacia el espacio de nombres del DNS.',
          ),
        },
      ];
    });
  },
};

const ofType = ({ ofKind }: Inventory, type: string): readonly AnyObject[] => ofKind('Service').filter((object) => fieldOf(object, 'spec', 'type') === type);

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

const retiredFields: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('Service').flatMap((object) =>
      ['externalIPs', 'loadBalancerIP']
        .filter((field) => fieldOf(object, 'spec', field) !== undefined)
        .map((field) => ({
          object,
          says: text(`The field spec.${field} is deprecated.`, `El campo spec.${field} está obsoleto.`),
          fix: text('Take it out; a load balancer is configured by its class or by annotations.', 'Quítalo; un balanceador se configura con su clase o con anotaciones.'),
        })),
    ),
};

export const networkChecks: Checks = {
  'service-without-pods': serviceWithoutPods,
  'target-port': targetPort,
  'backend-missing': backendMissing,
  'ingress-class': ingressClass,
  'tls-inside-only': insideOnly,
  'route-rules': routeRules,
  'dns-shut': dnsShut,
  'node-port': nodePort,
  'load-balancer': loadBalancer,
  'retired-fields': retiredFields,
};
