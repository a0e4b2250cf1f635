import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterFindingsOn } from '../../src/checks/cluster-checks.ts';
import type { Amounts, ClusterFacts, LimitFacts, PlotFacts } from '../../src/model/cluster-facts.ts';
import type { Text } from '../../src/model/text.ts';
import type { Value, Values } from '../../src/model/value.ts';
import { catalogue, settled } from '../../src/questions/catalogue.ts';
import { questionById, questionsOf } from '../../src/questions/question.ts';
import type { Refusal, Request, Settled } from '../../src/questions/settle.ts';
import { complaintsOf } from '../../src/ui/settled-complaints.ts';
import { completedOutlookOf } from '../../src/ui/settling.ts';
import { means } from '../presets/runs.ts';
import { presets } from '../presets-of-the-house.ts';
import { requestFor, saying, wishOf } from '../random-answers.ts';
import { type SeenCluster, seenClusters } from './seen-clusters.ts';

const ofApplication = questionsOf([...catalogue.application, ...catalogue.whole]);
const topics = [...catalogue.application, ...catalogue.component, ...catalogue.whole];

/** The application `shop` with one component that says this, for this cluster. */
const settledOn = (seen: SeenCluster | undefined, said: Values): Settled => settled(requestOn(seen && seenClusters[seen], said));

function requestOn(cluster: ClusterFacts | undefined, said: Values): Request {
  const values = Object.entries({ image: 'ghcr.io/example/shop:2.4.1', host: 'shop.example.com', ...said });
  const shared = (id: string) => ofApplication.some((asked) => asked.id === id);
  return {
    slots: [{ key: '' }],
    facts: { folder: 'shop', ...(cluster && { cluster }) },
    answers: [
      {
        source: 'file',
        application: Object.fromEntries(values.filter(([id]) => shared(id))),
        components: { '': Object.fromEntries(values.filter(([id]) => !shared(id))) },
      },
    ],
  };
}

const decisionsOf = ({ application, components, whole }: Settled) => ({ ...application, ...components[0]?.decisions, ...whole });

const web = { exposure: 'outside' };
const keeps = { data: 'keep' };
const shares = { ...keeps, ownership: 'shared' };

type Case = readonly [seen: SeenCluster, said: Values, id: string, choice: Value, source: 'cluster' | 'rule', reason: string];

