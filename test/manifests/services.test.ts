import { describe, expect, it } from 'vitest';
import { servicesOf } from '../../src/manifests/services.ts';
import type { ComponentPlan, PortPlan } from '../../src/questions/plan.ts';
import { componentPlan } from '../plans.ts';
import { ingress, ownPod, planWith, servicePod, webThrough } from './ways.ts';

const objectsOf = (component: ComponentPlan) => servicesOf(planWith(component), component).map(({ object }) => object);

const labelsOf = (name: string) => ({
  'app.kubernetes.io/name': name,
  'app.kubernetes.io/instance': `shop-${name}`,
  'app.kubernetes.io/part-of': 'shop',
  'app.kubernetes.io/managed-by': 'create-k8s-app',
});
const tcp = (name: string, containerPort: number): PortPlan => ({
  name,
  containerPort,
  servicePort: containerPort,
  protocol: 'tcp',
  tls: false,
});

const voters = (peers: boolean, quorum: boolean): ComponentPlan =>
  componentPlan({
    name: 'broker',
    workload: { kind: 'StatefulSet', replicas: { fixed: 3 }, spread: 'preferred', quorum },
    ports: [tcp('client', 9092), tcp('votes', 9093)],
    peers,
  });

describe('the Services of a component', () => {
  it('are one address inside the cluster', () => {
    expect(objectsOf(componentPlan())).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'shop-web', namespace: 'shop', labels: labelsOf('web') },
        spec: {
          type: 'ClusterIP',
          selector: { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'shop-web' },
          ports: [{ name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' }],
        },
      },
    ]);
  });

  it('are none where nobody calls', () => {
    expect(objectsOf(componentPlan({ exposure: { reach: 'none' } }))).toEqual([]);
    expect(objectsOf(componentPlan({ ports: [] }))).toEqual([]);
  });

  it('of voters give each pod a name before it is ready, and keep the ports between them to themselves', () => {
    const selector = { 'app.kubernetes.io/name': 'broker', 'app.kubernetes.io/instance': 'shop-broker' };
    const client = { name: 'client', port: 9092, targetPort: 'client', protocol: 'TCP' };
    const votes = { name: 'votes', port: 9093, targetPort: 'votes', protocol: 'TCP' };
    expect(objectsOf(voters(true, true))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'shop-broker-headless', namespace: 'shop', labels: labelsOf('broker') },
        spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector, ports: [client, votes] },
      },
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { name: 'shop-broker', namespace: 'shop', labels: labelsOf('broker') },
        spec: { type: 'ClusterIP', selector, ports: [client] },
      },
    ]);
    expect(objectsOf(voters(false, false))).toMatchObject([
      { spec: expect.not.objectContaining({ publishNotReadyAddresses: true }) },
      { spec: { ports: [client, votes] } },
    ]);
  });

  it('of a StatefulSet that nobody calls are the headless one alone, without ports where it has none', () => {
    const worker: ComponentPlan = { ...voters(false, false), exposure: { reach: 'none' }, ports: [] };
    const objects = objectsOf(worker);
    expect(objects).toMatchObject([{ metadata: { name: 'shop-broker-headless' } }]);
    expect(objects[0]).not.toHaveProperty('spec.ports');
  });

  it('open nothing but the main port to the world', () => {
    const ports = [tcp('smtp', 2525), tcp('metrics', 9100)];
    const balanced = objectsOf(webThrough({ through: 'load-balancer' }, { ports }));
    expect(balanced).toMatchObject([{ spec: { type: 'LoadBalancer', ports: [{ name: 'smtp', port: 2525 }] } }]);
    expect(balanced).toHaveProperty('0.spec.ports.length', 1);
    expect(objectsOf(webThrough({ through: 'node-port' }, { ports }))).toMatchObject([
      { metadata: { annotations: { 'kube-score/ignore': 'service-type' } }, spec: { type: 'NodePort', ports: [{ name: 'smtp' }] } },
    ]);
  });

  it('ask OpenShift for the certificate of the pod', () => {
    const tls = { model: 'reencrypt', certificate: 'router', redirect: true, pod: servicePod } as const;
    const component = webThrough({ through: 'route', path: '/', tls });
    const [manifest] = servicesOf(planWith(component), component);
    expect(manifest?.object.metadata?.annotations).toEqual({ 'service.beta.openshift.io/serving-cert-secret-name': 'shop-web-pod-tls' });
    expect(manifest?.why).toHaveProperty(['/metadata/annotations/service.beta.openshift.io~1serving-cert-secret-name']);
    const own = webThrough({ through: 'route', path: '/', tls: { ...tls, pod: ownPod } });
    expect(objectsOf(own)[0]?.metadata).not.toHaveProperty('annotations');
  });

  it('tell a router how to call the pod', () => {
    const tls = { model: 'reencrypt', certificate: { secret: 'shop-web-tls' }, redirect: true, pod: ownPod } as const;
    expect(objectsOf(webThrough(ingress('traefik', tls)))[0]?.metadata?.annotations).toEqual({
      'traefik.ingress.kubernetes.io/service.serversscheme': 'https',
      'traefik.ingress.kubernetes.io/service.serverstransport': 'shop-shop-web@kubernetescrd',
    });
  });

  it('say that gRPC is HTTP/2 in the clear, but not under TLS', () => {
    const grpc = { name: 'grpc', containerPort: 50051, servicePort: 50051, protocol: 'grpc' } as const;
    expect(objectsOf(componentPlan({ ports: [{ ...grpc, tls: false }] }))).toMatchObject([
      { spec: { ports: [{ appProtocol: 'kubernetes.io/h2c' }] } },
    ]);
    expect(objectsOf(componentPlan({ ports: [{ ...grpc, tls: true }] }))[0]).not.toHaveProperty('spec.ports.0.appProtocol');
  });
});
