import { Text as Letters } from 'ink';
import { createContext, type ReactNode, useContext } from 'react';
import type { Language, Text } from '../../model/text.ts';

/** How this terminal is drawn to, and in which language. */
export interface Look {
  readonly language: Language;
  readonly color: boolean;
  /** False keeps to ASCII. */
  readonly unicode: boolean;
  readonly columns: number;
  readonly rows: number;
}

export const LookContext = createContext<Look>({ language: 'en', color: false, unicode: false, columns: 80, rows: 24 });

export const useLook = (): Look => useContext(LookContext);

/** A screen so low that margins and second thoughts are left out. */
export const isTight = ({ rows }: Look): boolean => rows < 14;

/** Rows between the head and the keys, which need a second and third line where the screen is narrow. One row stays free. */
export const bodyRows = (look: Look): number => look.rows - 2 - (look.columns >= 74 ? 1 : look.columns >= 40 || isTight(look) ? 2 : 3);

/** Signs that carry a meaning beside colour. */
export interface Signs {
  readonly cursor: string;
  readonly on: string;
  readonly off: string;
  readonly refused: string;
  readonly done: string;
  readonly marked: string;
  readonly unmarked: string;
  readonly caret: string;
  readonly rule: string;
}

const unicodeSigns: Signs = { cursor: '❯', on: '●', off: '○', refused: '✗', done: '✓', marked: '◼', unmarked: '◻', caret: '▏', rule: '─' };
const asciiSigns: Signs = {
  cursor: '>',
  on: '*',
  off: 'o',
  refused: 'x',
  done: '+',
  marked: '[x]',
  unmarked: '[ ]',
  caret: '|',
  rule: '-',
};

export const useSigns = (): Signs => (useLook().unicode ? unicodeSigns : asciiSigns);

/** The half of a text that the person reads. */
export const useSay = (): ((said: Text) => string) => {
  const { language } = useLook();
  return (said) => said[language];
};

type Children = { readonly children: ReactNode };

/** The one accent colour. */
export function Accent({ children }: Children): ReactNode {
  return useLook().color ? <Letters color="cyan">{children}</Letters> : <Letters>{children}</Letters>;
}

export function Strong({ children }: Children): ReactNode {
  return useLook().color ? <Letters bold>{children}</Letters> : <Letters>{children}</Letters>;
}

export function Faint({ children }: Children): ReactNode {
  return useLook().color ? <Letters dimColor>{children}</Letters> : <Letters>{children}</Letters>;
}
