import { describe, expect, it } from 'vitest';
import { blocks } from '../../src/cluster/glance/blocks.ts';
import { glanceOf } from '../../src/cluster/glance/glance.ts';
import {
  ago,
  condition,
  deployment,
  event,
  glance,
  madeBy,
  namespace,
  node,
  now,
  object,
  pod,
  replicaSet,
  rowsIn,
  scene,
} from './scenes.ts';

describe('the cluster', () => {
  it.each([
    ['v1.36.3', 'green Kubernetes v1.36.3: supported'],
    ['v1.34.1+rke2r1', 'green Kubernetes v1.34.1+rke2r1: supported'],
    ['v1.31.0', 'amber Kubernetes v1.31.0: out of support: it gets no fixes any more'],
    ['v1.99.0', 'plain Kubernetes v1.99.0: newer than what this program knows'],
  ])('%s', (gitVersion, row) => {
    expect(rowsIn('cluster', [namespace()], { gitVersion })).toEqual([row]);
  });

  it('counts on OpenShift by the version of OpenShift', () => {
    expect(rowsIn('cluster', [namespace()], { gitVersion: 'v1.33.4', isOpenShift: true })).toEqual(['green Kubernetes v1.33.4: supported']);
    expect(rowsIn('cluster', [namespace()], { gitVersion: 'v1.33.4' })[0]).toMatch(/^amber/);
  });

  it('misses a namespace that is not there, or not much longer, but not one that may not be seen', () => {
    expect(rowsIn('cluster', [])).toContain('red Namespace shop: does not exist');
    const going = { ...namespace(), metadata: { ...namespace().metadata, deletionTimestamp: ago(1) } } as never;
    expect(rowsIn('cluster', [going])).toContain('red Namespace shop: is being deleted');
    const unseen = [{ kind: 'Namespace', plural: 'namespaces', block: 'cluster', why: 'forbidden' }] as const;
    expect(rowsIn('cluster', [], { unseen })).toHaveLength(1);
  });
});

describe('what was to be applied', () => {
  const web = { apiVersion: 'apps/v1', ...deployment('web', 1, 1) };
  const told = (objects: Parameters<typeof rowsIn>[1], expected: Parameters<typeof rowsIn>[1], rest = {}) =>
    rowsIn('missing', objects, { expected, ...rest });

  it('is there, or missing', () => {
    expect(told([namespace(), web], [web])).toEqual([]);
    expect(told([namespace()], [web])).toEqual(['red Deployment web: missing: in the manifests, not in the cluster']);
  });

  it('is not missed without its namespace, where it may not be seen, or where nobody looks', () => {
    expect(told([], [web])).toEqual([]);
    const unseen = [{ kind: 'Deployment', plural: 'deployments', block: 'workloads', why: 'forbidden' }] as const;
    expect(told([namespace()], [web], { unseen })).toEqual([]);
    const others = [
      { apiVersion: 'v1', ...object('ConfigMap', 'web') },
      { apiVersion: 'batch/v1', ...object('Job', 'web') },
      { apiVersion: 'serving.knative.dev/v1', ...object('Service', 'web') },
    ];
    expect(told([namespace()], others)).toEqual([]);
  });
});

describe('a namespace in which nothing runs', () => {
  const nothing = 'red Namespace shop: nothing runs here yet: no workload, no pod';
  const quota = { apiVersion: 'v1', ...object('ResourceQuota', 'shop') };

  it('is no good news', () => {
    expect(rowsIn('missing', [namespace(), object('Service', 'kubernetes')])).toEqual([nothing]);
    expect(glance([namespace()])).toMatchObject({ light: 'red', isEmpty: true });
    const settings = { apiVersion: 'v1', ...object('ConfigMap', 'web') };
    expect(rowsIn('missing', [namespace()], { expected: [settings] })).toEqual([nothing]);
  });

  it('is as it should be where nothing else was expected, and unknown where no pod may be seen', () => {
    expect(glance([namespace(), quota], { expected: [quota] })).toMatchObject({ light: 'green', isEmpty: false });
    const job = { apiVersion: 'batch/v1', ...object('Job', 'once') };
    expect(glance([namespace()], { expected: [job] })).toMatchObject({ light: 'green', isEmpty: false });
    const unseen = [{ kind: 'Pod', plural: 'pods', block: 'pods', why: 'forbidden' }] as const;
    expect(glance([namespace()], { unseen })).toMatchObject({ light: 'green', isEmpty: false });
    for (const one of [deployment('web', 0, 0), object('CronJob', 'backup'), pod('web')])
      expect(glance([namespace(), one]).isEmpty).toBe(false);
  });

  it('leads to where applications are, and is told once', () => {
    const fixes = (elsewhere: readonly string[]) =>
      glance([], { elsewhere }).blocks.flatMap(({ rows }) => rows.flatMap(({ fix }) => fix?.en ?? []));
    expect(fixes([])).toEqual([
      'Apply your manifests with “create-k8s-app apply FOLDER”, or look into another namespace with --namespace NAME.',
    ]);
    expect(fixes(['a', 'b'])[0]).toMatch(/ There are applications in a and b\.$/);
    expect(fixes([...'abcdefg'])[0]).toMatch(/ in a, b, c, d, e, and 2 more\.$/);
    const web = { apiVersion: 'apps/v1', ...deployment('web', 1, 1) };
    expect(rowsIn('missing', [namespace()], { expected: [web] })).toHaveLength(1);
  });
});

