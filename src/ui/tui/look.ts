import type { Language, Text } from '../../model/text.ts';
import { asciiOf } from '../ascii.ts';
import { mostColumns } from '../world.ts';

/** How this terminal is drawn to, and in which language. */
export interface Look {
  readonly language: Language;
  readonly color: boolean;
  /** False keeps to ASCII. */
  readonly unicode: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** Columns that words may fill: one stays free at each side. */
export const widthOf = ({ columns }: Look): number => Math.min(columns, mostColumns) - 2;

/** A screen so low that margins and second thoughts are left out. */
export const isTight = ({ rows }: Look): boolean => rows < 14;

/** Signs that carry a meaning beside colour. */
export interface Signs {
  readonly cursor: string;
  readonly on: string;
  readonly off: string;
  /** Neither said by the person nor decided by a rule: a preset or the cluster brought it. */
  readonly brought: string;
  readonly refused: string;
  readonly done: string;
  readonly marked: string;
  readonly unmarked: string;
  readonly caret: string;
  readonly rule: string;
  readonly more: string;
  readonly above: string;
  readonly below: string;
}

const unicodeSigns: Signs = {
  cursor: '❯',
  on: '●',
  off: '○',
  brought: '◇',
  refused: '✗',
  done: '✓',
  marked: '◼',
  unmarked: '◻',
  caret: '▏',
  rule: '─',
  more: '…',
  above: '↑',
  below: '↓',
};

const asciiSigns: Signs = {
  cursor: '>',
  on: '*',
  off: 'o',
  brought: '+',
  refused: 'x',
  done: '+',
  marked: '[x]',
  unmarked: '[ ]',
  caret: '|',
  rule: '-',
  more: '...',
  above: '^',
  below: 'v',
};

export const signsOf = ({ unicode }: Look): Signs => (unicode ? unicodeSigns : asciiSigns);

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach the terminal
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Letters from anywhere as this terminal can show them. */
export const shown = (letters: string, { unicode }: Look): string => {
  const line = letters.replace(controls, ' ');
  return unicode ? line : asciiOf(line);
};

/** The half of a text that the person reads, as this terminal can show it. */
export const sayIn =
  (look: Look): ((said: Text) => string) =>
  (said) =>
    shown(said[look.language], look);
