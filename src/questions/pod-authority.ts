import { type Text, text } from '../model/text.ts';
import { ingressController } from './exposure.ts';
import { controllersThat } from './ingress-controllers.ts';
import { podCertificate } from './pod-certificate.ts';
import { all, always, any, is, question } from './question.ts';
import { mend, tls } from './tls-model.ts';
import { orWord, words } from './value-types.ts';

/** The CERTIFICATE blocks of a PEM file, in order; whatever stands between them is left out. */
export const certificatesIn = (pem: string | undefined): readonly string[] =>
  pem?.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];

const pemFile = orWord(
  words({
    name: 'FILE',
    expects: text('the path of a PEM file, such as ca.pem', 'la ruta de un archivo PEM, como ca.pem'),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
    pattern: /^[^\u0000-\u001f\u007f]+$/,
    maxLength: 4096,
    samples: ['ca.pem', '/etc/pki/company-ca.pem'],
  }),
  'none',
  text('the authorities that the router already knows', 'las autoridades que el router ya conoce'),
);

export const podCa = question({
  id: 'pod-ca',
  label: text('Pod authority', 'Autoridad del pod'),
  ask: text('Which authority signed the pod’s certificate?', '¿Qué autoridad firmó el certificado del pod?'),
  help: text(
    'With re-encrypt the router should make sure that it is talking to your pod and not to an impostor: for that it needs the certificate of the authority that signed the pod’s certificate. Give a PEM file, such as ca.pem; what is in it is public and goes into the manifests. Without it, each router does things its own way: OpenShift’s only trusts what OpenShift signed, Traefik only trusts the public authorities, and others do not check at all.',
    'Con re-encrypt el router debe asegurarse de que habla con tu pod y no con un impostor: para eso necesita el certificado de la autoridad que firmó el del pod. Indica un archivo PEM, como ca.pem; lo que contiene es público y va a los manifiestos. Sin él, cada router lo hace a su manera: el de OpenShift solo se fía de lo que firma OpenShift, Traefik solo de las autoridades públicas, y otros no comprueban nada.',
  ),
  level: 'quiet',
  when: all(
    is(tls, 'reencrypt'),
    any(is(podCertificate, 'secret'), is(ingressController, ...controllersThat(({ trusts }) => trusts !== 'the platform'))),
  ),
  type: { ...pemFile, fileOf: (item) => (item === 'none' ? undefined : item) },
  rules: {
    none: always(
      'none',
      text(
        'You named no authority: the router relies on those that it knows.',
        'No has indicado ninguna autoridad: el router se guía por las que conoce.',
      ),
    ),
  },
  refuses: {
    file: (choice, known) => {
      const says = choice === 'none' ? undefined : faultOfAuthority(choice, known.facts.files?.[choice]);
      return (
        says && {
          says,
          mends: [mend('pod-ca', 'none', text('the authorities that the router knows', 'las autoridades que conoce el router'))],
        }
      );
    },
  },
});

function faultOfAuthority(file: string, pem: string | undefined): Text | undefined {
  if (pem === undefined) return text(`The file ${file} could not be read.`, `No se ha podido leer el archivo ${file}.`);
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    return text(
      `The file ${file} holds a private key, which must never get into a manifest: give only the certificate.`,
      `El archivo ${file} lleva una clave privada, que nunca debe llegar a un manifiesto: da solo el certificado.`,
    );
  }
  return certificatesIn(pem).length === 0
    ? text(
        `The file ${file} holds no certificate: it should begin with -----BEGIN CERTIFICATE-----.`,
        `El archivo ${file} no lleva ningún certificado: debería empezar por -----BEGIN CERTIFICATE-----.`,
      )
    : undefined;
}