describe('nodes', () => {
  it('are counted, and each that is not as it should be is named', () => {
    expect(rowsIn('nodes', [node('a'), node('b')])).toEqual(['green ready: 2 of 2']);
    const lost = node('b', [condition('Ready', 'False', 5, { message: 'Kubelet stopped posting node status.' })]);
    expect(rowsIn('nodes', [node('a'), lost])).toEqual([
      'red ready: 1 of 2',
      'red Node b: not ready for 5 min | Kubelet stopped posting node status.',
    ]);
    expect(rowsIn('nodes', [node('a', [condition('Ready', 'True'), condition('MemoryPressure', 'True')])])).toContain(
      'amber Node a: short of room: MemoryPressure',
    );
    expect(rowsIn('nodes', [node('a', undefined, { unschedulable: true })])).toContain('plain Node a: takes no new pods (cordoned)');
  });

  it('are nearly all requested above 90 %, and what is really used is told where it is measured', () => {
    const asking = (cpu: string) => ({
      ...pod('x', {}, {}, { containers: [{ resources: { requests: { cpu, memory: '2Gi' } } }] }),
      kind: 'PodAnywhere',
    });
    const metrics = { kind: 'NodeMetrics', usage: { cpu: '1000000000n', memory: '2Gi' } };
    expect(rowsIn('nodes', [node('a'), asking('2'), metrics])).toEqual([
      'green ready: 1 of 1',
      'green cpu: requested: 50 %, used: 25 %',
      'green memory: requested: 25 %, used: 25 %',
    ]);
    expect(rowsIn('nodes', [node('a'), asking('3700m')])[1]).toBe('amber cpu: nearly all requested: 93 %');
  });

  it('that nobody may see are not none', () => expect(rowsIn('nodes', [])).toEqual([]));
});

describe('quota', () => {
  const quota = (used: string, hard = '10') => object('ResourceQuota', 'shop', { status: { hard: { pods: hard }, used: { pods: used } } });

  it.each([
    ['8', 'green pods: room enough: 8 of 10 taken'],
    ['9', 'amber pods: nearly full: 9 of 10'],
    ['10', 'red pods: full: 10 of 10'],
  ])('%s of 10', (used, row) => expect(rowsIn('quota', [quota(used)])).toEqual([row]));

  it('of nothing is not full', () => expect(rowsIn('quota', [quota('0', '0')])).toEqual([]));

  it('and limits that are there, or not', () => {
    expect(rowsIn('quota', [namespace(), object('LimitRange', 'shop')])).toEqual([
      'plain ResourceQuota: none: nothing limits this namespace',
      'plain LimitRange shop: gives each container its usual requests and limits',
    ]);
  });
});

