import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { fieldOf, listIn } from '../../src/checks/object-fields.ts';
import { isDone } from '../../src/cluster/apply/applied.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import type { Values } from '../../src/model/value.ts';
import { objectsOf } from '../presets/runs.ts';
import { followed } from './advised.ts';
import { becomeReady, findingIn } from './findings.ts';
import { type Machine, machine, on, podsIn, report, sent, tell } from './kubelet.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });
const image = 'ghcr.io/example/shop:2.4.1';

// Two, so that a sentence that counts them is about several, whatever else runs.
let [idle, spare]: [Machine | undefined, Machine | undefined] = [undefined, undefined];
beforeAll(async () => {
  idle = await machine(connection, 'diagnosis-idle');
  spare = await machine(connection, 'diagnosis-spare');
});
afterAll(async () => {
  await idle?.remove();
  await spare?.remove();
});

const change = (question: string, value: string, component = 'web') =>
  `--${component}.${question} ${value}, added to the create-k8s-app command in README.md`;

/** What `web` is made of, in a namespace of its own. */
const web = (name: string, answers: Values = {}, application: Values = {}): readonly AnyObject[] =>
  objectsOf({
    application: { name, quota: 'none', ...application },
    preset: 'web',
    components: { '': { image, exposure: 'cluster', ...answers } },
  });

/** Changes what lies at a path of the objects of a kind. */
function changed(objects: readonly AnyObject[], kind: string, path: readonly string[], value: unknown): readonly AnyObject[] {
  const within = (held: unknown, [step, ...rest]: readonly string[]): unknown =>
    step === undefined ? value : { ...(held as object), [step]: within(fieldOf(held, step), rest) };
  return objects.map((object) => (object.kind === kind ? (within(object, path) as AnyObject) : object));
}

const bare = (kind: string, name: string, namespace: string | undefined, more: object, apiVersion = 'v1'): AnyObject => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  ...more,
});

const statefulSet = (namespace: string, spec: object): AnyObject => {
  const labels = { app: 'db' };
  return bare(
    'StatefulSet',
    'db',
    namespace,
    { spec: { serviceName: 'db', selector: { matchLabels: labels }, template: { metadata: { labels }, spec } } },
    'apps/v1',
  );
};

async function applied(objects: readonly AnyObject[]): Promise<readonly AnyObject[]> {
  const through = await apply(connection, objects);
  expect(through.filter((each) => !isDone(each))).toEqual([]);
  return objects;
}

/** Both halves are there, and the English ones are as they should be. */
function isTold(found: Finding, says: string, fix: string): void {
  expect([found.says.en, found.fix.en]).toEqual([says, fix]);
  expect(found.says.es).not.toBe(found.says.en);
  expect(found.fix.es).not.toBe(found.fix.en);
}

const named = (check: string) => (finding: Finding) => finding.check === check;

