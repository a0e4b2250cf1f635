import type { V1NetworkPolicyEgressRule } from '@kubernetes/client-node';
import type { Platform } from '../questions/plan.ts';

/**
 * Where the pods that answer DNS live, and the port on which they listen themselves: a policy sees the port of the pod, not
 * of the Service (openshift/cluster-dns-operator, pkg/manifests/assets/dns/daemonset.yaml).
 */
const servers: Readonly<Record<Platform, { readonly namespace: string; readonly port: number }>> = {
  kubernetes: { namespace: 'kube-system', port: 53 },
  openshift: { namespace: 'openshift-dns', port: 5353 },
};

/** Lets pods ask for names; long answers come by TCP. */
export function dnsEgress(platform: Platform): V1NetworkPolicyEgressRule {
  const { namespace, port } = servers[platform];
  return {
    to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }],
    ports: [
      { port, protocol: 'UDP' },
      { port, protocol: 'TCP' },
    ],
  };
}
