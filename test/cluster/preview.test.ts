import { describe, inject, it } from 'vitest';
import { apply } from '../../src/cluster/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import { preview } from '../../src/cluster/preview.ts';
import type { AnyObject } from '../../src/model/manifest.ts';
import type { Values } from '../../src/model/value.ts';
import { objectsOf } from '../presets/runs.ts';
import { presets } from '../presets-of-the-house.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

const image = 'docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine';
/** What a preset leaves to the person. */
const needed: Readonly<Record<string, Values>> = {
  'static-site': { exposure: 'outside', host: 'shop.example.com' },
  'scheduled-job': { schedule: '30 3 * * *' },
  kafka: { 'cluster-id': 'MkU3OEVBNTcwNTJENDM2Qg' },
};

function objectsFrom(preset: string, answers: Values = {}): readonly AnyObject[] {
  const application = { name: `preview-${preset}`, namespace: `preview-${preset}`, 'create-namespace': true };
  if (preset === 'postgresql-backup') {
    const added = [
      { preset: 'postgresql', name: 'db' },
      { preset, name: 'db-backup' },
    ];
    return objectsOf({ application, preset: 'web', components: { '': { image, ...answers } }, added });
  }
  const own = presets.find(({ name }) => name === preset)?.answers['image'] === undefined ? { image } : {};
  return objectsOf({ application, preset, components: { '': { ...own, ...needed[preset], ...answers } } });
}

describe('every preset', () => {
  it.concurrent.for(presets.map(({ name }) => name))(
    '%s is all new before its apply, and unchanged after it',
    async (preset, { expect }) => {
      const objects = objectsFrom(preset).filter(({ kind }) => kind !== 'Middleware');
      const before = await preview(connection, objects);
      expect(before.filter(({ outcome }) => outcome !== 'created')).toEqual([]);
      expect(before.length).toBe(objects.length);
      await apply(connection, objects);
      const after = await preview(connection, objects);
      expect(after.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
    },
  );
});