describe('pods that are not made', () => {
  const quota = (namespace: string, hard: object): AnyObject => bare('ResourceQuota', 'tight', namespace, { spec: { hard } });

  it('where the quota has no room', async () => {
    const name = 'diagnosis-quota';
    const objects = await applied([...web(name, { cpu: '500m', 'cpu-limit': '1' }), quota(name, { 'requests.cpu': '800m' })]);
    const found = await findingIn(connection, objects, named('quota-exceeded'));
    isTold(
      found,
      `The namespace ${name} has 300m CPU left (quota tight), and this needs 500m CPU.`,
      `Ask for less: ${change('cpu', '300m')}; then apply it. Or ask an administrator to raise the quota tight to at least requests.cpu: 1.`,
    );
    expect([found.where, found.severity]).toEqual([`Deployment ${name}-web`, 'error']);
    expect(found.quote).toMatch(/^pods "diagnosis-quota-web-\w+-\w+" is forbidden: exceeded quota: tight/);
  });

  it('where the quota counts what they do not say', async () => {
    const name = 'diagnosis-unmet';
    const objects = web(name).filter(({ kind }) => kind !== 'LimitRange');
    const told = changed(
      objects,
      'Deployment',
      ['spec', 'template', 'spec', 'containers'],
      [{ name: 'web', image, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
    );
    const found = await findingIn(connection, await applied([...told, quota(name, { 'requests.cpu': '1' })]), named('quota-refuses'));
    isTold(
      found,
      'The quota tight counts requests.cpu, which a container does not say: its pods are refused.',
      'Set requests.cpu in the container’s resources, or add a LimitRange with defaults to the namespace.',
    );
  });

  it('where Pod Security forbids them, which is a failure for good', async () => {
    const name = 'diagnosis-doorman';
    const objects = await applied(changed(web(name), 'Deployment', ['spec', 'template', 'spec', 'hostNetwork'], true));
    const found = await findingIn(connection, objects, named('pod-security'));
    isTold(
      found,
      `The namespace ${name} enforces Pod Security “restricted” and refuses these pods: host namespaces and hostPort.`,
      'Change that in the securityContext. If the image cannot do without, an administrator has to loosen the namespace: --pod-security baseline, added to the create-k8s-app command in README.md.',
    );
  });

  it('where the LimitRange does not allow so much', async () => {
    const name = 'diagnosis-limits';
    const limits = bare('LimitRange', 'tight', name, { spec: { limits: [{ type: 'Container', max: { memory: '64Mi' } }] } });
    const found = await findingIn(connection, await applied([...web(name), limits]), named('limit-range'));
    expect(found.says.en).toContain('64Mi');
    expect(found.says.es).not.toBe(found.says.en);
  });

  it('where their account is missing', async () => {
    const name = 'diagnosis-account';
    const objects = web(name).filter(({ kind }) => kind !== 'ServiceAccount');
    const found = await findingIn(connection, await applied(objects), named('service-account-missing'));
    isTold(
      found,
      `web gets no pods: the ServiceAccount ${name}-web is missing in the namespace ${name}.`,
      `Apply it with the rest, or create it: kubectl create serviceaccount ${name}-web --namespace ${name}`,
    );
  });

  it.for(['StatefulSet', 'DaemonSet', 'Job'] as const)('also those of a %s, which only says it in an event', async (kind) => {
    const name = `diagnosis-${kind.toLowerCase()}`;
    const template = {
      metadata: { labels: { app: 'a' } },
      spec: {
        containers: [{ name: 'a', image, resources: { requests: { cpu: '2' }, limits: { cpu: '2' } } }],
        ...(kind === 'Job' ? { restartPolicy: 'Never' } : {}),
      },
    };
    const spec =
      kind === 'Job'
        ? { template }
        : { selector: { matchLabels: { app: 'a' } }, template, ...(kind === 'StatefulSet' ? { serviceName: 'a' } : {}) };
    const objects = [
      bare('Namespace', name, undefined, {}),
      quota(name, { 'requests.cpu': '1' }),
      bare(kind, 'a', name, { spec }, kind === 'Job' ? 'batch/v1' : 'apps/v1'),
    ];
    const found = await findingIn(connection, await applied(objects), named('quota-exceeded'));
    expect([found.where, found.says.en]).toEqual([
      `${kind} a`,
      `The namespace ${name} has 1 CPU left (quota tight), and this needs 2 CPU.`,
    ]);
    expect(found.quote).toMatch(/^pods "/);
  });
});

describe('pods without a node', () => {
  /** Three nodes are for everybody; how many there are with a taint changes with other tests. */
  const unnumbered = (found: Finding): Finding => ({
    ...found,
    says: { ...found.says, en: found.says.en.replace(/of \d+,/, 'of N,').replace(/\d+ keep/, 'N keep') },
  });
  const apart = 'and N keep pods away by a taint';
  const both = ' This happens to 2 of 2 pods.';

  it('because they want too much CPU', async () => {
    const name = 'diagnosis-cpu';
    const limited = await applied(web(name, { cpu: '3000', 'cpu-limit': 'none' }).filter(({ kind }) => kind !== 'LimitRange'));
    const found = await findingIn(connection, limited, ({ says }) => says.en.endsWith(both));
    isTold(
      unnumbered(found),
      `web finds no node for its pods: of N, 3 have too little free CPU ${apart}.${both}`,
      `Reserve less, such as ${change('cpu', '1500')}; then apply again. Or ask whoever runs the cluster for more or bigger nodes.`,
    );
    expect(found.quote).toMatch(/^0\/\d+ nodes are available: /);
  });

  it('because they want too much memory', async () => {
    const name = 'diagnosis-memory';
    const limited = await applied(web(name, { memory: '10Ti', 'memory-limit': '10Ti' }).filter(({ kind }) => kind !== 'LimitRange'));
    const found = await findingIn(connection, limited, ({ says }) => says.en.endsWith(both));
    isTold(
      unnumbered(found),
      `web finds no node for its pods: of N, 3 have too little free memory ${apart}.${both}`,
      `Reserve less, such as ${change('memory', '5Ti')}; then apply again. Or ask whoever runs the cluster for more or bigger nodes.`,
    );
  });

  it('because the only ones keep them away, or have not the labels', async () => {
    const name = 'diagnosis-taint';
    const objects = await applied(
      changed(web(name), 'Deployment', ['spec', 'template', 'spec', 'nodeSelector'], { 'kubernetes.io/hostname': 'diagnosis-idle' }),
    );
    const found = await findingIn(connection, objects, named('unschedulable'));
    expect(found.says.en).toMatch(
      /^web finds no node for its pods: of \d+, \d+ do not have the labels that its pods ask for and \d+ keeps? pods away by a taint/,
    );
    expect(found.fix.en).toMatch(/^Compare nodeSelector and affinity in its manifest/);
    expect(found.says.es).toMatch(/^web no encuentra nodo para sus pods: de \d+, /);
  });

  it('because they want to be apart from each other', async () => {
    const name = 'diagnosis-apart';
    const affinity = {
      podAntiAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: [
          { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { 'app.kubernetes.io/instance': `${name}-web` } } },
        ],
      },
    };
    const many = changed(web(name), 'Deployment', ['spec', 'replicas'], 4);
    const objects = await applied(changed(many, 'Deployment', ['spec', 'template', 'spec', 'affinity'], affinity));
    const found = await findingIn(connection, objects, named('unschedulable'));
    isTold(
      unnumbered(found),
      `web finds no node for its pods: of N, 3 already have a pod that wants to be apart from it ${apart}. This happens to 1 of 4 pods.`,
      `Run fewer replicas than there are such nodes: ${change('replicas', 'N')}; then apply again. Or ask whoever runs the cluster for more nodes.`,
    );
  });

  it('because their node has thrown them out', async () => {
    const thrown = 'diagnosis-evicted';
    if (!idle) throw new Error('There are no machines.');
    const first = await applied(on(idle, web(thrown)));
    const [evicted] = await podsIn(connection, thrown, 2);
    if (!evicted) throw new Error('There is no pod.');
    await report(connection, evicted, [], {
      phase: 'Failed',
      reason: 'Evicted',
      message: 'The node was low on resource: memory. Threshold quantity: 100Mi.',
    });
    const thrownOut = await findingIn(connection, first, named('evicted'));
    // Another one may be there already.
    expect(thrownOut.says.en).toMatch(/^web was evicted: its node was running out of memory. This happens to 1 of [23] pods.$/);
    expect(thrownOut.fix.en).toBe(`Reserve as much as it uses, and others go first: ${change('memory', 'MORE')}.`);
    expect(thrownOut.says.es).toMatch(/^web ha sido desalojado: su nodo se quedaba sin memoria. /);
  });
});

describe('claims without a volume', () => {
  const claim = (namespace: string, storageClassName: string | undefined, name = 'data'): AnyObject =>
    bare('PersistentVolumeClaim', name, namespace, {
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
        ...(storageClassName === undefined ? {} : { storageClassName }),
      },
    });
  const storageClass = (name: string, volumeBindingMode: string): AnyObject =>
    bare('StorageClass', name, undefined, { provisioner: 'example.com/silent', volumeBindingMode }, 'storage.k8s.io/v1');

  it('whose class does not exist, which is a failure for good', async () => {
    const name = 'diagnosis-class';
    const objects = await applied([bare('Namespace', name, undefined, {}), claim(name, 'fast')]);
    const found = await findingIn(connection, objects, named('storage-class-missing'));
    expect(found.says.en).toBe('The volume claim data waits: the cluster has no storage class “fast”.');
    expect(found.fix.en).toMatch(
      /^Name one that is there: storageClassName: [\w|-]*kwok-volume[\w|-]* in its manifest\. Before you apply again, delete the claim, which keeps its class; without a volume it holds no data, so nothing is lost: kubectl delete pvc\/data --namespace diagnosis-class$/,
    );
    expect(found.fix.es).not.toBe(found.fix.en);
  });

  it('and what is advised helps, also where a pod waits for it', async () => {
    const name = 'diagnosis-class-pod';
    const labels = { app: 'web' };
    const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
    const spec = { containers: [{ name: 'web', image }], volumes };
    const workload = { spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } } };
    const all = (storageClass: string) => [
      bare('Namespace', name, undefined, {}),
      claim(name, storageClass),
      bare('Deployment', 'web', name, workload, 'apps/v1'),
    ];
    await applied(all('fast'));
    await podsIn(connection, name, 1);
    await followed(await findingIn(connection, all('fast'), named('storage-class-missing')));
    await becomeReady(connection, await applied(all('kwok-volume')));
  });

  it('that name no class where none is the default one', async () => {
    const name = 'diagnosis-classless';
    const found = await findingIn(
      connection,
      await applied([bare('Namespace', name, undefined, {}), claim(name, '')]),
      named('storage-class-default'),
    );
    expect(found.says.en).toBe('The volume claim data waits: it names no storage class, and the cluster has no default one.');
    expect(found.says.es).not.toBe(found.says.en);
  });

  it('whose provisioner says nothing', async () => {
    const name = 'diagnosis-silent';
    const objects = await applied([
      bare('Namespace', name, undefined, {}),
      storageClass('diagnosis-silent', 'Immediate'),
      claim(name, 'diagnosis-silent'),
    ]);
    const found = await findingIn(connection, objects, named('volume-provisioner'));
    isTold(
      found,
      'The volume claim data waits: example.com/silent is to make its volume, and has not said anything yet.',
      'If it stays so, ask whoever runs the cluster whether that provisioner is running.',
    );
  });

  it('whose provisioner says why', async () => {
    const name = 'diagnosis-full';
    const objects = await applied([
      bare('Namespace', name, undefined, {}),
      storageClass('diagnosis-full', 'Immediate'),
      claim(name, 'diagnosis-full'),
    ]);
    const seen = await sent(connection, 'GET', `/api/v1/namespaces/${name}/persistentvolumeclaims/data`);
    await tell(connection, seen, 'ProvisioningFailed', 'rpc error: code = ResourceExhausted desc = no space left in the pool');
    const found = await findingIn(connection, objects, named('volume-provisioning'));
    expect(found.says.en).toBe('The volume claim data waits: the cluster’s storage could not make its volume.');
    expect(found.quote).toBe('rpc error: code = ResourceExhausted desc = no space left in the pool');
  });

  it('is told with the StatefulSet that made them', async () => {
    const name = 'diagnosis-db';
    const database = (storageClass: string) =>
      objectsOf({ application: { name }, preset: 'postgresql', components: { '': { 'storage-class': storageClass } } });
    const found = await findingIn(connection, await applied(database('fast')), named('storage-class-missing'));
    expect(found.where).toMatch(/^StatefulSet diagnosis-db-/);
    expect(found.says.en).toMatch(/^The volume claim data-diagnosis-db-\w+-0 waits: the cluster has no storage class “fast”.$/);
    expect(found.fix.en).toMatch(/^Name one that is there: --\w+\.storage-class /);
    expect(found.fix.en).toContain(
      'Before you apply again, delete the StatefulSet and the claim, which both keep their class; without a volume it holds no data, so nothing is lost: ',
    );
    await followed(found);
    await becomeReady(connection, await applied(database('kwok-volume')));
  });

  it('beside those that have one, which keep it, and their pods', async () => {
    const name = 'diagnosis-db-more';
    const database = (storageClassName: string, replicas: number): readonly AnyObject[] => {
      const volumeClaimTemplates = [{ ...claim(name, storageClassName), metadata: { name: 'data' } }];
      const { spec, ...set } = statefulSet(name, { containers: [{ name: 'web', image }] });
      return [bare('Namespace', name, undefined, {}), { ...set, spec: { ...(spec as object), replicas, volumeClaimTemplates } }];
    };
    const [capacity, accessModes, hostPath] = [{ storage: '1Gi' }, ['ReadWriteOnce'], { path: '/data' }];
    const volume = bare('PersistentVolume', name, undefined, { spec: { storageClassName: name, capacity, accessModes, hostPath } });
    await becomeReady(connection, await applied([volume, ...database(name, 1)]));
    const kept = async () => {
      const paths = ['persistentvolumeclaims/data-db-0', 'pods/db-0'].map((path) => `/api/v1/namespaces/${name}/${path}`);
      return Promise.all(paths.map(async (path) => (await sent(connection, 'GET', path)).metadata?.uid));
    };
    const before = await kept();
    const found = await findingIn(connection, await applied(database(name, 2)), named('storage-class-missing'));
    expect(found.fix.en).toContain(`: kubectl delete statefulset/db pod/db-1 pvc/data-db-1 --namespace ${name} --cascade=orphan`);
    await followed(found);
    await becomeReady(connection, await applied(database('kwok-volume', 2)));
    expect(await kept()).toEqual(before);
  });
});

