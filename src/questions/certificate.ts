import { text } from '../model/text.ts';
import { fullNameOf, protocol } from './basics.ts';
import { entrance, ingressController } from './exposure.ts';
import { always, is, type Known, question } from './question.ts';
import { mend, tls } from './tls-model.ts';
import { dnsSubdomain, oneOf, words } from './value-types.ts';

/** The OpenShift router, whether a Route or an Ingress leads through it. */
const byOpenshiftRouter = (known: Known): boolean => known.is(entrance, 'route') || known.is(ingressController, 'openshift-router');

const toSecret = mend('certificate', 'secret', text('a certificate of your own', 'un certificado tuyo'));

export const certificate = question({
  id: 'certificate',
  label: text('Certificate', 'Certificado'),
  ask: text('Where does the certificate come from?', '¿De dónde sale el certificado?'),
  help: text(
    'The certificate proves to a browser that it is talking to your address and to nobody else. OpenShift’s router has one for all names under its own domain: if your address is one of them, there is nothing to do. For an address of your own, somebody must give you a certificate and its key; both go into a Secret in this namespace. If it is not issued for your address, browsers scare people away with a warning.',
    'El certificado demuestra al navegador que habla con tu dirección y con nadie más. El router de OpenShift tiene uno para todos los nombres de su propio dominio: si tu dirección es de esas, no hay nada que hacer. Para una dirección tuya, alguien tiene que darte un certificado y su clave; los dos van a un Secret de este espacio de nombres. Si no está emitido para tu dirección, los navegadores espantan a la gente con un aviso.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
  level: 'essential',
  when: is(tls, 'edge', 'reencrypt'),
  type: oneOf({
    router: {
      label: text('the router’s own', 'el del propio router'),
      fits: text(
        'It suits addresses under the domain of OpenShift’s router.',
        'Sirve para direcciones del dominio del router de OpenShift.',
      ),
    },
    secret: {
      label: text('a Secret', 'un Secret'),
      fits: text(
        'It suits an address of your own, for which you have a certificate and its key.',
        'Sirve para una dirección tuya, de la que tienes el certificado y su clave.',
      ),
    },
  }),
  rules: {
    grpc: (known) =>
      known.is(protocol, 'grpc') && byOpenshiftRouter(known)
        ? {
            choice: 'secret',
            reason: text(
              'gRPC needs HTTP/2, which the router only offers with a certificate of your own.',
              'gRPC necesita HTTP/2, que el router solo ofrece con un certificado tuyo.',
            ),
          }
        : undefined,
    router: (known) =>
      byOpenshiftRouter(known)
        ? {
            choice: 'router',
            reason: text(
              'The router has a certificate for every address under its own domain.',
              'El router tiene un certificado para todas las direcciones de su propio dominio.',
            ),
          }
        : undefined,
    secret: always(
      'secret',
      text('An address of your own needs a certificate issued for it.', 'Una dirección tuya necesita un certificado emitido para ella.'),
    ),
  },
  refuses: {
    router: (choice, known) =>
      choice === 'router' && known.is(entrance, 'ingress') && !byOpenshiftRouter(known)
        ? {
            says: text(
              'The certificate that comes with this controller is signed by no authority and valid for none of your addresses: every browser would show a warning.',
              'El certificado que trae este controlador no lo firma ninguna autoridad y no vale para ninguna dirección tuya: todos los navegadores mostrarían un aviso.',
            ),
            mends: [toSecret],
          }
        : undefined,
    grpc: (choice, known) =>
      choice === 'router' && known.is(protocol, 'grpc') && byOpenshiftRouter(known)
        ? {
            says: text(
              'gRPC needs HTTP/2, and the OpenShift router does not offer it with its own certificate.',
              'gRPC necesita HTTP/2, y el router de OpenShift no lo ofrece con su propio certificado.',
            ),
            mends: [toSecret],
          }
        : undefined,
  },
});

export const certificateSecret = question({
  id: 'certificate-secret',
  label: text('Certificate Secret', 'Secret del certificado'),
  ask: text('In which Secret is the certificate?', '¿En qué Secret está el certificado?'),
  help: text(
    'It is a Secret of type kubernetes.io/tls in this namespace, with the certificate and its chain in tls.crt and the key in tls.key. “kubectl create secret tls NAME --cert=FILE --key=FILE” creates it. This program never sees the key. Until the Secret exists, people get no answer or a warning.',
    'Es un Secret de tipo kubernetes.io/tls de este espacio de nombres, con el certificado y su cadena en tls.crt y la clave en tls.key. Lo crea «kubectl create secret tls NOMBRE --cert=ARCHIVO --key=ARCHIVO». Este programa nunca ve la clave. Hasta que el Secret exista, la gente no recibe respuesta o recibe un aviso.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
  level: 'quiet',
  when: is(certificate, 'secret'),
  type: words(dnsSubdomain(['shop-web-tls'])),
  rules: {
    component: (known) => ({
      choice: `${fullNameOf(known)}-tls`,
      reason: text('It is named after its component.', 'Lleva el nombre de su componente.'),
    }),
  },
});
