import { sameValue } from '../../model/value.ts';
import type { Asking, Option } from '../asking.ts';
import { phrases, valueText } from '../phrases.ts';
import type { TextField } from '../text-field.ts';
import { type Entry, problemOf } from './entry.ts';
import { columnsOf, cut, fitting, type Line, padded, type Span, toned, wrapped, wrappedLines } from './line.ts';
import { type Look, sayIn, shown, signsOf, widthOf } from './look.ts';
import { windowOf } from './window-of.ts';

/** Where the answer is chosen or typed, in as many rows as there is room for. */
export function fieldLines(now: Asking, entry: Entry, room: number, look: Look): readonly Line[] {
  switch (entry.kind) {
    case 'choice':
      return optionLines(now, now.options, entry.at, room, look, (_, isHere) => (isHere ? signsOf(look).on : signsOf(look).off));
    case 'picks':
      return pickLines(now, entry, room, look);
    case 'text': {
      const suggested = now.suggestion && valueText(now.question, now.suggestion.choice);
      const say = sayIn(look);
      const hint = suggested ? `${say(suggested)}   ${say(phrases.suggested)}` : '';
      return [typedLine(entry.field, hint, look), ...problemLines(now, entry, look)].slice(0, room);
    }
    case 'list':
      return itemLines(now, entry, room, look);
  }
}

/** Choices of which several can be taken; the first row ends the list. */
function pickLines(now: Asking, { at, picked }: Extract<Entry, { kind: 'picks' }>, room: number, look: Look): readonly Line[] {
  const signs = signsOf(look);
  const end: Option = { value: [], printed: '', label: picked.length === 0 ? phrases.nothing : phrases.done, fits: phrases.nothing };
  return optionLines(now, [end, ...now.options], at, room, look, (option) =>
    option === end ? signs.done : picked.includes(option.printed) ? signs.marked : signs.unmarked,
  );
}

type SignOf = (option: Option, isHere: boolean) => string;

/** The options around the highlighted one. */
function optionLines(now: Asking, options: readonly Option[], at: number, room: number, look: Look, signOf: SignOf): readonly Line[] {
  const block = blockMaker(now, options, look, signOf);
  const blocks = options.map((option, index) => block(option, index === at));
  const { from, to } = windowOf(
    blocks.map(({ length }) => length),
    at,
    room,
  );
  const lines = blocks.slice(from, to).flat().slice(0, room);
  const { above, below } = signsOf(look);
  return lines.map((line, index) => {
    const isFirst = index === 0 && from > 0;
    const isLast = index === lines.length - 1 && to < blocks.length;
    return isFirst || isLast ? [...line, { text: ` ${isFirst ? above : ''}${isLast ? below : ''}`, tone: 'accent' }] : line;
  });
}

/** A drawing stands beside its choice where there is room for both, and else below the highlighted one. */
const besideFrom = 70;

function blockMaker(now: Asking, options: readonly Option[], look: Look, signOf: SignOf) {
  const say = sayIn(look);
  const signs = signsOf(look);
  const width = widthOf(look) - 2;
  const labels = Math.max(...options.map(({ label }) => columnsOf(say(label))));
  const drawn = ({ printed, value }: Option): string | undefined => {
    const drawing = printed === '' ? undefined : now.question.drawing?.(value as never, now.known);
    return drawing && say(drawing);
  };
  return (option: Option, isHere: boolean): readonly Line[] => {
    const sign = option.refused ? signs.refused : signOf(option, isHere);
    const indent = columnsOf(`${signs.cursor} ${sign} `);
    const tone: Pick<Span, 'tone'> = option.refused ? { tone: 'faint' } : isHere ? { tone: 'accent' } : {};
    const [first = '', ...rest] = wrapped(say(option.label), width - indent);
    const drawing = drawn(option);
    const isBeside = drawing !== undefined && widthOf(look) >= besideFrom;
    const head = `${isHere ? signs.cursor : ' '} ${sign} ${isBeside ? padded(first, labels) : first}`;
    const suggested: readonly Span[] =
      option.printed !== '' && sameValue(option.value, now.suggestion?.choice)
        ? [{ text: `    ${say(phrases.suggested)}`, tone: 'faint' }]
        : [];
    const top: Span[] = [{ text: head, ...tone }];
    if (isBeside) top.push({ text: `   ${drawing}`, ...tone });
    const used = top.reduce((sum, { text }) => sum + columnsOf(text), 0);
    const hasRoom = suggested.every(({ text }) => used + columnsOf(text) <= width);
    return [
      hasRoom ? [...top, ...suggested] : top,
      ...rest.map((text): Line => [{ text: ' '.repeat(indent) + text, ...tone }]),
      ...(drawing !== undefined && !isBeside && isHere ? wrappedLines(drawing, width, indent, 'accent') : []),
      // The beginning of the reason; the panel has all of it for the highlighted one.
      ...(option.refused ? [cut(toned('faint', ' '.repeat(indent) + say(option.refused)), width, signs.more)] : []),
    ];
  };
}

/** The line in which the cursor stands; of a long one the part around the cursor. */
function typedLine(field: TextField, hint: string, look: Look): Line {
  const signs = signsOf(look);
  const width = widthOf(look) - 3;
  const left = shown(field.left, look);
  const right = shown(field.right, look);
  const rightRoom = Math.min(columnsOf(right), Math.max(4, width - columnsOf(left)));
  const before = fitting(left, width - rightRoom, 'end');
  const after = fitting(right, width - columnsOf(before));
  const isEmpty = field.left === '' && field.right === '';
  return [
    { text: `${signs.cursor} `, tone: 'accent' },
    { text: before },
    { text: signs.caret, tone: 'accent' },
    { text: after },
    ...(isEmpty && hint !== '' ? [{ text: fitting(hint, width - 1), tone: 'faint' as const }] : []),
  ];
}

/** What is wrong with what is typed, right below it. */
function problemLines(now: Asking, entry: Entry, look: Look): readonly Line[] {
  const problem = problemOf(entry, now);
  // A refusal that stands above the field is not said twice.
  if (!problem || problem.en === now.refusal?.says.en) return [];
  const [first = '', ...rest] = wrapped(sayIn(look)(problem), widthOf(look) - 4);
  const sign: Span = { text: `  ${signsOf(look).refused} `, tone: 'bad' };
  return [[sign, { text: first }], ...rest.map((text): Line => [{ text: `    ${text}` }])];
}

function itemLines(now: Asking, entry: Extract<Entry, { kind: 'list' }>, room: number, look: Look): readonly Line[] {
  const { above, field, below } = entry;
  const { more } = signsOf(look);
  const item = (text: string): Line => {
    const line = shown(text, look);
    const width = widthOf(look) - 2;
    return [{ text: `  ${columnsOf(line) <= width ? line : fitting(line, width - columnsOf(more)) + more}` }];
  };
  const here = [typedLine(field, '', look), ...problemLines(now, entry, look)].slice(0, Math.max(1, room));
  const blocks: readonly (readonly Line[])[] = [...above.map((text) => [item(text)]), here, ...below.map((text) => [item(text)])];
  const { from, to } = windowOf(
    blocks.map(({ length }) => length),
    above.length,
    room,
  );
  return blocks.slice(from, to).flat();
}