describe('Jobs', () => {
  const job = (namespace: string, more: object, pod: object = {}): readonly AnyObject[] => [
    bare('Namespace', namespace, undefined, {}),
    bare(
      'Job',
      'migrate',
      namespace,
      {
        spec: {
          ...more,
          template: { spec: { restartPolicy: 'Never', nodeName: 'diagnosis-idle', containers: [{ name: 'web', image }], ...pod } },
        },
      },
      'batch/v1',
    ),
  ];

  it('that failed for good, with the last words', async () => {
    const name = 'diagnosis-job-failed';
    const objects = await applied(job(name, { backoffLimit: 0 }));
    const [pod] = await podsIn(connection, name, 1);
    if (!pod) throw new Error('There is no pod.');
    await report(
      connection,
      pod,
      [{ state: { terminated: { exitCode: 1, reason: 'Error', message: 'relation "users" already exists' } } }],
      { phase: 'Failed' },
    );
    const found = await findingIn(connection, objects, named('job-failed'));
    isTold(
      found,
      'migrate failed once, and is not tried again: its program says that something failed (exit code 1).',
      `Mend the cause, delete the Job, and apply again: kubectl delete job migrate --namespace ${name}`,
    );
    expect(found.quote).toBe('relation "users" already exists');
  });

  it('that failed, and are tried again', async () => {
    const name = 'diagnosis-job-again';
    const objects = await applied(job(name, { backoffLimit: 5 }));
    const [pod] = await podsIn(connection, name, 1);
    if (!pod) throw new Error('There is no pod.');
    await report(connection, pod, [{ state: { terminated: { exitCode: 42, reason: 'Error' } } }], { phase: 'Failed' });
    const found = await findingIn(connection, objects, named('crash'));
    expect([found.severity, found.says.en.split('.')[0]]).toEqual(['warning', 'migrate crashed once: its program ended with exit code 42']);
  });

  it('that took too long', async () => {
    const name = 'diagnosis-job-late';
    const objects = await applied(job(name, { activeDeadlineSeconds: 1 }));
    const found = await findingIn(connection, objects, named('job-deadline'));
    isTold(
      found,
      'migrate was stopped, because it ran longer than 1 seconds.',
      `If it needs that long, raise activeDeadlineSeconds in its manifest. Mend the cause, delete the Job, and apply again: kubectl delete job migrate --namespace ${name}`,
    );
  });
});

