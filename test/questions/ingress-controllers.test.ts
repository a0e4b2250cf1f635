import { describe, expect, it } from 'vitest';
import { type Refusal, type Shape, shapeOf, tlsFaultOf } from '../../src/questions/ingress-controller.ts';
import { type IngressControllerId, ingressControllers } from '../../src/questions/ingress-controllers.ts';
import type { IngressTls, Protocol } from '../../src/questions/plan.ts';
import { controllerIds, everyTls, ownPod, portFor, servicePod } from '../manifests/ways.ts';

const secret = { secret: 'shop-web-tls' };
const edge = { model: 'edge', certificate: secret, redirect: true } as const;
const reencrypt = { model: 'reencrypt', certificate: secret, redirect: true, pod: ownPod } as const;
const passthrough = { model: 'passthrough', redirect: true, pod: ownPod } as const;

const shape = (controller: IngressControllerId, tls: IngressTls, protocol: Protocol = 'http'): Shape | Refusal =>
  shapeOf(ingressControllers[controller], {
    namespace: 'shop',
    name: 'shop-web',
    host: 'shop.example.com',
    port: portFor('pod' in tls, protocol),
    tls,
  });

const refused = (controller: IngressControllerId, tls: IngressTls, protocol?: Protocol): string => {
  const answer = shape(controller, tls, protocol);
  return 'refused' in answer ? answer.refused.en : '';
};

describe('the table of Ingress controllers', () => {
  it('tells them apart by their IngressClass', () => {
    const names = controllerIds.map((id) => ingressControllers[id].controller.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9.-]+\/[a-z-]+$/);
  });

  it('warns of the retired one alone', () => {
    expect(controllerIds.filter((id) => ingressControllers[id].retired)).toEqual(['ingress-nginx']);
  });

  it('names the pods of each proxy by namespace and labels together, so that the two are not alternatives', () => {
    for (const id of controllerIds.filter((each) => each !== 'openshift-router')) {
      for (const peer of ingressControllers[id].peers) expect(Object.keys(peer)).toEqual(['namespaceSelector', 'podSelector']);
    }
    expect(ingressControllers['openshift-router'].peers).toEqual([
      { namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/ingress': '' } } },
      { namespaceSelector: { matchLabels: { 'policy-group.network.openshift.io/host-network': '' } } },
    ]);
  });
});

