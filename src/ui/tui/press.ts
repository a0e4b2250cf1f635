import type { Key } from 'ink';
import type { Motion } from '../text-field.ts';

/** What a person did at the keyboard. */
export type Press =
  | { readonly kind: 'text' | 'paste'; readonly text: string }
  | { readonly kind: 'move' | 'erase'; readonly motion: Motion }
  | {
      readonly kind: 'up' | 'down' | 'page-up' | 'page-down' | 'enter' | 'escape' | 'complete' | 'toggle';
    }
  | { readonly kind: 'explain' | 'find' | 'review' | 'yaml' | 'write' | 'language' | 'leave' };

const withControl: Readonly<Record<string, Press>> = {
  c: { kind: 'leave' },
  l: { kind: 'language' },
  g: { kind: 'find' },
  r: { kind: 'review' },
  y: { kind: 'yaml' },
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
  g: { kind: 'move', motion: 'start' },
  G: { kind: 'move', motion: 'end' },
  l: { kind: 'language' },
  r: { kind: 'review' },
  y: { kind: 'yaml' },
  w: { kind: 'write' },
  '?': { kind: 'explain' },
  '/': { kind: 'find' },
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
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are keys
  return input.split(/(\r\n|[\u0000-\u001f\u007f])/).flatMap((part): readonly Press[] => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are keys
    if (!/^[\u0000-\u001f\u007f]/.test(part)) return part === '' ? [] : [{ kind: 'text', text: part }];
    return byControl[part] ?? [];
  });
}

const enter: readonly Press[] = [{ kind: 'enter' }];
const erase: readonly Press[] = [{ kind: 'erase', motion: 'back' }];

/** What a control character does that comes in one read with others: Ctrl and a letter is the letter's place in the alphabet. */
const byControl: Readonly<Record<string, readonly Press[]>> = {
  ...Object.fromEntries(Object.entries(withControl).map(([letter, press]) => [String.fromCharCode(letter.charCodeAt(0) - 96), [press]])),
  '\r\n': enter,
  '\r': enter,
  '\n': enter,
  '\t': [{ kind: 'complete' }],
  '\b': erase,
  '\u007f': erase,
};

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
