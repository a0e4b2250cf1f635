import type { Connection } from '../../src/cluster/connection.ts';
import { type FollowOptions, follow } from '../../src/cluster/follow/follow.ts';
import type { Progress } from '../../src/cluster/follow/progress.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { AnyObject } from '../../src/model/manifest.ts';

/** The first finding that is meant, while objects are followed; an error with what was found instead. */
export async function findingIn(
  connection: Connection,
  objects: readonly AnyObject[],
  isMeant: (finding: Finding) => boolean,
  options: Partial<FollowOptions> = {},
): Promise<Finding> {
  let last = '';
  for await (const progress of follow(connection, objects, { timeout: 40, patience: 1, ...options })) {
    const found = progress.findings.find(isMeant);
    if (found) return found;
    last = JSON.stringify({ is: progress.is, findings: progress.findings });
  }
  throw new Error(`It was not found: ${last}`);
}

/** Follows objects until all are ready; an error where they do not become so. */
export async function becomeReady(connection: Connection, objects: readonly AnyObject[]): Promise<void> {
  let last: Progress | undefined;
  for await (const progress of follow(connection, objects, { timeout: 40 })) last = progress;
  if (last?.is !== 'ready') throw new Error(`They are not ready: ${JSON.stringify(last)}`);
}
