import { text } from '../model/text.ts';
import { platform } from './application.ts';
import { fullNameOf } from './basics.ts';
import { certificateSecret } from './certificate.ts';
import { ingressController } from './exposure.ts';
import { always, is, question } from './question.ts';
import { mend, tls, toReencrypt, withoutRouter } from './tls-model.ts';
import { absolutePath, dnsSubdomain, oneOf, words } from './value-types.ts';

const podShows = is(tls, 'reencrypt', 'passthrough');
const toPodSecret = mend('pod-certificate', 'secret', text('a certificate of your own', 'un certificado tuyo'));

export const podCertificate = question({
  id: 'pod-certificate',
  label: text('Pod certificate', 'Certificado del pod'),
  ask: text('And where does the pod’s own certificate come from?', '¿Y de dónde sale el certificado del propio pod?'),
  help: text(
    'Here the program in the pod speaks TLS itself, so it needs a certificate of its own. OpenShift can make one for the name of the Service and renews it; its router trusts it without further ado. Elsewhere you bring one in a Secret. For re-encrypt it must be made out to the Service (shop-web.shop.svc), for passthrough to the address that people type. If it is not, the caller refuses the connection.',
    'Aquí es el programa del pod quien habla TLS, así que necesita un certificado propio. OpenShift puede crear uno a nombre del Service y lo renueva; su router se fía de él sin más. En otros sitios lo traes tú en un Secret. Para re-encrypt tiene que estar a nombre del Service (shop-web.shop.svc); para passthrough, a nombre de la dirección que escribe la gente. Si no, quien llama rechaza la conexión.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
  level: 'essential',
  when: podShows,
  type: oneOf({
    'service-ca': {
      label: text('made by OpenShift', 'creado por OpenShift'),
      fits: text(
        'It fits re-encrypt on OpenShift, which makes the certificate and renews it.',
        'Sirve para re-encrypt en OpenShift, que crea el certificado y lo renueva.',
      ),
    },
    secret: {
      label: text('a Secret', 'un Secret'),
      fits: text(
        'It fits every cluster: you bring the certificate and its key.',
        'Sirve en cualquier clúster: tú traes el certificado y su clave.',
      ),
    },
  }),
  rules: {
    passthrough: (known) =>
      known.is(tls, 'passthrough')
        ? {
            choice: 'secret',
            reason: text(
              'People outside see this certificate, so it must be made out to your address.',
              'La gente de fuera ve este certificado, así que tiene que estar a nombre de tu dirección.',
            ),
          }
        : undefined,
    traefik: (known) =>
      known.is(ingressController, 'traefik')
        ? {
            choice: 'secret',
            reason: text(
              'Traefik checks the pod’s certificate, and knows no authority of a cluster.',
              'Traefik comprueba el certificado del pod y no conoce la autoridad de ningún clúster.',
            ),
          }
        : undefined,
    M7: (known) =>
      known.is(platform, 'openshift')
        ? {
            choice: 'service-ca',
            reason: text(
              'OpenShift makes it, renews it, and its router trusts it.',
              'OpenShift lo crea, lo renueva, y su router se fía de él.',
            ),
          }
        : undefined,
    secret: always(
      'secret',
      text('Plain Kubernetes makes no certificates for pods.', 'Kubernetes por sí solo no crea certificados para los pods.'),
    ),
  },
  refuses: {
    M7: (choice, known) =>
      choice === 'service-ca' && known.is(platform, 'kubernetes')
        ? {
            says: text(
              'Only OpenShift makes certificates for Services: here nobody would, and the pods would wait for ever.',
              'Solo OpenShift crea certificados para los Services: aquí no lo haría nadie y los pods esperarían para siempre.',
            ),
            mends: [toPodSecret, mend('platform', 'openshift', text('if the cluster is an OpenShift', 'si el clúster es un OpenShift'))],
          }
        : undefined,
    passthrough: (choice, known) =>
      choice === 'service-ca' && known.is(tls, 'passthrough')
        ? {
            says: text(
              'With passthrough people outside see the pod’s certificate: the one that OpenShift makes carries the name of the Service, and no browser trusts who signed it.',
              'Con passthrough la gente de fuera ve el certificado del pod: el que crea OpenShift está a nombre del Service y ningún navegador se fía de quien lo firma.',
            ),
            mends: withoutRouter(known) ? [toPodSecret] : [toPodSecret, toReencrypt],
          }
        : undefined,
    traefik: (choice, known) =>
      choice === 'service-ca' && known.is(tls, 'reencrypt') && known.is(ingressController, 'traefik')
        ? {
            says: text(
              'Traefik checks the pod’s certificate and does not know the authority of OpenShift.',
              'Traefik comprueba el certificado del pod y no conoce la autoridad de OpenShift.',
            ),
            mends: [toPodSecret, mend('entrance', 'route', text('a Route, whose router knows it', 'una Route, cuyo router sí la conoce'))],
          }
        : undefined,
  },
});

export const podCertificateSecret = question({
  id: 'pod-certificate-secret',
  label: text('Pod Secret', 'Secret del pod'),
  ask: text('In which Secret is the pod’s certificate?', '¿En qué Secret está el certificado del pod?'),
  help: text(
    'A Secret of type kubernetes.io/tls in this namespace, which the pod mounts. If OpenShift makes the certificate, it makes this Secret too, and only under a name that is still free. If it is missing, the pods wait in ContainerCreating until it comes.',
    'Un Secret de tipo kubernetes.io/tls de este espacio de nombres, que el pod monta. Si el certificado lo crea OpenShift, también crea este Secret, y solo con un nombre que aún esté libre. Si falta, los pods esperan en ContainerCreating hasta que llegue.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
  level: 'quiet',
  when: podShows,
  type: words(dnsSubdomain(['shop-web-pod-tls'])),
  rules: {
    component: (known) => ({
      choice: `${fullNameOf(known)}-pod-tls`,
      reason: text('It is named after the component whose pods show it.', 'Lleva el nombre del componente cuyos pods lo muestran.'),
    }),
  },
  refuses: {
    'service-ca': (choice, known) =>
      known.is(podCertificate, 'service-ca') && known.is(certificateSecret, choice)
        ? {
            says: text(
              `OpenShift makes the Secret ${choice} itself, so it cannot be the one that holds your certificate.`,
              `El Secret ${choice} lo crea OpenShift, así que no puede ser el que lleva tu certificado.`,
            ),
            mends: [
              mend('pod-certificate-secret', `${fullNameOf(known)}-pod-tls`, text('a Secret of its own', 'un Secret aparte')),
              toPodSecret,
            ],
          }
        : undefined,
  },
});

export const podCertificatePath = question({
  id: 'pod-certificate-path',
  label: text('Pod path', 'Ruta en el pod'),
  ask: text('Where does the program look for its certificate?', '¿Dónde busca el programa su certificado?'),
  help: text(
    'The folder in the container where the Secret appears, as the files tls.crt and tls.key. Set your program to read them there, for instance /run/tls/tls.crt. Whatever the image holds in that folder is hidden.',
    'La carpeta del contenedor donde aparece el Secret, en los ficheros tls.crt y tls.key. Configura tu programa para que los lea ahí, por ejemplo /run/tls/tls.crt. Lo que la imagen tenga en esa carpeta queda tapado.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod',
  level: 'quiet',
  when: podShows,
  type: words({
    ...absolutePath(['/run/tls', '/etc/app/tls']),
    faultOf: (said) =>
      /^\/+$/.test(said)
        ? text(
            'Say a folder of its own, such as /run/tls: mounted at “/” it would hide the whole image.',
            'Di una carpeta aparte, como /run/tls: montado en «/» taparía toda la imagen.',
          )
        : undefined,
  }),
  rules: { path: always('/run/tls', text('It is a folder that no image uses.', 'Es una carpeta que no usa ninguna imagen.')) },
});
