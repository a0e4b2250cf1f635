import { isSaid, phrases, rejectedTexts, rowText } from '../phrases.ts';
import type { Review, Row } from '../review.ts';
import { contentOf } from '../text-field.ts';
import { layoutOf } from './layout.ts';
import { columnsOf, cut, type Line, padded, rowsOf, toned, wrapped, wrappedLines } from './line.ts';
import { type Look, sayIn, shown, signsOf, widthOf } from './look.ts';
import { divider } from './panel.ts';
import { linesOf, type ReviewLine, type ReviewList, targetsOf } from './review-list.ts';
import { windowOf } from './window-of.ts';
import { ruleCalled, words } from './words.ts';

/** Every decision with its reason, and why not the others. `isLast`: nothing is left to ask. */
export function reviewLines(review: Review, list: ReviewList, isLast: boolean, look: Look): readonly Line[] {
  const { body, gap, panel } = layoutOf(look);
  const say = sayIn(look);
  const lines = linesOf(review, list, look.language);
  const target = targetsOf(lines)[list.at];
  const here = target ? lines.indexOf(target) : 0;
  const finding = list.isFinding || contentOf(list.filter) !== '' ? [findingLine(list, look)] : [];
  const room = body - gap - panel - 1 - finding.length;
  const { from, to } = windowOf(
    lines.map(() => 1),
    here,
    room,
  );
  const labels = labelsOf(lines, look);
  const rows = lines.slice(from, to).map((line) => lineOf(line, line === target, isLast, labels, look));
  const nothing = lines.length === 0 ? [toned('faint', `  ${say(phrases.nothingFound)}`)] : [];
  const above = gap === 0 ? [] : [legendLine(lines, look)];
  return [
    ...above,
    ...finding,
    ...rowsOf([...rows, ...nothing], room),
    divider(say(words.why), look),
    ...rowsOf(whyLines(target, isLast, look), panel),
  ];
}

/** What the signs before the decisions mean. */
function legendLine(lines: readonly ReviewLine[], look: Look): Line {
  const { on, off, brought, more } = signsOf(look);
  const say = sayIn(look);
  const signs = [on, off, brought];
  const hasSeen = lines.some((line) => line.kind === 'row' && line.row.decision.source === 'cluster');
  const meanings = [words.said, words.ruled, hasSeen ? words.broughtOrSeen : words.brought].map(
    (each, index) => `${signs[index]} ${say(each)}`,
  );
  return cut(toned('faint', `  ${meanings.join('   ')}`), widthOf(look), more);
}

function findingLine({ filter, isFinding }: ReviewList, look: Look): Line {
  const { caret, more } = signsOf(look);
  return cut(
    [
      { text: '/ ', tone: 'accent' },
      { text: shown(filter.left, look) },
      ...(isFinding ? [{ text: caret, tone: 'accent' as const }] : []),
      { text: shown(filter.right, look) },
    ],
    widthOf(look),
    more,
  );
}

/** Columns for the names of the decisions: the widest, but never more than a good third. */
function labelsOf(lines: readonly ReviewLine[], look: Look): number {
  const say = sayIn(look);
  const names = lines.map((line) => (line.kind === 'row' ? columnsOf(say(line.row.spot.question.label)) : 0));
  return Math.min(Math.max(8, ...names), Math.floor(widthOf(look) * 0.4));
}

function lineOf(line: ReviewLine, isHere: boolean, isLast: boolean, labels: number, look: Look): Line {
  const say = sayIn(look);
  const { cursor, more } = signsOf(look);
  const width = widthOf(look);
  if (line.kind === 'title') return cut(toned('strong', say(line.title)), width, more);
  const lead = `${isHere ? cursor : ' '} `;
  const tone = isHere ? { tone: 'accent' as const } : {};
  if (line.kind === 'ahead') return cut([{ text: lead + say(isLast ? phrases.goAhead : words.acceptRest), ...tone }], width, more);
  const label = cut([{ text: say(line.row.spot.question.label) }], labels, more)
    .map(({ text }) => text)
    .join('');
  return cut([{ text: `${lead}${signOf(line.row, look)} ${padded(label, labels)}  ${say(rowText(line.row))}`, ...tone }], width, more);
}

function signOf(row: Row, look: Look): string {
  const { on, off, brought } = signsOf(look);
  if (isSaid(row)) return on;
  return row.decision.source === 'rule' ? off : brought;
}

/** The reason of a decision in full, with the rule that decided, then why not each of the others. */
function whyLines(target: ReviewLine | undefined, isLast: boolean, look: Look): readonly Line[] {
  const say = sayIn(look);
  const width = widthOf(look);
  if (target?.kind === 'ahead') return wrappedLines(say(isLast ? phrases.aheadMeans : words.acceptMeans), width);
  if (target?.kind !== 'row') return [];
  const { row } = target;
  const { decision } = row;
  const value = wrapped(say(rowText(row)), width);
  const rule = decision.source === 'rule' || decision.source === 'cluster' ? ` (${say(ruleCalled(decision.rule))})` : '';
  return [
    ...value.map((text) => toned('strong', text)),
    ...wrappedLines(say(decision.reason) + rule, width),
    ...rejectedTexts(row).flatMap((line) => wrappedLines(say(line), width, 0, 'faint')),
  ];
}