describe('what leads nowhere', () => {
  const service = (namespace: string, spec: object): AnyObject =>
    bare('Service', 'shop', namespace, { spec: { ports: [{ port: 80, targetPort: 'http' }], ...spec } });

  it('a Service whose pods do not exist', async () => {
    const name = 'diagnosis-service';
    const objects = await applied([bare('Namespace', name, undefined, {}), service(name, { selector: { app: 'shop' } })]);
    isTold(
      await findingIn(connection, objects, named('service-without-pods')),
      'The Service shop leads nowhere: no pod has the labels app=shop.',
      'Its selector has to be the labels in the pod template of its workload.',
    );
  });

  it('a Service that sends to a port that no container has', async () => {
    const name = 'diagnosis-port';
    const objects = await applied([
      ...web(name),
      service(name, { selector: { 'app.kubernetes.io/instance': `${name}-web` }, ports: [{ port: 80, targetPort: 'web' }] }),
    ]);
    isTold(
      await findingIn(connection, objects, named('service-port')),
      'The Service shop sends to the port “web”, and no container of its pods has one by that name.',
      'Give the container’s port that name, or put its number into targetPort.',
    );
  });

  it('a load balancer that nobody gives out: everything else is ready', async () => {
    const name = 'diagnosis-balancer';
    const objects = await applied([bare('Namespace', name, undefined, {}), service(name, { type: 'LoadBalancer', selector: {} })]);
    const found = await findingIn(connection, objects, named('load-balancer-pending'));
    isTold(
      found,
      'The Service shop has no address from outside: nobody in this cluster gives out load balancers, or not yet.',
      `In a cloud it may take minutes. kind, minikube and clusters of your own have none: type: ingress|node-port in its manifest. To try it out: kubectl port-forward service/shop --namespace ${name} 8080:80`,
    );
    expect(found.severity).toBe('warning');
  });

  it('an Ingress of a class that does not exist, and one that nobody takes up', async () => {
    const name = 'diagnosis-ingress';
    const ingress = (ingressClassName: string): AnyObject =>
      bare(
        'Ingress',
        ingressClassName,
        name,
        { spec: { ingressClassName, defaultBackend: { service: { name: 'shop', port: { number: 80 } } } } },
        'networking.k8s.io/v1',
      );
    const known = bare(
      'IngressClass',
      'diagnosis-known',
      undefined,
      { spec: { controller: 'example.com/asleep' } },
      'networking.k8s.io/v1',
    );
    const objects = await applied([bare('Namespace', name, undefined, {}), known, ingress('nginx'), ingress('diagnosis-known')]);
    const missing = await findingIn(connection, objects, named('ingress-class-missing'));
    expect(missing.says.en).toBe('Nobody reads the Ingress nginx, so it gets no address: the cluster has no Ingress class “nginx”.');
    expect(missing.fix.en).toMatch(
      /^The cluster has .*diagnosis-known.*\. Choose the controller that is there: ingressClassName: .*diagnosis-known.* in its manifest; then apply again\.$/,
    );
    isTold(
      await findingIn(connection, objects, named('ingress-untaken')),
      'The Ingress diagnosis-known has no address: its controller example.com/asleep has not taken it up.',
      'Some controllers never write one: try the host name. If nothing answers, ask whoever runs the cluster whether the controller is running.',
    );
  });

  it('a namespace that is on its way out, with the finalizer that it waits for', async () => {
    const name = 'diagnosis-terminating';
    const held = { ...bare('ConfigMap', 'held', name, {}), metadata: { name: 'held', namespace: name, finalizers: ['example.com/tidy'] } };
    const objects = await applied([bare('Namespace', name, undefined, {}), held]);
    await sent(connection, 'DELETE', `/api/v1/namespaces/${name}`);
    const conditions = async () =>
      listIn(fieldOf(await sent(connection, 'GET', `/api/v1/namespaces/${name}`), 'status', 'conditions')).length;
    try {
      await expect.poll(conditions, { timeout: 30_000 }).toBeGreaterThan(0);
      isTold(
        await findingIn(connection, objects, ({ says }) => says.en.includes('finalizer')),
        `The namespace ${name} is being deleted, and waits for whoever set the finalizer example.com/tidy in it.`,
        'Whoever set it has to tidy up first: look whether that controller is running. Then apply again.',
      );
    } finally {
      await sent(connection, 'PATCH', `/api/v1/namespaces/${name}/configmaps/held`, { metadata: { finalizers: null } });
    }
  });
});

