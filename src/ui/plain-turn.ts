import type { Language } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import type { Spot } from '../questions/settle.ts';
import type { Asking } from './asking.ts';
import { askOf, phrases, progressOf } from './phrases.ts';
import type { PlainRow } from './plain-terminal.ts';

/** What a person did at one prompt. An answer without a value accepts the suggestion. */
export type Turn =
  | { readonly kind: 'answer'; readonly value?: Value }
  | { readonly kind: 'edit'; readonly spot: Spot }
  | { readonly kind: 'again' | 'back' | 'language' | 'write' | 'leave' };

export const titleOf = (now: Asking, language: Language): string => `${askOf(now)[language]} (${progressOf(now.progress)[language]})`;

/** The rows that lead elsewhere, below those that answer. */
export const ways = (language: Language): readonly PlainRow<Turn>[] => [
  { value: { kind: 'back' }, label: `← ${phrases.back[language]}` },
  { value: { kind: 'language' }, label: phrases.otherLanguage[language] },
];
