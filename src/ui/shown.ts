/** Names and messages may hold anything; what would act on the terminal, or turn the direction of reading, is shown as a mark. */
export const shown = (words: string): string => words.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
