import { describe, expect, it } from 'vitest';
import { networkPolicy } from '../../src/manifests/network-policies.ts';
import type { ComponentPlan, OutsideCall, Plan } from '../../src/questions/plan.ts';
import { componentPlan, plan } from '../plans.ts';
import { ingress, ownPod, planWith, webThrough } from './ways.ts';

const tcp = (port: number | string) => ({ port, protocol: 'TCP' });
const pods = (name: string) => ({ podSelector: { matchLabels: { 'app.kubernetes.io/instance': name } } });
const dns = {
  to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
  ports: [{ port: 53, protocol: 'UDP' }, tcp(53)],
};
const quiet = { from: { components: [], namespace: false }, to: [], outside: [] };

const specOf = (component: ComponentPlan, where: Plan = planWith(component)) => {
  const { object }: { readonly object: object } = networkPolicy(where, component);
  return 'spec' in object ? object.spec : undefined;
};

describe('the NetworkPolicy of a component', () => {
  it('lets in the router and the callers, and out to names, needs and calls', () => {
    const db = componentPlan({
      name: 'db',
      ports: [{ name: 'postgresql', containerPort: 5432, servicePort: 5432, protocol: 'tcp', tls: false }],
      traffic: { ...quiet, from: { components: ['shop-web'], namespace: false } },
    });
    const outside: readonly OutsideCall[] = [
      { to: 'internet' },
      { to: 'cidr', cidr: '192.0.2.0/24', port: 5671 },
      { to: 'namespace', namespace: 'mail', name: 'mail-relay', port: 2525 },
    ];
    const web = webThrough(ingress('traefik', { model: 'none' }), {
      traffic: { from: { components: [], namespace: true }, to: [{ fullName: 'shop-db', ports: [5432] }], outside },
    });
    const shop = plan({ components: [web, db] });
    const traefik = (namespace: string) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'traefik' } },
    });
    expect(networkPolicy(shop, web)).toEqual({
      object: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: {
          name: 'shop-web',
          namespace: 'shop',
          labels: {
            'app.kubernetes.io/name': 'web',
            'app.kubernetes.io/instance': 'shop-web',
            'app.kubernetes.io/part-of': 'shop',
            'app.kubernetes.io/managed-by': 'create-k8s-app',
          },
        },
        spec: {
          podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'shop-web' } },
          policyTypes: ['Ingress', 'Egress'],
          ingress: [
            { from: [traefik('traefik'), traefik('kube-system')], ports: [tcp('http')] },
            { from: [{ podSelector: {} }], ports: [tcp('http')] },
          ],
          egress: [
            dns,
            { to: [pods('shop-db')], ports: [tcp(5432)] },
            { to: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }], ports: [tcp(443)] },
            { to: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [tcp(5671)] },
            {
              to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'mail' } }, ...pods('mail-relay') }],
              ports: [tcp(2525)],
            },
          ],
        },
      },
      owner: 'developer',
      component: 'web',
      why: {
        '/spec/ingress/0': expect.anything(),
        '/spec/ingress/1': expect.anything(),
        '/spec/egress/0': expect.anything(),
        '/spec/egress/1': expect.anything(),
        '/spec/egress/2': expect.anything(),
        '/spec/egress/3': expect.anything(),
        '/spec/egress/4': expect.anything(),
      },
    });
    expect(specOf(db, shop)).toMatchObject({ ingress: [{ from: [pods('shop-web')], ports: [tcp('postgresql')] }], egress: [dns] });
  });

  it('lets in nobody but itself where nobody calls', () => {
    const worker = componentPlan({ ports: [], exposure: { reach: 'none' }, traffic: quiet });
    expect(specOf(worker)).toMatchObject({ ingress: [{ from: [pods('shop-web')] }], egress: [dns] });
    expect(specOf(worker)).not.toHaveProperty('ingress.0.ports');
  });

  it('never opens all ports for a caller because there is none to open', () => {
    const needy = componentPlan({ name: 'needy', traffic: { ...quiet, to: [{ fullName: 'shop-web', ports: [] }] } });
    const silent = componentPlan({ ports: [], traffic: { ...quiet, from: { components: ['shop-needy'], namespace: true } } });
    const shop = plan({ components: [silent, needy] });
    expect(specOf(silent, shop)).toMatchObject({ ingress: [{ from: [pods('shop-web')] }] });
    expect(specOf(needy, shop)).toMatchObject({ egress: [dns] });
  });

  it('of peers opens all ports between them, and to others the main one', () => {
    const broker = componentPlan({
      ports: [
        { name: 'client', containerPort: 9092, servicePort: 9092, protocol: 'tcp', tls: false },
        { name: 'votes', containerPort: 9093, servicePort: 9093, protocol: 'tcp', tls: false },
      ],
      peers: true,
    });
    expect(specOf(broker)).toMatchObject({
      ingress: [{ from: [{ podSelector: {} }], ports: [tcp('client')] }, { from: [pods('shop-web')] }],
      egress: [dns, { to: [pods('shop-web')] }],
    });
    expect(specOf(broker)).not.toHaveProperty('ingress.1.ports');
    expect(specOf(broker)).not.toHaveProperty('egress.1.ports');
  });

  it('on OpenShift asks for names on 5353 and lets in the router, wherever it runs', () => {
    const web = webThrough({ through: 'route', path: '/', tls: { model: 'passthrough', redirect: true, pod: ownPod } }, { traffic: quiet });
    expect(specOf(web, planWith(web, { platform: 'openshift' }))).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'shop-web' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            { namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/ingress': '' } } },
            { namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/host-network': '' } } },
          ],
          ports: [tcp('https')],
        },
      ],
      egress: [
        {
          to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' } } }],
          ports: [{ port: 5353, protocol: 'UDP' }, tcp(5353)],
        },
      ],
    });
  });

  it('lets the world in through a balancer, to the main port', () => {
    const anyone = [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }, { ipBlock: { cidr: '::/0' } }], ports: [tcp('http')] }];
    for (const through of ['load-balancer', 'node-port'] as const) {
      expect(specOf(webThrough({ through }, { traffic: quiet }))).toMatchObject({ ingress: anyone });
    }
  });

  it('lets everything through in an open namespace, and says why', () => {
    const web = componentPlan();
    const open = plan({ namespace: { name: 'shop', isolated: false, developers: [], viewers: [] } });
    expect(specOf(web, open)).toMatchObject({ policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] });
    expect(Object.keys(networkPolicy(open, web).why)).toEqual(['']);
  });
});
