import type { KubernetesObject, V1Ingress, V1Service } from '@kubernetes/client-node';
import { describe, expect, it } from 'vitest';
import { at } from '../../src/manifests/manifest.ts';
import { networkManifestsOf } from '../../src/manifests/network-manifests.ts';
import { ingressControllers } from '../../src/questions/ingress-controllers.ts';
import { everyExposedPlan } from './ways.ts';

const backend = '/spec/rules/0/http/paths/0/backend/service';

/** Every plan that is exposed, with what comes of it. */
const cases = everyExposedPlan.map(({ plan, component, entrance }) => {
  const manifests = networkManifestsOf(plan, component);
  const objects = manifests.map(({ object }) => object);
  const of = <T extends KubernetesObject>(kind: string) => objects.filter((object) => object.kind === kind) as T[];
  return { title: `${plan.platform} ${JSON.stringify(entrance)}`, plan, component, entrance, manifests, objects, of };
});

const redirects = (annotations: Readonly<Record<string, string>>): boolean =>
  annotations['haproxy.org/ssl-redirect'] === 'true' ||
  annotations['nginx.ingress.kubernetes.io/ssl-redirect'] === 'true' ||
  annotations['nginx.ingress.kubernetes.io/force-ssl-redirect'] === 'true' ||
  annotations['traefik.ingress.kubernetes.io/router.middlewares']?.includes('-https-redirect@') === true ||
  // Routes made of an Ingress with a termination always redirect.
  annotations['route.openshift.io/termination'] !== undefined;

/** Whether the router would call the pod by TLS for somebody who came by plain HTTP. */
function encryptsInsideOnly(ingress: V1Ingress, service: V1Service | undefined): boolean {
  const annotations = ingress.metadata?.annotations ?? {};
  const inside =
    service?.metadata?.annotations?.['traefik.ingress.kubernetes.io/service.serversscheme'] === 'https' ||
    annotations['haproxy.org/server-ssl'] === 'true' ||
    ['HTTPS', 'GRPCS'].includes(annotations['nginx.ingress.kubernetes.io/backend-protocol'] ?? '') ||
    annotations['route.openshift.io/termination'] === 'reencrypt';
  const shut = annotations['traefik.ingress.kubernetes.io/router.entrypoints'] === 'websecure';
  return inside && !shut && !redirects(annotations);
}

describe('whatever leads in from outside', () => {
  it('is tried for every controller, entrance and place where TLS ends', () => {
    const tried = new Set(
      cases.map(({ entrance }) => ('controller' in entrance ? `${entrance.controller} ${entrance.tls.model}` : entrance.through)),
    );
    expect(tried.size).toBe(Object.keys(ingressControllers).length * 4 + 3);
  });

  it('is never plain outside with TLS inside', () => {
    for (const { title, component, of } of cases) {
      const [service] = of<V1Service>('Service');
      for (const ingress of of<V1Ingress>('Ingress')) expect(encryptsInsideOnly(ingress, service), title).toBe(false);
      for (const route of of('Route')) {
        expect(at(route, '/spec/tls') === undefined && component.ports[0]?.tls, title).toBe(false);
        expect(['Redirect', 'None', undefined], title).toContain(at(route, '/spec/tls/insecureEdgeTerminationPolicy'));
      }
    }
  });

  it('leads to a port of the Service, and that to a port of the pod', () => {
    for (const { title, component, of } of cases) {
      const services = of<V1Service>('Service');
      const ports = services.flatMap(({ spec }) => spec?.ports ?? []);
      const podPorts = component.ports.map(({ name }) => name);
      for (const { targetPort } of ports) expect(podPorts, title).toContain(targetPort);
      const backends = [
        ...of('Ingress').map((ingress) => [at(ingress, `${backend}/name`), at(ingress, `${backend}/port/name`)]),
        ...of('IngressRouteTCP').map((route) => [at(route, '/spec/routes/0/services/0/name'), at(route, '/spec/routes/0/services/0/port')]),
        ...of('Route').map((route) => [at(route, '/spec/to/name'), at(route, '/spec/port/targetPort')]),
      ];
      for (const [name, port] of backends) {
        expect(
          services.map(({ metadata }) => metadata?.name),
          title,
        ).toEqual([name]);
        expect(
          ports.map((each) => each.name),
          title,
        ).toContain(port);
      }
    }
  });

  it('may pass the NetworkPolicy, on the main port of the pod alone', () => {
    for (const { title, component, of } of cases) {
      const main = [{ port: component.ports[0]?.name, protocol: 'TCP' }];
      expect(
        of('NetworkPolicy').map((policy) => at(policy, '/spec/ingress/0/ports')),
        title,
      ).toEqual([main]);
    }
  });

  it('refers to nothing that is not there', () => {
    for (const { title, objects, of } of cases) {
      const names = objects.map(({ kind, metadata }) => `${kind} ${metadata?.name}`);
      expect(new Set(names).size, title).toBe(names.length);
      const said = JSON.stringify(objects);
      if (said.includes('-https-redirect@')) expect(names, title).toContain('Middleware shop-web-https-redirect');
      if (said.includes('service.serverstransport')) expect(names, title).toContain('ServersTransport shop-web');
      for (const authority of said.matchAll(/"(?:shop\/)?(shop-web-pod-ca)"/g)) expect(names, title).toContain(`Secret ${authority[1]}`);
      for (const secret of of('Route')
        .map((route) => at(route, '/spec/tls/externalCertificate/name'))
        .filter(Boolean)) {
        expect(
          of('Role').map((role) => at(role, '/rules/0/resourceNames')),
          title,
        ).toEqual([[secret]]);
      }
    }
  });

  it('is a Route that its API accepts (openshift/library-go, pkg/route/validation/validation.go)', () => {
    const forbidden: Readonly<Record<string, readonly string[]>> = {
      edge: ['/spec/tls/destinationCACertificate'],
      reencrypt: [],
      passthrough: ['/spec/path', '/spec/tls/externalCertificate', '/spec/tls/destinationCACertificate'],
    };
    for (const { title, of } of cases) {
      for (const route of of('Route')) {
        const fields = forbidden[String(at(route, '/spec/tls/termination'))] ?? ['/spec/tls'];
        expect(
          fields.filter((field) => at(route, field) !== undefined),
          title,
        ).toEqual([]);
      }
    }
  });

  it('gives its reasons for fields that are there', () => {
    for (const { title, manifests } of cases) {
      for (const { object, why } of manifests) {
        for (const pointer of Object.keys(why)) expect(at(object, pointer), `${title} ${pointer}`).toBeDefined();
      }
    }
  });
});
