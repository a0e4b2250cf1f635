import type { Key } from 'ink';
import type { Motion } from '../text-field.ts';

/** What a person did at the keyboard. */
export type Press =
  | { readonly kind: 'text' | 'paste'; readonly text: string }
  | { readonly kind: 'move' | 'erase'; readonly motion: Motion }
  | {
      readonly kind: 'up' | 'down' | 'page-up' | 'page-down' | 'enter' | 'escape' | 'complete' | 'toggle' | 'write' | 'language' | 'leave';
    };

const withControl: Readonly<Record<string, Press>> = {
  c: { kind: 'leave' },
  l: { kind: 'language' },
  a: { kind: 'move', motion: 'start' },
  e: { kind: 'move', motion: 'end' },
  b: { kind: 'move', motion: 'back' },
  f: { kind: 'move', motion: 'forward' },
  d: { kind: 'erase', motion: 'forward' },
  u: { kind: 'erase', motion: 'start' },
  k: { kind: 'erase', motion: 'end' },
  w: { kind: 'erase', motion: 'word-back' },
  n: { kind: 'down' },
  p: { kind: 'up' },
};

const withMeta: Readonly<Record<string, Press>> = {
  b: { kind: 'move', motion: 'word-back' },
  f: { kind: 'move', motion: 'word-forward' },
  d: { kind: 'erase', motion: 'word-forward' },
};

/** What a letter does where nothing is typed. */
export const byLetter: Readonly<Record<string, Press>> = {
  j: { kind: 'down' },
  k: { kind: 'up' },
  l: { kind: 'language' },
  w: { kind: 'write' },
  ' ': { kind: 'toggle' },
};

/**
 * The presses in one event of Ink. A terminal hands over what was typed quickly in one read, and Ink gives text and Enter
 * (`shop\r`) as one event whose `key.return` is false: they are told apart here.
 */
export function pressesOf(input: string, key: Key): readonly Press[] {
  const special = specialOf(key);
  if (special) return [special];
  if (key.ctrl || key.meta) {
    const press = (key.ctrl ? withControl : withMeta)[input];
    return press ? [press] : [];
  }
  return input.split(/(\r\n|\r|\n|\t)/).flatMap((part): readonly Press[] => {
    if (part === '') return [];
    if (part === '\t') return [{ kind: 'complete' }];
    return [/^[\r\n]/.test(part) ? { kind: 'enter' } : { kind: 'text', text: part }];
  });
}

function specialOf(key: Key): Press | undefined {
  const byWord = key.ctrl || key.meta;
  if (key.upArrow) return { kind: 'up' };
  if (key.downArrow) return { kind: 'down' };
  if (key.pageUp) return { kind: 'page-up' };
  if (key.pageDown) return { kind: 'page-down' };
  if (key.leftArrow) return { kind: 'move', motion: byWord ? 'word-back' : 'back' };
  if (key.rightArrow) return { kind: 'move', motion: byWord ? 'word-forward' : 'forward' };
  if (key.home) return { kind: 'move', motion: 'start' };
  if (key.end) return { kind: 'move', motion: 'end' };
  if (key.backspace) return { kind: 'erase', motion: byWord ? 'word-back' : 'back' };
  if (key.delete) return { kind: 'erase', motion: byWord ? 'word-forward' : 'forward' };
  if (key.tab) return { kind: 'complete' };
  if (key.escape) return { kind: 'escape' };
  return key.return ? { kind: 'enter' } : undefined;
}
