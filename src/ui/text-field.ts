/** A line of text that is being typed: what stands left and right of the cursor. */
export interface TextField {
  readonly left: string;
  readonly right: string;
}

export type Motion = 'back' | 'forward' | 'word-back' | 'word-forward' | 'start' | 'end';

export const emptyField: TextField = { left: '', right: '' };
export const fieldWith = (content: string): TextField => ({ left: content, right: '' });
export const contentOf = ({ left, right }: TextField): string => left + right;

/** Inserts typed or pasted text. A field is one line: line ends become spaces, other control characters are dropped. */
export function inserted(field: TextField, typed: string): TextField {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
  const line = typed.replace(/[\r\n\t]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
  return { ...field, left: field.left + line };
}

export function moved(field: TextField, motion: Motion): TextField {
  const content = contentOf(field);
  const at = reached(field, motion);
  return { left: content.slice(0, at), right: content.slice(at) };
}

/** Erases what lies between the cursor and where the motion would lead. */
export function erased(field: TextField, motion: Motion): TextField {
  const content = contentOf(field);
  const from = field.left.length;
  const at = reached(field, motion);
  return { left: content.slice(0, Math.min(from, at)), right: content.slice(Math.max(from, at)) };
}

/** Index of the place in the text where a motion ends. */
function reached({ left, right }: TextField, motion: Motion): number {
  const here = left.length;
  switch (motion) {
    case 'start':
      return 0;
    case 'end':
      return here + right.length;
    case 'back':
      return here - (charactersOf(left).at(-1)?.length ?? 0);
    case 'forward':
      return here + (charactersOf(right)[0]?.length ?? 0);
    case 'word-back':
      return here - (/[\p{L}\p{M}\p{N}]*[^\p{L}\p{M}\p{N}]*$/u.exec(left)?.[0].length ?? 0);
    case 'word-forward':
      return here + (/^[^\p{L}\p{M}\p{N}]*[\p{L}\p{M}\p{N}]*/u.exec(right)?.[0].length ?? 0);
  }
}

/** What a person takes for one character: an emoji of several code points, a letter with its accent. */
const charactersOf = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