describe('workloads', () => {
  const told = (...objects: Parameters<typeof rowsIn>[1]) => rowsIn('workloads', objects);
  const unready = (minutes: number) => pod('web-1-a', { conditions: [condition('Ready', 'False', minutes)] });

  it('are ready with all their pods', () => {
    expect(told(deployment('web', 2, 2))).toEqual(['green Deployment web: ready: 2 of 2 pods, shop:2.4.1, 60 min old']);
    expect(
      told(object('DaemonSet', 'agent', { status: { desiredNumberScheduled: 3, numberAvailable: 3, updatedNumberScheduled: 3 } })),
    ).toEqual(['green DaemonSet agent: ready: 3 of 3 pods, 60 min old']);
    expect(told(deployment('web', 0, 0))[0]).toMatch(/^plain Deployment web: scaled to zero: 0 of 0 pods/);
  });

  it('start for a minute, and for as long as each pod has to stand; then they are not ready', () => {
    expect(told(deployment('web', 2, 1), replicaSet('web'), unready(0.5))[0]).toMatch(/^amber Deployment web: starting: 1 of 2 pods/);
    expect(told(deployment('web', 2, 1), replicaSet('web'), unready(2))[0]).toMatch(/^red Deployment web: not ready: 1 of 2 pods/);
    const patient = deployment('web', 2, 1, {
      spec: { replicas: 2, minReadySeconds: 120 },
      status: { availableReplicas: 1, updatedReplicas: 2 },
    });
    expect(told(patient, replicaSet('web'), unready(2))[0]).toMatch(/^amber/);
  });

  it('roll out, or are stuck in it', () => {
    const behind = deployment('web', 2, 2, { status: { availableReplicas: 2, updatedReplicas: 1 } });
    expect(told(behind)[0]).toMatch(/^amber Deployment web: rolling out: 2 of 2 pods, 1 of them new/);
    const stuck = deployment('web', 2, 2, {
      status: {
        availableReplicas: 2,
        updatedReplicas: 1,
        conditions: [condition('Progressing', 'False', 1, { message: 'timed out progressing.' })],
      },
    });
    expect(told(stuck)[0]).toMatch(/^red Deployment web: stuck: .* \| timed out progressing\.$/);
  });

  it('have pods that are refused, by the condition of a Deployment or by what was last said of a StatefulSet', () => {
    const status = { availableReplicas: 0, conditions: [condition('ReplicaFailure', 'True', 1, { message: 'exceeded quota' })] };
    expect(told(deployment('web', 2, 0, { status }))[0]).toMatch(/^red Deployment web: pods are refused: 0 of 2 pods.* \| exceeded quota$/);
    const set = object('StatefulSet', 'db', { spec: { replicas: 1 }, status: {} });
    const refusal = event(set, 'FailedCreate', 'violates PodSecurity', 5);
    expect(told(set, refusal)[0]).toMatch(/^red StatefulSet db: pods are refused: /);
    const later = pod(
      'db-0',
      { conditions: [condition('Ready', 'False', 0.1)] },
      { ...madeBy('StatefulSet', 'db'), creationTimestamp: ago(0.1) as never },
    );
    expect(told(set, refusal, later)[0]).toMatch(/^amber StatefulSet db: starting/);
  });

  it('tell of their autoscaler, and a digest by its start', () => {
    const scaler = object('HorizontalPodAutoscaler', 'web', {
      spec: {
        ...{ minReplicas: 2, maxReplicas: 6, scaleTargetRef: { kind: 'Deployment', name: 'web' } },
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 70 } } }],
      },
      status: { currentMetrics: [{ resource: { name: 'cpu', current: { averageUtilization: 45 } } }] },
    });
    expect(told(deployment('web', 2, 2), scaler)[0]).toMatch(/autoscaler 2–6, cpu 45 → 70 %$/);
    const pinned = object('StatefulSet', 'db', {
      spec: { replicas: 1, template: { spec: { containers: [{ image: 'postgres@sha256:0123456789abcdef' }] } } },
      status: { availableReplicas: 1, updatedReplicas: 1 },
    });
    expect(told(pinned)[0]).toContain('sha256:0123456');
  });
});

