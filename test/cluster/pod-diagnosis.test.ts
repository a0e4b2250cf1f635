import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { fieldOf, listIn } from '../../src/checks/object-fields.ts';
import { isDone } from '../../src/cluster/apply/applied.ts';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { objectsOf } from '../presets/runs.ts';
import { findingIn } from './findings.ts';
import { type Machine, machine, on, podsIn, report, tell } from './kubelet.ts';
import { image, kubeletCases } from './kubelet-cases.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

let idle: Machine;
beforeAll(async () => {
  idle = await machine(connection, 'pod-diagnosis');
});
afterAll(() => idle.remove());

const everywhere = ' This happens to 2 of 2 pods.';
const cases = kubeletCases.map((each, index) => [each.title, index, each] as const);

/** The volume that is made of Secrets, whatever it is called. */
const secretVolume = (pod: AnyObject): string =>
  String(
    fieldOf(
      listIn(fieldOf(pod['spec'], 'volumes')).find((volume) => fieldOf(volume, 'projected')),
      'name',
    ),
  );

describe('what a kubelet says of pods', () => {
  it.concurrent.for(cases)('%s', async ([, index, wanted], { expect }) => {
    const name = `pod-diagnosis-${index}`;
    const component = { image, exposure: 'cluster', ...wanted.answers };
    const objects = on(idle, objectsOf({ application: { name }, preset: 'web', components: { '': component } }));
    expect((await apply(connection, objects)).filter((each) => !isDone(each))).toEqual([]);
    for (const pod of await podsIn(connection, name, 2)) {
      for (const [reason, message, count] of wanted.events ?? []) {
        await tell(connection, { ...pod, kind: 'Pod' }, reason, message.replace('VOLUME', secretVolume(pod)), count);
      }
      await report(connection, pod, wanted.containers ?? [], wanted.status);
    }
    const found = await findingIn(connection, objects, ({ check, says }) => check === wanted.check && says.en.endsWith(everywhere));
    const anonymous = found.fix.en.replace(/\S+-web-[0-9a-f]+-[a-z0-9]{5}/, 'POD').replaceAll(name, 'NAMESPACE');
    expect([found.says.en, anonymous]).toEqual([`${wanted.says}${everywhere}`, wanted.fix]);
    if (wanted.quote !== undefined) expect(found.quote).toBe(wanted.quote);
    expect(found.where).toBe(`Deployment ${name}-web`);
    expect(found.says.es).not.toBe(found.says.en);
    expect(found.fix.es).not.toBe(found.fix.en);
  });
});
