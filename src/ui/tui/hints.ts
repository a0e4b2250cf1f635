import { phrases } from '../phrases.ts';
import { contentOf } from '../text-field.ts';
import { type Entry, isTyped, optionAt } from './entry.ts';
import { type Hint, packed } from './key-line.ts';
import type { Line } from './line.ts';
import { isTight, type Look } from './look.ts';
import { linesOf, targetsOf } from './review-list.ts';
import type { Session } from './session.ts';
import { words } from './words.ts';

const choose: Hint = { key: 'arrows', does: phrases.choose };
const take: Hint = { key: 'enter', does: phrases.take };
const leave: Hint = { key: '^C', does: phrases.leave };
const explain: Hint = { key: '?', does: words.explain };
const language: Hint = { key: 'l', does: phrases.otherLanguage };
const yaml: Hint = { key: 'y', does: words.yaml };
const find: Hint = { key: '/', does: words.find };

/** What works wherever something is chosen, and wherever something is typed. */
const whereChosen: readonly Hint[] = [
  { key: 'left', does: phrases.back },
  explain,
  find,
  { key: 'r', does: words.review },
  yaml,
  language,
  leave,
];
const whereTyped: readonly Hint[] = [
  { key: 'escape', does: phrases.back },
  explain,
  { key: '^R', does: words.review },
  { key: '^Y', does: words.yaml },
  { key: '^L', does: phrases.otherLanguage },
  leave,
];

const inEntry: Readonly<Record<Entry['kind'], readonly Hint[]>> = {
  choice: [choose, take, ...whereChosen],
  picks: [choose, { key: 'space', does: words.mark }, take, ...whereChosen],
  text: [take, { key: 'tab', does: words.suggestion }, ...whereTyped],
  list: [{ key: 'enter', does: words.nextLine }, { key: 'arrows', does: words.allLines }, ...whereTyped],
};

const close: Hint = { key: 'escape', does: words.close };
const scroll: Hint = { key: 'arrows', does: words.scroll };
const change: Hint = { key: 'enter', does: words.change };
const onAhead: Hint = { key: 'enter', does: words.goAhead };
const goAhead: Hint = { key: 'w', does: words.goAhead };
const inExplanation: readonly Hint[] = [scroll, close, language, leave];
const inYaml: readonly Hint[] = [scroll, { key: 'sides', does: words.sideways }, close, language, leave];
const inReview = (out: Hint): readonly Hint[] => [
  choose,
  change,
  goAhead,
  out,
  { key: 'tab', does: words.nextTopic },
  find,
  explain,
  yaml,
  language,
  leave,
];
const whileFinding: readonly Hint[] = [choose, change, { key: 'escape', does: words.showAll }, leave];

/** The keys that work now; on a tight screen the few that lead on and out, in one line. */
function hintsFor(session: Session): readonly Hint[] {
  const hints = allHintsFor(session);
  if (!isTight(session.look)) return hints;
  const kept = hints.filter(({ key }) => few.has(key));
  while (kept.length > 2 && packed(kept, session.look).length > 1) kept.splice(-2, 1);
  return kept;
}

function allHintsFor({ scene, page, under, look }: Session): readonly Hint[] {
  if (page) return page.kind === 'explain' ? inExplanation : inYaml;
  if (scene.kind === 'review') {
    if (scene.list.isFinding) return whileFinding;
    const hints = inReview(under ? close : { key: 'left', does: phrases.back });
    const target = targetsOf(linesOf(scene.review, scene.list, look.language))[scene.list.at];
    return target?.kind === 'ahead' ? hints.filter(({ key }) => key !== 'w').map((hint) => (hint === change ? onAhead : hint)) : hints;
  }
  const { entry, now } = scene;
  const typed = isTyped(entry) ? contentOf(entry.field) : '';
  return inEntry[entry.kind].filter(({ key }) => {
    if (key === 'enter') return !optionAt(entry, now)?.refused;
    return key === 'tab' ? now.suggestion !== undefined && typed === '' : key !== '?' || typed === '';
  });
}

const few: ReadonlySet<Hint['key']> = new Set(['enter', 'left', 'escape', 'w', '^C']);

export const keyLines = (session: Session): readonly Line[] => packed(hintsFor(session), session.look);

/** Rows for the keys of any screen, so that the words above them stay where they are. */
export function keyRows(look: Look): number {
  if (isTight(look)) return 1;
  const sets = [...Object.values(inEntry), inReview(close)];
  return Math.max(...sets.map((hints) => packed(hints, look).length));
}
