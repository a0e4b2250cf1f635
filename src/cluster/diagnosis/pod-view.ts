import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Sight } from '../follow/sight.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Cause } from './cause.ts';

/** A pod that is looked at, and for whom it works. */
export interface PodView {
  readonly workload: AnyObject;
  readonly pod: AnyObject;
  readonly sight: Sight;
}

/** One of its containers; `state` is what runs or waits now, `ended` how it last ended. */
export interface ContainerView extends PodView {
  readonly name: string;
  /** As the manifest has it. */
  readonly spec: unknown;
  readonly status: unknown;
  readonly waiting: unknown;
  readonly ended: unknown;
  readonly restarts: number;
}

/** What keeps a pod from coming up. */
export interface Trouble extends Cause {
  /** Pods with the same one are told together. */
  readonly cause: string;
  /** Of several pods with the same trouble, the one with most is told. */
  readonly weight?: number;
}

export type PodReading = (view: PodView) => Trouble | undefined;
export type ContainerReading = (view: ContainerView) => Trouble | undefined;

/** In the order in which they start: those that prepare come first. */
export function containersIn(view: PodView): readonly ContainerView[] {
  const { spec, status } = view.pod;
  const of = (statuses: string, specs: string): readonly ContainerView[] =>
    listIn(fieldOf(status, statuses)).map((each) => {
      const name = wordIn(each, 'name');
      return {
        ...view,
        name,
        spec: listIn(fieldOf(spec, specs)).find((container) => fieldOf(container, 'name') === name),
        status: each,
        waiting: fieldOf(each, 'state', 'waiting'),
        ended: fieldOf(each, 'state', 'terminated') ?? fieldOf(each, 'lastState', 'terminated'),
        restarts: Number(fieldOf(each, 'restartCount') ?? 0),
      };
    });
  return [...of('initContainerStatuses', 'initContainers'), ...of('containerStatuses', 'containers')];
}
