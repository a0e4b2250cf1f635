import type { Language } from '../../model/text.ts';
import { type Asking, currentOf } from '../asking.ts';
import { type Interview, sameSpot } from '../interview.ts';
import { nextLanguage } from '../next-language.ts';
import { type Review, rowsOf } from '../review.ts';
import { answer, back, edit } from '../walk.ts';
import { type Deed, type Entry, entered, entryOf } from './entry.ts';
import { byLetter, type Press } from './press.ts';

/** All that the screen shows. Pure: the presses of one read are folded into it before anything is drawn. */
export interface Session {
  readonly interview: Interview;
  readonly language: Language;
  readonly now: Asking | Review;
  readonly entry: Entry;
  readonly outcome?: 'write' | 'left';
}

export function sessionOf(interview: Interview, language: Language): Session {
  const now = currentOf(interview);
  return { interview, language, now, entry: entryOf(now) };
}

/** What comes of a press. After the end nothing does. */
export function pressed(session: Session, press: Press): Session {
  if (session.outcome) return session;
  if (press.kind === 'leave') return { ...session, outcome: 'left' };
  if (press.kind === 'language') return { ...session, language: nextLanguage(session.language) };
  const isTyping = session.entry.kind === 'text' || session.entry.kind === 'list';
  if (press.kind === 'text' && !isTyping) return byLetters(session, press.text);
  const outcome = entered(session.entry, press, session.now);
  return 'entry' in outcome ? { ...session, entry: outcome.entry } : done(session, outcome.deed);
}

/** Letters are keys where nothing is typed; the rest of them may already belong to the next question. */
function byLetters(session: Session, letters: string): Session {
  const [first = '', ...rest] = letters;
  const press = byLetter[first];
  const after = press ? pressed(session, press) : session;
  return rest.length > 0 ? pressed(after, { kind: 'text', text: rest.join('') }) : after;
}

function done(session: Session, deed: Deed): Session {
  switch (deed.kind) {
    case 'write':
      return { ...session, outcome: 'write' };
    case 'answer':
      return stepped(session, answer(session.interview, deed.value));
    case 'back':
      return stepped(session, back(session.interview));
    case 'edit':
      return stepped(session, edit(session.interview, deed.row.spot));
  }
}

/** The next screen. Back on the review from one of its decisions, that decision is highlighted. */
function stepped(session: Session, interview: Interview): Session {
  const next = sessionOf(interview, session.language);
  const left = session.interview.editing;
  if (next.now.kind !== 'review' || !left) return next;
  const at = rowsOf(next.now).findIndex(({ spot }) => sameSpot(spot, left)) + 1;
  return { ...next, entry: { kind: 'review', at } };
}
