import type { Text } from '../../model/text.ts';
import { sameValue } from '../../model/value.ts';
import { type Asking, currentOf } from '../asking.ts';
import { foreseen } from '../foresight.ts';
import { type Interview, sameSpot } from '../interview.ts';
import { markedYaml, type YamlLine } from '../marked-yaml.ts';
import { nextLanguage } from '../next-language.ts';
import { exampleText } from '../phrases.ts';
import { type Review, reviewOf } from '../review.ts';
import { acceptAll, answer, back, edit } from '../walk.ts';
import { type Deed, type Entry, entered, entryOf, isTyped, takenValue, typedIn } from './entry.ts';
import { type Look, widthOf } from './look.ts';
import { pageRows, pageSize } from './pages.ts';
import { byLetter, type Press } from './press.ts';
import { linesOf, type ReviewList, reviewed, reviewList, targetsOf } from './review-list.ts';
import { topAfter, withinEnds } from './scroll.ts';

/** A question with what is highlighted or typed, or every decision with the one that is highlighted. */
export type Scene =
  | { readonly kind: 'question'; readonly now: Asking; readonly entry: Entry }
  | { readonly kind: 'review'; readonly review: Review; readonly list: ReviewList };

/** What lies over the scene until it is closed: an explanation, or the YAML so far. */
export type Page =
  | { readonly kind: 'explain'; readonly asking: Asking; readonly top: number }
  | {
      readonly kind: 'yaml';
      readonly lines: readonly YamlLine[];
      readonly examples: readonly Text[];
      readonly top: number;
      readonly left: number;
    };

/** All that the screen shows. Pure: the presses of one read are folded into it before anything is drawn. */
export interface Session {
  readonly interview: Interview;
  readonly look: Look;
  readonly scene: Scene;
  /** The question that the review was opened from, to go back to as it was. */
  readonly under?: Extract<Scene, { kind: 'question' }>;
  readonly page?: Page;
  /** The list in which the decision was found that is being changed, and the question below it. */
  readonly from?: Pick<Session, 'scene' | 'under'>;
  /** Everything that is suggested is accepted, once all is known that only the person knows. */
  readonly isAhead?: true;
  readonly outcome?: 'write' | 'left';
}

export const sessionOf = (interview: Interview, look: Look): Session => ({ interview, look, scene: sceneOf(interview) });

function sceneOf(interview: Interview): Scene {
  const now = currentOf(interview);
  return now.kind === 'review' ? { kind: 'review', review: now, list: reviewList() } : { kind: 'question', now, entry: entryOf(now) };
}

/** True where letters are typed, so that they are no keys. */
function isTyping({ scene, page }: Session): boolean {
  if (page) return false;
  return scene.kind === 'review' ? scene.list.isFinding : isTyped(scene.entry);
}

/** What comes of a press. After the end nothing does. */
export function pressed(session: Session, press: Press): Session {
  if (session.outcome) return session;
  if (press.kind === 'leave') return { ...session, outcome: 'left' };
  if (press.kind === 'language') return inOtherLanguage(session);
  if (press.kind === 'text') {
    if (!isTyping(session)) return byLetters(session, press.text);
    if (press.text === '?' && isEmpty(session.scene)) return explained(session);
  }
  if (session.page) return onPage(session, session.page, press);
  if (press.kind === 'explain') return explained(session);
  if (press.kind === 'yaml') return withYaml(session);
  return session.scene.kind === 'review' ? onReview(session, session.scene, press) : onQuestion(session, session.scene, press);
}

/** The same on a window of another size. */
export const resized = (session: Session, columns: number, rows: number): Session =>
  clamped({ ...session, look: { ...session.look, columns, rows } });

/** Letters are keys where nothing is typed; the rest of them may already belong to the next question. */
function byLetters(session: Session, letters: string): Session {
  const [first = '', ...rest] = letters;
  const press = byLetter[first];
  const after = press ? pressed(session, press) : session;
  return rest.length > 0 ? pressed(after, { kind: 'text', text: rest.join('') }) : after;
}

const isEmpty = (scene: Scene): boolean => scene.kind === 'question' && isTyped(scene.entry) && typedIn(scene.entry) === '';

function inOtherLanguage(session: Session): Session {
  const other = { ...session, look: { ...session.look, language: nextLanguage(session.look.language) } };
  return session.page?.kind === 'yaml'
    ? { ...other, page: { ...yamlPage(other), top: session.page.top, left: session.page.left } }
    : clamped(other);
}

function onQuestion(session: Session, scene: Extract<Scene, { kind: 'question' }>, press: Press): Session {
  if (press.kind === 'review' || press.kind === 'find') {
    const review = reviewOf(session.interview, scene.now.settled);
    return { ...session, under: scene, scene: { kind: 'review', review, list: reviewList(press.kind === 'find') } };
  }
  const outcome = entered(scene.entry, press, scene.now);
  return 'entry' in outcome ? { ...session, scene: { ...scene, entry: outcome.entry } } : done(session, outcome.deed);
}

