/** Breaks a paragraph between words into lines of at most `width` characters, each after `indent`. A longer word keeps its line. */
export function wrap(paragraph: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, indent + line];
}

/** A table of two columns; the second is wrapped beside the first, or below it where the first is too long. */
export function columns(rows: readonly (readonly [string, string])[], width: number, indent = '  '): readonly string[] {
  const longest = Math.max(0, ...rows.map(([left]) => left.length));
  const room = Math.min(longest, 28, Math.floor(width / 2));
  const margin = indent + ' '.repeat(room + 2);
  return rows.flatMap(([left, right]) => {
    const [first = '', ...others] = wrap(right, width, margin);
    if (left.length > room) return [indent + left, ...(first === '' ? [] : [first]), ...others];
    return [(indent + left.padEnd(room + 2) + first.slice(margin.length)).trimEnd(), ...others];
  });
}
