import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { within } from '../time-limit.ts';

/** Nodes that are asked: each of them answers for all its pods. */
const mostNodes = 16;
/** Milliseconds for all of them; nobody waits long for a detail. */
const patience = 3000;

/**
 * How full the volumes of these claims are, as objects of the kind `VolumeStats` with the claim's name. The kubelets know it
 * (kubernetes.io/docs/reference/instrumentation/node-metrics, Summary API), and few may ask them: who may not gets nothing.
 */
export async function volumeStatsOf(
  connection: Connection,
  seen: readonly AnyObject[],
  signal: AbortSignal,
): Promise<readonly AnyObject[]> {
  const claims = new Set(seen.filter(({ kind }) => kind === 'PersistentVolumeClaim').map(keyOf));
  const users = seen.filter(({ kind, spec }) => kind === 'Pod' && listIn(fieldOf(spec, 'volumes')).some(isClaim));
  const nodes = [...new Set(users.map(({ spec }) => fieldOf(spec, 'nodeName')))].filter((name) => typeof name === 'string');
  const until = within(patience, signal);
  const stats = await Promise.all(nodes.slice(0, mostNodes).map((name) => statsOn(connection, name, until)));
  return stats.flat().filter((each) => claims.has(keyOf(each)));
}

const isClaim = (volume: unknown): boolean => fieldOf(volume, 'persistentVolumeClaim') !== undefined;
const keyOf = ({ metadata }: AnyObject): string => `${metadata?.namespace}/${metadata?.name}`;

async function statsOn(connection: Connection, node: string, signal: AbortSignal): Promise<readonly AnyObject[]> {
  try {
    const { status, body } = await connection.send('GET', `/api/v1/nodes/${encodeURIComponent(node)}/proxy/stats/summary`, { signal });
    return status === 200 ? statsIn(JSON.parse(body)) : [];
  } catch {
    return [];
  }
}

const statsIn = (summary: unknown): readonly AnyObject[] =>
  listIn(fieldOf(summary, 'pods'))
    .flatMap((pod) => listIn(fieldOf(pod, 'volume')))
    .filter((volume) => fieldOf(volume, 'pvcRef') !== undefined)
    .map((volume) => ({
      kind: 'VolumeStats',
      metadata: { name: String(fieldOf(volume, 'pvcRef', 'name')), namespace: String(fieldOf(volume, 'pvcRef', 'namespace')) },
      usedBytes: fieldOf(volume, 'usedBytes'),
      capacityBytes: fieldOf(volume, 'capacityBytes'),
    }));