describe('pods in trouble', () => {
  const told = (status: Parameters<typeof pod>[1], ...more: Parameters<typeof rowsIn>[1]) =>
    rowsIn('pods', [pod('web-1-a', status), ...more]);
  const waiting = (reason: string, message?: string) => ({ state: { waiting: { reason, message } } });
  const ended = (reason: string, exitCode: number, minutes: number, message?: string) => ({
    terminated: { reason, exitCode, finishedAt: ago(minutes), message },
  });
  const container = (...statuses: readonly object[]) => ({ containerStatuses: statuses });

  it('are none where all is well, or done', () => {
    expect(told({})).toEqual([]);
    expect(told({ phase: 'Succeeded', conditions: [] })).toEqual([]);
    expect(told(container({ ...waiting('ContainerCreating'), restartCount: 0 }))).toEqual([]);
  });

  it.each([
    ['ImagePullBackOff', 'its image cannot be pulled'],
    ['ErrImagePull', 'its image cannot be pulled'],
    ['ErrImageNeverPull', 'its image is not on the node'],
    ['InvalidImageName', 'the name of its image is not valid'],
    ['CreateContainerConfigError', 'something that its configuration names is missing'],
    ['CreateContainerError', 'its container cannot be created'],
    ['RunContainerError', 'its container cannot be started'],
  ])('%s', (reason, words) => {
    expect(told(container(waiting(reason, 'because')))).toEqual([`red Pod web-1-a: ${words} (${reason}) | because`]);
  });

  it('end again and again, with their last words', () => {
    const looping = container({ ...waiting('CrashLoopBackOff', 'back-off 5m0s'), lastState: ended('Error', 1, 3, 'no such table: users') });
    expect(told(looping)).toEqual(['red Pod web-1-a: ends again and again: exit code 1 (CrashLoopBackOff) | no such table: users']);
    expect(told({ initContainerStatuses: looping.containerStatuses })).toHaveLength(1);
  });

  it('were restarted within the last hour', () => {
    const restarted = (count: number, minutes: number, reason = 'Error') =>
      told(container({ state: { running: {} }, restartCount: count, lastState: ended(reason, 137, minutes) }));
    expect(restarted(1, 30)).toEqual(['amber Pod web-1-a: restarted once, 30 min ago: exit code 137']);
    expect(restarted(3, 30, 'OOMKilled')).toEqual([
      'red Pod web-1-a: restarted 3 times, last 30 min ago: killed for using too much memory (OOMKilled)',
    ]);
    expect(restarted(3, 61)).toEqual([]);
  });

  it('of a workload are told once, with what to do, and only amber as long as that may pass by itself', () => {
    const web = [deployment('web', 2, 0), replicaSet('web')];
    const crashing = container({
      name: 'web',
      ...waiting('CrashLoopBackOff'),
      restartCount: 3,
      lastState: ended('Error', 1, 3, 'no table'),
    });
    const both = [pod('web-1-a', { ...crashing, conditions: [] }), pod('web-1-b', { ...crashing, conditions: [] })];
    const rows = blocks.pods(scene([...web, ...both]));
    expect(rows).toEqual([
      {
        light: 'red',
        what: 'Deployment web',
        says: expect.objectContaining({ en: expect.stringMatching(/^web crashed 3 times/) }),
        fix: expect.objectContaining({ es: expect.stringContaining('kubectl logs') }),
        quote: 'no table',
      },
    ]);
    const mounting = (minutes: number) =>
      rowsIn('pods', [
        ...web,
        pod('web-1-a', {
          phase: 'Pending',
          conditions: [condition('PodScheduled', 'True', minutes), condition('Ready', 'False', minutes)],
        }),
        event(pod('web-1-a'), 'FailedMount', 'MountVolume.SetUp failed for volume "data" : timed out', 0.1, 5),
      ]);
    expect(mounting(0.5)).toEqual([expect.stringMatching(/^amber Deployment web: .*timed out/)]);
    expect(mounting(5)).toEqual([expect.stringMatching(/^red Deployment web: .*timed out/)]);
  });

  it('wait for a node, and fit on none', () => {
    const homeless = (minutes: number) =>
      told({ phase: 'Pending', conditions: [condition('PodScheduled', 'False', minutes, { message: '0/3 nodes are available' })] });
    expect(homeless(0.5)).toEqual(['amber Pod web-1-a: waits for a node | 0/3 nodes are available']);
    expect(homeless(5)).toEqual(['red Pod web-1-a: fits on no node | 0/3 nodes are available']);
  });

  it('do not start, run without being ready, were evicted, or do not go', () => {
    const starting = { phase: 'Pending', conditions: [condition('PodScheduled', 'True', 5)] };
    expect(told(starting)).toEqual(['amber Pod web-1-a: does not start, for 5 min now']);
    expect(told(starting, event(pod('web-1-a'), 'FailedMount', 'secret "x" not found', 1))).toEqual([
      'red Pod web-1-a: does not start, for 5 min now | secret "x" not found',
    ]);
    expect(told({ phase: 'Pending', conditions: [condition('PodScheduled', 'True', 1)] })).toEqual([]);
    const unready = (minutes: number) => ({ conditions: [condition('Ready', 'False', minutes)] });
    expect(told(unready(5), event(pod('web-1-a'), 'Unhealthy', 'HTTP 500', 1))).toEqual([
      'red Pod web-1-a: runs, but is not ready, for 5 min now | HTTP 500',
    ]);
    expect(told(unready(0.5))).toEqual([]);
    expect(told({ phase: 'Failed', reason: 'Evicted', message: 'low on memory' })).toEqual([
      'red Pod web-1-a: was evicted from its node | low on memory',
    ]);
    expect(told({ phase: 'Failed' })).toEqual(['red Pod web-1-a: has failed']);
    const failed = container({ state: ended('Error', 3, 1, 'no disk') });
    expect(told({ phase: 'Failed', ...failed })).toEqual(['red Pod web-1-a: has failed: exit code 3 | no disk']);
    expect(rowsIn('pods', [pod('job-a', { phase: 'Failed' }, madeBy('Job', 'job'))])).toEqual([]);
    const going = (minutes: number) => rowsIn('pods', [pod('web-1-a', {}, { deletionTimestamp: ago(minutes) as never })]);
    expect(going(5)).toEqual(['amber Pod web-1-a: should have been gone for 5 min']);
    expect(going(1)).toEqual([]);
  });
});

