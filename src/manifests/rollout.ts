import type { ComponentPlan } from '../questions/plan.ts';

/** A Deployment on a disk that only one node, or one pod, can hold: its new pod cannot start beside the old one. */
export const recreatesPods = ({ workload, volumes: { data } }: ComponentPlan): boolean =>
  workload.kind === 'Deployment' &&
  data?.kind === 'claim' &&
  (data.accessMode === 'ReadWriteOnce' || data.accessMode === 'ReadWriteOncePod');
