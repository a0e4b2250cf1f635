/** Words that cannot end the cell of a table. */
export const cell = (words: string): string => words.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A block of code, without its surrounding empty lines. */
export const fenced = (lines: readonly string[], language: string): readonly string[] => [`\`\`\`${language}`, ...lines, '```'];

/** Words as code in a cell; a dash where there are none. A back-quote inside would end it. */
export const code = (words: string): string => (words === '' ? '–' : cell(words.includes('`') ? `\`\` ${words} \`\`` : `\`${words}\``));
