import type { Glance } from '../cluster/glance/glance.ts';
import type { Problem } from '../model/problem.ts';
import { rememberedOf } from '../model/remembered.ts';
import { type Text, text } from '../model/text.ts';
import { shown as marked } from './shown.ts';
import { blockLines, isCounted } from './status-block.ts';
import { headLines, verdictLines } from './status-lines.ts';
import { type Hint, packed } from './tui/key-line.ts';
import { blank, type Line, lineWidth, rowsOf, spread, toned, wrappedLines } from './tui/line.ts';
import { type Look, sayIn, signsOf, widthOf } from './tui/look.ts';
import { rowCount, words } from './tui/words.ts';

/** What a watch shows: the last glance, why there is no newer one, and from which row on. */
export interface Watching {
  readonly glance?: Glance;
  readonly problem?: Problem;
  readonly isAll: boolean;
  readonly top: number;
  readonly look: Look;
}

const waiting = text('Looking at the cluster…', 'Mirando el clúster…');
const stale = text('This is the last that was seen; it is tried again.', 'Esto es lo último que se vio; se vuelve a intentar.');

/** The parts of a screen: rows that stay, rows that move below them in so much room, and the keys. */
interface Parts {
  readonly fixed: readonly Line[];
  readonly moving: readonly Line[];
  readonly room: number;
  readonly foot: readonly Line[];
}

/** As many rows as the window has but one, so that no draw scrolls. */
export function statusScreen(watching: Watching): readonly Line[] {
  const { fixed, moving, room, foot } = partsOf(watching);
  return [...fixed, ...rowsOf(moving.slice(watching.top), room), ...foot];
}

/** How many rows move, and in how much room. */
export function extentOf(watching: Watching): { readonly height: number; readonly room: number } {
  const { moving, room } = partsOf(watching);
  return { height: moving.length, room };
}

/** Asked for several times after each key. */
const partsOf = rememberedOf((watching: Watching): Parts => {
  const { look, top } = watching;
  const rows = look.rows - 1;
  const [head, told] = [headOf(watching), toldBy(watching)];
  // On a low window all of it moves, or little else would be seen.
  const isLow = head.length > rows / 2;
  const [fixed, moving] = isLow ? [[], [...head, ...told]] : [head, told];
  const height = moving.length;
  const roomAbove = (foot: readonly Line[]) => Math.max(1, rows - fixed.length - foot.length);
  const keys = footLines(watching);
  if (height <= roomAbove(keys)) return { fixed, moving, room: roomAbove(keys), foot: keys };
  // As if all numbers were as long as the last, so that the rows above do not jump.
  const room = roomAbove(footLines(watching, rowCount(height, height, height)));
  return { fixed, moving, room, foot: footLines(watching, rowCount(top + 1, Math.min(top + room, height), height)) };
});

/** A column stays free at each side. */
const inside = (look: Look): Look => ({ ...look, columns: widthOf(look) });

/** Why nothing newer is seen, where it looks, and what it comes to. */
function headOf({ glance, problem, look }: Watching): readonly Line[] {
  const say = sayIn(look);
  const width = widthOf(look);
  return [
    ...(problem ? wrappedLines(marked(say(problemText(problem))), width, 0, 'bad') : []),
    ...(problem && glance ? wrappedLines(say(stale), width) : []),
    ...(glance ? [...headLines(glance, inside(look)), ...verdictLines(glance, inside(look)), blank] : []),
    ...(problem || glance ? [] : wrappedLines(say(waiting), width)),
  ];
}

const problemText = ({ complaints: [complaint] }: Problem): Text => complaint?.says ?? text('It could not be read.', 'No se pudo leer.');

/** All blocks, without the blank row before the first. */
const toldBy = ({ glance, isAll, look }: Watching): readonly Line[] =>
  (glance?.blocks ?? []).flatMap((block) => blockLines(block, { isAll, isQuiet: false }, inside(look))).slice(1);

const scroll: Hint = { key: 'arrows', does: words.scroll };
const leave: Hint = { key: 'q', does: text('leave', 'salir') };

/** The keys that work now, and which rows are seen where not all of them are. */
function footLines({ glance, look, isAll }: Watching, place?: Text): readonly Line[] {
  const all: Hint = { key: 'a', does: isAll ? words.showLess : words.showAll };
  const lines = packed([...(place ? [scroll] : []), ...(glance?.blocks.some(isCounted) ? [all] : []), leave], look);
  if (!place) return lines;
  const seen = toned('faint', sayIn(look)(place));
  const [last = blank, width] = [lines.at(-1), widthOf(look)];
  const isBeside = lineWidth(last) + 2 + lineWidth(seen) <= width;
  return isBeside ? [...lines.slice(0, -1), spread(last, seen, width, signsOf(look).more)] : [seen, ...lines];
}