describe('volumes', () => {
  const claim = (phase: string, minutes = 60) =>
    object(
      'PersistentVolumeClaim',
      'data',
      { spec: { storageClassName: 'disk', resources: { requests: { storage: '1Gi' } } }, status: { phase } },
      { creationTimestamp: ago(minutes) as never },
    );
  const user = pod('web-1-a', {}, {}, { volumes: [{ persistentVolumeClaim: { claimName: 'data' } }] });
  const disk = (volumeBindingMode: string) => ({ kind: 'StorageClass', metadata: { name: 'disk' }, volumeBindingMode });

  it('are bound, used or not, or lost', () => {
    expect(rowsIn('volumes', [claim('Bound'), user])).toEqual(['green PersistentVolumeClaim data: bound, 1Gi, disk']);
    expect(rowsIn('volumes', [claim('Bound')])).toEqual(['plain PersistentVolumeClaim data: bound, and no pod uses it, 1Gi, disk']);
    expect(rowsIn('volumes', [claim('Lost')])).toEqual(['red PersistentVolumeClaim data: lost: its volume is gone, 1Gi, disk']);
  });

  it('are full, nearly full, or not, where the kubelets tell', () => {
    const told = (used: number) => {
      const stats = object('VolumeStats', 'data', { usedBytes: used, capacityBytes: 100 });
      return blocks.volumes(scene([claim('Bound'), user, stats])).map(({ light, says, share }) => [light, says.en, share]);
    };
    expect(told(85)).toEqual([['green', 'bound, 1Gi, disk', 0.85]]);
    expect(told(86)).toEqual([['amber', 'nearly full: 86 %, 1Gi, disk', 0.86]]);
    expect(told(95)).toEqual([['red', 'full: 95 %, 1Gi, disk', 0.95]]);
  });

  it('wait for a pod, which is no failure, or too long for a volume, which is one', () => {
    const waiting = rowsIn('volumes', [claim('Pending'), disk('WaitForFirstConsumer')]);
    expect(waiting).toEqual(['plain PersistentVolumeClaim data: waits for a pod, as its class wants, 1Gi, disk']);
    expect(rowsIn('volumes', [claim('Pending', 1), user])).toEqual(['amber PersistentVolumeClaim data: waits for a volume, 1Gi, disk']);
    const failed = rowsIn('volumes', [
      claim('Pending', 5),
      user,
      disk('WaitForFirstConsumer'),
      event(claim('Pending'), 'ProvisioningFailed', 'no space', 1),
    ]);
    expect(failed).toEqual(['red PersistentVolumeClaim data: no volume for 5 min, 1Gi, disk | no space']);
  });
});