describe('a way and its shape', () => {
  it('is refused where router and pod would not understand each other, by every controller', () => {
    for (const id of controllerIds) {
      for (const tls of everyTls) {
        const port = portFor(!('pod' in tls));
        const answer = shapeOf(ingressControllers[id], { namespace: 'shop', name: 'shop-web', host: 'shop.example.com', port, tls });
        expect(answer).toEqual({ refused: tlsFaultOf(tls.model, port) });
      }
    }
  });

  it('says that TLS inside only makes no sense', () => {
    expect(tlsFaultOf('none', portFor(true))?.en).toContain('makes no sense');
    expect(tlsFaultOf('none', portFor(false))).toBeUndefined();
  });

  it('has a certificate outside wherever the router encrypts inside', () => {
    for (const id of controllerIds) {
      for (const tls of everyTls.filter(({ model }) => model === 'edge' || model === 'reencrypt')) {
        const answer = shape(id, tls);
        if (!('refused' in answer)) expect(answer.tls, `${id} ${JSON.stringify(tls)}`).toBeDefined();
      }
    }
  });

  it('keeps port 80 shut or redirected where a controller encrypts inside', () => {
    const without = { ...reencrypt, redirect: false };
    expect(refused('haproxytech', without)).toContain('without the redirect');
    expect(refused('ingress-nginx', without)).toContain('without the redirect');
    expect(refused('openshift-router', without)).toContain('always redirects');
    expect(shape('traefik', without)).toMatchObject({ ingress: { 'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure' } });
    expect(shape('traefik', without)).not.toHaveProperty('redirect');
  });

  it('is refused to gRPC where HTTP/2 is not spoken', () => {
    expect(refused('ingress-nginx', { model: 'none' }, 'grpc')).toContain('TLS');
    expect(refused('openshift-router', { ...edge, certificate: 'router' }, 'grpc')).toContain('HTTP/2');
    expect(refused('openshift-router', edge, 'grpc')).toBe('');
  });

  it('is refused where Traefik cannot know the authority of the pod', () => {
    expect(refused('traefik', { ...reencrypt, pod: servicePod })).toContain('pod-ca');
    expect(refused('traefik', { ...reencrypt, pod: { ...servicePod, authority: 'PEM' } })).toBe('');
    expect(refused('haproxytech', { ...reencrypt, pod: servicePod })).toBe('');
  });

  it('of Traefik switches TLS on by annotations and redirects by a Middleware', () => {
    expect(shape('traefik', edge)).toEqual({
      ingress: { 'traefik.ingress.kubernetes.io/router.entrypoints': 'websecure', 'traefik.ingress.kubernetes.io/router.tls': 'true' },
      service: {},
      tls: { hosts: ['shop.example.com'], secretName: 'shop-web-tls' },
      redirect: {
        'traefik.ingress.kubernetes.io/router.entrypoints': 'web',
        'traefik.ingress.kubernetes.io/router.middlewares': 'shop-shop-web-https-redirect@kubernetescrd',
      },
      extras: [
        {
          apiVersion: 'traefik.io/v1alpha1',
          kind: 'Middleware',
          suffix: '-https-redirect',
          spec: { redirectScheme: { scheme: 'https', permanent: true } },
          because: expect.anything(),
        },
      ],
    });
  });

  it('of Traefik says plain HTTP where port 443 would mean TLS', () => {
    const port = { name: 'web', containerPort: 8080, servicePort: 443, protocol: 'http', tls: false } as const;
    const way = { namespace: 'shop', name: 'shop-web', host: 'shop.example.com', port, tls: { model: 'none' } } as const;
    expect(shapeOf(ingressControllers.traefik, way)).toMatchObject({
      service: { 'traefik.ingress.kubernetes.io/service.serversscheme': 'http' },
    });
  });

  it('of the HAProxy controller is made of annotations', () => {
    expect(shape('haproxytech', reencrypt)).toEqual({
      ingress: {
        'haproxy.org/ssl-redirect': 'true',
        'haproxy.org/server-ssl': 'true',
        'haproxy.org/server-ca': 'shop/shop-web-pod-ca',
      },
      tls: { hosts: ['shop.example.com'], secretName: 'shop-web-tls' },
    });
    expect(shape('haproxytech', passthrough)).toEqual({
      ingress: { 'haproxy.org/ssl-passthrough': 'true', 'haproxy.org/ssl-redirect': 'true' },
    });
    expect(shape('haproxytech', { model: 'none' }, 'grpc')).toEqual({ ingress: { 'haproxy.org/server-proto': 'h2' } });
  });

  it('of Ingress NGINX checks the pod when it can', () => {
    expect(shape('ingress-nginx', reencrypt, 'grpc')).toEqual({
      ingress: {
        'nginx.ingress.kubernetes.io/ssl-redirect': 'true',
        'nginx.ingress.kubernetes.io/backend-protocol': 'GRPCS',
        'nginx.ingress.kubernetes.io/proxy-ssl-verify': 'on',
        'nginx.ingress.kubernetes.io/proxy-ssl-secret': 'shop/shop-web-pod-ca',
        'nginx.ingress.kubernetes.io/proxy-ssl-name': 'shop-web.shop.svc',
        'nginx.ingress.kubernetes.io/proxy-ssl-server-name': 'on',
      },
      tls: { hosts: ['shop.example.com'], secretName: 'shop-web-tls' },
    });
  });

  it('of the OpenShift router asks for its own certificate by an empty entry, and for passthrough without a path', () => {
    expect(shape('openshift-router', { ...edge, certificate: 'router' })).toEqual({
      ingress: { 'route.openshift.io/termination': 'edge' },
      tls: {},
    });
    expect(shape('openshift-router', passthrough)).toEqual({
      ingress: { 'route.openshift.io/termination': 'passthrough' },
      pathless: true,
    });
    expect(shape('openshift-router', reencrypt)).toMatchObject({
      ingress: { 'route.openshift.io/termination': 'reencrypt', 'route.openshift.io/destination-ca-certificate-secret': 'shop-web-pod-ca' },
    });
  });
});
