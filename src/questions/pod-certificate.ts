import { text } from '../model/text.ts';
import { platform } from './application.ts';
import { fullNameOf } from './basics.ts';
import { certificateSecret } from './certificate.ts';
import { controllerOf } from './exposure.ts';
import { always, is, type Known, question } from './question.ts';
import { mend, tls, toReencrypt, withoutRouter } from './tls-model.ts';
import { absolutePath, dnsSubdomain, oneOf, words } from './value-types.ts';

const podShows = is(tls, 'reencrypt', 'passthrough');
const toPodSecret = mend('pod-certificate', 'secret', text('a certificate of your own', 'un certificado tuyo'));

/** Whether a router could check the certificate that OpenShift makes, were the cluster one. */
const serviceCaWorks = (known: Known): boolean => known.is(tls, 'reencrypt') && controllerOf(known)?.trusts !== 'public authorities';

export const podCertificate = question({
  id: 'pod-certificate',
  label: text('Pod certificate', 'Certificado del pod'),
  ask: text('And where does the pod’s own certificate come from?', '¿Y de dónde sale el certificado del propio pod?'),
  help: text(
    'Here the program in the pod speaks TLS itself, so it needs a certificate of its own. OpenShift can create one for the name of the Service and renew it; its router trusts it right away. Elsewhere you bring one in a Secret. For re-encrypt it must be issued for the Service (shop-web.shop.svc), for passthrough for the address that people type. If it is not, the caller refuses the connection.',
    'Aquí es el programa del pod quien habla TLS, así que necesita un certificado propio. OpenShift puede crear uno para el nombre del Service y renovarlo; su router se fía de él sin más. En otros sitios lo traes tú en un Secret. Para re-encrypt tiene que estar emitido para el Service (shop-web.shop.svc); para passthrough, para la dirección que escribe la gente. Si no, quien llama rechaza la conexión.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
  level: 'essential',
  when: podShows,
  type: oneOf({
    'service-ca': {
      label: text('made by OpenShift', 'creado por OpenShift'),
      fits: text(
        'It suits re-encrypt on OpenShift, which creates the certificate and renews it.',
        'Sirve para re-encrypt en OpenShift, que crea el certificado y lo renueva.',
      ),
    },
    secret: {
      label: text('a Secret', 'un Secret'),
      fits: text(
        'It suits every cluster: you bring the certificate and its key.',
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
              'People outside see this certificate, so it must be issued for your address.',
              'La gente de fuera ve este certificado, así que tiene que estar emitido para tu dirección.',
            ),
          }
        : undefined,
    authority: (known) =>
      controllerOf(known)?.trusts === 'public authorities'
        ? {
            choice: 'secret',
            reason: text(
              'Traefik checks the pod’s certificate, and does not know the cluster’s own authority.',
              'Traefik comprueba el certificado del pod y no conoce la autoridad del propio clúster.',
            ),
          }
        : undefined,
    M7: (known) =>
      known.is(platform, 'openshift')
        ? {
            choice: 'service-ca',
            reason: text(
              'OpenShift creates it and renews it, and its router trusts it.',
              'OpenShift lo crea y lo renueva, y su router se fía de él.',
            ),
          }
        : undefined,
    secret: always(
      'secret',
      text('Kubernetes by itself does not create certificates for pods.', 'Kubernetes por sí solo no crea certificados para los pods.'),
    ),
  },
  refuses: {
    M7: (choice, known) =>
      choice === 'service-ca' && known.is(platform, 'kubernetes')
        ? {
            says: text(
              'Only OpenShift creates certificates for Services: here nobody would, and the pods would wait forever.',
              'Solo OpenShift crea certificados para los Services: aquí no lo haría nadie y los pods esperarían para siempre.',
            ),
            mends: serviceCaWorks(known)
              ? [toPodSecret, mend('platform', 'openshift', text('if the cluster is OpenShift', 'si el clúster es OpenShift'))]
              : [toPodSecret],
          }
        : undefined,
    passthrough: (choice, known) =>
      choice === 'service-ca' && known.is(tls, 'passthrough')
        ? {
            says: text(
              'With passthrough people outside see the pod’s certificate: the one that OpenShift creates is issued for the name of the Service, and browsers do not trust its signature.',
              'Con passthrough la gente de fuera ve el certificado del pod: el que crea OpenShift está emitido para el nombre del Service, y los navegadores no se fían de su firma.',
            ),
            mends:
              withoutRouter(known) || controllerOf(known)?.trusts === 'public authorities' ? [toPodSecret] : [toPodSecret, toReencrypt],
          }
        : undefined,
    authority: (choice, known) =>
      choice === 'service-ca' && known.is(tls, 'reencrypt') && controllerOf(known)?.trusts === 'public authorities'
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
    'It is a Secret of type kubernetes.io/tls in this namespace, which the pod mounts. If OpenShift creates the certificate, it creates this Secret too, and only under a name that is still free. If the Secret is missing, the pods wait in ContainerCreating until it appears.',
    'Es un Secret de tipo kubernetes.io/tls de este espacio de nombres, que el pod monta. Si el certificado lo crea OpenShift, también crea este Secret, y solo con un nombre que aún esté libre. Si falta, los pods esperan en ContainerCreating hasta que aparezca.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#tls-secrets',
  level: 'quiet',
  when: podShows,
  type: words(dnsSubdomain(['shop-web-pod-tls'])),
  rules: {
    component: (known) => ({
      choice: `${fullNameOf(known)}-pod-tls`,
      reason: text('It is named after the component whose pods use it.', 'Lleva el nombre del componente cuyos pods lo usan.'),
    }),
  },
  refuses: {
    'service-ca': (choice, known) =>
      known.is(podCertificate, 'service-ca') && known.is(certificateSecret, choice)
        ? {
            says: text(
              `OpenShift creates the Secret ${choice} itself, so it cannot be the one that holds your certificate.`,
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
    'It is the folder in the container where the Secret appears, as the files tls.crt and tls.key. Set your program to read them there, for instance /run/tls/tls.crt. Whatever the image has in that folder is hidden.',
    'Es la carpeta del contenedor donde aparece el Secret, en los archivos tls.crt y tls.key. Configura tu programa para que los lea ahí, por ejemplo /run/tls/tls.crt. Lo que la imagen tenga en esa carpeta queda tapado.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod',
  level: 'quiet',
  when: podShows,
  type: words({
    ...absolutePath(['/run/tls', '/etc/app/tls']),
    faultOf: (said) =>
      /^\/+$/.test(said)
        ? text(
            'Give it a folder of its own, such as /run/tls: mounted at “/” it would hide the whole image.',
            'Indica una carpeta aparte, como /run/tls: montado en «/» taparía toda la imagen.',
          )
        : undefined,
  }),
  rules: { path: always('/run/tls', text('It is a folder that no image uses.', 'Es una carpeta que no usa ninguna imagen.')) },
});