describe('Jobs', () => {
  const cron = (schedule: string, status: object, spec: object = {}, minutes = 5000) =>
    object('CronJob', 'backup', { spec: { schedule, ...spec }, status }, { creationTimestamp: ago(minutes) as never });
  const job = (name: string, conditions: readonly object[], metadata: object = {}, status: object = {}) =>
    object('Job', name, { status: { conditions, ...status } }, metadata);

  it('of a schedule are late after two periods without a success', () => {
    expect(rowsIn('jobs', [cron('0 * * * *', { lastSuccessfulTime: ago(90) })])).toEqual([
      'green CronJob backup: succeeded 90 min ago, next in 60 min',
    ]);
    expect(rowsIn('jobs', [cron('0 * * * *', { lastSuccessfulTime: ago(180) })])).toEqual([
      'red CronJob backup: late: last success 3 h ago, next in 60 min',
    ]);
    expect(rowsIn('jobs', [cron('0 * * * *', {})])[0]).toMatch(/^red CronJob backup: late: no success in 3 d/);
    expect(rowsIn('jobs', [cron('@daily', {}, {}, 30)])[0]).toBe('plain CronJob backup: has not run yet, next in 12 h');
    expect(rowsIn('jobs', [cron('0 * * * *', {}, { suspend: true })])).toEqual(['plain CronJob backup: suspended']);
  });

  it('on weekdays are not late on a Monday, and count in their time zone', () => {
    const monday = Date.parse('2026-11-23T07:30:00Z');
    const friday = new Date('2026-11-20T08:05:00Z').toISOString();
    expect(rowsIn('jobs', [cron('0 8 * * 1-5', { lastSuccessfulTime: friday })], { at: monday })[0]).toMatch(/^green .* next in 30 min$/);
    expect(rowsIn('jobs', [cron('0 9 * * *', { lastSuccessfulTime: ago(60) }, { timeZone: 'Asia/Tokyo' })])[0]).toMatch(/next in 12 h$/);
  });

  it('with a schedule that is not understood are told without it', () => {
    expect(rowsIn('jobs', [cron('every now and then', { lastSuccessfulTime: ago(60) })])).toEqual([
      'green CronJob backup: succeeded 60 min ago',
    ]);
  });

  it('have failed, are done, or are under way', () => {
    const failure = condition('Failed', 'True', 5, {
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
    });
    expect(rowsIn('jobs', [job('migrate', [failure])])).toEqual([
      'red Job migrate: failed 5 min ago (BackoffLimitExceeded) | Job has reached the specified backoff limit',
    ]);
    expect(rowsIn('jobs', [job('migrate', [condition('Complete', 'True')], {}, { completionTime: ago(3) })])).toEqual([
      'green Job migrate: done 3 min ago',
    ]);
    expect(rowsIn('jobs', [job('migrate', [])])).toEqual(['plain Job migrate: running for 60 min']);
    expect(rowsIn('jobs', [job('migrate', [], {}, { failed: 2 })])).toEqual(['amber Job migrate: running, after failed tries: 2']);
    const before = [cron('0 * * * *', { lastSuccessfulTime: ago(3) }), job('backup-1', [failure], madeBy('CronJob', 'backup'))];
    expect(rowsIn('jobs', before)[1]).toMatch(/^plain Job backup-1: failed/);
    const since = [cron('0 * * * *', { lastSuccessfulTime: ago(30) }), job('backup-1', [failure], madeBy('CronJob', 'backup'))];
    expect(rowsIn('jobs', since)[1]).toMatch(/^red Job backup-1: failed/);
  });
});

describe('availability', () => {
  const budget = (status: object) => object('PodDisruptionBudget', 'web', { status });
  const onNode = (name: string, nodeName: string) => pod(name, {}, {}, { nodeName });

  it('is blocked by a budget that lets no pod go', () => {
    expect(rowsIn('availability', [budget({ expectedPods: 2, disruptionsAllowed: 1 })])).toEqual([
      'green PodDisruptionBudget web: pods that may go: 1',
    ]);
    expect(rowsIn('availability', [budget({ expectedPods: 2, disruptionsAllowed: 0 })])[0]).toMatch(
      /^amber PodDisruptionBudget web: blocks/,
    );
    expect(rowsIn('availability', [budget({ expectedPods: 0, disruptionsAllowed: 0 })])[0]).toMatch(/^plain/);
  });

  it('is less with one pod, or with all pods on one of several nodes', () => {
    expect(rowsIn('availability', [deployment('web', 1, 1)])[0]).toMatch(/^plain Deployment web: has one pod only/);
    const pods = (other: string) => [deployment('web', 2, 2), replicaSet('web'), onNode('web-1-a', 'a'), onNode('web-1-b', other)];
    expect(rowsIn('availability', [...pods('a'), node('a'), node('b')])).toEqual(['amber Deployment web: all pods on one node: a']);
    expect(rowsIn('availability', [...pods('b'), node('a'), node('b')])).toEqual([]);
    expect(rowsIn('availability', [...pods('a'), node('a')])).toEqual([]);
  });
});