const cases: readonly Case[] = [
  ['kind', {}, 'platform', 'kubernetes', 'cluster', 'The cluster has no Routes, so it is not OpenShift.'],
  ['openshift', {}, 'platform', 'openshift', 'cluster', 'The cluster has Routes, which only OpenShift has.'],

  ['kind', {}, 'platform-version', '1.36', 'cluster', 'It is the cluster’s version, 1.36.'],
  ['openshift', {}, 'platform-version', '4.21', 'cluster', 'It is the cluster’s version, 4.21.'],
  ['bare', {}, 'platform-version', '1.34', 'cluster', 'The cluster has 1.31, which gets no more fixes; 1.34 is the oldest known here.'],
  ['strange', {}, 'platform-version', '1.37', 'cluster', 'The cluster has 1.40; 1.37 is the newest known here, and works there too.'],
  ['kind', { platform: 'openshift' }, 'platform-version', '4.20', 'rule', 'It is the oldest one that still gets fixes'],

  ['kind', {}, 'create-namespace', true, 'cluster', 'The cluster has no namespace shop yet.'],
  ['kind', { namespace: 'there' }, 'create-namespace', false, 'cluster', 'The cluster has the namespace there.'],
  ['kind', { namespace: 'own' }, 'create-namespace', true, 'cluster', 'The namespace own was made for this application'],
  ['kind', { namespace: 'own', name: 'other' }, 'create-namespace', false, 'cluster', 'The cluster has the namespace own.'],
  ['eks', {}, 'create-namespace', false, 'cluster', 'The cluster has the namespace shop.'],
  ['openshift', {}, 'create-namespace', false, 'cluster', 'The cluster has the namespace shop.'],
  ['openshift', { namespace: 'other' }, 'create-namespace', true, 'rule', 'The cluster does not show whether it has it.'],
  ['unseen', {}, 'create-namespace', true, 'rule', 'The cluster does not show whether it has it.'],
  ['strange', {}, 'create-namespace', true, 'cluster', 'you may not create one: an administrator has to.'],

  ['kind', keeps, 'access-mode', 'rwo', 'cluster', 'One node at a time is enough here'],
  ['eks', shares, 'access-mode', 'rwx', 'cluster', 'many nodes can write at a time: “efs”.'],
  ['kind', shares, 'access-mode', 'rwo', 'cluster', 'None of the cluster’s storage classes can be on many nodes'],
  ['strange', shares, 'access-mode', 'unknown', 'rule', 'What “beta” and “alpha” can do is not known here'],
  ['bare', shares, 'access-mode', 'unknown', 'rule', 'The cluster has no storage class that would tell.'],
  ['unseen', shares, 'access-mode', 'unknown', 'rule', 'The cluster’s storage classes were not read.'],

  ['eks', keeps, 'storage-class', 'default', 'cluster', 'The cluster’s default storage class is “gp3”.'],
  ['kind', keeps, 'storage-class', 'default', 'cluster', 'lies on one node and is lost with it. Its volumes cannot grow later.'],
  ['eks', { ...keeps, 'storage-kind': 'fast' }, 'storage-class', 'io2', 'cluster', '“io2” is the fastest.'],
  ['eks', { ...keeps, 'storage-kind': 'slow' }, 'storage-class', 'cold', 'cluster', '“cold” is the cheapest.'],
  ['eks', { ...keeps, 'storage-kind': 'redundant' }, 'storage-class', 'efs', 'cluster', '“efs” survives most.'],
  ['eks', shares, 'storage-class', 'efs', 'cluster', 'no default storage class that fits, so “efs” is named.'],
  [
    'openshift',
    { ...keeps, 'storage-kind': 'redundant' },
    'storage-class',
    'ocs-rbd',
    'cluster',
    '“ocs-cephfs” would do as well; the default is taken. How redundant it is depends on its pool.',
  ],
  [
    'openshift',
    { ...keeps, 'storage-kind': 'fast' },
    'storage-class',
    'default',
    'cluster',
    'known to be fast. Its default is taken: “ocs-rbd”.',
  ],
  ['strange', keeps, 'storage-class', 'alpha', 'cluster', '“beta” would do as well; the first by name is taken.'],
  [
    'strange',
    { ...keeps, 'storage-kind': 'slow' },
    'storage-class',
    'alpha',
    'cluster',
    'None of the cluster’s storage classes is known to be slow',
  ],
  ['bare', keeps, 'storage-class', 'default', 'rule', 'The cluster has no storage class yet'],
  ['unseen', keeps, 'storage-class', 'default', 'rule', 'No cluster was read'],

  ['kind', web, 'entrance', 'ingress', 'cluster', 'the cluster has a controller for Ingresses: traefik.'],
  ['bare', web, 'entrance', 'ingress', 'rule', 'The cluster has no Ingress controller yet'],
  ['unseen', web, 'entrance', 'ingress', 'rule', 'an Ingress is the way in that most clusters have'],
  ['openshift', web, 'entrance', 'route', 'rule', 'OpenShift brings a router that reads Routes.'],

  ['kind', web, 'ingress-controller', 'traefik', 'cluster', 'The cluster’s Ingress class “traefik” belongs to Traefik.'],
  [
    'eks',
    web,
    'ingress-controller',
    'haproxytech',
    'cluster',
    'The cluster’s Ingress class “web” belongs to HAProxy Kubernetes Ingress Controller.',
  ],
  [
    'strange',
    web,
    'ingress-controller',
    'traefik',
    'rule',
    'The cluster’s Ingress controller is not known here: projectcontour.io/contour.',
  ],

  ['eks', web, 'ingress-class', 'web', 'cluster', 'It is the cluster’s only Ingress class of HAProxy'],
  ['eks', { ...web, 'ingress-controller': 'ingress-nginx' }, 'ingress-class', 'nginx', 'cluster', 'only Ingress class of Ingress NGINX'],
  ['bare', web, 'ingress-class', 'traefik', 'rule', 'Traefik gives its class this name.'],
  ['openshift', { ...web, entrance: 'ingress' }, 'ingress-class', 'openshift-default', 'cluster', 'only Ingress class of OpenShift router'],
];

