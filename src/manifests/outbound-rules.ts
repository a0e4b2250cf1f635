import type { V1NetworkPolicyEgressRule } from '@kubernetes/client-node';
import { text } from '../model/text.ts';
import type { ComponentPlan, OutsideCall, Plan } from '../questions/plan.ts';
import { dnsEgress } from './dns.ts';
import { anywhere, type Because, betweenReplicas, podsOf, tcp } from './policy-rules.ts';

type Outbound = Because<V1NetworkPolicyEgressRule>;

/** The components it needs; one without ports gets no rule, since to the API an empty list means all of them. */
const neededCalls = ({ traffic }: ComponentPlan): readonly Outbound[] =>
  traffic.to.flatMap(({ fullName, ports }) =>
    ports.length === 0
      ? []
      : [{ rule: { to: [podsOf(fullName)], ports: ports.map(tcp) }, because: text(`It needs ${fullName}.`, `Necesita ${fullName}.`) }],
  );

function outsideCall(call: OutsideCall): Outbound {
  switch (call.to) {
    case 'internet':
      return {
        rule: { to: anywhere(), ports: [tcp(443)] },
        because: text('It calls the internet, over HTTPS only.', 'Llama a internet, solo por HTTPS.'),
      };
    case 'cidr':
      return {
        rule: { to: [{ ipBlock: { cidr: call.cidr } }], ports: [tcp(call.port)] },
        because: text(`It calls ${call.cidr} on port ${call.port}.`, `Llama a ${call.cidr} por el puerto ${call.port}.`),
      };
    case 'namespace':
      return {
        // Both selectors in one item: pods of that name in that namespace.
        rule: {
          to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': call.namespace } }, ...podsOf(call.name) }],
          ports: [tcp(call.port)],
        },
        because: text(
          `It calls ${call.name} in the namespace ${call.namespace}.`,
          `Llama a ${call.name} en el espacio de nombres ${call.namespace}.`,
        ),
      };
  }
}

/** Whom the component may call. */
export function outboundRules(plan: Plan, component: ComponentPlan): readonly Outbound[] {
  return [
    {
      rule: dnsEgress(plan.platform),
      because: text('Names first: without DNS no other rule is of any use.', 'Primero los nombres: sin DNS no sirve ninguna otra regla.'),
    },
    ...neededCalls(component),
    ...component.traffic.outside.map(outsideCall),
    ...(component.peers ? [{ rule: { to: [podsOf(component.fullName)] }, because: betweenReplicas }] : []),
  ];
}
