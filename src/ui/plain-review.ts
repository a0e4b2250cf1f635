import type { Language } from '../model/text.ts';
import { isSaid, phrases, rowText } from './phrases.ts';
import type { PlainRow, PlainTerminal } from './plain-terminal.ts';
import { type Turn, ways } from './plain-turn.ts';
import { type Review, type Row, rowsOf } from './review.ts';

/** Every decision with its reason, then what to do with them. */
export async function reviewed(terminal: PlainTerminal, review: Review, language: Language): Promise<Turn> {
  terminal.say(`\n${phrases.review[language]}`);
  for (const { title, component, rows } of review.groups) {
    terminal.say(component === undefined ? title[language] : `${component}: ${title[language]}`);
    for (const row of rows) terminal.say(`  ${lineOf(row, language)}`);
  }
  const rows: readonly PlainRow<Turn>[] = [
    { value: { kind: 'write' }, label: phrases.goAhead[language] },
    { value: { kind: 'again' }, label: phrases.changeOne[language] },
    ...ways(language),
  ];
  const turn = (await terminal.choose(phrases.review[language], rows, 0, language)) ?? { kind: 'leave' };
  return turn.kind === 'again' ? picked(terminal, review, language) : turn;
}

const lineOf = (row: Row, language: Language): string => {
  const { label } = row.spot.question;
  return `${isSaid(row) ? '*' : ' '} ${label[language]}: ${rowText(row)[language]}. ${row.decision.reason[language]}`;
};

/** Which decision to change; going back from here shows the review again. */
async function picked(terminal: PlainTerminal, review: Review, language: Language): Promise<Turn> {
  const rows = rowsOf(review).map((row): PlainRow<Turn> => {
    const { question } = row.spot;
    const label = `${question.label[language]}: ${rowText(row)[language]}`;
    return { value: { kind: 'edit', spot: row.spot }, label, about: row.decision.reason[language] };
  });
  const again: PlainRow<Turn> = { value: { kind: 'again' }, label: `← ${phrases.back[language]}` };
  return (await terminal.choose(phrases.whichOne[language], [...rows, again], 0, language)) ?? { kind: 'leave' };
}
