import type { Language } from '../../src/model/text.ts';
import { type Interview, interviewOf } from '../../src/ui/interview.ts';
import { rowsOfLine } from '../../src/ui/plain-line.ts';
import type { PlainTerminal } from '../../src/ui/plain-terminal.ts';
import { interviewOn } from '../../src/ui/prompts.ts';
import { smallBase } from './small-base.ts';

/** Somebody who types these lines at a terminal of 80 columns and then leaves. `blocks` holds what was said before each line. */
export function typing(...lines: readonly string[]) {
  const keys = [...lines];
  const blocks: string[][] = [[]];
  const terminal: PlainTerminal = {
    width: 80,
    say: (line) => void blocks.at(-1)?.push(...rowsOfLine(line, 80)),
    type: async (message) => {
      blocks.at(-1)?.push(message);
      blocks.push([]);
      return keys.shift();
    },
  };
  const on = async (start: Interview, language: Language = 'en') => {
    const outcome = await interviewOn(terminal, start, { language });
    if (keys.length > 0) throw new Error(`Nobody asked for ${JSON.stringify(keys)}.`);
    return { outcome, blocks: blocks.map((block) => block.join('\n')), all: blocks.flat().join('\n') };
  };
  return { on, onSmall: (language: Language = 'en', all = false) => on(interviewOf(smallBase(), { all }), language) };
}

/** An answer as it is typed: one that looks like a command doubles its first sign. */
export const typedAs = (answer: string): string => (/^([:?]|<+$|>+$)/.test(answer) ? `${answer[0]}${answer}` : answer);
