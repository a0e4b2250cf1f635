import type { Language } from '../model/text.ts';
import type { Spot } from '../questions/settle.ts';
import { type Asking, currentOf } from './asking.ts';
import { type Interview, type Outcome, outcomeOf } from './interview.ts';
import { mannerOf } from './manner.ts';
import { standingItems } from './plain-answer.ts';
import { item, type PlainLine, sentence } from './plain-line.ts';
import { askingPrompt, questionLines } from './plain-question.ts';
import { changedLines, reviewLines, spotText } from './plain-review.ts';
import { plainWords, severalFound } from './plain-words.ts';
import { type Review, reviewOf } from './review.ts';

/** What a number means at this moment: an answer to what the interview asks, a decision of the review in its middle, or what was found. */
export type Place =
  | { readonly kind: 'here' }
  | { readonly kind: 'overview'; readonly review: Review }
  | { readonly kind: 'found'; readonly word: string; readonly spots: readonly Spot[] };

/** A plain interview between two lines. */
export interface Sitting {
  readonly interview: Interview;
  readonly language: Language;
  readonly now: Asking | Review;
  readonly place: Place;
  /** Lists that were begun and not ended, by the place of their question: whoever looks elsewhere finds them again. */
  readonly drafts: Readonly<Record<string, readonly string[]>>;
  /** The review as it was read last: after a change only what is different is read. */
  readonly read?: Review;
  readonly outcome?: Outcome;
}

export const here: Place = { kind: 'here' };

export const sittingOf = (interview: Interview, language: Language): Sitting => ({
  interview,
  language,
  now: currentOf(interview),
  place: here,
  drafts: {},
});

/** The same on an interview that went on or back. */
export const movedTo = (sitting: Sitting, interview: Interview): Sitting => ({
  ...sitting,
  interview,
  now: currentOf(interview),
  place: here,
});

export const written = (sitting: Sitting): Sitting => ({ ...sitting, outcome: outcomeOf(sitting.interview, sitting.language) });

export const leaving = (sitting: Sitting): Sitting => {
  const { interview, language } = sitting;
  return { ...sitting, outcome: { outcome: 'left', interview, language } };
};

const keyOf = ({ spot }: Asking): string => `${spot.slot ?? '-'}/${spot.question.id}`;

/** The items of the list that is asked for. */
export const itemsAt = ({ drafts }: Sitting, now: Asking): readonly string[] => drafts[keyOf(now)] ?? standingItems(now);

export const withItems = (sitting: Sitting, now: Asking, items: readonly string[]): Sitting => ({
  ...sitting,
  drafts: { ...sitting.drafts, [keyOf(now)]: items },
});

export function withoutDraft(sitting: Sitting, now: Asking): Sitting {
  const { [keyOf(now)]: _, ...drafts } = sitting.drafts;
  return { ...sitting, drafts };
}

export const hasDraft = ({ drafts }: Sitting, now: Asking): boolean => mannerOf(now) === 'lines' && drafts[keyOf(now)] !== undefined;

/** What is read when the person comes to this place. */
export function sittingLines(sitting: Sitting): readonly PlainLine[] {
  const { interview, now, place, language, read } = sitting;
  if (place.kind === 'overview') return reviewLines(place.review, plainWords.overviewHow, language);
  if (place.kind === 'found') return foundLines(place.word, place.spots, now, language);
  if (now.kind === 'asking') return questionLines(now, itemsAt(sitting, now), interview.editing !== undefined, language);
  return read ? changedLines(read, now, plainWords.reviewHow, language) : reviewLines(now, plainWords.reviewHow, language);
}

const foundLines = (word: string, spots: readonly Spot[], { settled }: Asking | Review, language: Language): readonly PlainLine[] => [
  sentence(severalFound(word)[language]),
  ...spots.map((spot, index) => item(index + 1, `${spotText(spot, settled)[language]}. ${spot.question.ask[language]}`)),
];

/** What stands before the line that is typed. */
export function promptOf(sitting: Sitting): string {
  const { now, place, language } = sitting;
  if (place.kind !== 'here') return (now.kind === 'asking' ? plainWords.toReturn : plainWords.toReview)[language];
  return now.kind === 'asking' ? askingPrompt(now, itemsAt(sitting, now), language) : plainWords.toGoAhead[language];
}

/** Remembers that the review was read. */
export const afterReading = (sitting: Sitting): Sitting =>
  sitting.place.kind === 'here' && sitting.now.kind === 'review' ? { ...sitting, read: sitting.now } : sitting;

export const overviewOf = (sitting: Sitting): Sitting => ({
  ...sitting,
  place: { kind: 'overview', review: reviewOf(sitting.interview, sitting.now.settled) },
});
