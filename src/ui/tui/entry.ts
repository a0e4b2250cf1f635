import type { Text } from '../../model/text.ts';
import { sameValue, type Value } from '../../model/value.ts';
import type { AnyQuestion } from '../../questions/question.ts';
import type { Asking, Option } from '../asking.ts';
import { mannerOf } from '../manner.ts';
import { phrases } from '../phrases.ts';
import { contentOf, emptyField, erased, fieldWith, inserted, moved, type TextField } from '../text-field.ts';
import type { Press } from './press.ts';

/**
 * What is highlighted or typed, and not yet taken. In `picks` row 0 ends the list. A `list` is a small text of one item a
 * line: the field is the line on which the cursor stands.
 */
export type Entry =
  | { readonly kind: 'choice'; readonly at: number }
  | { readonly kind: 'picks'; readonly at: number; readonly picked: readonly string[] }
  | { readonly kind: 'text'; readonly field: TextField; readonly tried: boolean }
  | { readonly kind: 'list'; readonly above: readonly string[]; readonly field: TextField; readonly below: readonly string[] };

/** What a press makes of the interview. An answer without a value accepts the suggestion. */
export type Deed = { readonly kind: 'answer'; readonly value?: Value } | { readonly kind: 'back' };

export type Entered = { readonly entry: Entry } | { readonly deed: Deed };

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

const page = 10;

export function entryOf(now: Asking): Entry {
  const { question, said, standing, options } = now;
  const items = standing === undefined ? [] : itemsOf(question, standing);
  switch (mannerOf(now)) {
    case 'some':
      return { kind: 'picks', at: 0, picked: items };
    case 'lines':
      return { kind: 'list', above: items, field: emptyField, below: [] };
    case 'line':
      return { kind: 'text', field: said === undefined ? emptyField : fieldWith(String(question.type.print(said))), tried: false };
    case 'one': {
      const allowed = options.findIndex((option) => !option.refused && sameValue(option.value, standing));
      return { kind: 'choice', at: Math.max(0, allowed >= 0 ? allowed : options.findIndex((option) => !option.refused)) };
    }
  }
}

const itemsOf = (question: AnyQuestion, value: Value): readonly string[] => [question.type.print(value)].flat();

/** The choice that is highlighted, if any. */
export function optionAt(entry: Entry, { options }: Asking): Option | undefined {
  if (entry.kind === 'choice') return options[entry.at];
  return entry.kind === 'picks' ? options[entry.at - 1] : undefined;
}

/** What the answer would be if the highlighted choice, or what is typed, were taken now; undefined where it cannot be. */
export function takenValue(entry: Entry, now: Asking): Value | undefined {
  const option = optionAt(entry, now);
  if (option?.refused) return undefined;
  if (entry.kind === 'choice') return option?.value;
  if (entry.kind === 'text' && typedIn(entry) === '') return now.suggestion?.choice;
  const read = now.read(saidBy(entry, option));
  return 'value' in read ? read.value : undefined;
}

function saidBy(entry: Exclude<Entry, Of<'choice'>>, option: Option | undefined): string | readonly string[] {
  if (entry.kind === 'text') return typedIn(entry);
  if (entry.kind === 'list') return itemsIn(entry);
  return option && !entry.picked.includes(option.printed) ? [...entry.picked, option.printed] : entry.picked;
}

/** Why what is typed or picked cannot be taken, while it is typed. */
export function problemOf(entry: Entry, now: Asking): Text | undefined {
  if (entry.kind === 'choice') return undefined;
  if (entry.kind === 'text' && typedIn(entry) === '') return entry.tried && !now.suggestion ? phrases.needsAnswer : undefined;
  const read = now.read(saidBy(entry, undefined));
  return 'says' in read ? read.says : undefined;
}

/** True where letters are typed, so that they are no keys. */
export const isTyped = (entry: Entry): entry is Of<'text' | 'list'> => entry.kind === 'text' || entry.kind === 'list';

export const typedIn = ({ field }: Of<'text' | 'list'>): string => contentOf(field).trim();

/** What a press makes of the entry. */
export function entered(entry: Entry, press: Press, now: Asking): Entered {
  if (press.kind === 'escape' || (isLeft(press) && !(isTyped(entry) && contentOf(entry.field) !== ''))) return { deed: { kind: 'back' } };
  switch (entry.kind) {
    case 'choice':
      return onChoice(entry, press, now);
    case 'picks':
      return onPicks(entry, press, now);
    case 'text':
      return onText(entry, press, now);
    case 'list':
      return onList(entry, press, now);
  }
}

const isLeft = (press: Press): boolean => press.kind === 'move' && press.motion === 'back';

/** The row that is highlighted after a press, of so many. From an end the next step leads to the other one. */
export function rowAfter(at: number, press: Press, count: number): number {
  if (press.kind === 'up') return (at - 1 + count) % count;
  if (press.kind === 'down') return (at + 1) % count;
  if (press.kind === 'page-up') return Math.max(0, at - page);
  if (press.kind === 'page-down') return Math.min(count - 1, at + page);
  if (press.kind !== 'move') return at;
  return press.motion === 'start' ? 0 : press.motion === 'end' ? count - 1 : at;
}

