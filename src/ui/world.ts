import type { Environment } from '../model/environment.ts';

/** All that the program knows of the process it runs in. Only the composition root makes one. */
export interface World {
  /** The words after the program's name. */
  readonly argv: readonly string[];
  readonly env: Environment;
  readonly cwd: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Of this program. */
  readonly version: string;
  /** Aborted when the user wants to leave. */
  readonly signal: AbortSignal;
  random(bytes: number): Buffer;
}

/** Whether there is somebody to ask. */
export const hasTerminal = ({ stdin, stdout }: World): boolean => stdin.isTTY === true && stdout.isTTY === true;

/** Longer lines are hard to read. */
export const mostColumns = 100;

/** Columns for words on this stream; 80 where it does not know. */
export const columnsOn = ({ columns }: { readonly columns?: number }): number => Math.min(columns || 80, mostColumns);

/** The wizard needs 30 columns and 10 rows. A terminal that does not know its size (0) is taken for one of 80 by 24. */
export const fitsWizard = ({ stdout: { columns, rows } }: Pick<World, 'stdout'>): boolean => (columns || 80) >= 30 && (rows || 24) >= 10;
