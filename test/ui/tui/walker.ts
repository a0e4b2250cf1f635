import type { Value } from '../../../src/model/value.ts';
import { sameValue } from '../../../src/model/value.ts';
import type { Settled, Spot } from '../../../src/questions/settle.ts';
import type { Asking } from '../../../src/ui/asking.ts';
import { sameSpot } from '../../../src/ui/interview.ts';
import { contentOf } from '../../../src/ui/text-field.ts';
import { type Entry, isTyped, itemsIn } from '../../../src/ui/tui/entry.ts';
import { linesOf, targetsOf } from '../../../src/ui/tui/review-list.ts';
import type { Session } from '../../../src/ui/tui/session.ts';

const down = '\u001b[B';
const up = '\u001b[A';
const left = '\u001b[D';
const home = '\u001b[H';
const clear = '\u0005\u0015';
const control = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 96);

/** A person at the keyboard: what they see, and the keys that they press one after the other. */
export interface Keyboard {
  see(): Session;
  type(keys: string): void;
}

/** Gives numbers from 0 up to 1, without it. */
export type Chance = () => number;

/** What would be decided: the value that a person wants at each spot. */
export type Wanted = (spot: Spot) => Value | undefined;

/** The decisions of a plan, as what a person wants; the main component has the empty key. */
export const wantedBy =
  (goal: Settled): Wanted =>
  ({ slot, question: { id } }) => {
    if (slot === undefined) return (goal.application[id] ?? goal.whole[id])?.choice;
    const found = slot === '' ? goal.components[0] : goal.components.find((each) => each.slot.key === slot);
    return found?.decisions[id]?.choice;
  };

const mostSteps = 600;

/** Walks from the first question to the end, on a way of its own, so that all is decided as wanted. */
export function walk(keyboard: Keyboard, wanted: Wanted, chance: Chance): void {
  let detours = 8;
  for (let step = 0; step < mostSteps; step++) {
    const session = keyboard.see();
    if (session.outcome) return;
    if (chance() < 0.25) look(keyboard, chance);
    if (detours > 0 && chance() < 0.15) {
      detours--;
      detour(keyboard, chance);
      continue;
    }
    onward(keyboard, wanted);
  }
  throw new Error(`No end after ${mostSteps} steps: ${describe(keyboard.see())}`);
}

/** Looks at something and goes on where they were: an explanation, the YAML, the other language, the review. */
function look({ see, type }: Keyboard, chance: Chance): void {
  const ways = waysToLook(see());
  type(ways[Math.floor(chance() * ways.length)] ?? '');
}

function waysToLook({ scene }: Session): readonly string[] {
  if (scene.kind === 'review') return ['ll', 'yy', up, `${home}${down}?${down}l\r`, `\t${up}`];
  if (isTyped(scene.entry)) return [control('y'), control('l'), control('r'), `${clear}é漢🙂`].map((keys) => keys.repeat(2));
  return ['??', 'yy', 'll', 'rr', `y${down.repeat(3)}\u001b[Cl\r`, '?l\r', down, up, `jk${home}`];
}

/** Goes back some questions, or looks for a decision in the middle and takes it as it stands. */
function detour({ see, type }: Keyboard, chance: Chance): void {
  const { scene } = see();
  if (scene.kind === 'review' || chance() < 0.6) type(scene.kind === 'question' && isTyped(scene.entry) ? clear + left : left);
  else type(`${reviewKey(scene.entry)}${down.repeat(1 + Math.floor(chance() * 30))}\r`);
}

const reviewKey = (entry: Entry): string => (isTyped(entry) ? clear + control('r') : 'r');

/** One question on, or one decision of the review put right, or the end. */
function onward({ see, type }: Keyboard, wanted: Wanted): void {
  const { scene } = see();
  if (scene.kind === 'review') {
    // What is still open can change the rules' decisions, and whoever goes ahead would not see that.
    const end = scene.review.settled.open.length > 0 ? left : 'w';
    type(firstWrong(see(), wanted)?.keys ?? end);
    return;
  }
  const { now, entry } = scene;
  const value = wanted(now.spot);
  if (value === undefined || isTakeable(now, value)) {
    type(keysFor(now, entry, value));
    return;
  }
  // What forbids it was decided above, so that is put right first; else it waits for the review.
  type(reviewKey(entry));
  const wrong = firstWrong(see(), wanted);
  if (wrong && !sameSpot(wrong.spot, now.spot)) type(wrong.keys);
  else type(`\u001b[D${keysFor(now, entry, undefined)}`);
}

function isTakeable(now: Asking, value: Value): boolean {
  const option = now.options.find((each) => sameValue(each.value, value));
  return option ? !option.refused : 'value' in now.read(now.question.type.print(value));
}

/** The first decision of the review that is not as wanted, and the keys that lead to it. */
function firstWrong({ scene, look: { language } }: Session, wanted: Wanted) {
  if (scene.kind !== 'review') return undefined;
  const lines = targetsOf(linesOf(scene.review, scene.list, language));
  const at = lines.findIndex((line) => line.kind === 'row' && !isAsWanted(line.row, wanted));
  const line = lines[at];
  return line?.kind === 'row' ? { spot: line.row.spot, keys: `${home}${down.repeat(at)}\r` } : undefined;
}

function isAsWanted({ spot, decision }: { readonly spot: Spot; readonly decision: { readonly choice: Value } }, wanted: Wanted): boolean {
  const value = wanted(spot);
  return value === undefined || sameValue(value, decision.choice);
}

/** The keys that answer a question with a value; with whatever is suggested where nothing is wanted. */
function keysFor(now: Asking, entry: Entry, value: Value | undefined): string {
  const samples: readonly Value[] = now.question.type.samples;
  const meant = value ?? now.suggestion?.choice ?? samples.find((sample) => isTakeable(now, sample));
  if (meant === undefined) throw new Error(`Nothing can be answered to ${now.question.id}.`);
  const printed = [now.question.type.print(meant)].flat();
  switch (entry.kind) {
    case 'choice':
      return `${keysTo(
        now.options.findIndex((option) => sameValue(option.value, meant)),
        entry.at,
      )}\r`;
    case 'picks':
      return picking(now, entry, printed);
    case 'text':
      return `${clear}${printed.join('')}\r`;
    case 'list':
      return `${emptying(entry)}${printed.map((item) => `${item}\r`).join('')}\r`;
  }
}

function keysTo(to: number, from: number): string {
  if (to < 0) throw new Error('This choice is not offered.');
  return to >= from ? down.repeat(to - from) : up.repeat(from - to);
}

/** Unmarks what is marked, marks what is meant in its order, and ends at the first row. */
function picking({ options }: Asking, { picked }: Extract<Entry, { kind: 'picks' }>, printed: readonly string[]): string {
  const toggle = (item: string) => `${home}${keysTo(options.findIndex((option) => option.printed === item) + 1, 0)} `;
  return `${[...picked, ...printed].map(toggle).join('')}${home}\r`;
}

/** From the last line up, each emptied. */
function emptying(entry: Extract<Entry, { kind: 'list' }>): string {
  return `${down.repeat(entry.below.length + 1)}${`${clear}\u007f`.repeat(itemsIn(entry).length + 2)}${clear}`;
}

const describe = ({ scene }: Session): string =>
  scene.kind === 'review'
    ? 'the review'
    : `${scene.now.spot.slot} ${scene.now.question.id} ${isTyped(scene.entry) ? contentOf(scene.entry.field) : ''}`;
