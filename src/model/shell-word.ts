const harmless = /^[A-Za-z0-9_@+:,./-][A-Za-z0-9_@+=:,./-]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters would act on the terminal, so they are spelt out
const control = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * One word of a POSIX shell. A word with control characters is written as `$'…'` (POSIX 2024, and bash, zsh and ksh
 * long before), so that a printed command never acts on the terminal that shows it.
 */
export function shellWord(word: string): string {
  if (harmless.test(word)) return word;
  if (control.test(word)) return `$'${[...word].map(spelt).join('')}'`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** A character inside `$'…'`: control characters as the octal numbers of their UTF-8 bytes. */
function spelt(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === "'" || character === '\\') return `\\${character}`;
  if (!control.test(character)) return character;
  return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
