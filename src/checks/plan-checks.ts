import type { Finding } from '../model/finding.ts';
import { bareFlag } from '../model/flag.ts';
import { text, verbatim } from '../model/text.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { storageKind } from '../questions/storage.ts';
import { rootImageAdviceOf } from '../questions/well-known-images.ts';

/** What only the plan knows, because no field of a manifest shows it. */
export const planFindingsOn = (plan: Plan): readonly Finding[] =>
  plan.components.flatMap((component, index) => {
    const flag: Flag = (question) => bareFlag(index === 0 ? undefined : component.name, question);
    return [
      ...rootImage(component),
      ...commandInOneWord(component, flag),
      ...routersCertificate(component, flag),
      ...storageWish(component, flag),
      ...unknownAuthority(component, flag),
    ];
  });

/** The flag of a question about a component; the main one goes by bare flags. */
type Flag = (question: string) => string;

/** Docker's own images of web servers open port 80, which takes root. */
function rootImage({ fullName, container: { image } }: ComponentPlan): readonly Finding[] {
  const fix = rootImageAdviceOf(image);
  if (!fix) return [];
  return [
    {
      check: 'root-image',
      severity: 'warning',
      says: text(
        `The image ${image} starts as root and listens on port 80; here it starts as an ordinary user, and will stop with “permission denied”.`,
        `La imagen ${image} arranca como root y escucha en el puerto 80; aquí arranca como un usuario corriente y se parará con «permission denied».`,
      ),
      fix,
      where: fullName,
    },
  ];
}

/** A command line written as one word is taken for the name of a program with blanks in it. */
function commandInOneWord({ fullName, container: { command } }: ComponentPlan, flag: Flag): readonly Finding[] {
  const [first = ''] = command;
  if (command.length !== 1 || !first.includes(' ')) return [];
  return [
    {
      check: 'command-in-one-word',
      severity: 'warning',
      says: text(
        `The command “${first}” is a single word with spaces in it, and no program has such a name.`,
        `El comando «${first}» es una sola palabra con espacios, y ningún programa se llama así.`,
      ),
      fix: text(
        `Give each word by itself: ${flag('command')} one ${flag('command')} two. Or give /bin/sh, -c and the whole line.`,
        `Indica cada palabra por separado: ${flag('command')} una ${flag('command')} dos. O bien /bin/sh, -c y la línea entera.`,
      ),
      where: fullName,
    },
  ];
}

/** The router's own certificate is made out to its own domain. */
function routersCertificate({ fullName, exposure }: ComponentPlan, flag: Flag): readonly Finding[] {
  if (exposure.reach !== 'outside' || !('host' in exposure.entrance) || exposure.entrance.host === undefined) return [];
  const { host, tls } = exposure.entrance;
  const byOpenShift = exposure.entrance.through === 'route' || exposure.entrance.controller === 'openshift-router';
  if (!byOpenShift || !('certificate' in tls) || tls.certificate !== 'router') return [];
  return [
    {
      check: 'router-certificate',
      severity: 'advice',
      says: text(
        `The router shows its own certificate, which is valid only under its own domain: if ${host} lies elsewhere, browsers will warn.`,
        `El router muestra su propio certificado, que solo vale en su propio dominio: si ${host} está fuera de él, los navegadores avisarán.`,
      ),
      fix: text(
        `For another domain put a certificate into a Secret and add ${flag('certificate')} secret.`,
        `Para otro dominio, pon un certificado en un Secret y añade ${flag('certificate')} secret.`,
      ),
      where: fullName,
    },
  ];
}

function storageWish({ fullName, volumes: { data } }: ComponentPlan, flag: Flag): readonly Finding[] {
  if (!data || data.kind === 'scratch' || data.wish === undefined || data.storageClass !== undefined) return [];
  const wish = storageKind.type.choices?.[data.wish]?.label ?? verbatim(data.wish);
  return [
    {
      check: 'storage-wish',
      severity: 'advice',
      says: text(
        `You wanted ${wish.en} storage for it, but no cluster was read, so the cluster’s default class decides.`,
        `Querías para él almacenamiento ${wish.es}, pero no se ha leído ningún clúster, así que decide su clase por defecto.`,
      ),
      fix: text(
        `Look for the class with “kubectl get storageclass” and name it with ${flag('storage-class')}.`,
        `Busca la clase con «kubectl get storageclass» e indícala con ${flag('storage-class')}.`,
      ),
      where: fullName,
    },
  ];
}

/** The pod's certificate is its own, and nobody told the router who signed it. */
function unknownAuthority({ fullName, exposure }: ComponentPlan, flag: Flag): readonly Finding[] {
  if (exposure.reach !== 'outside' || !('tls' in exposure.entrance)) return [];
  const { through, tls } = exposure.entrance;
  if (tls.model !== 'reencrypt' || tls.pod.from !== 'secret' || tls.pod.authority !== undefined) return [];
  const checks = through === 'route' || ingressControllers[exposure.entrance.controller].trusts !== 'anyone';
  return [
    {
      check: 'unknown-authority',
      severity: 'warning',
      says: checks
        ? text(
            'The router checks the pod’s certificate but does not know who signed it: unless it was a public authority, it refuses the pod.',
            'El router comprueba el certificado del pod, pero no sabe quién lo firmó: si no fue una autoridad pública, rechaza el pod.',
          )
        : text(
            'The router does not check the pod’s certificate, because it does not know who signed it: somebody in between could show another one.',
            'El router no comprueba el certificado del pod, porque no sabe quién lo firmó: quien se ponga en medio podría mostrar otro.',
          ),
      fix: text(
        `Name the file of the authority’s certificate with ${flag('pod-ca')}.`,
        `Indica con ${flag('pod-ca')} el archivo del certificado de la autoridad.`,
      ),
      where: fullName,
    },
  ];
}
