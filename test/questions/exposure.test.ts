import { describe, expect, it } from 'vitest';
import type { Value, Values } from '../../src/model/value.ts';
import { application } from '../../src/questions/application.ts';
import { basics, component, protocol } from '../../src/questions/basics.ts';
import { exposureOf } from '../../src/questions/entrance-of.ts';
import { exposureTopic, host } from '../../src/questions/exposure.ts';
import { shapeOf } from '../../src/questions/ingress-controller.ts';
import { ingressControllers } from '../../src/questions/ingress-controllers.ts';
import type { Exposure, Protocol } from '../../src/questions/plan.ts';
import { podCa } from '../../src/questions/pod-authority.ts';
import { type Settled, settle } from '../../src/questions/settle.ts';
import { path, tlsTopic } from '../../src/questions/tls.ts';

const pem = '-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----';
const key = '-----BEGIN EC PRIVATE KEY-----\nTUhj\n-----END EC PRIVATE KEY-----';
const files = { 'ca.pem': `subject=CN = ours\n${pem}\n`, 'both.pem': `${pem}\n${key}\n`, 'empty.pem': 'no certificate' };

const topics = [basics, exposureTopic, tlsTopic];
const ofApplication = new Set(application.questions.map((asked) => asked.id));

/** Settles components of an application called shop; answers of the application stand with those of any component. */
function settledOf(...said: readonly Values[]): Settled {
  const entries = said.map((values, i) => ({ key: i === 0 ? '' : `c${i}`, values: { image: 'example.com/shop:1', ...values } }));
  const all = Object.assign({}, ...said) as Values;
  return settle(
    { application: [application], component: topics, whole: [] },
    {
      slots: entries.map(({ key: slot }) => ({ key: slot })),
      facts: { folder: 'shop', files },
      answers: [
        {
          source: 'flag',
          application: Object.fromEntries(Object.entries(all).filter(([id]) => ofApplication.has(id))),
          components: Object.fromEntries(
            entries.map(({ key: slot, values }) => [
              slot,
              Object.fromEntries(Object.entries(values).filter(([id]) => !ofApplication.has(id))),
            ]),
          ),
        },
      ],
    },
    { naming: component, fill: (_asked, said) => said },
  );
}

const choicesOf = (settled: Settled): Values =>
  Object.fromEntries(Object.entries(settled.components[0]?.decisions ?? {}).map(([id, decision]) => [id, decision.choice]));
const refusedIn = (settled: Settled): readonly string[] => settled.refusals.map((refusal) => `${refusal.question.id}:${refusal.rule}`);
const planned = (settled: Settled): Exposure => exposureOf(settled.components[0]?.known as NonNullable<Settled['components'][0]>['known']);

const outside = { exposure: 'outside', host: 'shop.example.com' };
const openshift = { platform: 'openshift' };

