import { type Language, say as saying, type Text } from '../../model/text.ts';
import type { AnyQuestion } from '../../questions/question.ts';
import { folded } from '../folded.ts';
import { rowText } from '../phrases.ts';
import type { Group, Review, Row } from '../review.ts';
import { contentOf, emptyField, type TextField } from '../text-field.ts';
import { fieldAfter, rowAfter } from './entry.ts';
import type { Press } from './press.ts';

/** Where the person stands in the list of decisions. */
export interface ReviewList {
  /** Index of the highlighted one among the targets that are shown. */
  readonly at: number;
  /** What the decisions that are shown have to hold; empty for all. */
  readonly filter: TextField;
  /** True while the filter is typed. */
  readonly isFinding: boolean;
}

export const reviewList = (isFinding = false): ReviewList => ({ at: 0, filter: emptyField, isFinding });

/** A line of the list: going ahead, the title of a group, or a decision. All but titles can be highlighted. */
export type ReviewLine =
  | { readonly kind: 'ahead' }
  | { readonly kind: 'title'; readonly title: Text }
  | { readonly kind: 'row'; readonly row: Row };

/** The lines that are shown; going ahead stands first where nothing is looked for. */
export function linesOf({ groups }: Review, { filter }: ReviewList, language: Language): readonly ReviewLine[] {
  const words = folded(contentOf(filter)).split(/\s+/).filter(Boolean);
  const found = groups.flatMap((group): readonly ReviewLine[] => {
    const rows = group.rows.filter((row) => words.every((word) => folded(sought(row, group, language)).includes(word)));
    return rows.length === 0 ? [] : [{ kind: 'title', title: titleOf(group) }, ...rows.map((row): ReviewLine => ({ kind: 'row', row }))];
  });
  return words.length === 0 ? [{ kind: 'ahead' }, ...found] : found;
}

/** The lines that can be highlighted. */
export const targetsOf = (lines: readonly ReviewLine[]) => lines.filter((line) => line.kind !== 'title');

const titleOf = ({ title, component }: Group): Text =>
  saying((language) => (component === undefined ? title[language] : `${component}: ${title[language]}`));

/** All by which a decision is found: its names, what is asked, what was decided, and of what. */
function sought(row: Row, group: Group, language: Language): string {
  const { question } = row.spot;
  return [question.id, ...namesOf(question, language), rowText(row)[language], titleOf(group)[language]].join(' ');
}

const namesOf = ({ label, ask }: AnyQuestion, language: Language): readonly string[] => [label[language], ask[language]];

/** What comes of a press on the list: another place in it, or what to do. */
export type Reviewed = { readonly list: ReviewList } | { readonly row: Row } | { readonly kind: 'ahead' | 'close' };

export function reviewed(review: Review, list: ReviewList, press: Press, language: Language): Reviewed {
  const lines = linesOf(review, list, language);
  const targets = targetsOf(lines);
  switch (press.kind) {
    case 'find':
      return { list: { ...list, isFinding: true } };
    case 'escape':
      return list.isFinding || contentOf(list.filter) !== '' ? { list: reviewList() } : { kind: 'close' };
    case 'enter': {
      const target = targets[list.at];
      if (!target) return { list };
      return target.kind === 'row' ? { row: target.row } : { kind: 'ahead' };
    }
    case 'write':
      return { kind: 'ahead' };
    case 'complete':
      return { list: { ...list, at: nextGroup(lines, targets, list.at) } };
    case 'text':
    case 'paste':
    case 'erase':
      return list.isFinding ? { list: found(review, fieldAfter(list.filter, press), language) } : { list };
    case 'move':
      if (list.isFinding) return { list: { ...list, filter: fieldAfter(list.filter, press) } };
      if (press.motion === 'back') return { kind: 'close' };
  }
  return { list: { ...list, at: targets.length === 0 ? 0 : rowAfter(list.at, press, targets.length) } };
}

/** The list with what is looked for; a decision that is called just so is highlighted, else the first. */
function found(review: Review, filter: TextField, language: Language): ReviewList {
  const list: ReviewList = { at: 0, filter, isFinding: true };
  const said = folded(contentOf(filter));
  const isCalled = (line: ReviewLine): boolean =>
    line.kind === 'row' && [line.row.spot.question.id, line.row.spot.question.label[language]].some((name) => folded(name) === said);
  return { ...list, at: Math.max(0, targetsOf(linesOf(review, list, language)).findIndex(isCalled)) };
}

/** The first decision of the next group; from the last group the first line. */
function nextGroup(lines: readonly ReviewLine[], targets: readonly ReviewLine[], at: number): number {
  const here = targets[at];
  const title = here ? lines.findIndex((line, index) => index > lines.indexOf(here) && line.kind === 'title') : -1;
  const next = title < 0 ? undefined : lines[title + 1];
  return next ? targets.indexOf(next) : 0;
}
