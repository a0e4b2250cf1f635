import { type Language, type Text, text } from '../../model/text.ts';
import { clipped } from '../brief-words.ts';

const none: Text = text('(none)', '(nada)');
const longest = 60;

/** A value of a field on one line. */
export function valueWords(value: unknown, language: Language): string {
  if (value === undefined) return none[language];
  return clipped(typeof value === 'string' ? value : JSON.stringify(value), longest);
}
