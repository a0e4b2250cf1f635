import type { Connection } from '../../src/cluster/connection.ts';
import { pathsOf } from '../../src/cluster/discovery.ts';
import { readinessOf } from '../../src/cluster/follow/readiness.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

/** Nobody here takes up ways in from outside: there are no ingress controllers, no routers and no clouds. */
const isWayIn = ({ kind }: AnyObject): boolean => kind === 'Ingress' || kind === 'Route' || kind === 'Service';

/** What is not ready yet, and why. */
export async function unready(connection: Connection, objects: readonly AnyObject[]): Promise<readonly string[]> {
  const paths = pathsOf(connection);
  const told = await Promise.all(
    objects
      .filter((object) => !isWayIn(object))
      .map(async (object) => {
        const { body } = await connection.send('GET', (await paths.pathOf(object)) ?? '');
        const readiness = readinessOf(JSON.parse(body));
        return readiness.is === 'ready' ? [] : [`${object.kind} ${object.metadata?.name}: ${readiness.says.en}`];
      }),
  );
  return told.flat();
}
