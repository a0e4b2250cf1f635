import { describe, expect, inject, it } from 'vitest';
import { apply } from '../../src/cluster/apply.ts';
import { connect } from '../../src/cluster/connection.ts';
import { follow } from '../../src/cluster/follow.ts';
import type { Progress } from '../../src/cluster/progress.ts';
import { objectsOf } from '../presets/runs.ts';

const connection = connect({ kubeconfig: inject('kubeconfig') });

async function followed(objects: ReturnType<typeof objectsOf>, timeout = 30): Promise<readonly Progress[]> {
  const told: Progress[] = [];
  for await (const progress of follow(connection, objects, { timeout })) told.push(progress);
  return told;
}

describe('follow', () => {
  it('tells each step until all is ready', async () => {
    const objects = objectsOf({
      application: { name: 'follow-up' },
      preset: 'web',
      components: { '': { image: 'docker.io/nginxinc/nginx-unprivileged:1.30.4-alpine', exposure: 'cluster' } },
    });
    await apply(connection, objects);
    const told = await followed(objects);
    expect(told.at(-1)?.is).toBe('ready');
    expect(told.at(-1)?.findings).toEqual([]);
  });
});
