import { availabilityRows } from './availability.ts';
import { clusterRows } from './cluster.ts';
import { entranceRows } from './entrances.ts';
import { eventRows } from './events.ts';
import type { BlockId, BlockOf } from './glance.ts';
import { jobRows } from './jobs.ts';
import { missingRows } from './missing.ts';
import { serviceRows } from './network.ts';
import { nodeRows } from './nodes.ts';
import { podRows } from './pods.ts';
import { quotaRows } from './quota.ts';
import { securityRows } from './security.ts';
import { volumeRows } from './volumes.ts';
import { workloadRows } from './workloads.ts';

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
