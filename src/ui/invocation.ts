import type { Where } from '../cluster/connection.ts';
import type { Language } from '../model/text.ts';
import type { Answers } from '../model/value.ts';
import type { Shell } from './commands.ts';

/** How every command behaves. */
export interface Manners {
  readonly language: Language;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** How something is applied to a cluster. */
export interface ApplyWish extends Where {
  /** Shows what would change and changes nothing. */
  readonly dryRun: boolean;
  /** Asks first what would change, so that nothing is changed where a part of it would be refused. */
  readonly preview: boolean;
  readonly forceConflicts: boolean;
  readonly prune: boolean;
  /** The name of the context, said by whoever knows what they do. */
  readonly confirm?: string;
  /** Lines instead of stages that move. */
  readonly plain: boolean;
  /** Seconds to wait until everything is ready; 0 does not wait. */
  readonly timeout: number;
}

/** What to look at in a cluster. */
export interface StatusWish extends Where {
  /** A folder, a file or `-`, whose manifests say which namespaces. */
  readonly place?: string;
  readonly namespace?: string;
  readonly watch: boolean;
  /** Tells all that is well, too. */
  readonly all: boolean;
  /** Lines instead of a screen that is drawn again. */
  readonly plain: boolean;
}

/** A component to add from a preset. */
export interface Addition {
  readonly preset: string;
  readonly name: string;
}

export interface Creation {
  readonly command: 'create' | 'namespace';
  /** The folder to write, or the namespace's name; nobody said it where absent. */
  readonly folder?: string;
  /** `-` is standard input. */
  readonly answersFile?: string;
  readonly preset?: string;
  readonly added: readonly Addition[];
  /** The bare flags of a component stand under the empty key. */
  readonly said: Answers;
  readonly stdout: boolean;
  readonly dryRun: boolean;
  readonly overwrite: boolean;
  readonly yes: boolean;
  /** Plain prompts instead of the full screen. */
  readonly plain: boolean;
  readonly allQuestions: boolean;
  /** An interview that was left is taken up again. */
  readonly resume: boolean;
  /** The cluster that `applying` names is read before anything is decided. */
  readonly fromCluster: boolean;
  /** Applied after writing. */
  readonly apply: boolean;
  readonly applying: ApplyWish;
}

/** What a command line asks for. `complete` is what a completion script asks at every Tab. */
export type Invocation = Manners &
  (
    | Creation
    | { readonly command: 'apply'; readonly place: string; readonly applying: ApplyWish }
    | { readonly command: 'status'; readonly wish: StatusWish }
    | { readonly command: 'check'; readonly place: string; readonly cluster?: Where }
    | { readonly command: 'explain' | 'help'; readonly word?: string }
    | { readonly command: 'presets' | 'questions' | 'version' }
    | { readonly command: 'completion'; readonly shell: Shell }
    | { readonly command: 'complete'; readonly words: readonly string[] }
  );

export const isCreation = (invocation: Invocation): invocation is Manners & Creation =>
  invocation.command === 'create' || invocation.command === 'namespace';