function onChoice(entry: Of<'choice'>, press: Press, { options }: Asking): Entered {
  const option = options[entry.at];
  if (press.kind === 'enter' && option && !option.refused) return { deed: { kind: 'answer', value: option.value } };
  return { entry: { ...entry, at: rowAfter(entry.at, press, options.length) } };
}

function onPicks(entry: Of<'picks'>, press: Press, now: Asking): Entered {
  const option = now.options[entry.at - 1];
  if (press.kind === 'toggle') return { entry: option && !option.refused ? { ...entry, picked: toggled(entry.picked, option) } : entry };
  if (press.kind !== 'enter') return { entry: { ...entry, at: rowAfter(entry.at, press, now.options.length + 1) } };
  // Enter on a row with nothing marked takes that row: nobody who highlights one means none.
  const meant = entry.picked.length === 0 && option ? [option.printed] : entry.picked;
  return taken(now.read(meant), { ...entry, picked: meant });
}

const toggled = (picked: readonly string[], { printed }: Option): readonly string[] =>
  picked.includes(printed) ? picked.filter((each) => each !== printed) : [...picked, printed];

const taken = (read: ReturnType<Asking['read']>, otherwise: Entry): Entered =>
  'value' in read ? { deed: { kind: 'answer', value: read.value } } : { entry: otherwise };

function onText(entry: Of<'text'>, press: Press, now: Asking): Entered {
  const typed = typedIn(entry);
  if (press.kind === 'complete' && typed === '' && now.suggestion) {
    return { entry: { ...entry, field: fieldWith(String(now.question.type.print(now.suggestion.choice))) } };
  }
  if (press.kind !== 'enter') return { entry: { ...entry, field: fieldAfter(entry.field, press), tried: false } };
  if (typed !== '') return taken(now.read(typed), { ...entry, tried: true });
  return now.suggestion ? { deed: { kind: 'answer' } } : { entry: { ...entry, tried: true } };
}

function onList(entry: Of<'list'>, press: Press, now: Asking): Entered {
  switch (press.kind) {
    case 'enter':
      return onEnter(entry, now);
    case 'up':
      return { entry: lineAbove(entry) };
    case 'down':
      return { entry: lineBelow(entry) };
    case 'paste':
      return { entry: pasted(entry, press.text) };
    default:
      // At the beginning of a line Backspace leads to the one above; a line that is left empty goes.
      if (press.kind === 'erase' && press.motion === 'back' && contentOf(entry.field) === '') return { entry: lineAbove(entry) };
      return { entry: { ...entry, field: fieldAfter(entry.field, press) } };
  }
}

/** Enter leads to a new line, and on an empty one it ends the list. */
function onEnter(entry: Of<'list'>, now: Asking): Entered {
  const read = now.read(itemsIn(entry));
  if (typedIn(entry) === '' || 'says' in read) return taken(read, entry);
  return { entry: { ...entry, above: [...entry.above, typedIn(entry)], field: emptyField } };
}

const filled = (items: readonly string[]): readonly string[] => items.filter((item) => item.trim() !== '');

function lineAbove({ above, field, below, ...entry }: Of<'list'>): Of<'list'> {
  const last = above.at(-1);
  if (last === undefined) return { ...entry, above, field, below };
  return { ...entry, above: above.slice(0, -1), field: fieldWith(last), below: filled([contentOf(field), ...below]) };
}

/** Below the last line stands an empty one, for the next item. */
function lineBelow({ above, field, below, ...entry }: Of<'list'>): Of<'list'> {
  const [next, ...rest] = below;
  return { ...entry, above: filled([...above, contentOf(field)]), field: next === undefined ? emptyField : fieldWith(next), below: rest };
}

/** Each line of what is pasted is an item. */
function pasted(entry: Of<'list'>, text: string): Of<'list'> {
  const [first = '', ...rest] = text.trimEnd().split(/\r\n|\r|\n/);
  const lines = [contentOf(inserted(entry.field, first)), ...rest.map((line) => contentOf(inserted(emptyField, line)))];
  const last = rest.length === 0 ? inserted(entry.field, first) : fieldWith(lines.at(-1) ?? '');
  return { ...entry, above: filled([...entry.above, ...lines.slice(0, -1)]), field: last };
}

/** The items of a list, with the one that is being typed. */
export const itemsIn = ({ above, field, below }: Of<'list'>): readonly string[] => filled([...above, contentOf(field).trim(), ...below]);

/** A field after a press that edits it. */
export function fieldAfter(field: TextField, press: Press): TextField {
  if (press.kind === 'text' || press.kind === 'paste') return inserted(field, press.text);
  if (press.kind === 'move') return moved(field, press.motion);
  return press.kind === 'erase' ? erased(field, press.motion) : field;
}
