import type { ClusterFacts } from './cluster-facts.ts';

/**
 * A plain snapshot of the world around the answers. `undefined` means that nobody looked, never "there is none".
 */
export interface Facts {
  /** Base name of the folder to write, as given; the application's name is made from it. */
  readonly folder?: string;
  /** Contents of the files that answers name, by the path as answered; `undefined` for a path: not read, or not there. */
  readonly files?: Readonly<Record<string, string | undefined>>;
  /** Nothing is made but the namespace, for the applications of others. */
  readonly preparesNamespace?: true;
  /** The cluster that it is for. */
  readonly cluster?: ClusterFacts;
}