describe('network', () => {
  const service = (spec: object = {}, minutes = 60) =>
    object('Service', 'web', { spec: { selector: { app: 'web' }, ...spec } }, { creationTimestamp: ago(minutes) as never });
  const slice = (ready: boolean) =>
    object(
      'EndpointSlice',
      'web-x',
      { endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready } }] },
      { labels: { 'kubernetes.io/service-name': 'web' } },
    );
  const policy = object('NetworkPolicy', 'web');

  it('leads to pods that are ready, or nowhere', () => {
    const told = (...objects: Parameters<typeof rowsIn>[1]) => rowsIn('network', [policy, ...objects]);
    expect(told(service(), slice(true), pod('web-1-a'))).toEqual(['green Service web: leads to pods that are ready: 1']);
    expect(told(service(), slice(false), pod('web-1-a'))).toEqual(['red Service web: leads nowhere: none of its pods is ready']);
    expect(told(service(), pod('api', {}, { labels: { app: 'api' } }))).toEqual([
      'red Service web: leads nowhere: no pod has the labels that it looks for',
    ]);
    expect(told(service(), deployment('web', 0, 0))).toEqual(['plain Service web: leads to a workload that is scaled to zero']);
    expect(told(service({ selector: undefined }))).toEqual([]);
  });

  it('waits for a load balancer', () => {
    const balancer = (minutes: number) => rowsIn('network', [policy, slice(true), service({ type: 'LoadBalancer' }, minutes)])[1];
    expect(balancer(1)).toBe('plain Service web: waits for an address from outside');
    expect(balancer(5)).toMatch(/^amber Service web: pending/);
    const given = { ...service({ type: 'LoadBalancer' }), status: { loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } } };
    expect(rowsIn('network', [policy, slice(true), given])).toHaveLength(1);
  });

  it('is open without a policy', () => {
    expect(rowsIn('network', [pod('web-1-a')])).toEqual(['plain Namespace shop: open: no NetworkPolicy keeps anybody out']);
    expect(rowsIn('network', [pod('web-1-a'), policy])).toEqual([]);
  });

  it('has ways in that are admitted, not yet, or refused', () => {
    const ingress = (status: object) =>
      rowsIn('network', [object('Ingress', 'web', { spec: { rules: [{ host: 'shop.example.com' }] }, status })]);
    expect(ingress({ loadBalancer: { ingress: [{ ip: '192.0.2.1' }] } })).toEqual(['green Ingress web: admitted, shop.example.com']);
    expect(ingress({})[0]).toMatch(/^amber Ingress web: not admitted yet.*, shop\.example\.com$/);
    const route = (...conditions: readonly object[]) =>
      rowsIn('network', [object('Route', 'web', { spec: { host: 'shop.example.com' }, status: { ingress: [{ conditions }] } })]);
    expect(route(condition('Admitted', 'True'))).toEqual(['green Route web: admitted, shop.example.com']);
    expect(route(condition('Admitted', 'False', 1, { message: 'host is taken' }))).toEqual([
      'red Route web: refused, shop.example.com | host is taken',
    ]);
    expect(route()).toEqual(['amber Route web: not admitted yet, shop.example.com']);
    const gateway = object('Gateway', 'web', {
      spec: { listeners: [{ hostname: '*.example.com' }] },
      status: { conditions: [condition('Programmed', 'False', 1)] },
    });
    expect(rowsIn('network', [gateway])).toEqual(['red Gateway web: refused, *.example.com']);
    const http = object('HTTPRoute', 'web', {
      spec: { hostnames: ['a.example.com'] },
      status: { parents: [{ conditions: [condition('Accepted', 'True')] }] },
    });
    expect(rowsIn('network', [http])).toEqual(['green HTTPRoute web: admitted, a.example.com']);
  });

  it('are masculine in Spanish, but for a Route', () => {
    const saidOf = (kind: string) => blocks.network(scene([object(kind, 'web')]))[0]?.says.es;
    expect(['Ingress', 'Gateway', 'Route', 'HTTPRoute'].map(saidOf)).toEqual([
      expect.stringMatching(/^aún no admitido: /),
      'aún no admitido',
      'aún no admitida',
      'aún no admitida',
    ]);
  });

  it('has certificates that last, end soon, or have ended', () => {
    const certificate = (days: number, ready: 'True' | 'False' = 'True') =>
      rowsIn('network', [
        object('Certificate', 'web', { status: { notAfter: ago(-days * 1440), conditions: [condition('Ready', ready)] } }),
      ]);
    expect(certificate(60)).toEqual(['green Certificate web: valid for 60 d']);
    expect(certificate(13)).toEqual(['amber Certificate web: expires in 13 d']);
    expect(certificate(-1)).toEqual(['red Certificate web: expired']);
    expect(certificate(60, 'False')).toEqual(['amber Certificate web: not issued yet']);
  });
});

