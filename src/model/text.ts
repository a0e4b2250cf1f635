/** The languages the program speaks; a new one is added here, and the compiler lists what is missing. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** A whole sentence in every language: a value, never a key. */
export type Text = Readonly<Record<Language, string>>;

/** A sentence as its English and its Spanish half. */
export const text = (en: string, es: string): Text => ({ en, es });

/** A sentence built in each language by the same function, for sentences that quote other texts. Built when it is read. */
export const say = (build: (language: Language) => string): Text => ({
  get en() {
    return build('en');
  },
  get es() {
    return build('es');
  },
});

/** The same letters in every language: names, paths, commands. */
export const verbatim = (letters: string): Text => ({ en: letters, es: letters });

/** "a, b and c" in every language. */
export function listed(items: readonly (Text | string)[], conjunction: 'and' | 'or' = 'and'): Text {
  return say((language) => {
    const words = items.map((item) => (typeof item === 'string' ? item : item[language]));
    return new Intl.ListFormat(language, { type: conjunction === 'and' ? 'conjunction' : 'disjunction' }).format(words);
  });
}
