import { describe, expect, it } from 'vitest';
import { planFindingsOn } from '../../src/checks/plan-checks.ts';
import type { DataVolume, Entrance, PodCertificate } from '../../src/questions/plan.ts';
import { componentPlan, plan } from '../plans.ts';

type Parts = Parameters<typeof componentPlan>[0];

const found = (parts: Parts) =>
  planFindingsOn(plan({ components: [componentPlan(parts)] })).map(({ check, severity, where }) => `${severity} ${check} ${where}`);

it('a plain plan has nothing to say', () => {
  expect(found({})).toEqual([]);
});

describe('a kind of storage that was wished for', () => {
  const data = { kind: 'claim', mountPath: '/data', size: '1Gi', accessMode: 'ReadWriteOnce', readOnly: false } satisfies DataVolume;
  const volumes = (volume: DataVolume) => ({ volumes: { data: volume, writable: [] } });

  it('is left to chance where no class is known', () => {
    expect(found(volumes({ ...data, wish: 'fast' }))).toEqual(['advice storage-wish shop-web']);
  });

  it('is named by the flag of its own component, and the kind by its word', () => {
    const wishing = volumes({ ...data, wish: 'slow' });
    const [first, second] = planFindingsOn(plan({ components: [componentPlan(wishing), componentPlan({ ...wishing, name: 'db' })] }));
    expect(first?.fix.en).toContain('name it with --storage-class.');
    expect(second?.fix.en).toContain('name it with --db.storage-class.');
    expect([first?.says.en, first?.says.es]).toEqual([
      expect.stringContaining('slow and cheap storage'),
      expect.stringContaining('almacenamiento lento y barato'),
    ]);
  });

  it('is granted by a class, and nothing is wished for otherwise', () => {
    expect(found(volumes({ ...data, wish: 'fast', storageClass: 'ssd' }))).toEqual([]);
    expect(found(volumes(data))).toEqual([]);
    expect(found(volumes({ kind: 'scratch', mountPath: '/data', size: '1Gi' }))).toEqual([]);
  });
});

describe('the pod’s own certificate', () => {
  const certificate: PodCertificate = { from: 'secret', secret: 'shop-web-pod-tls', mountPath: '/run/tls' };
  const reencrypt = (pod: PodCertificate) => ({ model: 'reencrypt', certificate: 'router', redirect: true, pod }) as const;
  const route = (pod: PodCertificate): Entrance => ({ through: 'route', path: '/', tls: reencrypt(pod) });
  const ingress = (controller: 'traefik' | 'haproxytech', pod: PodCertificate): Entrance => ({
    through: 'ingress',
    controller,
    host: 'shop.example.com',
    path: '/',
    tls: reencrypt(pod),
  });
  const outside = (entrance: Entrance) => ({ exposure: { reach: 'outside', entrance } }) as const;
  const says = (entrance: Entrance) =>
    planFindingsOn(plan({ components: [componentPlan(outside(entrance))] })).map((finding) => finding.says.en);

  it('is signed by nobody that a strict router knows, which refuses the pod', () => {
    expect(found(outside(route(certificate)))).toEqual(['warning unknown-authority shop-web']);
    for (const entrance of [route(certificate), ingress('traefik', certificate)])
      expect(says(entrance)).toEqual([expect.stringContaining('it refuses the pod')]);
  });

  it('is signed by nobody that a lenient router asks for', () => {
    expect(says(ingress('haproxytech', certificate))).toEqual([expect.stringContaining('does not check')]);
  });

  it('is known by its authority, by the platform, or not shown to the router at all', () => {
    expect(found(outside(route({ ...certificate, authority: 'PEM' })))).toEqual([]);
    expect(found(outside(route({ ...certificate, from: 'service-ca' })))).toEqual([]);
    expect(found(outside({ through: 'route', path: '/', tls: { model: 'passthrough', redirect: true, pod: certificate } }))).toEqual([]);
    expect(found(outside({ through: 'load-balancer', podTls: certificate }))).toEqual([]);
  });
});

describe('an image that starts as root', () => {
  it.each(['nginx:1.29', 'docker.io/library/httpd:2.4'])('%s', (image) => {
    expect(found({ container: { image } })).toEqual(['warning root-image shop-web']);
  });

  it.each(['nginxinc/nginx-unprivileged:1.29', 'ghcr.io/example/nginx:1.0'])('%s is none', (image) => {
    expect(found({ container: { image } })).toEqual([]);
  });
});

describe('a command', () => {
  it('is no line in one word', () => {
    expect(found({ container: { command: ['/app/nightly.sh --all'] } })).toEqual(['warning command-in-one-word shop-web']);
    expect(found({ container: { command: ['/app/nightly.sh', '--all the rest'] } })).toEqual([]);
    expect(found({ container: { command: ['/bin/sh', '-c', 'echo one two'] } })).toEqual([]);
  });
});

describe('the certificate of OpenShift’s router', () => {
  const edge = (certificate: 'router' | { readonly secret: string }, host?: string) =>
    found({
      exposure: {
        reach: 'outside',
        entrance: { through: 'route', ...(host ? { host } : {}), path: '/', tls: { model: 'edge', certificate, redirect: true } },
      },
    });

  it('may not be valid for an address of one’s own', () => {
    expect(edge('router', 'shop.example.com')).toEqual(['advice router-certificate shop-web']);
    expect(edge('router')).toEqual([]);
    expect(edge({ secret: 'shop-web-tls' }, 'shop.example.com')).toEqual([]);
  });
});