describe('security', () => {
  it('is what the namespace demands', () => {
    expect(rowsIn('security', [namespace()])).toEqual(['green Namespace shop: enforces restricted']);
    const open = { kind: 'Namespace', metadata: { name: 'shop' } };
    expect(rowsIn('security', [open])[0]).toMatch(/^amber Namespace shop: privileged/);
    expect(rowsIn('security', [namespace({ 'pod-security.kubernetes.io/enforce': 'privileged' })])[0]).toMatch(/^amber/);
    expect(rowsIn('security', [open], { isOpenShift: true })).toEqual(['plain Namespace shop: without a Pod Security level']);
  });

  it('names who would not be let in, and who carries a token, once for all pods of a workload', () => {
    const careless = (name: string) =>
      pod(name, {}, {}, { automountServiceAccountToken: undefined, containers: [{ name: 'web', securityContext: { privileged: true } }] });
    const rows = rowsIn('security', [deployment('web', 2, 2), replicaSet('web'), careless('web-1-a'), careless('web-1-b')]);
    expect(rows).toEqual([
      expect.stringMatching(/^plain Deployment web: restricted would refuse it: privileged, /),
      'plain Deployment web: carries the token of the account “default”',
    ]);
    expect(rowsIn('security', [pod('web-1-a')])).toEqual([]);
  });
});

describe('events', () => {
  it('of the last hour are told by reason and object, the latest first', () => {
    const web = pod('web-1-a');
    const rows = rowsIn('events', [
      event(web, 'BackOff', 'older', 30, 4),
      event(web, 'BackOff', 'newer', 2, 3),
      event(web, 'Failed', 'pull', 1),
      event(web, 'Unhealthy', 'long ago', 61),
    ]);
    expect(rows).toEqual([
      'plain Pod web-1-a: Failed, once, 60 s ago | pull',
      'plain Pod web-1-a: BackOff, 7 times, last 2 min ago | newer',
    ]);
  });
});

describe('a glance', () => {
  it('tells the worst first, the cluster too, and leaves out what has nothing to tell', () => {
    const { light, blocks: told } = glance([namespace(), deployment('web', 2, 0), node('a'), node('b', [condition('Ready', 'False')])]);
    expect(light).toBe('red');
    expect(told.map(({ id }) => id)).toEqual(['nodes', 'workloads', 'cluster', 'security', 'quota']);
    expect(told[0]?.rows.map((row) => row.light)).toEqual(['red', 'red']);
  });

  it('names what may not be seen in its block', () => {
    const unseen = [{ kind: 'Node', plural: 'nodes', block: 'nodes', why: 'forbidden' }] as const;
    const { blocks: told, light } = glance([namespace(), deployment('web', 1, 1)], { unseen });
    expect(told.find(({ id }) => id === 'nodes')).toEqual({ id: 'nodes', light: 'plain', rows: [], unseen });
    expect(light).toBe('green');
  });

  it('names the namespace of each object where it looks at several', () => {
    const rows = rowsIn('workloads', [deployment('web', 1, 1)], { namespaces: ['shop', 'other'] });
    expect(rows[0]).toMatch(/^green Deployment shop\/web:/);
  });

  it('says all of it in both languages', () => {
    const all = glanceOf(scene([namespace(), deployment('web', 2, 0), pod('x', { phase: 'Failed' })]), blocks);
    for (const { rows } of all.blocks) for (const { says } of rows) expect(says.es).not.toBe('');
    expect(all.at).toBe(now);
  });
});