describe('what is decided', () => {
  it.each<readonly [string, Values, Values]>([
    ['a port calls for a Service', {}, { exposure: 'cluster' }],
    [
      'outside is an Ingress of Traefik with TLS at the edge',
      outside,
      {
        entrance: 'ingress',
        'ingress-controller': 'traefik',
        tls: 'edge',
        path: '/',
        certificate: 'secret',
        'certificate-secret': 'shop-web-tls',
        redirect: true,
      },
    ],
    [
      'OpenShift has a Route, an address and a certificate',
      { ...openshift, exposure: 'outside' },
      {
        entrance: 'route',
        host: 'auto',
        tls: 'edge',
        certificate: 'router',
      },
    ],
    [
      'an Ingress on OpenShift goes through its router',
      { ...openshift, ...outside, entrance: 'ingress' },
      {
        'ingress-controller': 'openshift-router',
        certificate: 'router',
      },
    ],
    ['what is not HTTP gets a load balancer', { exposure: 'outside', port: 5432 }, { entrance: 'load-balancer', tls: 'none' }],
    [
      're-encrypt on OpenShift lets it make the pod’s certificate',
      { ...openshift, exposure: 'outside', tls: 'reencrypt' },
      {
        'pod-certificate': 'service-ca',
        'pod-certificate-secret': 'shop-web-pod-tls',
        'pod-certificate-path': '/run/tls',
      },
    ],
    [
      'passthrough on OpenShift needs a certificate for the address',
      { ...openshift, exposure: 'outside', tls: 'passthrough' },
      { 'pod-certificate': 'secret' },
    ],
    [
      'Traefik knows no authority of OpenShift',
      { ...openshift, ...outside, entrance: 'ingress', 'ingress-controller': 'traefik', tls: 'reencrypt' },
      {
        certificate: 'secret',
        'pod-certificate': 'secret',
        'pod-ca': 'none',
      },
    ],
    [
      'gRPC through the OpenShift router needs a certificate of one’s own',
      { ...openshift, exposure: 'outside', protocol: 'grpc' },
      { certificate: 'secret' },
    ],
    [
      'an agent on every node may be exposed',
      { ...outside, run: 'every-node' },
      { entrance: 'ingress', 'certificate-secret': 'shop-agent-tls' },
    ],
  ])('%s', (_what, said, expected) => {
    const settled = settledOf(said);
    expect(refusedIn(settled)).toEqual([]);
    expect(settled.open).toEqual([]);
    expect(choicesOf(settled)).toMatchObject(expected);
  });

  it.each<readonly [string, Values]>([
    ['listens on no port', { port: 'none' }],
    ['runs once', { run: 'once' }],
  ])('nothing is exposed that %s', (_what, said) => {
    const settled = settledOf(said);
    expect(choicesOf(settled)).not.toHaveProperty('exposure');
    expect(planned(settled)).toEqual({ reach: 'none' });
  });

  it('leaves the host of an Ingress to the person', () => {
    expect(settledOf({ exposure: 'outside' }).open.map((open) => open.question.id)).toEqual(['host']);
  });
});

describe('what is refused', () => {
  it.each<readonly [string, Values]>([
    ['entrance:M7', { ...outside, entrance: 'route' }],
    ['entrance:protocol', { ...outside, entrance: 'ingress', protocol: 'tcp' }],
    ['entrance:protocol', { ...openshift, ...outside, entrance: 'route', protocol: 'tcp' }],
    ['ingress-controller:M7', { ...outside, 'ingress-controller': 'openshift-router' }],
    ['host:auto', { exposure: 'outside', host: 'auto' }],
    ['host:auto', { ...openshift, exposure: 'outside', entrance: 'ingress', host: 'auto' }],
    ['tls:inside-only', { ...outside, tls: 'inside-only' }],
    ['tls:inside-only', { exposure: 'outside', entrance: 'load-balancer', tls: 'inside-only' }],
    ['tls:entrance', { exposure: 'outside', entrance: 'load-balancer', tls: 'edge' }],
    ['tls:entrance', { exposure: 'outside', entrance: 'node-port', tls: 'reencrypt' }],
    ['tls:grpc', { ...outside, protocol: 'grpc', tls: 'none', 'ingress-controller': 'ingress-nginx' }],
    ['certificate:router', { ...outside, certificate: 'router' }],
    ['certificate:grpc', { ...openshift, exposure: 'outside', protocol: 'grpc', certificate: 'router' }],
    ['pod-certificate:M7', { ...outside, tls: 'reencrypt', 'pod-certificate': 'service-ca' }],
    ['pod-certificate:passthrough', { ...openshift, exposure: 'outside', tls: 'passthrough', 'pod-certificate': 'service-ca' }],
    [
      'pod-certificate:authority',
      { ...openshift, ...outside, entrance: 'ingress', 'ingress-controller': 'traefik', tls: 'reencrypt', 'pod-certificate': 'service-ca' },
    ],
    [
      'pod-certificate-secret:service-ca',
      {
        ...openshift,
        exposure: 'outside',
        tls: 'reencrypt',
        certificate: 'secret',
        'certificate-secret': 'mine',
        'pod-certificate-secret': 'mine',
      },
    ],
    ['pod-ca:file', { ...outside, tls: 'reencrypt', 'pod-ca': 'missing.pem' }],
    ['pod-ca:file', { ...outside, tls: 'reencrypt', 'pod-ca': 'both.pem' }],
    ['pod-ca:file', { ...outside, tls: 'reencrypt', 'pod-ca': 'empty.pem' }],
    ['redirect:inside-only', { ...outside, tls: 'reencrypt', 'ingress-controller': 'ingress-nginx', redirect: false }],
    ['redirect:inside-only', { ...outside, tls: 'passthrough', 'ingress-controller': 'haproxytech', redirect: false }],
    ['redirect:openshift-router', { ...openshift, ...outside, entrance: 'ingress', redirect: false }],
  ])('%s in %j, and one answer mends it', (refusal, said) => {
    const settled = settledOf(said);
    expect(refusedIn(settled)).toEqual([refusal]);
    const mends = settled.refusals.flatMap((each) => each.mends);
    expect(mends.map((each) => refusedIn(settledOf({ ...said, [each.id]: each.value })))).toContainEqual([]);
  });

  it('two components at one address and path', () => {
    const api = { ...outside, path: '/api' };
    expect(refusedIn(settledOf(outside, api))).toEqual([]);
    expect(refusedIn(settledOf(outside, outside))).toEqual(['path:unique']);
    expect(refusedIn(settledOf(outside, { ...outside, tls: 'passthrough' }))).toEqual(['tls:host']);
  });
});