describe('what a cluster shows', () => {
  it.each(cases)('%s, %j: %s is %s by the %s: %s', (seen, said, id, choice, source, reason) => {
    const decision = decisionsOf(settledOn(seen, said))[id];
    expect(decision).toMatchObject({ choice, source });
    expect(decision?.reason.en).toContain(reason);
  });

  it('is asked for by no rule that never decides', () => {
    const rules = questionsOf(topics).filter(({ rules: { cluster } }) => cluster !== undefined);
    const decided = cases.filter(([, , , , source]) => source === 'cluster').map(([, , id]) => id);
    expect(rules.map(({ id }) => id).filter((id) => !decided.includes(id))).toEqual([]);
    expect(rules.length).toBeGreaterThan(7);
  });

  it('changes nothing where nobody looked', () => {
    const plain = decisionsOf(settledOn(undefined, { ...web, ...keeps }));
    expect(Object.values(plain).filter(({ source }) => source === 'cluster')).toEqual([]);
  });
});

const refusals: readonly (readonly [SeenCluster, Values, string, string])[] = [
  ['kind', { namespace: 'going' }, 'namespace', 'The cluster is deleting the namespace going'],
  ['eks', { ...keeps, 'storage-class': 'fast' }, 'storage-class', 'The cluster has no storage class “fast”'],
  ['strange', { ...keeps, 'storage-class': 'default' }, 'storage-class', 'The cluster has no default storage class'],
  ['eks', { ...shares, 'storage-class': 'gp3' }, 'storage-class', 'The storage class “gp3” cannot do what the access mode asks for'],
  ['kind', { ...shares, 'access-mode': 'rwx' }, 'storage-class', 'The storage class “standard” cannot do'],
  ['eks', { ...web, 'ingress-class': 'nginx' }, 'ingress-class', 'The cluster’s Ingress class “nginx” belongs to Ingress NGINX: HAProxy'],
  ['eks', { ...web, 'ingress-class': 'alb' }, 'ingress-class', 'belongs to ingress.k8s.aws/alb: HAProxy'],
  ['kind', { ...web, 'ingress-class': 'nginx' }, 'ingress-class', 'The cluster has no Ingress class “nginx”.'],
];

const refusalOn = (result: Settled, id: string): Refusal | undefined =>
  result.refusals.find(({ question, rule }) => question.id === id && rule === 'cluster');

describe('what a cluster cannot do', () => {
  it.each(refusals)('%s, %j: %s is refused: %s', (seen, said, id, says) => {
    const refusal = refusalOn(settledOn(seen, said), id);
    expect(refusal?.says.en).toContain(says);
    expect(refusal?.mends).not.toEqual([]);
    for (const mend of refusal?.mends ?? []) {
      expect(refusalOn(settledOn(seen, { ...said, [mend.id]: mend.value }), id), JSON.stringify(mend)).toBeUndefined();
    }
  });

  it('is refused by no rule that never speaks', () => {
    const refusing = questionsOf(topics).filter(({ refuses }) => refuses?.['cluster'] !== undefined);
    expect(refusing.map(({ id }) => id).filter((id) => !refusals.some(([, , each]) => each === id))).toEqual([]);
    expect(refusing.length).toBeGreaterThan(2);
  });
});

