import { describe, expect, it } from 'vitest';
import { at } from '../../src/manifests/manifest.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import type { Values } from '../../src/model/value.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { answersFrom } from '../../src/ui/answers-file.ts';
import { filesFor, productOf } from '../../src/ui/product.ts';
import { completedOutlookOf } from '../../src/ui/settling.ts';
import { presets } from '../presets-of-the-house.ts';
import { complaintsIn, means, objectsOf, run } from './runs.ts';

const made = (answers: Values = {}): readonly AnyObject[] => objectsOf({ preset: 'kafka', components: { '': answers } });
const dataOf = (objects: readonly AnyObject[]) =>
  at(objects.find(({ kind }) => kind === 'ConfigMap') ?? {}, '/data') as Record<string, string>;

describe('the number of brokers', () => {
  it.each([
    ['1', '1', '1'],
    ['3', '3', '2'],
    ['5', '3', '2'],
  ])('%s keep each message %s times, of which %s must be there', (replicas, copies, majority) => {
    const data = dataOf(made({ replicas }));
    const counts = Object.entries(data).filter(([name]) => /REPLICATION_FACTOR|MIN_(?:INSYNC|ISR)/.test(name));
    expect(Object.fromEntries(counts)).toEqual({
      KAFKA_DEFAULT_REPLICATION_FACTOR: copies,
      KAFKA_MIN_INSYNC_REPLICAS: majority,
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: copies,
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: copies,
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: majority,
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: copies,
      KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR: majority,
    });
    const voters = Array.from(
      { length: Number(replicas) },
      (_, i) => `${i}@shop-kafka-${i}.shop-kafka-headless.shop.svc.cluster.local:9093`,
    );
    expect(data['KAFKA_CONTROLLER_QUORUM_VOTERS']).toBe(voters.join(','));
  });

  it.each(['2', '4', '3-5'])('is not %s', (replicas) =>
    expect(complaintsIn(run({ preset: 'kafka', components: { '': { replicas } } }))).toHaveLength(1),
  );
});

describe('the variables of a broker', () => {
  const workload = made().find(({ kind }) => kind === 'StatefulSet') ?? {};
  const env = at(workload, '/spec/template/spec/containers/0/env') as { name: string; value?: string; valueFrom?: object }[];

  it('that speak of the pod stand in the pod, behind the pod’s name', () => {
    const host = '$(POD_NAME).shop-kafka-headless.shop.svc.cluster.local';
    expect(env).toEqual([
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'KAFKA_NODE_ID', valueFrom: { fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" } } },
      { name: 'KAFKA_ADVERTISED_LISTENERS', value: `CLIENT://${host}:9092,INTERNAL://${host}:9094` },
    ]);
  });

  it('follow the names of the application and the component', () => {
    const said = { application: { name: 'till', namespace: 'pay' }, components: { '': { component: 'events' } } };
    const data = dataOf(objectsOf({ preset: 'kafka', ...said }));
    expect(data['KAFKA_CONTROLLER_QUORUM_VOTERS']).toContain('2@till-events-2.till-events-headless.pay.svc.cluster.local:9093');
  });
});

describe('the id of the cluster', () => {
  const outlook = run({ preset: 'kafka' });
  const id = 'ANWuHwARIjNEVWZ3iJmquw';

  it('is made once and never begins with “-”', () => {
    expect(outlook.settled.components[0]?.decisions['cluster-id']).toMatchObject({ choice: id, source: 'program' });
    expect(dataOf(made())['CLUSTER_ID']).toBe(id);
  });

  it('is written down, said in the command that repeats the run, and stays', () => {
    const product = productOf(outlook, { command: 'create', folder: 'shop', language: 'en' });
    expect(product.repeat).toContain(` --cluster-id ${id}`);
    const files = filesFor(outlook, product, presets, 'en', () => 'unused');
    const file = files.find(({ path }) => path === 'create-k8s-app.yaml')?.content ?? '';
    const { answers, slots } = answersFrom(file, 'create-k8s-app.yaml', { catalogue, presets });
    const otherMeans = { ...means, random: (bytes: number) => Buffer.alloc(bytes, 1) };
    const again = completedOutlookOf({ hasComponents: true, folder: 'shop', added: [], slots, answers: [answers] }, otherMeans);
    expect(planOf(again.settled)).toEqual(planOf(outlook.settled));
  });

  it.each<[string, Values]>([
    ['a single broker that does not vote', { quorum: false, peers: false, replicas: '1' }],
    ['brokers that do not vote', { quorum: false, replicas: '2' }],
    ['brokers without disks', { data: 'scratch', identity: true }],
  ])('is there for %s too', (_what, answers) => expect(dataOf(made(answers))['CLUSTER_ID']).toBe(id));
});
