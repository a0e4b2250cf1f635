import { type Text, text } from '../../model/text.ts';
import type { Asking } from '../asking.ts';
import { phrases } from '../phrases.ts';
import type { Review } from '../review.ts';
import type { Entry } from './entry.ts';

/** A key that works now, and what it does. */
export interface Hint {
  readonly key: 'arrows' | 'enter' | 'left' | 'escape' | 'space' | 'tab' | 'erase' | 'l' | 'w' | '^L' | '^C';
  readonly does: Text;
}

const choose: Hint = { key: 'arrows', does: phrases.choose };
const take: Hint = { key: 'enter', does: phrases.take };
const byLeft: Hint = { key: 'left', does: phrases.back };
const byEscape: Hint = { key: 'escape', does: phrases.back };
const leave: Hint = { key: '^C', does: phrases.leave };
const language: Hint = { key: 'l', does: phrases.otherLanguage };
const languageWhileTyping: Hint = { key: '^L', does: phrases.otherLanguage };

/** The keys that work in each kind of entry. */
const hints: Readonly<Record<Entry['kind'], readonly Hint[]>> = {
  choice: [choose, take, byLeft, language, leave],
  picks: [choose, { key: 'space', does: text('mark', 'marcar') }, take, byLeft, language, leave],
  text: [take, { key: 'tab', does: text('edit the suggestion', 'editar la propuesta') }, byEscape, languageWhileTyping, leave],
  list: [take, { key: 'erase', does: text('change the last one', 'cambiar el último') }, byEscape, languageWhileTyping, leave],
  review: [
    choose,
    { key: 'enter', does: text('change', 'cambiar') },
    { key: 'w', does: text('go ahead', 'adelante') },
    byLeft,
    language,
    leave,
  ],
};

/** The keys that work now, for the last line; on a tight screen the few that lead on and out. */
export function hintsFor(entry: Entry, now: Asking | Review, isTight: boolean): readonly Hint[] {
  const completes = now.kind === 'asking' && now.suggestion !== undefined;
  return hints[entry.kind].filter(({ key }) => (isTight ? few.has(key) : key !== 'tab' || completes));
}

const few: ReadonlySet<Hint['key']> = new Set(['enter', 'left', 'escape', 'w', '^C']);

const signs: Readonly<Partial<Record<Hint['key'], string>>> = { arrows: '↑↓', enter: '⏎', left: '←', escape: 'Esc', tab: '⇥', erase: '⌫' };
const ascii: Readonly<Partial<Record<Hint['key'], string>>> = {
  arrows: 'Up/Down',
  enter: 'Enter',
  left: 'Left',
  escape: 'Esc',
  tab: 'Tab',
  erase: 'Backspace',
};

export const keyName = ({ key }: Hint, unicode: boolean): string => (unicode ? signs : ascii)[key] ?? key;