/** A cluster whose namespace shop has these quotas and LimitRanges. */
const clusterWith = (plot: Pick<PlotFacts, 'quotas' | 'limitRanges'>): ClusterFacts => ({
  ...seenClusters.kind,
  namespace: { name: 'shop', exists: true, isTerminating: false, ...plot },
});
const quota = (hard: Amounts, used: Amounts = {}) => ({ name: 'team', hard, used });
const bounds = (limits: Partial<LimitFacts>) => ({
  name: 'limits',
  limits: [{ type: 'Container', min: {}, max: {}, default: {}, defaultRequest: {}, maxLimitRequestRatio: {}, ...limits }],
});

/** The flags that are advised, as answers; each way by itself. */
const advisedIn = ({ en }: Text): readonly Values[] =>
  (/^(?:Ask for less|Keep to it): (--[^.]+)\./.exec(en)?.[1] ?? '')
    .split(/, or | or |, /)
    .filter((way) => way !== '')
    .map((way) => Object.fromEntries([...way.matchAll(/--([\w-]+) (\S+)/g)].map(([, id = '', value = '']) => [id, value])));

function found(cluster: ClusterFacts, said: Values) {
  const request = requestOn(cluster, said);
  return clusterFindingsOn({ request, settled: settled(request) });
}

describe('what a cluster lacks', () => {
  const told = (seen: SeenCluster, said: Values) => found(seenClusters[seen], said).map(({ check, says }) => `${check}: ${says.en}`);

  it('is told where a quota has no room, counted with what is used', () => {
    const [first, ...others] = told('eks', { replicas: '2' });
    expect(first).toMatch(/^quota-room: The namespace shop has 10m CPU left \(quota team\), and this needs \d+m CPU at its busiest moment/);
    expect(others).toEqual([]);
    expect(told('eks', { replicas: '20' }).join()).toMatch(/has 10m CPU and 8 pods left .*, and this needs 2100m CPU and 21 pods at/);
    expect(told('eks', { namespace: 'other' })).toEqual([]);
    expect(told('openshift', { replicas: '20' })).toEqual([]);
  });

  it('is not told where what is left is just enough', () => {
    expect(found(clusterWith({ quotas: [quota({ 'requests.cpu': '300m' })] }), { replicas: '2' })).toEqual([]);
  });

  it.each<readonly [string, Amounts, Values, string]>([
    ['fewer replicas', { 'requests.cpu': '300m' }, { replicas: '4' }, '--replicas 2 or --size tiny'],
    ['a smaller size, where one replica is too much', { 'requests.memory': '256Mi' }, { replicas: '2' }, '--size tiny'],
    ['a smaller size, where there is one replica', { 'requests.memory': '256Mi' }, { replicas: '1' }, '--size tiny'],
    ['the largest size that fits', { 'requests.cpu': '400m' }, { replicas: '1', size: 'large' }, '--size small'],
    ['both', { 'requests.cpu': '60m' }, { replicas: '2' }, '--replicas 1 --size tiny'],
    ['a smaller disk', { 'requests.storage': '7Gi' }, { ...keeps, 'storage-size': '20Gi' }, '--storage-size 3Gi'],
  ])('has answers that fit: %s', (_, hard, said, flags) => {
    const [finding] = found(clusterWith({ quotas: [quota(hard)] }), said);
    expect(finding?.fix.en).toMatch(new RegExp(`^Ask for less: ${flags}\\. Or ask an administrator to raise the quota team to at least `));
  });

  it('says how much an administrator has to allow where no answer fits', () => {
    const [finding] = found(clusterWith({ quotas: [quota({ 'requests.cpu': '1', pods: '9' }, { 'requests.cpu': '990m' })] }), {});
    expect(finding?.fix).toEqual({
      en: 'Less would not fit either: an administrator has to raise the quota team to at least requests.cpu: 1290m, or something else in the namespace has to go. If it already runs there, its own part counts as used.',
      es: 'Con menos tampoco cabe: quien administra el clúster tiene que subir la cuota team al menos a requests.cpu: 1290m, o hay que quitar otra cosa del espacio de nombres. Si ya está en marcha allí, su propia parte cuenta como usada.',
    });
    expect(finding?.says.es).toBe(
      'Al espacio de nombres shop le quedan 10m de CPU (cuota team), y esto necesita 300m de CPU en su peor momento, con un despliegue incluido.',
    );
  });

  it.each<readonly [string, Partial<LimitFacts>, Values, string]>([
    [
      'a container must have at least 150m CPU, and here the request is 100m; a container must have at least 600Mi of memory, and here the request is 256Mi',
      { min: { cpu: '150m', memory: '600Mi' } },
      {},
      '--cpu 150m --cpu-limit 500m --memory 600Mi --memory-limit 600Mi',
    ],
    [
      'a container must have at most 200Mi of memory, and here the limit is 512Mi',
      { max: { memory: '200Mi' } },
      {},
      '--memory 200Mi --memory-limit 200Mi',
    ],
    [
      'the CPU limit of a container may be at most 2 times its request, and here it is 5 times as much',
      { maxLimitRequestRatio: { cpu: '2' } },
      {},
      '--cpu 250m --cpu-limit 500m',
    ],
    [
      'a container without a limit gets one of 300m CPU, and here the request is 1',
      { default: { cpu: '300m' } },
      { cpu: '1', 'cpu-limit': 'none' },
      '--cpu 1 --cpu-limit 1',
    ],
    [
      'a pod must have at most 300m CPU, and here the limit is 500m',
      { type: 'Pod', max: { cpu: '300m' } },
      {},
      '--cpu 100m --cpu-limit 300m',
    ],
    [
      'a volume claim must have at most 3Gi of storage, and here the request is 8Gi',
      { type: 'PersistentVolumeClaim', max: { storage: '3Gi' } },
      { ...keeps, 'storage-size': '8Gi' },
      '--storage-size 3Gi',
    ],
  ])('is told where a LimitRange would refuse it: %s', (says, limits, said, flags) => {
    expect(found(clusterWith({ limitRanges: [bounds(limits)] }), said)).toEqual([
      expect.objectContaining({
        check: 'limit-range',
        says: expect.objectContaining({ en: `In the namespace shop (LimitRange), ${says}.` }),
        fix: expect.objectContaining({ en: `Keep to it: ${flags}. Or ask an administrator to change the LimitRange.` }),
      }),
    ]);
  });

  it('is told where a quota counts a limit that nobody gives', () => {
    const [quotas, said] = [[quota({ 'limits.cpu': '9' })], { 'cpu-limit': 'none' }];
    const [finding, ...others] = found(clusterWith({ quotas }), said);
    expect([finding?.check, finding?.fix.en, others]).toEqual(['quota-refuses', 'Give one: --cpu-limit 500m.', []]);
    expect(found(clusterWith({ quotas, limitRanges: [bounds({ default: { cpu: '1' } })] }), said)).toEqual([]);
    expect(found(clusterWith({ quotas }), {})).toEqual([]);
  });

  it('has no answer where the bounds leave none', () => {
    const [finding] = found(clusterWith({ limitRanges: [bounds({ min: { cpu: '2' } }), bounds({ max: { cpu: '1' } })] }), {});
    expect(finding?.fix.en).toBe('No answer keeps to all of it: ask an administrator to change the LimitRange.');
  });

  it('is told with answers that really mend it, whatever the quota and the bounds', () => {
    const amount = (...said: readonly string[]) => fc.constantFrom(...said);
    const hard = fc.record(
      { 'requests.cpu': amount('60m', '300m', '2'), 'limits.memory': amount('300Mi', '2Gi'), pods: amount('2', '4') },
      { requiredKeys: [] },
    );
    const limits = fc.record(
      {
        min: fc.record({ cpu: amount('50m', '700m'), memory: amount('100M', '1Gi') }, { requiredKeys: [] }),
        max: fc.record({ cpu: amount('150m', '1500m'), memory: amount('200Mi', '700Mi') }, { requiredKeys: [] }),
        maxLimitRequestRatio: fc.record({ cpu: amount('1', '3'), memory: amount('1', '1500m') }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    const said = fc.record({ replicas: amount('1', '2', '5', '2-6'), size: amount('tiny', 'small', 'medium', 'large') });
    fc.assert(
      fc.property(
        fc.oneof(
          hard.map((each) => ({ quotas: [quota(each)] })),
          limits.map((each) => ({ limitRanges: [bounds(each)] })),
        ),
        said,
        (plot, values) => {
          const cluster = clusterWith(plot);
          for (const { fix } of found(cluster, values)) {
            for (const way of advisedIn(fix)) {
              const after = { ...values, ...way };
              expect(settled(requestOn(cluster, after)).refusals, JSON.stringify(way)).toEqual([]);
              expect(found(cluster, after), JSON.stringify(way)).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is told where a namespace that was there is gone', () => {
    const gone = { ...seenClusters.kind, namespace: { name: 'shop', exists: false } };
    const outlook = completedOutlookOf(
      {
        hasComponents: true,
        folder: 'shop',
        slots: [],
        added: [],
        answers: [
          { source: 'file', application: { 'create-namespace': false }, components: { '': { image: 'ghcr.io/example/shop:2.4.1' } } },
        ],
      },
      { ...means, cluster: gone },
    );
    expect(clusterFindingsOn(outlook).map(({ check, fix }) => [check, fix.en])).toEqual([
      ['namespace-missing', expect.stringContaining('--create-namespace')],
    ]);
  });

  it('is told where nobody makes disks', () => {
    expect(told('bare', keeps)).toEqual([expect.stringMatching(/^no-storage-class: The cluster has no storage class/)]);
    expect(told('bare', {})).toEqual([]);
    expect(told('unseen', keeps)).toEqual([]);
  });
});

describe.each(Object.keys(seenClusters) as SeenCluster[])('on the cluster “%s”', (seen) => {
  const needed: Readonly<Record<string, Values>> = {
    'static-site': { exposure: 'outside', host: 'shop.example.com' },
    'scheduled-job': { schedule: '30 3 * * *' },
  };

  it.each(presets.map(({ name }) => name))('the preset %s settles', (preset) => {
    const brings = presets.find(({ name }) => name === preset)?.answers['image'];
    const own: Values = brings === undefined ? { image: 'ghcr.io/example/shop:2.4.1' } : {};
    const outlook = completedOutlookOf(
      {
        hasComponents: true,
        folder: 'shop',
        slots: [],
        added: preset === 'postgresql-backup' ? [{ preset: 'postgresql', name: 'postgresql' }] : [],
        preset,
        answers: [{ source: 'flag', application: {}, components: { '': { ...own, ...needed[preset] } } }],
      },
      { ...means, cluster: seenClusters[seen] },
    );
    expect(complaintsOf(outlook.settled, catalogue).map(({ says }) => says.en)).toEqual([]);
  });

  it('whatever somebody says, no choice is refused without a way out, and the way out of what the cluster refuses is one', () => {
    fc.assert(
      fc.property(saying(), (said) => {
        const wish = wishOf(said);
        const request = requestFor({ ...wish, facts: { ...wish.facts, cluster: seenClusters[seen] } });
        for (const { question, slot, value, says, mends } of settled(request).refusals) {
          expect(mends, `${question.id} ${String(value)}: ${says.en}`).not.toEqual([]);
          for (const { id, value: mend } of mends) {
            const asked = questionById(topics, id);
            const parsed = asked?.type.parse(asked.type.print(mend));
            expect(parsed, `${question.id} of ${slot ?? 'the application'}: ${id}`).toEqual({ value: mend });
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
