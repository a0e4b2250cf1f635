import { type Text, text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { component, protocol } from './basics.ts';
import { drawnWay } from './call-way.ts';
import { controllerOf, entrance, exposure, host } from './exposure.ts';
import { always, is, type Known, type Mend, question, type Refused } from './question.ts';
import { oneOf } from './value-types.ts';

export const mend = (id: string, value: Value, gives: Text): Mend => ({ id, value, gives });
export const toEdge = mend('tls', 'edge', text('encrypted outside, not inside', 'cifrado por fuera, sin cifrar por dentro'));
export const toReencrypt = mend('tls', 'reencrypt', text('encrypted outside and inside', 'cifrado por fuera y por dentro'));
const toPassthrough = mend('tls', 'passthrough', text('encrypted all the way to the pod', 'cifrado hasta el propio pod'));
const toNone = mend('tls', 'none', text('no encryption by the cluster', 'sin cifrado por parte del clúster'));

/** A load balancer and a node port hand on bytes: there is no router that could hold a certificate. */
export const withoutRouter = (known: Known): boolean => known.is(entrance, 'load-balancer', 'node-port');

export const tls = question({
  id: 'tls',
  label: text('Encryption', 'Cifrado'),
  ask: text('Where is it encrypted?', '¿Dónde se cifra?'),
  help: text(
    'TLS, the “s” in https, puts each call into a sealed envelope; the question is who opens it. Between a browser and a pod stands the router: the Ingress controller, or OpenShift’s own. With “edge” the router opens it: it holds the certificate, and the rest of the way is not encrypted, as in most web applications. With “reencrypt” the pod has a certificate too and the router opens a second encrypted connection to it, which some security rules demand. With “passthrough” only the pod can read the call: the router sees nothing but the name, so it knows no paths and no cookies. Choose “edge” if you are not sure; the other two need a program that speaks TLS itself, or nobody gets an answer.',
    'TLS, la «s» de https, mete cada llamada en un sobre cerrado; la pregunta es quién lo abre. Entre el navegador y el pod está el router: el controlador de Ingress o el propio de OpenShift. Con «edge» lo abre el router: él tiene el certificado, y el resto del camino va sin cifrar, como en la mayoría de las aplicaciones web. Con «reencrypt» el pod también tiene un certificado y el router abre hacia él una segunda conexión cifrada, como exigen algunas normas de seguridad. Con «passthrough» solo puede leer la llamada el pod: el router no ve más que el nombre, así que no sabe de rutas ni de cookies. Elige «edge» si no lo sabes; las otras dos necesitan un programa que hable TLS él mismo; si no, nadie recibe respuesta.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  level: 'essential',
  when: is(exposure, 'outside'),
  drawing: (model, known) => drawnWay({ model, protocol: known.get(protocol) ?? 'http', through: known.get(entrance) ?? 'ingress' }),
  type: oneOf({
    none: {
      label: text('nowhere', 'en ningún sitio'),
      fits: text(
        'It only suits a first try: anybody in between can read everything.',
        'Solo sirve para una primera prueba: quien esté en medio puede leerlo todo.',
      ),
    },
    edge: {
      label: text('edge', 'edge'),
      fits: text(
        'It suits most web applications: the router holds the certificate, and inside nothing is encrypted.',
        'Sirve para la mayoría de las aplicaciones web: el router tiene el certificado y por dentro va sin cifrar.',
      ),
    },
    reencrypt: {
      label: text('re-encrypt', 're-encrypt'),
      fits: text(
        'It suits calls that may not travel in the open, not even inside the cluster.',
        'Sirve para llamadas que no pueden viajar en claro, ni siquiera dentro del clúster.',
      ),
    },
    passthrough: {
      label: text('passthrough', 'passthrough'),
      fits: text(
        'It suits calls that only the pod may read: the router sees the name and nothing else.',
        'Sirve para llamadas que solo puede leer el pod: el router ve el nombre y nada más.',
      ),
    },
    'inside-only': {
      label: text('inside only', 'solo por dentro'),
      fits: text(
        'It suits no program: what travels in the open outside can be read there.',
        'No sirve para ningún programa: lo que viaja en claro por fuera se puede leer allí.',
      ),
    },
  }),
  rules: {
    entrance: (known) =>
      withoutRouter(known)
        ? {
            choice: 'none',
            reason: text(
              'There is nobody in between to hold a certificate; only the program itself could encrypt, and you did not say that it does.',
              'No hay nadie en medio que pueda tener un certificado; solo podría cifrar el propio programa, y no has dicho que lo haga.',
            ),
          }
        : undefined,
    tls: always(
      'edge',
      text(
        'Everything is encrypted up to the router, without any work for the program.',
        'Hasta el router va todo cifrado, sin trabajo para el programa.',
      ),
    ),
  },
  refuses: {
    'inside-only': (choice, known) =>
      choice === 'inside-only'
        ? {
            says: text(
              'Encrypting only inside the cluster makes no sense: the dangerous part of the way is outside, and what travels in the open there can be read before it gets in.',
              'Cifrar solo dentro del clúster no tiene sentido: la parte peligrosa del camino está fuera, y lo que allí viaja en claro se puede leer antes de que entre.',
            ),
            mends: withoutRouter(known) ? [toPassthrough, toNone] : [toEdge, toReencrypt],
          }
        : undefined,
    entrance: (choice, known) =>
      (choice === 'edge' || choice === 'reencrypt') && withoutRouter(known)
        ? {
            says: text(
              'A load balancer or a node port only passes on what comes in: there is nobody to hold a certificate, so only the pod itself can encrypt.',
              'Un balanceador de carga o un puerto de nodo solo entrega lo que llega: ahí nadie puede tener un certificado, así que solo puede cifrar el propio pod.',
            ),
            mends: [toPassthrough, toNone],
          }
        : undefined,
    host: (choice, known) => (choice === 'passthrough' ? sharedHost(known) : undefined),
    grpc: (choice, known) =>
      choice === 'none' && known.is(protocol, 'grpc') && controllerOf(known)?.plainGrpc === false
        ? {
            says: text(
              'Ingress NGINX only speaks gRPC with callers that use TLS.',
              'Ingress NGINX solo habla gRPC con quien llama con TLS.',
            ),
            mends: [
              toEdge,
              mend(
                'ingress-controller',
                'traefik',
                text('a controller that also speaks it unencrypted', 'un controlador que también lo habla sin cifrar'),
              ),
            ],
          }
        : undefined,
  },
});

/** A passthrough router reads no paths, so an address leads to one component only. */
function sharedHost(known: Known): Refused | undefined {
  const address = known.get(host);
  const shared =
    address !== undefined && address !== 'auto' && known.components.some((other) => other !== known && other.get(host) === address);
  if (!shared) return undefined;
  return {
    says: text(
      `Another component also answers at ${address}, and with passthrough the router cannot read the path that would tell them apart.`,
      `Otro componente responde también en ${address}, y con passthrough el router no puede leer la ruta que los distinguiría.`,
    ),
    mends: [mend('host', `${known.get(component)}.${address}`, text('an address of its own', 'una dirección propia')), toEdge],
  };
}
