import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Sight } from '../follow/sight.ts';
import type { Said } from '../said-by.ts';

/** What an API server answered instead of taking an object; the message is its own, in English and untrusted. */
export interface Refusal extends Said {
  readonly object: AnyObject;
  readonly status: number;
  /** What is there of it, where somebody looked. */
  readonly there?: Sight;
  /** The names of the fields that stand where it has one that the server does not know, as far as they are looked up. */
  readonly known?: readonly string[];
}

/** A refusal in words. `where` is left out where it is the object; an error where no severity is said. */
export type Told = Pick<Finding, 'check' | 'says' | 'fix'> & Partial<Pick<Finding, 'severity' | 'where'>>;

/** Knows one sort of refusal by its status and words; undefined for all others. */
export type Reading = (refusal: Refusal) => Told | undefined;

/** What the causes of a Status say (meta/v1, StatusDetails). */
export interface Cause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}
