import { describe, expect, it } from 'vitest';
import { ingressManifestsOf } from '../../src/manifests/ingresses.ts';
import { podAuthorities } from '../../src/manifests/pod-authorities.ts';
import type { Entrance } from '../../src/questions/plan.ts';
import { authority, ingress, ownPod, planWith, portFor, webThrough } from './ways.ts';

const labels = {
  'app.kubernetes.io/name': 'web',
  'app.kubernetes.io/instance': 'shop-web',
  'app.kubernetes.io/part-of': 'shop',
  'app.kubernetes.io/managed-by': 'create-k8s-app',
};
const metadata = (name = 'shop-web') => ({ name, namespace: 'shop', labels });
const exempt = { 'polaris.fairwinds.com/tlsSettingsMissing-exempt': 'true' };
const certificate = { secret: 'shop-web-tls' };
const reencrypt = { model: 'reencrypt', certificate, redirect: true, pod: ownPod } as const;
const passthrough = { model: 'passthrough', redirect: true, pod: ownPod } as const;

const rule = (port: string, path = '/') => ({
  host: 'shop.example.com',
  http: { paths: [{ path, pathType: 'Prefix', backend: { service: { name: 'shop-web', port: { name: port } } } }] },
});

const objectsOf = (entrance: Entrance) => {
  const component = webThrough(entrance);
  return ingressManifestsOf(planWith(component), component).map(({ object }) => object);
};
const authoritiesOf = (entrance: Entrance) => {
  const component = webThrough(entrance);
  return podAuthorities(planWith(component), component).map(({ object }) => object);
};

describe('the way in through an Ingress controller', () => {
  it('with HAProxy and edge is one Ingress', () => {
    expect(objectsOf(ingress('haproxytech', { model: 'edge', certificate, redirect: false }, '/api'))).toEqual([
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { ...metadata(), annotations: { 'haproxy.org/ssl-redirect': 'false' } },
        spec: {
          ingressClassName: 'haproxy',
          tls: [{ hosts: ['shop.example.com'], secretName: 'shop-web-tls' }],
          rules: [rule('http', '/api')],
        },
      },
    ]);
  });

  it('with Traefik and re-encrypt brings the redirect and the name of the pod before the Ingress', () => {
    expect(objectsOf(ingress('traefik', reencrypt))).toEqual([
      {
        apiVersion: 'traefik.io/v1alpha1',
        kind: 'Middleware',
        metadata: metadata('shop-web-https-redirect'),
        spec: { redirectScheme: { scheme: 'https', permanent: true } },
      },
      {
        apiVersion: 'traefik.io/v1alpha1',
        kind: 'ServersTransport',
        metadata: metadata(),
        spec: { serverName: 'shop-web.shop.svc', rootCAs: [{ secret: 'shop-web-pod-ca' }] },
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: {
          ...metadata(),
          annotations: {
            'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure',
            'traefik.ingress.kubernetes.io/router.tls': 'true',
          },
        },
        spec: {
          ingressClassName: 'traefik',
          tls: [{ hosts: ['shop.example.com'], secretName: 'shop-web-tls' }],
          rules: [rule('https')],
        },
      },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: {
          ...metadata('shop-web-redirect'),
          annotations: {
            'traefik.ingress.kubernetes.io/router.entrypoints': 'web',
            'traefik.ingress.kubernetes.io/router.middlewares': 'shop-shop-web-https-redirect@kubernetescrd',
            ...exempt,
          },
        },
        spec: { ingressClassName: 'traefik', rules: [rule('https')] },
      },
    ]);
  });

  it('with Traefik and passthrough is no Ingress at all', () => {
    expect(objectsOf(ingress('traefik', { ...passthrough, redirect: false }))).toEqual([
      {
        apiVersion: 'traefik.io/v1alpha1',
        kind: 'IngressRouteTCP',
        metadata: metadata(),
        spec: {
          entryPoints: ['websecure'],
          routes: [{ match: 'HostSNI(`shop.example.com`)', services: [{ name: 'shop-web', port: 'https' }] }],
          tls: { passthrough: true },
        },
      },
    ]);
  });

  it('with the OpenShift router and passthrough has no path', () => {
    expect(objectsOf(ingress('openshift-router', passthrough))).toEqual([
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { ...metadata(), annotations: { 'route.openshift.io/termination': 'passthrough', ...exempt } },
        spec: {
          ingressClassName: 'openshift-default',
          rules: [
            {
              host: 'shop.example.com',
              http: {
                paths: [
                  { path: '', pathType: 'ImplementationSpecific', backend: { service: { name: 'shop-web', port: { name: 'https' } } } },
                ],
              },
            },
          ],
        },
      },
    ]);
  });

  it('with the OpenShift router shows its certificate for an empty entry', () => {
    expect(objectsOf(ingress('openshift-router', { model: 'edge', certificate: 'router', redirect: true }))).toMatchObject([
      { spec: { tls: [{}] } },
    ]);
  });

  it('says what Ingress NGINX must have been started with', () => {
    const component = webThrough(ingress('ingress-nginx', passthrough));
    const [manifest] = ingressManifestsOf(planWith(component), component);
    expect(manifest?.why['/metadata/annotations']?.en).toContain('--enable-ssl-passthrough');
  });

  it('is never built where it was refused', () => {
    const plain = ingress('traefik', { model: 'none' });
    const component = webThrough(plain, { ports: [portFor(true)] });
    expect(() => ingressManifestsOf(planWith(component), component)).toThrow('makes no sense');
  });

  it('is nothing where people come in by something else', () => {
    expect(objectsOf({ through: 'load-balancer' })).toEqual([]);
  });
});

describe('the authority of the pod', () => {
  it('is public and stands under the key that the controller reads', () => {
    expect(authoritiesOf(ingress('traefik', reencrypt))).toEqual([
      { apiVersion: 'v1', kind: 'Secret', metadata: metadata('shop-web-pod-ca'), type: 'Opaque', stringData: { 'ca.crt': authority } },
    ]);
    expect(authoritiesOf(ingress('haproxytech', reencrypt))).toMatchObject([{ stringData: { 'tls.crt': authority } }]);
  });

  it('is left out where nobody asks for it', () => {
    const { authority: _, ...unsigned } = ownPod;
    expect(authoritiesOf(ingress('traefik', { ...reencrypt, pod: unsigned }))).toEqual([]);
    expect(authoritiesOf(ingress('traefik', passthrough))).toEqual([]);
    expect(authoritiesOf({ through: 'route', path: '/', tls: reencrypt })).toEqual([]);
  });
});
