import { Box, Text as Letters } from 'ink';
import type { ReactNode } from 'react';
import { say as saying, type Text } from '../../model/text.ts';
import { isSaid, phrases, rejectedTexts, rowText } from '../phrases.ts';
import { type Group, type Review as ReviewOf, type Row, rowsOf } from '../review.ts';
import { Divider } from './frame.tsx';
import { Accent, bodyRows, Faint, isTight, Strong, useLook, useSay, useSigns } from './look.tsx';
import { windowOf } from './window-of.ts';

/** A line of the list: going ahead, the title of a group, or a decision with its number among all. */
type Line =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'title'; readonly title: Text }
  | { readonly kind: 'row'; readonly row: Row; readonly at: number };

/** Every decision with its reason, and why not the others. */
export function Review({ review, at }: { readonly review: ReviewOf; readonly at: number }): ReactNode {
  const look = useLook();
  const rows = bodyRows(look);
  const margin = isTight(look) ? 0 : 1;
  const signs = useSigns();
  const say = useSay();
  const panel = rows >= 16 ? 6 : rows >= 10 ? 3 : 1;
  const lines = linesOf(review.groups);
  const here = lines.findIndex((line) => (line.kind === 'ahead' ? at === 0 : line.kind === 'row' && line.at === at));
  const { from, to } = windowOf(
    lines.map(() => 1),
    here,
    Math.max(2, rows - panel - 1 - margin),
  );
  return (
    <>
      <Box flexDirection="column" flexGrow={1} marginTop={margin} overflow="hidden">
        {lines.slice(from, to).map((line, index) => (
          <LineOf key={keyOf(line)} line={line} isHere={from + index === here} />
        ))}
      </Box>
      <Divider sign={signs.rule}>{say(phrases.why)}</Divider>
      <Box flexDirection="column" height={panel} overflow="hidden" flexShrink={0}>
        <Box flexDirection="column" flexShrink={0}>
          <Why row={rowsOf(review)[at - 1]} />
        </Box>
      </Box>
    </>
  );
}

function linesOf(groups: readonly Group[]): readonly Line[] {
  let at = 0;
  return [
    { kind: 'ahead' },
    ...groups.flatMap((group): readonly Line[] => [
      { kind: 'title', title: titleOf(group) },
      ...group.rows.map((row): Line => ({ kind: 'row', row, at: ++at })),
    ]),
  ];
}

const titleOf = ({ title, component }: Group): Text =>
  saying((language) => (component === undefined ? title[language] : `${component}: ${title[language]}`));

const keyOf = (line: Line): string =>
  line.kind === 'row' ? `${line.row.spot.slot}/${line.row.spot.question.id}` : line.kind === 'title' ? `title ${line.title.en}` : line.kind;

function LineOf({ line, isHere }: { readonly line: Line; readonly isHere: boolean }): ReactNode {
  const say = useSay();
  const signs = useSigns();
  const { columns } = useLook();
  const cursor = isHere ? signs.cursor : ' ';
  if (line.kind === 'title') return <Strong>{say(line.title)}</Strong>;
  if (line.kind === 'ahead')
    return (
      <Letters wrap="truncate-end">{isHere ? <Accent>{`${cursor} ${say(phrases.goAhead)}`}</Accent> : `  ${say(phrases.goAhead)}`}</Letters>
    );
  const label = say(line.row.spot.question.label).padEnd(columns >= 60 ? 20 : 14);
  const words = `${cursor} ${isSaid(line.row) ? signs.on : signs.off} ${label} ${say(rowText(line.row))}`;
  return <Letters wrap="truncate-end">{isHere ? <Accent>{words}</Accent> : words}</Letters>;
}

/** The reason of a decision in full, with the rule that decided, then why not each of the others. */
function Why({ row }: { readonly row: Row | undefined }): ReactNode {
  const say = useSay();
  if (!row) return <Letters>{say(phrases.aheadMeans)}</Letters>;
  const { decision } = row;
  return (
    <>
      <Letters>
        {say(rowText(row))}. {say(decision.reason)} {decision.source === 'rule' && <Faint>({decision.rule})</Faint>}
      </Letters>
      {rejectedTexts(row).map((line) => (
        <Faint key={line.en}>{say(line)}</Faint>
      ))}
    </>
  );
}
