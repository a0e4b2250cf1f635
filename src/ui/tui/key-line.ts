import type { Text } from '../../model/text.ts';
import { phrases } from '../phrases.ts';
import { columnsOf, type Line, type Span } from './line.ts';
import { type Look, sayIn, widthOf } from './look.ts';

/** A key that works now, and what it does. */
export interface Hint {
  readonly key: keyof typeof signs | 'space' | '?' | '/' | 'a' | 'l' | 'q' | 'r' | 'w' | 'y' | '^R' | '^Y' | '^L' | '^C';
  readonly does: Text;
}

const signs = { arrows: '↑↓', sides: '←→', enter: '⏎', left: '←', escape: 'Esc', tab: 'Tab' } as const;
const ascii = { arrows: 'Up/Down', sides: 'Left/Right', enter: 'Enter', left: 'Left', escape: 'Esc', tab: 'Tab' } as const;

/** As many lines as the keys need. Between two of them a line breaks, never within. */
export function packed(hints: readonly Hint[], look: Look): readonly Line[] {
  const say = sayIn(look);
  const width = widthOf(look);
  const names: Readonly<Record<string, string>> = { ...(look.unicode ? signs : ascii), space: say(phrases.space) };
  const lines: Span[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { key, does } of hints) {
    const name = names[key] ?? key;
    const spans: readonly Span[] = [{ text: name, tone: 'accent' }, { text: ` ${say(does)}` }];
    const columns = columnsOf(name) + 1 + columnsOf(say(does));
    if (used + 2 + columns > width) {
      lines.push([...spans]);
      used = columns;
    } else {
      lines.at(-1)?.push({ text: '  ' }, ...spans);
      used += 2 + columns;
    }
  }
  return lines;
}
