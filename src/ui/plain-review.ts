import { type Language, listed, say, type Text } from '../model/text.ts';
import { component } from '../questions/basics.ts';
import type { Settled, Spot } from '../questions/settle.ts';
import { sameSpot } from './interview.ts';
import { decisionCount, phrases, rejectedTexts, rowText } from './phrases.ts';
import { blankLine, item, type PlainLine, sentence } from './plain-line.ts';
import { plainWords, stillToCome } from './plain-words.ts';
import { type Review, type Row, rowsOf } from './review.ts';

/** Every decision by group, each with its number and its reason. `how` says what can be done with them. */
export function reviewLines(review: Review, how: Text, language: Language): readonly PlainLine[] {
  const numbers = new Map(rowsOf(review).map((row, index) => [row, index + 1]));
  const groups = review.groups.flatMap(({ title, component: named, rows }) => [
    sentence(named === undefined ? title[language] : `${named}: ${title[language]}`),
    ...rows.map((row) => item(numbers.get(row) ?? 0, rowLine(row, language))),
  ]);
  const { open } = review.settled;
  return [
    blankLine,
    sentence(`${phrases.review[language]}: ${decisionCount(numbers.size)[language]}.`),
    ...groups,
    ...(open.length > 0 ? [sentence(stillToCome(listed(open.map((spot) => spotText(spot, review.settled))))[language])] : []),
    sentence(how[language]),
  ];
}

/** After a change: what is different now, or every decision where others came or went and the numbers moved with them. */
export function changedLines(before: Review, now: Review, how: Text, language: Language): readonly PlainLine[] {
  const old = rowsOf(before);
  const rows = rowsOf(now);
  const isAlike = old.length === rows.length && rows.every(({ spot }, index) => old[index] && sameSpot(spot, old[index].spot));
  if (!isAlike) return reviewLines(now, how, language);
  const lines = rows.map((row, index) => item(index + 1, rowLine(row, language)));
  const changed = lines.filter(({ words }, index) => old[index] && words !== rowLine(old[index], language));
  const head = changed.length > 0 ? plainWords.changedReview : plainWords.sameReview;
  return [blankLine, sentence(head[language]), ...changed];
}

const rowLine = (row: Row, language: Language): string =>
  `${row.spot.question.label[language]}: ${rowText(row)[language]}. ${row.decision.reason[language]}`;

/** "Port", or "cache: Port" where there are several components. */
export const spotText = ({ slot, question }: Spot, { components }: Settled): Text => {
  const of = components.length < 2 ? undefined : components.find((each) => each.slot.key === slot);
  return say((language) => (of ? `${of.known.get(component) ?? of.slot.key}: ${question.label[language]}` : question.label[language]));
};

/** Why a decision was taken, and why not another. */
export const rowExplained = (row: Row, language: Language): readonly PlainLine[] => [
  sentence(rowLine(row, language)),
  ...rejectedTexts(row).map((why) => sentence(why[language])),
  sentence(row.spot.question.help[language]),
  ...(row.spot.question.page ? [sentence(`${phrases.readMore[language]} ${row.spot.question.page}`)] : []),
];