describe('what falls idle', () => {
  it.each<readonly [Values, readonly string[]]>([
    [
      { ...outside, tls: 'none', 'pod-certificate': 'secret', 'pod-ca': 'ca.pem', certificate: 'secret', redirect: true },
      ['certificate', 'pod-certificate', 'pod-ca', 'redirect'],
    ],
    [
      { ...outside, tls: 'edge', 'pod-certificate': 'secret', 'pod-certificate-secret': 'mine' },
      ['pod-certificate', 'pod-certificate-secret'],
    ],
    [{ ...outside, tls: 'passthrough', path: '/api', certificate: 'secret', 'pod-ca': 'ca.pem' }, ['path', 'certificate', 'pod-ca']],
    [{ exposure: 'cluster', entrance: 'ingress', tls: 'edge', host: 'shop.example.com' }, ['entrance', 'host', 'tls']],
    [
      { exposure: 'outside', entrance: 'load-balancer', 'ingress-controller': 'traefik', host: 'shop.example.com' },
      ['ingress-controller', 'host'],
    ],
    [{ ...openshift, exposure: 'outside', tls: 'reencrypt', 'pod-ca': 'ca.pem' }, ['pod-ca']],
  ])('of %j: %j', (said, idle) => {
    expect(settledOf(said).idle.map((each) => each.question.id)).toEqual(idle);
  });
});

describe('host names', () => {
  it.each(['shop.example.com', 'auto', 'localhost', `${'a'.repeat(63)}.example.com`])('accepts %s', (said) => {
    expect(host.type.parse(said)).toEqual({ value: said });
  });
  it.each<readonly [string, RegExp]>([
    ['https://shop.example.com/cart', /https:\/\/.*: shop\.example\.com\.$/],
    ['shop.example.com:8443', /: shop\.example\.com\.$/],
    ['Shop.example.com', /lower case.*: shop\.example\.com\.$/],
    ['*.example.com', /wildcard/],
    ['10.0.0.7', /not an IP address/],
    [`${'a'.repeat(64)}.example.com`, /not accepted/],
    [`${'a.'.repeat(126)}ab`, /not accepted/],
    ['-shop.example.com', /not accepted/],
  ])('does not accept %s', (said, reason) => {
    const parsed = host.type.parse(said);
    expect('says' in parsed && parsed.says.en).toMatch(reason);
  });
});

it.each<readonly [string, boolean]>([
  ['/', true],
  ['/api/v1/', true],
  ['/.well-known', true],
  ['api', false],
  ['/a//b', false],
  ['/../etc', false],
  ['/a b', false],
  ['/#x', false],
])('the path %s is accepted: %s', (said, accepted) => {
  expect('value' in path.type.parse(said)).toBe(accepted);
});