function done(session: Session, deed: Deed): Session {
  const { interview, from, isAhead, ...rest } = session;
  if (deed.kind === 'back') {
    const returned = back(interview);
    return interview.editing && from ? { ...rest, ...from, interview: returned } : stepped({ ...rest, interview }, returned);
  }
  const next = stepped({ ...rest, interview }, answer(interview, deed.value));
  return isAhead ? ahead(next) : next;
}

function onReview(session: Session, scene: Extract<Scene, { kind: 'review' }>, press: Press): Session {
  const { under, interview, look } = session;
  const outcome = press.kind === 'review' ? ({ kind: 'close' } as const) : reviewed(scene.review, scene.list, press, look.language);
  if ('list' in outcome) return { ...session, scene: { ...scene, list: outcome.list } };
  if ('row' in outcome) {
    const next = stepped(session, edit(interview, outcome.row.spot));
    return under ? { ...next, from: { scene, under } } : next;
  }
  if (outcome.kind === 'ahead') return ahead(session);
  if (press.kind === 'review' && !under) return session;
  return under ? onAgain(session, under) : done(session, { kind: 'back' });
}

/** Whoever goes ahead in the middle takes every suggestion, up to a question that only the person can answer. */
function ahead(session: Session): Session {
  const interview = acceptAll(session.interview);
  const next = stepped(session, interview);
  return next.scene.kind === 'review' ? { ...next, outcome: 'write' } : { ...next, isAhead: true };
}

/** The question that the review was opened from, which may be one that was looked for: then it is still that one that is answered. */
function onAgain(session: Session, under: Extract<Scene, { kind: 'question' }>): Session {
  const { interview } = session;
  const now = currentOf(interview);
  const isNext = now.kind === 'asking' && sameSpot(now.spot, under.now.spot);
  return { ...withScene(session, under), interview: isNext ? interview : edit(interview, under.now.spot) };
}

const withScene = ({ under: _, ...session }: Session, scene: Scene): Session => ({ ...session, scene });

/** The next scene. Back on the review from one of its decisions, that decision is highlighted. */
function stepped(session: Session, interview: Interview): Session {
  const next = { ...withScene(session, sceneOf(interview)), interview };
  const left = session.interview.editing;
  if (next.scene.kind !== 'review' || !left) return next;
  const targets = targetsOf(linesOf(next.scene.review, next.scene.list, session.look.language));
  const at = targets.findIndex((line) => line.kind === 'row' && sameSpot(line.row.spot, left));
  return { ...next, scene: { ...next.scene, list: { ...next.scene.list, at: Math.max(0, at) } } };
}

/** The question that is asked, or the one behind the highlighted decision. */
function askingAt({ scene, interview, look }: Session): Asking | undefined {
  if (scene.kind === 'question') return scene.now;
  const target = targetsOf(linesOf(scene.review, scene.list, look.language))[scene.list.at];
  const now = target?.kind === 'row' ? currentOf(edit(interview, target.row.spot)) : undefined;
  return now?.kind === 'asking' ? now : undefined;
}

function explained(session: Session): Session {
  const asking = askingAt(session);
  return asking ? { ...session, page: { kind: 'explain', asking, top: 0 } } : session;
}

const withYaml = (session: Session): Session => clamped({ ...session, page: yamlPage(session) });

/** The YAML so far, from the first line that the answer at hand changes. */
function yamlPage({ scene, interview, look }: Session): Extract<Page, { kind: 'yaml' }> {
  const value = scene.kind === 'question' ? (takenValue(scene.entry, scene.now) ?? scene.now.standing) : undefined;
  const given = scene.kind === 'question' && value !== undefined ? scene.now.gives(value) : undefined;
  const after = given?.after ?? foreseen(interview.base, interview.steps);
  const marked = after ? markedYaml(after.manifests, given?.beside?.foresight.manifests, look.language) : [];
  // What only another answer would give was never there.
  const isStanding = scene.kind === 'question' && sameValue(value, scene.now.standing);
  const lines = isStanding ? marked.filter(({ mark }) => mark !== '-') : marked;
  const first = lines.findIndex(({ mark }) => mark !== ' ');
  const examples = (after?.examples ?? []).map((step) => exampleText(interview.base, step));
  return { kind: 'yaml', lines, examples, top: Math.max(0, first - 2), left: 0 };
}

const pageStep = 10;
const columnStep = 8;

function onPage({ page: _, ...session }: Session, page: Page, press: Press): Session {
  if (['escape', 'enter', page.kind].includes(press.kind)) return session;
  return clamped({ ...session, page: scrolled(page, press) });
}

function scrolled(page: Page, press: Press): Page {
  if (page.kind === 'explain' || press.kind !== 'move' || press.motion === 'start' || press.motion === 'end')
    return { ...page, top: topAfter(page.top, press, pageStep) };
  return { ...page, left: page.left + (press.motion === 'back' ? -columnStep : columnStep) };
}

/** No page is scrolled past its ends. */
function clamped(session: Session): Session {
  const { page, look } = session;
  if (!page) return session;
  const { height, width } = pageSize(page, look);
  const top = withinEnds(page.top, height, pageRows(look));
  if (page.kind === 'explain') return { ...session, page: { ...page, top } };
  return { ...session, page: { ...page, top, left: withinEnds(page.left, width, widthOf(look)) } };
}
