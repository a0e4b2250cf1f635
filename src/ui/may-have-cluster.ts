import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Where } from '../cluster/connection.ts';
import type { World } from './world.ts';

/** Whether there may be a cluster to offer. Most newcomers have none, and should not wait until that is found out. */
export const mayHaveCluster = ({ kubeconfig }: Where, { env }: World): boolean =>
  kubeconfig !== undefined || Boolean(env['KUBECONFIG']) || existsSync(join(env['HOME'] || env['USERPROFILE'] || '', '.kube', 'config'));
