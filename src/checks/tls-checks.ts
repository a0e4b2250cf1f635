import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import { callsOf, gatewayRoutes } from './backends.ts';
import type { Check, Checks } from './check.ts';
import type { Inventory } from './inventory.ts';
import { annotationsOf, fieldOf, listIn, namespaceOf } from './object-fields.ts';

/** Annotations of an Ingress, or of the Service behind it, by which controllers speak TLS to the pod. */
const speaksTlsInside: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    'nginx.ingress.kubernetes.io/backend-protocol': /^(HTTPS|GRPCS)$/i,
    'haproxy.org/server-ssl': /^true$/,
    'haproxy-ingress.github.io/secure-backends': /^true$/,
    'traefik.ingress.kubernetes.io/service.serversscheme': /^https$/,
  }),
);

/** Annotations by which TLS reaches from outside although spec.tls is empty. */
const tlsOutside: readonly RegExp[] = [/(^|[/.-])ssl-passthrough$/, /\/router\.tls$/];

function encryptsOnlyInside(object: AnyObject, inventory: Inventory): boolean {
  const annotations = Object.entries(annotationsOf(object));
  const isTlsOutside =
    listIn(fieldOf(object, 'spec', 'tls')).length > 0 ||
    annotations.some(([key, value]) => value === 'true' && tlsOutside.some((shape) => shape.test(key)));
  const ofServices = callsOf(object).flatMap(({ service }) => {
    const found = inventory.find('Service', namespaceOf(object), service);
    return found ? Object.entries(annotationsOf(found)) : [];
  });
  // A second Ingress that only sends callers on to HTTPS never calls the pod.
  const isRedirect = annotations.some(([key, value]) => /\/router\.middlewares$|redirect/.test(key) && /redirect|true/.test(value));
  return !isTlsOutside && !isRedirect && [...annotations, ...ofServices].some(([key, value]) => speaksTlsInside.get(key)?.test(value));
}

const allowsPlain = (route: AnyObject): boolean => {
  const tls = fieldOf(route, 'spec', 'tls');
  return /^reencrypt$/i.test(String(fieldOf(tls, 'termination'))) && fieldOf(tls, 'insecureEdgeTerminationPolicy') === 'Allow';
};

/** A route on a listener of plain HTTP, whose Service is called by TLS because a BackendTLSPolicy says so. */
function gatewayEncryptsOnlyInside(route: AnyObject, inventory: Inventory): boolean {
  const encrypted = new Set(
    inventory
      .beside(route, 'BackendTLSPolicy')
      .flatMap((policy) => listIn(fieldOf(policy, 'spec', 'targetRefs')))
      .map((target) => fieldOf(target, 'name')),
  );
  return (
    callsOf(route).some(({ service }) => encrypted.has(service)) &&
    listIn(fieldOf(route, 'spec', 'parentRefs')).some((parent) => {
      const gateway = inventory.find(
        'Gateway',
        String(fieldOf(parent, 'namespace') ?? namespaceOf(route)),
        String(fieldOf(parent, 'name')),
      );
      const section = fieldOf(parent, 'sectionName');
      return listIn(fieldOf(gateway, 'spec', 'listeners')).some(
        (listener) => fieldOf(listener, 'protocol') === 'HTTP' && (section === undefined || fieldOf(listener, 'name') === section),
      );
    })
  );
}

const insideOnly: Check = {
  severity: 'error',
  look: (inventory) =>
    [
      ...inventory.ofKind('Route').filter(allowsPlain),
      ...inventory.ofKind('Ingress').filter((object) => encryptsOnlyInside(object, inventory)),
      ...gatewayRoutes.flatMap((kind) => inventory.ofKind(kind)).filter((object) => gatewayEncryptsOnlyInside(object, inventory)),
    ].map((object) => ({
      object,
      says: text(
        'It accepts unencrypted calls from outside and encrypts them only inside: what travels in the open outside can be read there.',
        'Recibe llamadas sin cifrar desde fuera y solo las cifra dentro: lo que viaja en claro por fuera se puede leer allí.',
      ),
      fix: text(
        'Let TLS start at the router too: spec.tls of an Ingress, Redirect in a Route, an HTTPS listener of a Gateway.',
        'Haz que TLS empiece también en el router: spec.tls en un Ingress, Redirect en una Route, un listener HTTPS en un Gateway.',
      ),
    })),
};

/** Hosts that have a certificate and no rule; a wildcard covers one label. */
function uncalledHostsOf(object: AnyObject): readonly string[] {
  const ruled = listIn(fieldOf(object, 'spec', 'rules')).map((rule) => fieldOf(rule, 'host'));
  if (ruled.includes(undefined)) return [];
  const covers = (host: string) =>
    ruled.some((rule) => rule === host || (host.startsWith('*.') && String(rule).replace(/^[^.]+/, '*') === host));
  return listIn(fieldOf(object, 'spec', 'tls'))
    .flatMap((tls) => listIn(fieldOf(tls, 'hosts')))
    .map(String)
    .filter((host) => !covers(host));
}

const tlsHosts: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('Ingress').flatMap((object) =>
      uncalledHostsOf(object).map((host) => ({
        object,
        says: text(
          `It has a certificate for ${host}, but none of its rules is for that host.`,
          `Tiene un certificado para ${host}, pero ninguna de sus reglas es para ese host.`,
        ),
        fix: text('Write the same host into spec.tls and into spec.rules.', 'Escribe el mismo host en spec.tls y en spec.rules.'),
      })),
    ),
};

export const tlsChecks: Checks = { 'tls-inside-only': insideOnly, 'tls-hosts': tlsHosts };
