import { createInterface } from 'node:readline';

/** The lines that somebody types. */
export interface TypedLines {
  /** The next one; undefined where there is none any more, or when the signal comes first. */
  next(signal: AbortSignal): Promise<string | undefined>;
  close(): void;
}

/**
 * The lines of a terminal that is left as it is: it shows and mends what is typed by itself, as it does for the shell's `read`, and gives
 * a line when it ends. Raw mode would leave that to readline, which draws with the cursor, and on a dumb terminal mends nothing: there
 * it takes the backspace key for a letter. Lines that come before they are asked for wait.
 */
export function typedLines(stdin: NodeJS.ReadStream): TypedLines {
  const reader = createInterface({ input: stdin, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  const waiting: string[] = [];
  let isEnded = false;
  let awake = () => {};
  reader.on('line', (line) => {
    waiting.push(line);
    awake();
  });
  reader.on('close', () => {
    isEnded = true;
    awake();
  });
  return {
    next: (signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (waiting.length === 0 && !isEnded && !signal.aborted) return;
          signal.removeEventListener('abort', look);
          awake = () => {};
          resolve(signal.aborted ? undefined : waiting.shift());
        };
        awake = look;
        signal.addEventListener('abort', look);
        look();
      }),
    close: () => reader.close(),
  };
}
