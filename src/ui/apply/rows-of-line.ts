import { stripVTControlCharacters } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import { columnsOf } from '../tui/line.ts';

/** A command in a sentence, up to the sign that ends it. */
const command = /\b(?:kubectl|oc|docker|podman|create-k8s-app) \S.*?(?=[,;.:](?:\s|$)|[”»]|\s\(|$)/g;
/** What stands before the words: blanks, and a sign such as ✓. */
const before = /^( *)(?:(?:ok|x|[^\p{L}\p{N}\s]) +)?/u;
const leastIndent = 2;
const noBreak = '\u00a0';

/**
 * A line of a report in rows of a terminal, broken between words; the rows below the first are indented. A command stays whole, also where
 * it is longer than a row: in two pieces it could not be copied.
 */
export function rowsOfLine(line: string, columns: number): readonly string[] {
  const plain = stripVTControlCharacters(line);
  if (columnsOf(plain) <= columns) return [line];
  const [start = '', blanks = ''] = before.exec(plain) ?? [];
  const indent = Math.max(start.length, blanks.length + leastIndent);
  const whole = line.slice(blanks.length).replaceAll(command, (each) => each.replaceAll(' ', noBreak));
  const rows = wrapAnsi(whole, Math.max(1, columns - indent))
    .replaceAll(noBreak, ' ')
    .split('\n');
  return rows.map((row, index) => (index === 0 ? blanks : ' '.repeat(indent)) + row);
}
