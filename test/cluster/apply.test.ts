import { describe, inject, it } from 'vitest';
import { apply } from '../../src/cluster/apply/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import { objectsOf } from '../presets/runs.ts';
import { presets } from '../presets-of-the-house.ts';
import { unready } from './unready.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

const image = 'docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine';
/** What a preset leaves to the person. */
const needed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'static-site': { exposure: 'outside', host: 'shop.example.com' },
  'scheduled-job': { schedule: '30 3 * * *' },
  kafka: { 'cluster-id': 'MkU3OEVBNTcwNTJENDM2Qg' },
};

function objectsFrom(preset: string): readonly AnyObject[] {
  const own = presets.find(({ name }) => name === preset)?.answers['image'] === undefined ? { image } : {};
  const application = { name: `preset-${preset}` };
  if (preset === 'postgresql-backup') {
    const added = [
      { preset: 'postgresql', name: 'db' },
      { preset, name: 'db-backup' },
    ];
    return objectsOf({ application, preset: 'web', components: { '': { image } }, added });
  }
  return objectsOf({ application: { name: application.name }, preset, components: { '': { ...own, ...needed[preset] } } });
}

describe('every preset', () => {
  it.concurrent.for(presets.map(({ name }) => name))(
    '%s is accepted as it is, and once more, and comes up',
    { timeout: 180_000 },
    async (preset, { expect }) => {
      const objects = objectsFrom(preset);
      const first = await apply(connection, objects);
      expect(first.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
      expect(first.length).toBe(objects.length);
      const second = await apply(connection, objects);
      expect(second.filter(({ outcome }) => outcome !== 'applied')).toEqual([]);
      await expect.poll(() => unready(connection, objects), { interval: 100, timeout: 120_000 }).toEqual([]);
    },
  );
});

it('an object comes with the definition of its kind', async ({ expect }) => {
  const definition: AnyObject = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'lamps.apply.example.com' },
    spec: {
      group: 'apply.example.com',
      scope: 'Cluster',
      names: { kind: 'Lamp', listKind: 'LampList', plural: 'lamps', singular: 'lamp' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties: { isLit: { type: 'boolean' } } } },
        },
      ],
    },
  };
  const lamps = Array.from({ length: 5 }, (_, index) => ({
    apiVersion: 'apply.example.com/v1',
    kind: 'Lamp',
    metadata: { name: `lamp-${index}` },
    isLit: true,
  }));
  const applied = await apply(connection, [...lamps, definition]);
  expect(applied.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => 'created'));
});
