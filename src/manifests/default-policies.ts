import type { V1NetworkPolicy } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { type Text, text } from '../model/text.ts';
import type { Plan } from '../questions/plan.ts';
import { dnsEgress } from './dns.ts';
import { namespaceLabels } from './labels.ts';

type Rules = Omit<NonNullable<V1NetworkPolicy['spec']>, 'podSelector'>;

const whyIgnored = text(
  'kube-score wants each policy to select a pod from the same file. This one applies to every pod of the namespace.',
  'kube-score quiere que cada política seleccione un pod del mismo archivo. Esta vale para todos los pods del espacio de nombres.',
);

const whyOpenShiftPort = text(
  'The DNS of OpenShift answers on 53, but its pods listen on 5353, and a policy sees the port of the pod.',
  'El DNS de OpenShift responde en el 53, pero sus pods escuchan en el 5353, y una política ve el puerto del pod.',
);

/** A policy for every pod of the namespace. */
function policyForAll(plan: Plan, name: string, rules: Rules, why: Readonly<Record<string, Text>>): Manifest {
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name,
      namespace: plan.namespace.name,
      labels: namespaceLabels(plan),
      annotations: { 'kube-score/ignore': 'networkpolicy-targets-pod' },
    },
    spec: { podSelector: {}, ...rules },
  } satisfies V1NetworkPolicy;
  return { object, owner: 'admin', why: { ...why, '/metadata/annotations/kube-score~1ignore': whyIgnored } };
}

/** Shuts the namespace and lets its pods ask for names; what else is allowed, the components' own policies say. */
export function defaultPolicies(plan: Plan): readonly Manifest[] {
  return [
    policyForAll(
      plan,
      'default-deny',
      { policyTypes: ['Ingress', 'Egress'] },
      {
        '': text(
          'Shuts the door of every pod, in both directions. Other policies can only open it: each component brings those that open what it needs.',
          'Cierra la puerta de todos los pods, en los dos sentidos. Las demás políticas solo pueden abrirla: cada componente trae las que abren lo que necesita.',
        ),
      },
    ),
    policyForAll(
      plan,
      'allow-dns',
      { policyTypes: ['Egress'], egress: [dnsEgress(plan.platform)] },
      {
        '': text(
          'Lets every pod look up names: without this no pod finds another, and nothing that is called by name works.',
          'Deja que todos los pods consulten nombres: sin esto ningún pod encuentra a otro y no funciona nada que se llame por su nombre.',
        ),
        ...(plan.platform === 'openshift' ? { '/spec/egress/0/ports': whyOpenShiftPort } : {}),
      },
    ),
  ];
}
