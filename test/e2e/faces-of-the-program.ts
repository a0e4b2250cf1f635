import type { Language } from '../../src/model/text.ts';
import type { AnyQuestion } from '../../src/questions/question.ts';

/** How one of the live faces is called, and by which keys the same is done in it. */
export interface Face {
  readonly flags: readonly string[];
  /** What the screen shows when this question waits for its answer. */
  asks(question: Pick<AnyQuestion, 'ask'>, language?: Language): RegExp;
  readonly otherLanguage: string;
  readonly back: string;
  readonly secondChoice: string;
  /** Accepts all that is left, where something is chosen. */
  readonly acceptAll: string;
}

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export const faces: Readonly<Record<'wizard' | 'plain', Face>> = {
  wizard: {
    flags: ['--plain=false'],
    asks: ({ ask }, language = 'en') => new RegExp(`${literal(ask[language])}[\\s\\S]*\\^C \\S+$`),
    otherLanguage: 'l',
    back: '\u001b',
    secondChoice: '\u001b[B\r',
    acceptAll: 'rw',
  },
  plain: {
    flags: ['--plain'],
    // A blank line stands before each question: this one is the last.
    asks: ({ ask }, language = 'en') => new RegExp(`${literal(ask[language])}(?:(?!\n\n)[\\s\\S])*:$`),
    otherLanguage: '>\r',
    back: '<\r',
    secondChoice: '2\r',
    acceptAll: ':write\r',
  },
};
