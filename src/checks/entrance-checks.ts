import { text } from '../model/text.ts';
import { callsOf, entrancesIn, portsOf } from './backends.ts';
import type { Check, Checks, Fault } from './check.ts';
import { annotationsOf, fieldOf, namespaceOf } from './object-fields.ts';

/** Where these manifests hold no Service of the namespace at all, they are only a part of what runs there. */
const backendMissing: Check = {
  severity: 'error',
  look: (inventory) =>
    entrancesIn(inventory)
      .filter((object) => inventory.beside(object, 'Service').length > 0)
      .flatMap((object) =>
        callsOf(object).flatMap(({ service, port }): readonly Fault[] => {
          const found = inventory.find('Service', namespaceOf(object), service);
          if (found && (port === undefined || portsOf(found).some((each) => each.name === port || each.port === port))) return [];
          return [
            {
              object,
              says: found
                ? text(`The Service ${service} has no port ${port}.`, `El Service ${service} no tiene el puerto ${port}.`)
                : text(`There is no Service ${service} in these manifests.`, `En estos manifiestos no hay ningún Service ${service}.`),
              fix: text('Name a Service and a port that exist.', 'Indica un Service y un puerto que existan.'),
            },
          ];
        }),
      ),
};

const ingressClass: Check = {
  severity: 'warning',
  look: ({ ofKind }) => {
    const hasDefault = ofKind('IngressClass').some(
      (object) => annotationsOf(object)['ingressclass.kubernetes.io/is-default-class'] === 'true',
    );
    return ofKind('Ingress')
      .filter((object) => !hasDefault && fieldOf(object, 'spec', 'ingressClassName') === undefined)
      .filter((object) => annotationsOf(object)['kubernetes.io/ingress.class'] === undefined)
      .map((object) => ({
        object,
        says: text(
          'It names no class: unless the cluster has exactly one default class, no controller reads it.',
          'No nombra ninguna clase: si el clúster no tiene exactamente una por defecto, no lo lee ningún controlador.',
        ),
        fix: text(
          'Set spec.ingressClassName; “kubectl get ingressclass” lists them.',
          'Pon spec.ingressClassName; «kubectl get ingressclass» las enumera.',
        ),
      }));
  },
};

const certificateFields = ['certificate', 'key', 'caCertificate', 'destinationCACertificate', 'externalCertificate'] as const;

/** What the Route API refuses of a Route’s TLS (openshift/library-go, pkg/route/validation/validation.go), with what to take out. */
function routeFaultOf(spec: unknown): { readonly says: ReturnType<typeof text>; readonly out: readonly string[] } | undefined {
  const tls = fieldOf(spec, 'tls');
  const held = (fields: readonly string[]) => fields.filter((key) => fieldOf(tls, key) !== undefined).map((key) => `spec.tls.${key}`);
  const termination = String(fieldOf(tls, 'termination') ?? '').toLowerCase();
  const plain = fieldOf(tls, 'insecureEdgeTerminationPolicy');
  if (termination === 'passthrough') {
    return {
      says: text(
        'With passthrough the router sees nothing but the host name: it cannot read a path, hold a certificate or answer plain HTTP.',
        'Con passthrough el router solo ve el nombre de host: no puede leer una ruta, ni guardar un certificado, ni responder a HTTP sin cifrar.',
      ),
      out: [
        ...(fieldOf(spec, 'path') ? ['spec.path'] : []),
        ...held(certificateFields),
        ...(plain === 'Allow' ? ['spec.tls.insecureEdgeTerminationPolicy'] : []),
      ],
    };
  }
  if (termination === 'edge' && fieldOf(tls, 'destinationCACertificate') !== undefined) {
    return {
      says: text(
        'With edge the router calls the pod in plain HTTP, so there is no certificate of the pod to check.',
        'Con edge el router llama al pod con HTTP sin cifrar, así que no hay certificado del pod que comprobar.',
      ),
      out: held(['destinationCACertificate']),
    };
  }
  if (fieldOf(tls, 'certificate') !== undefined && fieldOf(tls, 'externalCertificate') !== undefined) {
    return {
      says: text(
        'It has two certificates: one written into it and one in a Secret.',
        'Tiene dos certificados: uno escrito dentro y otro en un Secret.',
      ),
      out: held(['certificate', 'key', 'caCertificate']),
    };
  }
  return undefined;
}

const routeRules: Check = {
  severity: 'error',
  look: ({ ofKind }) =>
    ofKind('Route').flatMap((object): readonly Fault[] => {
      const fault = routeFaultOf(object['spec']);
      if (!fault || fault.out.length === 0) return [];
      return [{ object, says: fault.says, fix: text(`Remove ${fault.out.join(', ')}.`, `Quita ${fault.out.join(', ')}.`) }];
    }),
};

export const entranceChecks: Checks = { 'backend-missing': backendMissing, 'ingress-class': ingressClass, 'route-rules': routeRules };
