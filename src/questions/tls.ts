import { text } from '../model/text.ts';
import { component } from './basics.ts';
import { certificate, certificateSecret } from './certificate.ts';
import { byHost, controllerOf, host } from './exposure.ts';
import { podCa } from './pod-authority.ts';
import { podCertificate, podCertificatePath, podCertificateSecret } from './pod-certificate.ts';
import { all, always, is, not, question, type Topic } from './question.ts';
import { mend, tls, toEdge } from './tls-model.ts';
import { words, yesNo } from './value-types.ts';

export const path = question({
  id: 'path',
  label: text('Path', 'Ruta'),
  ask: text('At which path of the address?', '¿En qué ruta de la dirección?'),
  help: text(
    'Two components can share one address: “/” leads to the shop, “/api” to its API. The program gets the path as it was typed, so it must expect it. “/” gets every call that does not match a longer path. With passthrough the router cannot read paths.',
    'Dos componentes pueden compartir una dirección: «/» lleva a la tienda y «/api» a su API. El programa recibe la ruta tal como se escribió, así que debe contar con ella. «/» recibe todas las llamadas que no coinciden con una ruta más larga. Con passthrough el router no puede leer rutas.',
  ),
  page: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types',
  level: 'quiet',
  when: all(byHost, not(is(tls, 'passthrough'))),
  type: words({
    name: 'PATH',
    expects: text('a path such as / or /api, of letters, digits and “-._~”', 'una ruta como / o /api, con letras, cifras y «-._~»'),
    pattern: /^\/$|^(\/(?!\.{1,2}(\/|$))[-A-Za-z0-9._~]+)+\/?$/,
    maxLength: 1024,
    samples: ['/', '/api'],
  }),
  rules: { path: always('/', text('The whole address leads to it.', 'Toda la dirección lleva a él.')) },
  refuses: {
    unique: (choice, known) => {
      const address = known.get(host);
      if (address === undefined || address === 'auto') return undefined;
      const taken = known.components.some((other) => other !== known && other.get(host) === address && other.get(path) === choice);
      return taken
        ? {
            says: text(`Another component already answers at ${address}${choice}.`, `Otro componente ya responde en ${address}${choice}.`),
            mends: [
              mend('path', `/${known.get(component)}`, text('a path of its own', 'una ruta propia')),
              mend('host', `${known.get(component)}.${address}`, text('an address of its own', 'una dirección propia')),
            ],
          }
        : undefined;
    },
  },
});

const toRedirect = mend('redirect', true, text('everybody is redirected to HTTPS', 'a todos se les redirige a HTTPS'));

export const redirect = question({
  id: 'redirect',
  label: text('Redirect', 'Redirección'),
  ask: text('Is plain HTTP redirected to HTTPS?', '¿Se redirige a HTTPS a quien llega por HTTP?'),
  help: text(
    'If people type the address without https://, the first call is plain HTTP. With the redirect, the router answers “come in through HTTPS” and nothing else. Without it, some routers shut that door and others let people in unencrypted.',
    'Quien escribe la dirección sin https:// llama primero por HTTP sin cifrar. Con la redirección, el router responde «entra por HTTPS» y nada más. Sin ella, unos routers cierran esa puerta y otros dejan entrar a la gente sin cifrar.',
  ),
  level: 'quiet',
  when: all(byHost, is(tls, 'edge', 'reencrypt', 'passthrough')),
  type: yesNo(
    text('It suits every page that people open in a browser.', 'Sirve para cualquier página que la gente abra en un navegador.'),
    text('It suits callers that never start with plain HTTP.', 'Sirve para quien nunca empieza llamando por HTTP sin cifrar.'),
  ),
  rules: {
    redirect: always(
      true,
      text('People who forget https:// still get there, and encrypted.', 'Quien olvida https:// llega igualmente, y cifrado.'),
    ),
  },
  refuses: {
    'inside-only': (choice, known) =>
      !choice && known.is(tls, 'reencrypt', 'passthrough') && controllerOf(known)?.redirect === 'needed inside'
        ? {
            says: text(
              'This controller also answers plain HTTP, and only the redirect keeps such calls away from a pod that speaks TLS: what travels in the open outside can be read there.',
              'Este controlador responde también a HTTP sin cifrar, y solo la redirección aparta esas llamadas de un pod que habla TLS: lo que viaja en claro por fuera se puede leer allí.',
            ),
            mends: [toRedirect, toEdge],
          }
        : undefined,
    'openshift-router': (choice, known) =>
      !choice && controllerOf(known)?.redirect === 'always'
        ? {
            says: text(
              'The OpenShift router redirects whatever comes in through an Ingress; only a Route can do otherwise.',
              'El router de OpenShift redirige todo lo que entra por un Ingress; solo una Route puede hacer otra cosa.',
            ),
            mends: [toRedirect, mend('entrance', 'route', text('a Route instead of the Ingress', 'una Route en lugar del Ingress'))],
          }
        : undefined,
  },
});

export const tlsTopic: Topic = {
  id: 'tls',
  title: text('Encryption', 'Cifrado'),
  questions: [tls, path, certificate, certificateSecret, podCertificate, podCertificateSecret, podCertificatePath, podCa, redirect],
};
