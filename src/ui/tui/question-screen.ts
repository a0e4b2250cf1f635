import type { Asking } from '../asking.ts';
import { askOf, mendText, rowText } from '../phrases.ts';
import type { Entry } from './entry.ts';
import { fieldLines } from './field-lines.ts';
import { layoutOf } from './layout.ts';
import { blank, columnsOf, cut, type Line, padded, rowsOf, toned, wrapped, wrappedLines } from './line.ts';
import { type Look, sayIn, signsOf, widthOf } from './look.ts';
import { panelLines } from './panel.ts';

/** The fewest rows in which an answer can be chosen. */
const leastField = 3;

/** One question: what was decided before, what is asked, how it can be answered, and what the answer at hand gives. */
export function questionLines(now: Asking, entry: Entry, look: Look): readonly Line[] {
  const { body, before, gap, panel } = layoutOf(look);
  const say = sayIn(look);
  const width = widthOf(look);
  const gaps = gap === 0 ? [] : [blank];
  const below = panel + 1;
  const roomAbove = body - before - 2 * gap - below - leastField;
  const ask = wrapped(say(askOf(now)), width).map((text) => toned('strong', text));
  const above = [...ask, ...refusalLines(now, look)].slice(0, Math.max(1, roomAbove));
  const room = body - before - 2 * gap - above.length - below;
  return [
    ...beforeLines(now, before, look),
    ...gaps,
    ...above,
    ...gaps,
    ...rowsOf(fieldLines(now, entry, room, look), room),
    ...rowsOf(panelLines(now, entry, panel, look), below),
  ];
}

/** The answers given before, a line each, the newest nearest to the question. */
function beforeLines(now: Asking, count: number, look: Look): readonly Line[] {
  if (count === 0) return [];
  const say = sayIn(look);
  const { done, more } = signsOf(look);
  const rows = now.before.slice(-count);
  const labels = Math.max(10, ...rows.map((row) => columnsOf(say(row.spot.question.label))));
  const lines = rows.map((row): Line => {
    const label = padded(say(row.spot.question.label), labels);
    return cut(
      [{ text: `${done} `, tone: 'accent' }, { text: `${label}  `, tone: 'faint' }, { text: say(rowText(row)) }],
      widthOf(look),
      more,
    );
  });
  return rowsOf(lines, count, 'above');
}

/** Why this is asked again, and what else could be answered. */
function refusalLines({ refusal, mends }: Asking, look: Look): readonly Line[] {
  if (!refusal) return [];
  const say = sayIn(look);
  return [
    ...wrappedLines(`${signsOf(look).refused} ${say(refusal.says)}`, widthOf(look)),
    ...mends.flatMap((mend) => wrappedLines(say(mendText(mend)), widthOf(look), 2, 'faint')),
  ];
}
