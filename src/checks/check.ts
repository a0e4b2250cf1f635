import type { Severity } from '../model/finding.ts';
import type { AnyObject } from '../model/manifest.ts';
import type { Text } from '../model/text.ts';
import type { Inventory } from './inventory.ts';

/** Something that is wrong with one object, and what to do. */
export interface Fault {
  readonly object: AnyObject;
  readonly says: Text;
  readonly fix: Text;
}

/** A check of manifests from anywhere. Its id is public: it stands in findings and in `--json`. */
export interface Check {
  readonly severity: Severity;
  look(inventory: Inventory): readonly Fault[];
}

export type Checks = Readonly<Record<string, Check>>;
