import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationsOf, exceptions } from '../../src/manifests/exceptions.ts';
import { manifestsOf } from '../../src/manifests/manifests.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { languages, type Text } from '../../src/model/text.ts';
import type { ComponentPlan, IngressTls } from '../../src/questions/plan.ts';
import { changesBetween, type ObjectChange } from '../../src/ui/consequence.ts';
import { isAlike } from '../../src/ui/object-matching.ts';
import { typical } from '../manifests/typical.ts';
import { componentPlan, plan } from '../plans.ts';
import { someManifests, somePair } from './plan-pairs.ts';

const runs = { numRuns: 100 };

const sameObjects = (some: readonly Manifest[], others: readonly Manifest[]): boolean =>
  some.length === others.length && some.every(({ object }) => others.some((other) => isAlike(other.object, object)));

/** A Job is named anew with each change. */
const named = ({ sign, object }: ObjectChange): string => `${sign} ${object.replace(/^(Job .*)-[0-9a-f]{8}$/, '$1')}`;

describe('between any two plans', () => {
  it('nothing changes where they are the same', () => {
    fc.assert(
      fc.property(someManifests(), (manifests) => {
        expect(changesBetween(manifests, manifests)).toEqual([]);
        expect(changesBetween(manifests, structuredClone(manifests.map((each) => ({ ...each, why: {} }))))).toEqual([]);
      }),
      runs,
    );
  });

  it('something changes where they are not', () => {
    fc.assert(
      fc.property(somePair(), ([before, after]) => {
        expect(changesBetween(before, after).length > 0).toBe(!sameObjects(before, after));
      }),
      runs,
    );
  });

  it('every object comes from nothing, and goes there', () => {
    fc.assert(
      fc.property(someManifests(), (manifests) => {
        expect(changesBetween([], manifests).map(({ sign }) => sign)).toEqual(manifests.map(() => '+'));
        expect(changesBetween(manifests, []).map(({ sign }) => sign)).toEqual(manifests.map(() => '-'));
      }),
      runs,
    );
  });

  it('what comes on the way there goes on the way back', () => {
    const mirrored = (change: string): string => change.replace(/^[+-]/, (sign) => (sign === '+' ? '-' : '+'));
    fc.assert(
      fc.property(somePair(), ([before, after]) => {
        const back = changesBetween(after, before).map(named).map(mirrored);
        expect(changesBetween(before, after).map(named).sort()).toEqual(back.sort());
      }),
      runs,
    );
  });

  it('every phrase is short, on one line, and gives nothing away', () => {
    const faults = ({ says }: ObjectChange): readonly string[] =>
      languages
        .map((language) => says[language])
        .filter(
          (half) => half === '' || half.length > 80 || /[\p{Cc}\p{Zl}\p{Zp}]|undefined|\[object|MIIB/u.test(half) || half !== half.trim(),
        );
    fc.assert(
      fc.property(somePair(), ([before, after]) => {
        expect([...changesBetween([], before), ...changesBetween(before, after)].flatMap(faults)).toEqual([]);
      }),
      runs,
    );
  });

  it('every phrase tells something: a kind is known, and two values differ', () => {
    const empty = /an object of the API|(?<=^|, )\S+ (.+) → \1(?=$|, | and )| (\S+) → \2(?=$|, | and )/;
    fc.assert(
      fc.property(somePair(), ([before, after]) => {
        const said = [...changesBetween([], before), ...changesBetween(before, after)].map(({ says }) => says.en);
        expect(said.filter((half) => empty.test(half))).toEqual([]);
      }),
      runs,
    );
  });
});

const of = (...components: readonly ComponentPlan[]): readonly Manifest[] => manifestsOf(plan({ components }));
const lines = (before: readonly Manifest[], after: readonly Manifest[], language: keyof Text = 'en'): readonly string[] =>
  changesBetween(before, after).map(({ sign, object, says }) => `${sign} ${object}: ${says[language]}`);

const web = componentPlan();
const inside = of(web);

const shop = (tls: IngressTls): ComponentPlan =>
  componentPlan({
    exposure: { reach: 'outside', entrance: { through: 'ingress', controller: 'haproxytech', host: 'shop.example.com', path: '/', tls } },
  });

describe('the consequence of', () => {
  it('a way in', () => {
    const after = of(shop({ model: 'none' }));
    expect(lines(inside, after)).toEqual([
      '+ Ingress shop-web: shop.example.com → Service shop-web',
      '~ NetworkPolicy shop-web: also lets in HAProxy',
    ]);
    expect(lines(after, inside, 'es')).toEqual([
      '- Ingress shop-web: shop.example.com → Service shop-web',
      '~ NetworkPolicy shop-web: ya no deja entrar a HAProxy',
    ]);
  });

  it('TLS', () => {
    const edge = shop({ model: 'edge', certificate: { secret: 'shop-web-tls' }, redirect: true });
    expect(lines(of(shop({ model: 'none' })), of(edge))).toEqual(['~ Ingress shop-web: + tls shop-web-tls, + ssl-redirect true']);
    expect(lines(inside, of(edge))[0]).toBe('+ Ingress shop-web: shop.example.com → Service shop-web, TLS');
  });

  it('data of its own', () => {
    const keeper = componentPlan({
      workload: { kind: 'StatefulSet', replicas: { fixed: 3 }, spread: 'preferred', quorum: false },
      volumes: {
        data: { kind: 'template', mountPath: '/data', size: '10Gi', accessMode: 'ReadWriteOnce', readOnly: false },
        writable: [],
      },
    });
    expect(lines(inside, of(keeper))).toEqual([
      '+ StatefulSet shop-web: 3 pods, each with a name and a disk of 10Gi',
      '- Deployment shop-web: 2 pods of shop:1.4.2',
      '+ Service shop-web-headless: a name of its own for each pod',
    ]);
    expect(lines(inside, of(keeper), 'es')).toEqual([
      '+ StatefulSet shop-web: 3 pods, cada uno con nombre y disco de 10Gi',
      '- Deployment shop-web: 2 pods de shop:1.4.2',
      '+ Service shop-web-headless: un nombre propio para cada pod',
    ]);
  });

  const limits = { cpu: '250m', memory: '512Mi', ephemeralStorage: '256Mi' };
  const single = { kind: 'Deployment', replicas: { fixed: 1 }, spread: 'preferred' } as const;
  const three = { kind: 'Deployment', replicas: { fixed: 3 }, spread: 'preferred' } as const;
  const scaled = { kind: 'Deployment', replicas: { min: 2, max: 6 }, spread: 'preferred' } as const;
  const open = { kind: 'http', path: '/' } as const;
  const [port] = web.ports;
  const { probes, resources } = web.container;

  it.each<[string, ComponentPlan, readonly string[]]>([
    ['more replicas', componentPlan({ workload: three }), ['~ Deployment shop-web: replicas 2 → 3']],
    ['a single one', componentPlan({ workload: single }), ['~ Deployment shop-web: replicas 2 → 1, - affinity']],
    [
      'an autoscaler',
      componentPlan({ workload: scaled }),
      ['+ HorizontalPodAutoscaler shop-web: 2–6 pods at 70 % CPU', '~ Deployment shop-web: - replicas'],
    ],
    ['an image', componentPlan({ container: { image: 'nginx:1.31' } }), ['~ Deployment shop-web: image shop:1.4.2 → nginx:1.31']],
    [
      'another registry',
      componentPlan({ container: { image: 'ghcr.io/example.com/shop:1.4.2' } }),
      ['~ Deployment shop-web: image …mple/shop:1.4.2 → …mple.com/shop:1.4.2'],
    ],
    ['another port', componentPlan({ ports: port ? [{ ...port, containerPort: 9000 }] : [] }), ['~ Deployment shop-web: port 8080 → 9000']],
    [
      'a page to ask',
      componentPlan({ container: { probes: { ...probes, readiness: open } } }),
      ['~ Deployment shop-web: readinessProbe /readyz → /'],
    ],
    [
      'a probe that asks in another way',
      componentPlan({ container: { probes: { ...probes, liveness: open } } }),
      ['~ Deployment shop-web: livenessProbe tcpSocket http → /'],
    ],
    [
      'more memory',
      componentPlan({ container: { resources: { ...resources, limits } } }),
      ['~ Deployment shop-web: memory limit 128Mi → 512Mi'],
    ],
    [
      'a setting',
      componentPlan({ container: { settings: { env: [{ name: 'LOG_LEVEL', value: 'debug' }] } } }),
      ['~ Deployment shop-web: + settings shop-web', '+ ConfigMap shop-web: holds LOG_LEVEL'],
    ],
    [
      'a password',
      componentPlan({
        container: { settings: { envSecrets: [{ name: 'DB_PASSWORD', secret: 'db', key: 'superuser', generated: false }] } },
      }),
      ['~ Deployment shop-web: + variable DB_PASSWORD'],
    ],
  ])('%s', (_, component, expected) => {
    expect(lines(inside, of(component))).toEqual(expected);
  });

  it('another value of a setting, without the checksum that follows it', () => {
    const withLevel = (value: string) => of(componentPlan({ container: { settings: { env: [{ name: 'LOG_LEVEL', value }] } } }));
    expect(lines(withLevel('info'), withLevel('debug'))).toEqual(['~ ConfigMap shop-web: LOG_LEVEL info → debug']);
  });

  it('a label that else follows the image, where nothing else changes', () => {
    const labelled = componentPlan({ labels: { name: 'web', component: 'frontend', version: '2.0.0' } });
    expect(lines(inside, of(labelled))).toEqual(['~ Deployment shop-web: version 1.4.2 → 2.0.0']);
  });

  it('anything for a Job, which stays the same by another name', () => {
    const job = (replacing: string) => of(componentPlan({ workload: { kind: 'Job' }, container: { args: [replacing] } }));
    expect(lines(job('migrate'), job('rollback'))).toEqual([
      expect.stringMatching(/^~ Job shop-web-[0-9a-f]{8}: args migrate → rollback$/),
    ]);
  });

  it('many things, of which the most telling are told', () => {
    const other = componentPlan({
      workload: three,
      graceSeconds: 60,
      container: { image: 'nginx:1.31', resources: { ...resources, limits } },
    });
    expect(lines(inside, of(other))).toEqual(['~ Deployment shop-web: image shop:1.4.2 → nginx:1.31, replicas 2 → 3 and 2 more']);
    expect(lines(inside, of(other), 'es')).toEqual(['~ Deployment shop-web: imagen shop:1.4.2 → nginx:1.31, réplicas 2 → 3 y 2 más']);
  });
});

describe('a glance', () => {
  it.each(languages)('at the objects of an application (%s)', async (language) => {
    const created = { podSecurity: 'restricted', quota: 'small' } as const;
    const namespace = { name: 'shop', isolated: true, created, developers: [{ kind: 'User', name: 'ana' }], viewers: [] } as const;
    const stream = lines([], manifestsOf(plan({ components: typical, namespace })), language).map((line) => `${line}\n`);
    await expect(stream.join('')).toMatchFileSnapshot(`../golden/glances/application.${language}.txt`);
  });

  it('at the ways in', () => {
    const ways = (['load-balancer', 'node-port'] as const).map((through) =>
      componentPlan({ name: through, exposure: { reach: 'outside', entrance: { through } } }),
    );
    expect(lines([], of(...ways)).filter((line) => line.includes(' Service '))).toEqual([
      '+ Service shop-load-balancer: a load balancer in front of its pods, port 80 → 8080',
      '+ Service shop-node-port: a NodePort: every node leads to its pods, port 80 → 8080',
    ]);
  });

  it('at a kind that is not known', () => {
    const object = { apiVersion: 'example.com/v1', kind: 'Tea', metadata: { name: 'pot' } };
    expect(lines([], [{ object, owner: 'developer', why: {} }], 'es')).toEqual(['+ Tea pot: un objeto de la API example.com/v1']);
  });
});

const secret = (value: string): Manifest => ({
  object: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, stringData: { password: value } } as Manifest['object'],
  owner: 'developer',
  why: {},
});

it('the value of a Secret is never told', () => {
  expect(lines([secret('hunter1')], [secret('hunter2')])).toEqual(['~ Secret db: password: changed']);
  expect(lines([], [secret('hunter2')])).toEqual(['+ Secret db: holds password']);
});

it('what is there for auditing tools is not told', () => {
  const annotated = (annotations: Record<string, string>): readonly Manifest[] => {
    const [first, ...others] = of(componentPlan({ workload: { kind: 'DaemonSet' } })).toReversed();
    if (!first) throw new Error('There is a policy');
    const object = { ...first.object, metadata: { ...first.object.metadata, annotations } };
    return [{ ...first, object }, ...others];
  };
  const all = annotationsOf(exceptions);
  expect(Object.keys(all).length).toBeGreaterThan(10);
  expect(lines(annotated({}), [...annotated(all), secret('any')])).toEqual(['+ Secret db: holds password']);
});
