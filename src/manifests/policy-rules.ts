import type { V1NetworkPolicyPeer, V1NetworkPolicyPort } from '@kubernetes/client-node';
import { type Text, text } from '../model/text.ts';

/** A rule of a NetworkPolicy and its reason. */
export interface Because<Rule> {
  readonly rule: Rule;
  readonly because: Text;
}

/** The label by which policies find pods. Exactly one: polaris takes a policy that matches by two for none. */
export const instance = 'app.kubernetes.io/instance';

/** The pods of a component, in the same namespace. */
export const podsOf = (fullName: string): V1NetworkPolicyPeer => ({ podSelector: { matchLabels: { [instance]: fullName } } });

/** Every address. Made anew for each rule, since YAML writers turn an object that stands twice into an alias. */
export const anywhere = (): V1NetworkPolicyPeer[] => [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }];

/** A port of the pod, which is what policies see, by number or by name. */
export const tcp = (port: number | string): V1NetworkPolicyPort => ({ port, protocol: 'TCP' });

export const betweenReplicas = text('Its replicas talk to each other.', 'Sus réplicas hablan entre sí.');
