import type { KubernetesObject, V1NetworkPolicyEgressRule } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { type InboundRule, inboundRules } from './inbound-rules.ts';
import { metadataOf } from './labels.ts';
import { manifest, type Why } from './manifest.ts';
import { outboundRules } from './outbound-rules.ts';
import { type Because, instance } from './policy-rules.ts';

interface NetworkPolicy extends KubernetesObject {
  readonly spec: {
    readonly podSelector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly policyTypes: readonly ('Ingress' | 'Egress')[];
    readonly ingress: readonly InboundRule[];
    readonly egress: readonly V1NetworkPolicyEgressRule[];
  };
}

type Rules = Pick<NetworkPolicy['spec'], 'ingress' | 'egress'>;

const policy = (plan: Plan, component: ComponentPlan, rules: Rules): NetworkPolicy => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: metadataOf(plan, component),
  spec: { podSelector: { matchLabels: { [instance]: component.fullName } }, policyTypes: ['Ingress', 'Egress'], ...rules },
});

const open = text(
  'You chose an open namespace: anybody may call it, and it may call anybody. With “isolation: isolated” only known callers and destinations are let through.',
  'Has elegido un espacio de nombres abierto: puede llamarlo cualquiera, y puede llamar a cualquiera. Con «isolation: isolated» solo pasan las llamadas conocidas.',
);

const whyRules = (list: keyof Rules, rules: readonly Because<unknown>[]): Why =>
  Object.fromEntries(rules.map(({ because }, i) => [`/spec/${list}/${i}`, because]));

/** Who may call the component and whom it may call; each component brings its own. */
export function networkPolicy(plan: Plan, component: ComponentPlan): Manifest {
  if (!plan.namespace.isolated) {
    return manifest(policy(plan, component, { ingress: [{}], egress: [{}] }), 'developer', component.name, { '': open });
  }
  const inbound = inboundRules(plan, component);
  const outbound = outboundRules(plan, component);
  const rules: Rules = { ingress: inbound.map(({ rule }) => rule), egress: outbound.map(({ rule }) => rule) };
  return manifest(policy(plan, component, rules), 'developer', component.name, {
    ...whyRules('ingress', inbound),
    ...whyRules('egress', outbound),
  });
}
