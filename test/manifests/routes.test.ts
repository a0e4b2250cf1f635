import { describe, expect, it } from 'vitest';
import { routeManifestsOf } from '../../src/manifests/routes.ts';
import type { RouteTls } from '../../src/questions/plan.ts';
import { authority, ownPod, planWith, portFor, servicePod, webThrough } from './ways.ts';

const labels = {
  'app.kubernetes.io/name': 'web',
  'app.kubernetes.io/instance': 'shop-web',
  'app.kubernetes.io/part-of': 'shop',
  'app.kubernetes.io/managed-by': 'create-k8s-app',
};
const metadata = (name = 'shop-web') => ({ name, namespace: 'shop', labels });

const manifestsFor = (tls: RouteTls, where: { readonly host?: string; readonly path: string } = { path: '/' }) => {
  const component = webThrough({ through: 'route', ...where, tls });
  return routeManifestsOf(planWith(component, { platform: 'openshift' }), component);
};
const specFor = (...args: Parameters<typeof manifestsFor>) => {
  const object: object | undefined = manifestsFor(...args).at(-1)?.object;
  return object && 'spec' in object ? object.spec : undefined;
};
const to = { kind: 'Service', name: 'shop-web', weight: 100 };

describe('a Route', () => {
  it('without TLS leads to the port by its name', () => {
    expect(manifestsFor({ model: 'none' }, { host: 'shop.example.com', path: '/api' })).toEqual([
      {
        object: {
          apiVersion: 'route.openshift.io/v1',
          kind: 'Route',
          metadata: metadata(),
          spec: { host: 'shop.example.com', path: '/api', to, port: { targetPort: 'http' }, wildcardPolicy: 'None' },
        },
        owner: 'developer',
        component: 'web',
        why: {},
      },
    ]);
  });

  it('without a host says who makes one up', () => {
    const [manifest] = manifestsFor({ model: 'edge', certificate: 'router', redirect: true });
    expect(manifest?.object).toMatchObject({
      spec: { tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'Redirect' }, port: { targetPort: 'http' } },
    });
    expect(manifest?.object).not.toHaveProperty('spec.host');
    expect(manifest?.why['/spec']?.en).toContain('makes one up');
  });

  it('with a certificate of its own lets the router read that Secret first', () => {
    const certificate = { secret: 'shop-web-tls' };
    const manifests = manifestsFor({ model: 'edge', certificate, redirect: false });
    expect(manifests.map(({ object, owner }) => ({ object, owner }))).toEqual([
      {
        owner: 'admin',
        object: {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'Role',
          metadata: metadata('shop-web-certificate-reader'),
          rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: ['shop-web-tls'], verbs: ['get', 'list', 'watch'] }],
        },
      },
      {
        owner: 'admin',
        object: {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'RoleBinding',
          metadata: metadata('shop-web-certificate-reader'),
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'shop-web-certificate-reader' },
          subjects: [{ kind: 'ServiceAccount', name: 'router', namespace: 'openshift-ingress' }],
        },
      },
      {
        owner: 'developer',
        object: {
          apiVersion: 'route.openshift.io/v1',
          kind: 'Route',
          metadata: metadata(),
          spec: {
            to,
            port: { targetPort: 'http' },
            tls: { termination: 'edge', insecureEdgeTerminationPolicy: 'None', externalCertificate: { name: 'shop-web-tls' } },
            wildcardPolicy: 'None',
          },
        },
      },
    ]);
  });

  it('that encrypts again carries the authority of the pod, unless OpenShift signed it', () => {
    const tls = { model: 'reencrypt', certificate: 'router', redirect: true } as const;
    expect(specFor({ ...tls, pod: ownPod })).toMatchObject({
      port: { targetPort: 'https' },
      tls: { termination: 'reencrypt', insecureEdgeTerminationPolicy: 'Redirect', destinationCACertificate: authority },
    });
    expect(specFor({ ...tls, redirect: false, pod: servicePod })).toMatchObject({
      tls: { termination: 'reencrypt', insecureEdgeTerminationPolicy: 'None' },
    });
    expect(specFor({ ...tls, pod: servicePod })).not.toHaveProperty('tls.destinationCACertificate');
  });

  it('that passes through has neither path nor certificates', () => {
    expect(specFor({ model: 'passthrough', redirect: true, pod: ownPod }, { host: 'shop.example.com', path: '/api' })).toEqual({
      host: 'shop.example.com',
      to,
      port: { targetPort: 'https' },
      tls: { termination: 'passthrough', insecureEdgeTerminationPolicy: 'Redirect' },
      wildcardPolicy: 'None',
    });
  });

  it('is never built for TLS inside only', () => {
    const component = webThrough({ through: 'route', path: '/', tls: { model: 'none' } }, { ports: [portFor(true)] });
    expect(() => routeManifestsOf(planWith(component), component)).toThrow('makes no sense');
  });
});
