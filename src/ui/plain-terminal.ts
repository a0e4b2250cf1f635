import type { Language } from '../model/text.ts';
import { handOver } from './hand-over.ts';
import { phrases } from './phrases.ts';

/** A row of a list; a row that is refused is shown with its reason and cannot be taken. */
export interface PlainRow<T> {
  readonly value: T;
  readonly label: string;
  readonly about?: string;
  readonly refused?: string;
}

/** What the plain interview needs of a terminal. A promise that gives `undefined` means that the person left. */
export interface PlainTerminal {
  choose<T>(message: string, rows: readonly PlainRow<T>[], at: number, language: Language): Promise<T | undefined>;
  /** `faultOf` gives the sentence that says what is wrong with a line. `initial` can be edited. */
  type(message: string, suggested: string, initial: string, faultOf: (line: string) => string | undefined): Promise<string | undefined>;
  say(line: string): void;
}

export interface PlainStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** The prompts of @inquirer/prompts on these streams. */
export async function plainTerminal({ stdin, stdout }: PlainStreams): Promise<PlainTerminal> {
  const { select, input } = await import('@inquirer/prompts');
  const context = { input: stdin, output: stdout };
  const asked = async <T>(prompt: () => Promise<T>): Promise<T | undefined> => {
    await handOver(stdin);
    return prompt().catch(leaving);
  };
  return {
    choose: async (message, rows, at, language) => {
      const choices = rows.map(({ label, about, refused }, value) => ({
        value,
        name: label,
        ...(about === undefined ? {} : { description: about }),
        disabled: refused === undefined ? false : `(${refused})`,
      }));
      const theme = {
        i18n: { disabledError: phrases.cannotTake[language] },
        style: { keysHelpTip: () => `↑↓ ${phrases.choose[language]} • ⏎ ${phrases.take[language]}` },
      };
      const taken = await asked(() => select<number>({ message, choices, default: at, pageSize: 12, loop: false, theme }, context));
      return taken === undefined ? undefined : rows[taken]?.value;
    },
    type: (message, suggested, initial, faultOf) => {
      const prefill = initial === '' ? ({ default: suggested } as const) : ({ default: initial, prefill: 'editable' } as const);
      return asked(() => input({ message, ...prefill, validate: (line) => faultOf(line) ?? true }, context));
    },
    say: (line) => void stdout.write(`${line}\n`),
  };
}

/** Ctrl-C, and an input that ends, reject with this error (@inquirer/core, errors.ts). */
function leaving(problem: unknown): undefined {
  if (problem instanceof Error && problem.name === 'ExitPromptError') return undefined;
  throw problem;
}