describe('what is planned', () => {
  it('a Route with everything', () => {
    const settled = settledOf({
      ...openshift,
      exposure: 'outside',
      tls: 'reencrypt',
      'pod-certificate': 'secret',
      'pod-ca': 'ca.pem',
      redirect: false,
    });
    expect(planned(settled)).toEqual({
      reach: 'outside',
      entrance: {
        through: 'route',
        path: '/',
        tls: {
          model: 'reencrypt',
          certificate: 'router',
          redirect: false,
          pod: { from: 'secret', secret: 'shop-web-pod-tls', mountPath: '/run/tls', authority: `${pem}\n` },
        },
      },
    });
  });
  it('a load balancer with TLS in the pod', () => {
    expect(planned(settledOf({ exposure: 'outside', entrance: 'load-balancer', tls: 'passthrough' }))).toEqual({
      reach: 'outside',
      entrance: { through: 'load-balancer', podTls: { from: 'secret', secret: 'shop-web-pod-tls', mountPath: '/run/tls' } },
    });
  });
  it('the authority’s file is named to whoever reads files', () => {
    expect([podCa.type.fileOf?.('ca.pem'), podCa.type.fileOf?.('none')]).toEqual(['ca.pem', undefined]);
  });
});

/** Every combination of these answers. */
const combinations = (axes: Readonly<Record<string, readonly Value[]>>): readonly Values[] =>
  Object.entries(axes).reduce<readonly Values[]>(
    (made, [id, values]) => made.flatMap((each) => values.map((value) => ({ ...each, [id]: value }))),
    [{}],
  );

/** Whether mends, each taken from a refusal that still stands, lead to answers without a refusal in so many steps. */
const mendable = (said: Values, steps: number): boolean => {
  const { refusals } = settledOf(said);
  return (
    refusals.length === 0 ||
    (steps > 0 && refusals.some(({ mends }) => mends.some(({ id, value }) => mendable({ ...said, [id]: value }, steps - 1))))
  );
};

/** Whether each refusal is taken away by one of its own mends. */
const mendsHelp = (said: Values, settled: Settled): boolean =>
  settled.refusals.every(({ question, rule, mends }) =>
    mends.some(({ id, value }) => !refusedIn(settledOf({ ...said, [id]: value })).includes(`${question.id}:${rule}`)),
  );

/** Plain HTTP is not let in on the way to a pod that speaks TLS. */
function makesSense(exposure: Exposure, speaks: Protocol): boolean {
  if (exposure.reach !== 'outside') return false;
  const { entrance } = exposure;
  if (!('tls' in entrance)) return true;
  const inside = 'pod' in entrance.tls;
  if (entrance.through === 'route') return inside === (entrance.tls.model === 'reencrypt' || entrance.tls.model === 'passthrough');
  const port = { name: 'main', containerPort: 8080, servicePort: 80, protocol: speaks, tls: inside };
  return !(
    'refused' in
    shapeOf(ingressControllers[entrance.controller], { namespace: 'shop', name: 'shop-web', host: entrance.host, port, tls: entrance.tls })
  );
}

const tlsModels = ['none', 'edge', 'reencrypt', 'passthrough', 'inside-only'];
const certificates = { certificate: ['router', 'secret'], 'pod-certificate': ['service-ca', 'secret'] };
const platforms = ['kubernetes', 'openshift'];
const entrances = combinations({
  platform: platforms,
  entrance: ['ingress', 'route', 'load-balancer', 'node-port'],
  tls: tlsModels,
  ...certificates,
});
const controllers = combinations({
  platform: platforms,
  entrance: ['ingress'],
  'ingress-controller': Object.keys(ingressControllers),
  tls: tlsModels,
  ...certificates,
  redirect: [true, false],
  protocol: ['http', 'grpc'],
});

it.each([
  ['entrances', entrances],
  ['Ingress controllers', controllers],
])('all %s either make sense, or are refused with mends that help and lead to a plan', (_what, all) => {
  const planless: Values[] = [];
  for (const each of all) {
    const said = { ...outside, ...each };
    const settled = settledOf(said);
    const wellDone =
      settled.refusals.length === 0
        ? makesSense(planned(settled), settled.components[0]?.known.is(protocol, 'grpc') ? 'grpc' : 'http')
        : mendsHelp(said, settled) && mendable(said, 3);
    if (!wellDone) planless.push(each);
  }
  expect(planless).toEqual([]);
});
