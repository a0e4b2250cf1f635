import type { V1Namespace } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';
import type { Plan, PodSecurity } from '../questions/plan.ts';
import { namespaceLabels } from './labels.ts';

const levels: Readonly<Record<PodSecurity, Text>> = {
  restricted: text(
    'Pod Security, the doorman, only lets in pods that run without root and without special rights. That is enough for this application.',
    'Pod Security, el portero, solo deja entrar pods sin root y sin permisos especiales. A esta aplicación le basta con eso.',
  ),
  baseline: text(
    'Pod Security, the doorman, forbids the known ways out of a container, but lets pods run as root. “restricted” is stricter.',
    'Pod Security, el portero, prohíbe las formas conocidas de salir de un contenedor, pero deja que los pods usen root. «restricted» es más estricto.',
  ),
  privileged: text(
    'Pod Security, the doorman, forbids nothing: this is only for pods that look after the nodes themselves. Let nothing else live here.',
    'Pod Security, el portero, no prohíbe nada: es solo para pods que cuidan de los propios nodos. Que aquí no viva nada más.',
  ),
};

/** Pod Security labels of one level for all three modes (kubernetes.io/docs/concepts/security/pod-security-admission). */
const podSecurityLabels = (level: PodSecurity): Record<string, string> =>
  Object.fromEntries(
    ['enforce', 'audit', 'warn'].flatMap((mode) => [
      [`pod-security.kubernetes.io/${mode}`, level],
      [`pod-security.kubernetes.io/${mode}-version`, 'latest'],
    ]),
  );

/** The Namespace itself, with the Pod Security level that its pods must meet. */
export function namespace(plan: Plan, podSecurity: PodSecurity): Manifest {
  const object = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: plan.namespace.name, labels: { ...namespaceLabels(plan), ...podSecurityLabels(podSecurity) } },
  } satisfies V1Namespace;
  const why = {
    '': text(
      'A fenced plot of the cluster: names, quotas and permissions apply inside it. An administrator applies it once.',
      'Una parcela vallada del clúster: los nombres, las cuotas y los permisos valen dentro de ella. Un administrador lo aplica una vez.',
    ),
    '/metadata/labels/pod-security.kubernetes.io~1enforce': levels[podSecurity],
  };
  return { object, owner: 'admin', why };
}
