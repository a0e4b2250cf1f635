import type { Applied } from '../../cluster/apply/applied.ts';
import type { Removed } from '../../cluster/apply/leftovers.ts';
import type { Progress } from '../../cluster/follow/progress.ts';
import type { Previewed } from '../../cluster/preview/preview.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Exit, Problem } from '../../model/problem.ts';
import type { Late } from './late.ts';

/** What happens while something is applied, in this order. Every face tells these, each in its own way. */
export type ApplyEvent =
  | {
      readonly is: 'target';
      readonly context: string;
      readonly server: string;
      readonly version: string;
      readonly namespaces: readonly string[];
      readonly objects: readonly AnyObject[];
    }
  /** In a dry run it stays at that. */
  | { readonly is: 'preview'; readonly previewed: readonly Previewed[]; readonly dryRun: boolean }
  /** What an earlier run applied and this one does not ask for; it stays unless this one prunes. */
  | {
      readonly is: 'leftovers';
      readonly objects: readonly AnyObject[];
      /** Claims and Secrets, which nothing here deletes. */
      readonly staying: readonly AnyObject[];
      readonly prunes: boolean;
    }
  | { readonly is: 'applied'; readonly applied: Applied }
  | { readonly is: 'deleted'; readonly removed: Removed }
  | { readonly is: 'progress'; readonly progress: Progress }
  | { readonly is: 'findings'; readonly findings: readonly Finding[] }
  | { readonly is: 'problem'; readonly problem: Problem }
  /** `changed` counts objects that were applied or deleted; `warned`: there was something to look at. */
  | {
      readonly is: 'end';
      readonly exit: Exit;
      readonly changed: number;
      readonly warned: boolean;
      readonly dryRun: boolean;
      readonly waits: boolean;
      /** Only where the time was over before all was ready. */
      readonly late?: Late;
    };

/** Somebody who is told what happens. */
export interface Face {
  tell(event: ApplyEvent): void;
  /** What moves stands still from here on. */
  rest(): void;
}
