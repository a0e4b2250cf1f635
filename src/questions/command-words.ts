const piece = /[^\s'"\\]+|\\.|'[^']*'|"(?:[^"\\]|\\.)*"/gs;

/** A piece of a word without its quotes: '…' holds everything as it stands, outside of it a backslash frees the next character. */
const unquoted = (part: string): string => {
  if (part.startsWith("'")) return part.slice(1, -1);
  return (part.startsWith('"') ? part.slice(1, -1) : part).replace(/\\(.)/gs, '$1');
};

/**
 * A command line as the words of an exec: split at white space, with '…' and "…" to hold words together, as in a shell.
 * Nothing is expanded: no variables, no globs, no pipes. Undefined where a quote is not closed or no program is named.
 */
export function commandWordsOf(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let end = -1;
  for (const { 0: part, index } of line.matchAll(piece)) {
    if (line.slice(Math.max(end, 0), index).trim() !== '') return undefined;
    if (index === end) words.push(`${words.pop() ?? ''}${unquoted(part)}`);
    else words.push(unquoted(part));
    end = index + part.length;
  }
  return words[0] && line.slice(end).trim() === '' ? words : undefined;
}
