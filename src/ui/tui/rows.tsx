import { Box, Text as Letters } from 'ink';
import { memo, type ReactNode } from 'react';
import type { Line, Span, Tone } from './line.ts';

interface RowsProps {
  readonly lines: readonly Line[];
  readonly color: boolean;
}

/** Rows of letters, from the top down, with one column free at their left. */
export const Rows = ({ lines, color }: RowsProps): ReactNode => (
  <Box flexDirection="column" paddingLeft={1}>
    {lines.map((line, row) => (
      <Row key={keyOf(row)} line={line} color={color} />
    ))}
  </Box>
);

interface RowProps {
  readonly line: Line;
  readonly color: boolean;
}

/** A row that shows what it showed before is not laid out again. */
const Row = memo(
  ({ line, color }: RowProps): ReactNode => (
    <Letters wrap="truncate-end">
      {line.length === 0 ? ' ' : line.map((span, index) => <Piece key={keyOf(index)} span={span} color={color} />)}
    </Letters>
  ),
  (a, b) => a.color === b.color && JSON.stringify(a.line) === JSON.stringify(b.line),
);

/** Rows and pieces of a line have no names and keep no state: their place is all there is. */
const keyOf = (index: number): string => `piece ${index}`;

/** One accent colour, which can be read on a light and on a dark screen; green, yellow and red only beside their sign. */
const styles: Readonly<Record<Tone, object>> = {
  accent: { color: 'magenta' },
  strong: { bold: true },
  faint: { dimColor: true },
  good: { color: 'green' },
  doubtful: { color: 'yellow' },
  bad: { color: 'red' },
};

function Piece({ span: { text, tone }, color }: { readonly span: Span; readonly color: boolean }): ReactNode {
  return <Letters {...(color && tone ? styles[tone] : {})}>{text}</Letters>;
}
