import { type Language, languages } from '../model/text.ts';

/** The language to switch to: each in turn. */
export const nextLanguage = (language: Language): Language => languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