describe('workloads that only take too long', () => {
  it('a Deployment beyond its deadline', async () => {
    const name = 'diagnosis-late';
    if (!idle) throw new Error('There is no machine.');
    const objects = await applied(changed(on(idle, web(name)), 'Deployment', ['spec', 'progressDeadlineSeconds'], 1));
    isTold(
      await findingIn(connection, objects, named('progress-deadline')),
      'web did not come up within 1 seconds, and nothing says why.',
      `Look at its pods: kubectl describe pods --namespace ${name}`,
    );
  });

  it('a StatefulSet that waits for a pod of its older version', async () => {
    const name = 'diagnosis-stuck';
    const set = (tag: string) => statefulSet(name, { nodeName: 'diagnosis-idle', containers: [{ name: 'web', image: `db:${tag}` }] });
    await applied([bare('Namespace', name, undefined, {}), set('1')]);
    const [pod] = await podsIn(connection, name, 1);
    if (!pod) throw new Error('There is no pod.');
    await report(connection, pod, [{ state: { waiting: { reason: 'ImagePullBackOff', message: 'not found' } } }]);
    isTold(
      await findingIn(connection, await applied([set('2')]), named('stuck-pod')),
      'db waits for its pod db-0 of the version before, which does not come up.',
      `Delete that pod, and it comes back in the new version, with its disk: kubectl delete pod db-0 --namespace ${name}`,
    );
  });
});
