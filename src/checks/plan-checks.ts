import type { Finding } from '../model/finding.ts';
import { text } from '../model/text.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { rootImageAdviceOf } from '../questions/well-known-images.ts';

/** What only the plan knows, because no field of a manifest shows it. */
export const planFindingsOn = (plan: Plan): readonly Finding[] =>
  plan.components.flatMap((component) => [...rootImage(component), ...storageWish(component), ...unknownAuthority(component)]);

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

function storageWish({ fullName, volumes: { data } }: ComponentPlan): readonly Finding[] {
  if (!data || data.kind === 'scratch' || data.wish === undefined || data.storageClass !== undefined) return [];
  return [
    {
      check: 'storage-wish',
      severity: 'advice',
      says: text(
        `You wanted ${data.wish} storage for it, but no cluster was read, so the cluster’s default class decides.`,
        `Querías para él almacenamiento de tipo ${data.wish}, pero no se ha leído ningún clúster, así que decide su clase por defecto.`,
      ),
      fix: text(
        'Look for the class with “kubectl get storageclass” and name it with --storage-class.',
        'Busca la clase con «kubectl get storageclass» e indícala con --storage-class.',
      ),
      where: fullName,
    },
  ];
}

/** The pod's certificate is its own, and nobody told the router who signed it. */
function unknownAuthority({ fullName, exposure }: ComponentPlan): readonly Finding[] {
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
        'Name the file of the authority’s certificate with --pod-ca.',
        'Indica con --pod-ca el archivo del certificado de la autoridad.',
      ),
      where: fullName,
    },
  ];
}
