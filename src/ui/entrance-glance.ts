import type { Template } from '../checks/inventory.ts';
import { annotationsOf, fieldOf, listIn, namespaceOf, selects } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { andMore } from '../model/several.ts';
import { listed, type Text, text, verbatim } from '../model/text.ts';
import { wordOf } from './brief-words.ts';

/** The number of a port that a Service leads to by name, from the pods that it selects; else the name. */
function targetOf(target: unknown, service: AnyObject, templates: readonly Template[]): string {
  const selector = { matchLabels: fieldOf(service, 'spec', 'selector') as Record<string, string> };
  const pods = templates.filter(({ owner, labels }) => namespaceOf(owner) === namespaceOf(service) && selects(selector, labels));
  const port = pods
    .flatMap(({ spec }) => spec.containers.flatMap(({ ports = [] }) => ports))
    .find(({ name, containerPort }) => name === target || containerPort === target);
  return wordOf(port?.containerPort ?? target);
}

/** "port 80 → 8080", "ports 9092, 9093 → 8093 and 2 more". */
function portsText(service: AnyObject, templates: readonly Template[]): Text {
  const ways = listIn(fieldOf(service, 'spec', 'ports')).map((each) => {
    const port = wordOf(fieldOf(each, 'port'));
    const target = targetOf(fieldOf(each, 'targetPort') ?? fieldOf(each, 'port'), service, templates);
    return port === target ? port : `${port} → ${target}`;
  });
  if (ways.length === 1) return text(`port ${ways[0]}`, `puerto ${ways[0]}`);
  const some = listed(ways.length > 2 ? [...ways.slice(0, 1), andMore(ways.length - 1)] : ways);
  return text(`ports ${some.en}`, `puertos ${some.es}`);
}

export function serviceGlance(object: AnyObject, templates: () => readonly Template[]): Text {
  if (fieldOf(object, 'spec', 'clusterIP') === 'None') return text('a name of its own for each pod', 'un nombre propio para cada pod');
  const { en, es } = portsText(object, templates());
  switch (fieldOf(object, 'spec', 'type')) {
    case 'LoadBalancer':
      return text(`a load balancer in front of its pods, ${en}`, `un balanceador delante de sus pods, ${es}`);
    case 'NodePort':
      return text(`a NodePort: every node leads to its pods, ${en}`, `un NodePort: cada nodo lleva a sus pods, ${es}`);
    default:
      return text(`one address for its pods, ${en}`, `una dirección para sus pods, ${es}`);
  }
}

const madeUp = text('a host name from the router', 'un nombre de host del router');

/** "shop.example.com/api → Service shop-web, TLS edge". */
function way(host: string, path: string, service: string, tls: string): Text {
  const to = `${path === '/' ? '' : path} → Service ${service}${tls === '' ? '' : `, ${tls}`}`;
  return host === '' ? text(`${madeUp.en}${to}`, `${madeUp.es}${to}`) : verbatim(`${host}${to}`);
}

/** What the controllers are told by annotations, by the end of their names. */
function tlsWordOf(object: AnyObject): string {
  const said = (ending: string): string | undefined => Object.entries(annotationsOf(object)).find(([name]) => name.endsWith(ending))?.[1];
  if (said('/ssl-passthrough') === 'true') return 'TLS passthrough';
  const termination = said('/termination');
  if (termination !== undefined) return `TLS ${termination}`;
  return fieldOf(object, 'spec', 'tls') === undefined ? '' : 'TLS';
}

export function ingressGlance(object: AnyObject): Text {
  const rule = fieldOf(object, 'spec', 'rules', 0);
  const host = wordOf(fieldOf(rule, 'host'));
  const sentOn = Object.entries(annotationsOf(object)).some(
    ([name, value]) => name.endsWith('/router.middlewares') && /https-redirect@/.test(value),
  );
  if (sentOn) return text(`http://${host} is sent on to HTTPS`, `http://${host} se redirige a HTTPS`);
  const path = fieldOf(rule, 'http', 'paths', 0);
  return way(host, wordOf(fieldOf(path, 'path'), 16), wordOf(fieldOf(path, 'backend', 'service', 'name')), tlsWordOf(object));
}

export function routeGlance(object: AnyObject): Text {
  const [host, path = '', termination = ''] = [['host'], ['path'], ['tls', 'termination']].map((field) =>
    wordOf(fieldOf(object, 'spec', ...field)),
  );
  return way(host ?? '', path, wordOf(fieldOf(object, 'spec', 'to', 'name')), termination === '' ? '' : `TLS ${termination}`);
}

/** Traefik’s own kind, for what it passes on without reading it. */
export function tcpRouteGlance(object: AnyObject): Text {
  const route = fieldOf(object, 'spec', 'routes', 0);
  const host = /HostSNI\(`(.*)`\)/.exec(String(fieldOf(route, 'match')))?.[1];
  const passes = fieldOf(object, 'spec', 'tls', 'passthrough') === true;
  return way(wordOf(host), '', wordOf(fieldOf(route, 'services', 0, 'name')), passes ? 'TLS passthrough' : '');
}

export const middlewareGlance = (object: AnyObject): Text | undefined =>
  fieldOf(object, 'spec', 'redirectScheme', 'scheme') === 'https'
    ? text('sends plain HTTP on to HTTPS', 'redirige a HTTPS lo que llega por HTTP')
    : undefined;

export function serversTransportGlance(object: AnyObject): Text | undefined {
  const name = wordOf(fieldOf(object, 'spec', 'serverName'), 40);
  return name === '' ? undefined : text(`expects the certificate of ${name}`, `espera el certificado de ${name}`);
}
