import { describe, expect, it } from 'vitest';
import { prerequisitesOf } from '../../src/output/prerequisites.ts';
import { drawingOf, tlsSentencesOf } from '../../src/output/traffic-drawing.ts';
import type { ComponentPlan, Entrance, PodCertificate, RouteTls } from '../../src/questions/plan.ts';
import { componentPlan, plan } from '../plans.ts';
import { shop } from './shop.ts';

const pod: PodCertificate = { from: 'secret', secret: 'shop-web-pod-tls', mountPath: '/run/tls' };
const outer = { certificate: { secret: 'shop-web-tls' }, redirect: true } as const;
const exposed = (entrance: Entrance, more: Partial<ComponentPlan> = {}) =>
  plan({ components: [{ ...componentPlan({ exposure: { reach: 'outside', entrance } }), ...more }] });
const route = (tls: RouteTls) => exposed({ through: 'route', host: 'shop.example.com', path: '/', tls });

const tlsSecret = (name: string): string => `kubectl create secret tls ${name} --namespace shop --cert=tls.crt --key=tls.key`;
const commandsOf = (made: Parameters<typeof prerequisitesOf>[0]) => prerequisitesOf(made).flatMap(({ command }) => command ?? []);

describe('the drawing', () => {
  it.each<[RouteTls, string]>([
    [{ model: 'none' }, 'browser ──http──▶ router ──http──▶ pod shop-web'],
    [{ model: 'edge', ...outer }, 'browser ══TLS══▶ router ──http──▶ pod shop-web'],
    [{ model: 'reencrypt', ...outer, pod }, 'browser ══TLS══▶ router ══TLS══▶ pod shop-web'],
    [{ model: 'passthrough', redirect: true, pod }, 'browser ══════════TLS═══════════▶ pod shop-web'],
  ])('shows where TLS begins and ends: $model', (tls, line) => {
    expect(drawingOf(route(tls)).map(({ en }) => en)).toEqual([line]);
    expect(tlsSentencesOf(route(tls)).map(({ fullName }) => fullName)).toEqual(['shop-web']);
  });

  it('names what stands between, and speaks the language of the reader', () => {
    const drawn = (through: 'load-balancer' | 'node-port') => drawingOf(exposed({ through }))[0];
    expect(drawn('load-balancer')?.es).toBe('cliente ──http──▶ balanceador ──http──▶ pod shop-web');
    expect(drawn('node-port')?.en).toBe('client ──http──▶ node ──http──▶ pod shop-web');
    expect(drawingOf(exposed({ through: 'load-balancer', podTls: pod }))[0]?.en).toBe(
      'client ══════════════TLS══════════════▶ pod shop-web',
    );
  });

  it('shows calls inside the cluster', () => {
    expect(
      drawingOf(shop)
        .map(({ en }) => en)
        .slice(1),
    ).toEqual(['pod shop-web ──5432──▶ pod shop-db']);
    expect(drawingOf(plan()).map(({ en }) => en)).toEqual(['other pods ──http──▶ pod shop-web']);
    expect(drawingOf(plan({ components: [] }))).toEqual([]);
  });
});

describe('what must be there before it runs', () => {
  it('is made once for whoever needs it', () => {
    const [web] = shop.components;
    const twice = web ? { ...shop, components: [web, { ...web, name: 'api', fullName: 'shop-api' }] } : shop;
    expect(commandsOf(twice)).toEqual(commandsOf(shop));
    expect(commandsOf(shop)).toEqual([
      'kubectl create secret generic registry --namespace shop --type=kubernetes.io/dockerconfigjson --from-file=.dockerconfigjson=config.json',
      'kubectl create secret generic mail --namespace shop --from-file=token=token.txt',
      tlsSecret('shop-web-tls'),
      'kubectl get ingressclass haproxy',
    ]);
  });

  it('never asks for a value on the command line', () => {
    expect(commandsOf(shop).join('\n')).not.toMatch(/--from-literal|--docker-password/);
  });

  it('is the namespace, where Secrets go into one that is still to be made', () => {
    expect(prerequisitesOf(shop)[0]?.says.en).toContain('The namespace shop');
    expect(prerequisitesOf({ ...shop, components: [] })).toEqual([]);
    const { created: _, ...there } = shop.namespace;
    expect(prerequisitesOf({ ...shop, namespace: there }).map(({ says }) => says.en.includes('namespace'))).not.toContain(true);
  });

  it('is a certificate for each place that shows one', () => {
    expect(commandsOf(route({ model: 'none' }))).toEqual([]);
    expect(commandsOf(route({ model: 'edge', certificate: 'router', redirect: true }))).toEqual([]);
    expect(commandsOf(route({ model: 'reencrypt', ...outer, pod }))).toEqual([tlsSecret('shop-web-tls'), tlsSecret('shop-web-pod-tls')]);
    expect(commandsOf(route({ model: 'passthrough', redirect: true, pod }))).toEqual([tlsSecret('shop-web-pod-tls')]);
    expect(commandsOf(route({ model: 'passthrough', redirect: true, pod: { ...pod, from: 'service-ca' } }))).toEqual([]);
    expect(commandsOf(exposed({ through: 'load-balancer', podTls: pod }))).toEqual([tlsSecret('shop-web-pod-tls')]);
  });

  it('is trust in the authority of the pod where nobody named it', () => {
    const asksTrust = (each: PodCertificate) =>
      prerequisitesOf(route({ model: 'reencrypt', ...outer, pod: each })).some(({ says }) => says.en.includes('--pod-ca'));
    expect(asksTrust(pod)).toBe(true);
    expect(asksTrust({ ...pod, authority: 'PEM' })).toBe(false);
    expect(asksTrust({ ...pod, from: 'service-ca' })).toBe(false);
  });
});
