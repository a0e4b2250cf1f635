import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { asciiOf } from './ascii.ts';
import { handOver } from './hand-over.ts';
import { oddKey } from './plain-hearing.ts';
import { type PlainLine, rowsOfLine, sentence } from './plain-line.ts';
import { typedLines } from './typed-lines.ts';
import { columnsOn } from './world.ts';

/** What the plain interview needs of a terminal. */
export interface PlainTerminal {
  readonly width: number;
  say(line: PlainLine): void;
  /** A line that somebody types after this message; undefined when they left, or no more lines can come. */
  type(message: string): Promise<string | undefined>;
}

export interface PlainStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Aborted when the user wants to leave. */
  readonly signal: AbortSignal;
  /** False where the terminal shows nothing but ASCII. */
  readonly unicode?: boolean;
}

/** Runs something with the prompts of @inquirer/prompts on these streams, and lets go of them. */
export async function onPlainTerminal<T>(
  { stdin, stdout, signal, unicode }: PlainStreams,
  run: (terminal: PlainTerminal) => Promise<T>,
): Promise<T> {
  const { input } = await import('@inquirer/prompts');
  await handOver(stdin);
  const lines = typedLines(stdin);
  const shown = unicode === false ? asciiOf : (words: string) => words;
  const print = (row: string) => void stdout.write(`${shown(row)}\n`);
  const terminal: PlainTerminal = {
    get width() {
      return columnsOn(stdout);
    },
    say: (line) => rowsOfLine(line, terminal.width).forEach(print),
    type: async (message) => {
      const rows = rowsOfLine(sentence(message), terminal.width).map(shown);
      rows.slice(0, -1).forEach(print);
      const keys = new PassThrough();
      const leaving = new AbortController();
      const config = { message: rows.at(-1) ?? '', theme: { prefix: '' } };
      const answer = input(config, { input: keys, output: firstDrawnOn(stdout), signal: leaving.signal });
      lines.next(signal).then((line) => (line === undefined ? leaving.abort() : keys.write(`${lettersOf(line)}\n`)));
      return answer.catch((problem: unknown) => {
        if (!leaving.signal.aborted) throw problem;
        stdout.write('\n');
        return undefined;
      });
    },
  };
  try {
    return await run(terminal);
  } finally {
    lines.close();
  }
}

/** Keys that are no letters would act on the prompt. */
const lettersOf = (line: string): string => line.replaceAll('\t', ' ').replace(/[\p{Cc}\u2028\u2029]/gu, oddKey);

/**
 * Passes on what a prompt draws first: its message. The terminal itself shows what is typed after that, so that nothing has to be
 * drawn anew, and the cursor stays where the words end.
 */
function firstDrawnOn(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  let isDrawn = false;
  const stream = new Writable({
    write: (drawn, _encoding, done) => {
      const words = stripVTControlCharacters(String(drawn)).trim();
      if (!isDrawn && words !== '') stdout.write(`${words} `);
      isDrawn ||= words !== '';
      done();
    },
  });
  // @inquirer/core asks for no more of its output than that it can be written to.
  return Object.assign(stream, { columns: Number.MAX_SAFE_INTEGER }) as unknown as NodeJS.WriteStream;
}
