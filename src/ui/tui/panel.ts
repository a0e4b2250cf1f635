import type { Text } from '../../model/text.ts';
import { sameValue } from '../../model/value.ts';
import type { Asking, Option } from '../asking.ts';
import type { ObjectChange } from '../consequence.ts';
import type { Consequence } from '../foresight.ts';
import { expectsText, mendText, phrases, valueText } from '../phrases.ts';
import { type Entry, isTyped, itemsIn, optionAt, takenValue, typedIn } from './entry.ts';
import { columnsOf, type Line, lineWidth, padded, type Span, type Tone, toned, wrapped, wrappedLines } from './line.ts';
import { type Look, sayIn, shown, signsOf, widthOf } from './look.ts';
import { givesBeside, moreChanges, suggestedBecause, words } from './words.ts';

/** A line across the screen with a word in it. */
export function divider(title: string, look: Look): Line {
  const { rule } = signsOf(look);
  return toned('faint', `${rule.repeat(2)} ${title} ${rule.repeat(Math.max(0, widthOf(look) - columnsOf(title) - 4))}`);
}

/** What the answer at hand is for and why it is suggested, then what it makes of the manifests, in exactly so many rows. */
export function panelLines(now: Asking, entry: Entry, room: number, look: Look): readonly Line[] {
  const say = sayIn(look);
  const option = optionAt(entry, now);
  const value = takenValue(entry, now);
  const given = value === undefined ? undefined : now.gives(value);
  // As it stands it is compared with an answer that nobody looked at.
  const isStanding = sameValue(value, now.standing);
  const why = option?.refused ? [option.refused, ...waysOut(option)] : wordsFor(now, entry);
  const reasons = why.flatMap((each) => wrappedLines(say(each), widthOf(look)));
  const title = option?.refused ? words.whyNot : titleOf(now, entry, given, isStanding, look);
  // On a narrow screen the reason is worth more than the fourth change.
  const most = widthOf(look) < narrow ? narrowMost : Number.POSITIVE_INFINITY;
  const news = given && (given.changes.length > 0 || !isStanding) ? given : undefined;
  const changes = news ? changeLines(news, Math.min(most, room - reasons.length), isTyped(entry) ? '^Y' : 'y', look) : [];
  return [divider(say(title), look), ...reasons, ...changes];
}

/** What would let a refused choice stand. */
const waysOut = ({ mends = [] }: Option): readonly Text[] => (mends.length === 0 ? [] : [words.possibleWith, ...mends.map(mendText)]);

const narrow = 60;
const narrowMost = 3;

/** With what it is compared, where there is room to say it. */
function titleOf(now: Asking, entry: Entry, given: Consequence | undefined, isStanding: boolean, look: Look): Text {
  if (!given && isTyped(entry)) return words.howTo;
  if (!given?.beside || isStanding) return words.gives;
  const beside = givesBeside(valueText(now.question, given.beside.value));
  return columnsOf(sayIn(look)(beside)) + 6 <= widthOf(look) ? beside : words.changes;
}

function wordsFor(now: Asking, entry: Entry): readonly Text[] {
  const because = now.suggestion ? [suggestedBecause(now.suggestion.reason)] : [];
  if (entry.kind === 'text') return typedIn(entry) === '' ? [...because, expectsText(now.accepts)] : [];
  if (entry.kind === 'list') return itemsIn(entry).length === 0 ? [...because, words.listMeans] : [words.listMeans];
  const option = optionAt(entry, now);
  if (!option) return because;
  return sameValue(option.value, now.suggestion?.choice) ? [option.fits, ...because] : [option.fits];
}

const tones: Readonly<Record<ObjectChange['sign'], Tone>> = { '+': 'good', '-': 'bad', '~': 'accent' };

/** As many changes as there is room for; the last line counts the others. */
function changeLines({ changes }: Consequence, room: number, key: string, look: Look): readonly Line[] {
  const say = sayIn(look);
  if (room < 1) return [];
  if (changes.length === 0) return wrappedLines(say(phrases.same), widthOf(look), 0, 'faint').slice(0, room);
  const objects = Math.min(34, Math.max(...changes.slice(0, room).map(({ object }) => columnsOf(object))));
  const lines: Line[] = [];
  for (const [index, change] of changes.entries()) {
    const block = changeBlock(change, objects, look);
    const isLast = index === changes.length - 1;
    if (lines.length + block.length > room - (isLast ? 0 : 1)) {
      const left = changes.length - index;
      return [...lines, ...wrappedLines(say(moreChanges(left, key)), widthOf(look), 2, 'faint').slice(0, room - lines.length)];
    }
    lines.push(...block);
  }
  return lines;
}

function changeBlock({ sign, object, says }: ObjectChange, objects: number, look: Look): readonly Line[] {
  const mark: Span = { text: `${sign} `, tone: tones[sign] };
  const name = shown(object, look);
  const words = shown(says[look.language], look);
  const width = widthOf(look);
  if (width < narrow) {
    const [first = '', ...rest] = wrapped(words === '' ? name : `${name}: ${words}`, width - 2);
    return [[mark, { text: first }], ...rest.map((text): Line => [{ text: `  ${text}` }])];
  }
  const column = Math.max(objects, columnsOf(name)) + 2;
  const [first = '', ...rest] = wrapped(words, Math.max(10, width - 2 - column));
  const head: Line = [mark, { text: padded(name, column) }, { text: first }];
  if (lineWidth(head) > width) return [[mark, { text: name }], ...wrappedLines(words, width, 4)];
  return [head, ...rest.map((text): Line => [{ text: ' '.repeat(2 + column) + text }])];
}
