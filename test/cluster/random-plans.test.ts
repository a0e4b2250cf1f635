import fc from 'fast-check';
import { inject, it } from 'vitest';
import { fieldOf, nameOf, namespaceOf } from '../../src/checks/object-fields.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import { manifestsOf } from '../../src/manifests/manifests.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { settled } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { requestFor, sensibleSaying, wishOf } from '../random-answers.ts';
import { unready } from './unready.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

/** `SEED=1` repeats a run: it stands in the names of the tests. */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Objects of so many random plans on both platforms, each in a namespace of its own that enforces `restricted`. */
const plans = (count: number): readonly (readonly AnyObject[])[] =>
  fc
    .sample(
      sensibleSaying().filter((each) => each.settled.application['pod-security']?.choice === 'restricted'),
      { numRuns: count, seed },
    )
    .map(({ saying }, index) => {
      const name = `plan-${index}`;
      const application = { ...saying.application, name, namespace: name, 'create-namespace': true };
      const plan = planOf(settled(requestFor(wishOf({ ...saying, application }))));
      return withClassOfKwok(manifestsOf(plan).map(({ object }) => object as AnyObject));
    });

/** The one class that kwok makes volumes of, in place of those that a plan names: its answers promise that the cluster has them. */
const withClassOfKwok = (objects: readonly AnyObject[]): readonly AnyObject[] =>
  JSON.parse(JSON.stringify(objects), (field, value: unknown) => (field === 'storageClassName' && value !== '' ? 'kwok-volume' : value));

/** What a CronJob will make when its time has come, as `kubectl create job --from` makes it. */
const jobOf = (cronJob: AnyObject): AnyObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: `${nameOf(cronJob).slice(0, 58)}-now`, namespace: namespaceOf(cronJob) },
  spec: fieldOf(cronJob['spec'], 'jobTemplate', 'spec'),
});

async function warningsIn(namespace: string): Promise<readonly string[]> {
  const { body } = await connection.send('GET', `/api/v1/namespaces/${namespace}/events`, { query: { fieldSelector: 'type=Warning' } });
  const { items = [] } = JSON.parse(body) as { readonly items?: readonly { readonly message: string }[] };
  return [...new Set(items.map(({ message }) => message))];
}

it.concurrent.for(plans(Number(process.env['PLANS'] ?? 40)).map((objects, index) => [index, objects] as const))(
  `random plan %i of seed ${seed} is accepted by strict validation, within its own quota, and its pods become ready`,
  { timeout: 180_000 },
  async ([, objects], { expect }) => {
    const jobs = objects.filter(({ kind }) => kind === 'CronJob').map(jobOf);
    const applied = await apply(connection, [...objects, ...jobs]);
    expect(applied.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
    const namespace = objects.map(namespaceOf).find((each) => each !== '') ?? '';
    const held = () => unready(connection, [...objects, ...jobs]);
    await expect
      .poll(held, { interval: 250, timeout: 60_000 })
      .toEqual([])
      .catch(async () => {
        throw new Error([...(await held()), ...(await warningsIn(namespace))].join('\n'));
      });
    // What is done makes room for the others.
    await connection.send('DELETE', `/api/v1/namespaces/${namespace}`);
  },
);
