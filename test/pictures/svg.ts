import type { IBufferCell, Terminal } from '@xterm/headless';

const font = { size: 15, width: 9.03, line: 19 };
const margin = 14;
const paper = '#16181d';
const ink = '#d7dae0';
/** The 16 colours of a dark terminal. */
const palette = [
  '#3b4048',
  '#e06c75',
  '#98c379',
  '#e5c07b',
  '#61afef',
  '#c678dd',
  '#56b6c2',
  '#abb2bf',
  '#7a818e',
  '#ff7b86',
  '#b1de93',
  '#ffd28a',
  '#7cc4ff',
  '#dd94f2',
  '#70d2de',
  '#ffffff',
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const styleOf = (cell: IBufferCell): string => {
  const colour = cell.isFgPalette() ? (palette[cell.getFgColor()] ?? ink) : ink;
  return [`fill="${colour}"`, cell.isBold() ? 'font-weight="bold"' : '', cell.isDim() ? 'opacity="0.6"' : ''].filter(Boolean).join(' ');
};

/** One row as runs of equal style, each at its column, so that a font of another width does not shift what follows. */
function rowOf(terminal: Terminal, row: number): string {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
  const y = margin + (row + 0.8) * font.line;
  const runs: { style: string; column: number; text: string }[] = [];
  for (let column = 0; column < terminal.cols; column++) {
    const cell = line?.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const [style, text] = [styleOf(cell), cell.getChars() || ' '];
    const last = runs.at(-1);
    if (last?.style === style) last.text += text;
    else runs.push({ style, column, text });
  }
  return runs
    .filter(({ text }) => text.trim() !== '')
    .map(
      ({ style, column, text }) =>
        `<text x="${(margin + column * font.width).toFixed(1)}" y="${y.toFixed(1)}" ${style}>${escaped(text.trimEnd())}</text>`,
    )
    .join('');
}

/** The screen of a terminal as a picture; its letters stay letters. */
export function svgOf(terminal: Terminal, rows = terminal.rows): string {
  const width = Math.ceil(2 * margin + terminal.cols * font.width);
  const height = 2 * margin + rows * font.line;
  const lines = Array.from({ length: rows }, (_, row) => rowOf(terminal, row)).filter(Boolean);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="${paper}"/>`,
    `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="${font.size}" xml:space="preserve">`,
    ...lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
