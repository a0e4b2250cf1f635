import type { Text } from '../../model/text.ts';
import { sameValue, type Value } from '../../model/value.ts';
import type { AnyQuestion } from '../../questions/question.ts';
import type { Asking, Option } from '../asking.ts';
import { phrases } from '../phrases.ts';
import { type Review, type Row, rowsOf } from '../review.ts';
import { contentOf, emptyField, erased, fieldWith, inserted, moved, type TextField } from '../text-field.ts';
import type { Press } from './press.ts';

/** What is highlighted or typed, and not yet taken. In `picks` row 0 ends the list, in `review` it goes ahead. */
export type Entry =
  | { readonly kind: 'choice'; readonly at: number }
  | { readonly kind: 'picks'; readonly at: number; readonly picked: readonly string[] }
  | { readonly kind: 'text'; readonly field: TextField; readonly tried: boolean }
  | { readonly kind: 'list'; readonly field: TextField; readonly items: readonly string[] }
  | { readonly kind: 'review'; readonly at: number };

/** What a press makes of the interview. An answer without a value accepts the suggestion. */
export type Deed =
  | { readonly kind: 'answer'; readonly value?: Value }
  | { readonly kind: 'edit'; readonly row: Row }
  | { readonly kind: 'back' | 'write' };

export type Entered = { readonly entry: Entry } | { readonly deed: Deed };

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

const page = 10;

export function entryOf(now: Asking | Review): Entry {
  if (now.kind === 'review') return { kind: 'review', at: 0 };
  const { question, said, suggestion, options } = now;
  const standing = said ?? suggestion?.choice;
  if (question.type.widget === 'list') {
    const items = standing === undefined ? [] : itemsOf(question, standing);
    return options.length > 0 ? { kind: 'picks', at: 0, picked: items } : { kind: 'list', field: emptyField, items };
  }
  if (options.length === 0 || question.type.widget === 'text') {
    return { kind: 'text', field: said === undefined ? emptyField : fieldWith(String(question.type.print(said))), tried: false };
  }
  const allowed = options.findIndex((option) => !option.refused && sameValue(option.value, standing));
  return { kind: 'choice', at: Math.max(0, allowed >= 0 ? allowed : options.findIndex((option) => !option.refused)) };
}

const itemsOf = (question: AnyQuestion, value: Value): readonly string[] => [question.type.print(value)].flat();

/** Why what is typed or picked cannot be taken, while it is typed. */
export function problemOf(entry: Entry, now: Asking): Text | undefined {
  if (entry.kind === 'text') {
    const typed = contentOf(entry.field).trim();
    if (typed !== '') return saysOf(now, typed);
    return entry.tried && !now.suggestion ? phrases.needsAnswer : undefined;
  }
  if (entry.kind === 'list') return saysOf(now, itemsWith(entry));
  return entry.kind === 'picks' ? saysOf(now, entry.picked) : undefined;
}

function saysOf(now: Asking, typed: string | readonly string[]): Text | undefined {
  const read = now.read(typed);
  return 'says' in read ? read.says : undefined;
}

/** What a press makes of the entry. */
export function entered(entry: Entry, press: Press, now: Asking | Review): Entered {
  if (press.kind === 'escape') return { deed: { kind: 'back' } };
  if (now.kind === 'review') return entry.kind === 'review' ? onReview(entry, press, now) : { entry };
  switch (entry.kind) {
    case 'choice':
      return onChoice(entry, press, now);
    case 'picks':
      return onPicks(entry, press, now);
    case 'text':
      return onText(entry, press, now);
    case 'list':
      return onList(entry, press, now);
    case 'review':
      return { entry };
  }
}

const isLeft = (press: Press): boolean => press.kind === 'move' && press.motion === 'back';

/** The row that is highlighted after a press, of so many. From an end the next step leads to the other one. */
function rowAfter(at: number, press: Press, count: number): number {
  if (press.kind === 'up') return (at - 1 + count) % count;
  if (press.kind === 'down') return (at + 1) % count;
  if (press.kind === 'page-up') return Math.max(0, at - page);
  if (press.kind === 'page-down') return Math.min(count - 1, at + page);
  if (press.kind !== 'move') return at;
  return press.motion === 'start' ? 0 : press.motion === 'end' ? count - 1 : at;
}

function onChoice(entry: Of<'choice'>, press: Press, { options }: Asking): Entered {
  if (isLeft(press)) return { deed: { kind: 'back' } };
  const option = options[entry.at];
  if (press.kind === 'enter' && option && !option.refused) return { deed: { kind: 'answer', value: option.value } };
  return { entry: { ...entry, at: rowAfter(entry.at, press, options.length) } };
}

function onPicks(entry: Of<'picks'>, press: Press, now: Asking): Entered {
  if (isLeft(press)) return { deed: { kind: 'back' } };
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
  const typed = contentOf(entry.field).trim();
  if (typed === '' && isLeft(press)) return { deed: { kind: 'back' } };
  if (press.kind === 'complete' && typed === '' && now.suggestion) {
    return { entry: { ...entry, field: fieldWith(String(now.question.type.print(now.suggestion.choice))) } };
  }
  if (press.kind !== 'enter') return { entry: { ...entry, field: edited(entry.field, press), tried: false } };
  if (typed !== '') return taken(now.read(typed), { ...entry, tried: true });
  return now.suggestion ? { deed: { kind: 'answer' } } : { entry: { ...entry, tried: true } };
}

function onList(entry: Of<'list'>, press: Press, now: Asking): Entered {
  const typed = contentOf(entry.field).trim();
  const last = entry.items.at(-1);
  if (typed === '' && isLeft(press)) return { deed: { kind: 'back' } };
  if (typed === '' && last !== undefined && press.kind === 'erase' && press.motion === 'back') {
    return { entry: { ...entry, items: entry.items.slice(0, -1), field: fieldWith(last) } };
  }
  if (press.kind !== 'enter') return { entry: { ...entry, field: edited(entry.field, press) } };
  const read = now.read(itemsWith(entry));
  if (typed === '' || 'says' in read) return taken(read, entry);
  return { entry: { ...entry, field: emptyField, items: itemsWith(entry) } };
}

const itemsWith = ({ items, field }: Of<'list'>): readonly string[] => {
  const typed = contentOf(field).trim();
  return typed === '' ? items : [...items, typed];
};

function edited(field: TextField, press: Press): TextField {
  if (press.kind === 'text' || press.kind === 'paste') return inserted(field, press.text);
  if (press.kind === 'move') return moved(field, press.motion);
  return press.kind === 'erase' ? erased(field, press.motion) : field;
}

function onReview(entry: Of<'review'>, press: Press, review: Review): Entered {
  const rows = rowsOf(review);
  if (isLeft(press)) return { deed: { kind: 'back' } };
  if (press.kind === 'write') return { deed: { kind: 'write' } };
  if (press.kind !== 'enter') return { entry: { ...entry, at: rowAfter(entry.at, press, rows.length + 1) } };
  const row = rows[entry.at - 1];
  return { deed: row ? { kind: 'edit', row } : { kind: 'write' } };
}
