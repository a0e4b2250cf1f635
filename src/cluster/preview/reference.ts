import type { AnyObject } from '../../model/manifest.ts';
import type { Told } from '../refusals/refusal.ts';

export const classKinds = ['StorageClass', 'IngressClass', 'PriorityClass'] as const;
export type ClassKind = (typeof classKinds)[number];

/** Something that an object names and that has to be there too. */
export interface Reference {
  readonly kind: 'Secret' | 'ConfigMap' | 'ServiceAccount' | ClassKind;
  readonly name: string;
  /** Who names it. What is in a namespace is in this one's. */
  readonly owner: AnyObject;
  /** What is said where it is missing. Of a class, `others` are those that there are. */
  readonly told: (others: readonly string[]) => Told;
}
