import type { BlockId, BlockOf } from './glance.ts';
import { availabilityRows } from './glance-availability.ts';
import { clusterRows } from './glance-cluster.ts';
import { entranceRows } from './glance-entrances.ts';
import { eventRows } from './glance-events.ts';
import { jobRows } from './glance-jobs.ts';
import { missingRows } from './glance-missing.ts';
import { serviceRows } from './glance-network.ts';
import { nodeRows } from './glance-nodes.ts';
import { podRows } from './glance-pods.ts';
import { quotaRows } from './glance-quota.ts';
import { securityRows } from './glance-security.ts';
import { volumeRows } from './glance-volumes.ts';
import { workloadRows } from './glance-workloads.ts';

/** What each block of a glance tells. */
export const blocks: Readonly<Record<BlockId, BlockOf>> = {
  cluster: clusterRows,
  missing: missingRows,
  nodes: nodeRows,
  quota: quotaRows,
  workloads: workloadRows,
  pods: podRows,
  volumes: volumeRows,
  jobs: jobRows,
  availability: availabilityRows,
  network: (scene) => [...serviceRows(scene), ...entranceRows(scene)],
  security: securityRows,
  events: eventRows,
};
