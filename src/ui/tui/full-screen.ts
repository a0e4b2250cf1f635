import type { RenderOptions } from 'ink';
import { handOver } from '../hand-over.ts';

/** How Ink draws on the alternate screen of a terminal. */
export const fullScreen = {
  alternateScreen: true,
  // Only the lines that changed are written: a link may be slow.
  incrementalRendering: true,
  // Ink would draw nothing but the last frame where it sees the variable CI; whoever asks for a screen has a person at the keys.
  interactive: true,
  exitOnCtrlC: false,
  patchConsole: false,
} as const satisfies RenderOptions;

/** Takes the keys before the first frame. Ink does so too, but after it: a Ctrl-C in between would kill the program in the middle of the screen. */
export async function takeKeys(stdin: NodeJS.ReadStream): Promise<void> {
  await handOver(stdin);
  stdin.setRawMode(true);
}
