import { listed, type Text } from '../model/text.ts';
import type { Spot } from '../questions/settle.ts';
import { type Asking, currentOf } from './asking.ts';
import { sameSpot } from './interview.ts';
import { mannerOf } from './manner.ts';
import { nextLanguage } from './next-language.ts';
import { phrases, valueText } from './phrases.ts';
import { atHand, type Reading, readingOf, taken } from './plain-answer.ts';
import { type CommandName, saidIn } from './plain-command.ts';
import { answerExplained, questionExplained } from './plain-explain.ts';
import { foundBy } from './plain-find.ts';
import { item, type PlainLine, sentence } from './plain-line.ts';
import { numberIn } from './plain-names.ts';
import { itemLines } from './plain-question.ts';
import { rowExplained, spotText } from './plain-review.ts';
import { hasDraft, here, itemsAt, leaving, movedTo, overviewOf, type Sitting, withItems, withoutDraft, written } from './plain-sitting.ts';
import { couldBe, helpTexts, noSuchCommand, noSuchNumber, plainWords, removedText, takenText } from './plain-words.ts';
import { yamlLines } from './plain-yaml.ts';
import { type Review, rowsOf } from './review.ts';
import { acceptAll, answer, back, edit } from './walk.ts';

/** What comes of a line: what is said to it, and where the person is then. `isNew`: that place is read from its beginning. */
export interface Heard {
  readonly says: readonly PlainLine[];
  readonly sitting: Sitting;
  readonly isNew: boolean;
}

/** Takes one line. Pure; `width` is that of the terminal, for code. */
export function heard(sitting: Sitting, typed: string, width: number): Heard {
  if (typed.includes(oddKey)) return saying(sitting, plainWords.oddKey);
  const said = saidIn(typed);
  if (said.kind === 'unknown') return saying(sitting, noSuchCommand(said.word));
  if (said.kind === 'command') return commanded(sitting, said.name, said.rest, width);
  const { place, now } = sitting;
  if (place.kind === 'overview') return onReview(sitting, place.review, said.line);
  if (place.kind === 'found') return onFound(sitting, place.spots, said.line);
  return now.kind === 'review' ? onReview(sitting, now, said.line) : onQuestion(sitting, now, said.line);
}

/** Stands in a line for each sign that is no letter, and for bytes that are no text. */
export const oddKey = '\ufffd';

const saying = (sitting: Sitting, ...says: readonly Text[]): Heard => ({
  says: says.map((each) => sentence(each[sitting.language])),
  sitting,
  isNew: false,
});
const reading = (sitting: Sitting, says: readonly PlainLine[]): Heard => ({ says, sitting, isNew: false });
const arriving = (sitting: Sitting): Heard => ({ says: [], sitting, isNew: true });

/** A number or the beginning of a name says little, and a list was long in coming: what they were understood as is said. */
function onQuestion(sitting: Sitting, now: Asking, line: string): Heard {
  const read = readingOf(now, itemsAt(sitting, now), line, sitting.language);
  const next = after(sitting, now, read);
  const manner = mannerOf(now);
  if (read.kind !== 'value' || read.value === undefined || manner === 'line' || (manner !== 'lines' && line === '')) return next;
  const { question } = now;
  return { ...next, says: [sentence(takenText(question.label, valueText(question, read.value))[sitting.language])] };
}

function after(sitting: Sitting, now: Asking, read: Reading): Heard {
  if (read.kind === 'fault') return saying(sitting, ...read.says);
  if (read.kind === 'items') return reading(withItems(sitting, now, read.items), [item(read.items.length, read.items.at(-1) ?? '')]);
  return arriving(movedTo(withoutDraft(sitting, now), answer(sitting.interview, read.value)));
}

/** A number or a name changes a decision. Enter goes ahead from the end, and back from the middle. */
function onReview(sitting: Sitting, review: Review, line: string): Heard {
  if (line === '') return sitting.place.kind === 'overview' ? arriving({ ...sitting, place: here }) : arriving(written(sitting));
  const number = numberIn(line);
  if (number === undefined) return finding(sitting, line);
  const rows = rowsOf(review);
  const row = rows[number - 1];
  return row ? arriving(movedTo(sitting, edit(sitting.interview, row.spot))) : saying(sitting, noSuchNumber(rows.length));
}

function onFound(sitting: Sitting, spots: readonly Spot[], line: string): Heard {
  if (line === '') return arriving({ ...sitting, place: here });
  const number = numberIn(line);
  if (number === undefined) return finding(sitting, line);
  const spot = spots[number - 1];
  return spot ? arriving(movedTo(sitting, edit(sitting.interview, spot))) : saying(sitting, noSuchNumber(spots.length));
}

function finding(sitting: Sitting, word: string): Heard {
  if (word === '') return saying(sitting, plainWords.findWhat);
  const spots = foundBy(word, sitting.interview, sitting.now.settled, sitting.language);
  const [spot, ...others] = spots;
  if (!spot) return saying(sitting, phrases.nothingFound);
  if (others.length > 0) return arriving({ ...sitting, place: { kind: 'found', word, spots } });
  return arriving(movedTo(sitting, edit(sitting.interview, spot)));
}

function commanded(sitting: Sitting, name: CommandName, rest: string, width: number): Heard {
  const { interview, now, language } = sitting;
  switch (name) {
    case 'explain':
      return reading(sitting, explained(sitting, rest));
    case 'back':
      return wentBack(sitting);
    case 'language':
      return arriving(withoutReading({ ...sitting, language: nextLanguage(language) }));
    case 'again':
      return arriving(withoutReading(sitting));
    case 'find':
      return finding(sitting, rest);
    case 'review':
      return arriving(now.kind === 'review' ? withoutReading({ ...sitting, place: here }) : overviewOf(sitting));
    case 'yaml':
      return reading(
        sitting,
        yamlLines(interview, now, now.kind === 'asking' ? atHand(now, itemsAt(sitting, now)) : undefined, language, width),
      );
    case 'write':
      return wrote(sitting);
    case 'remove':
      return removed(sitting, rest);
    case 'none':
      return emptied(sitting);
    case 'help':
      return reading(
        sitting,
        helpTexts.map((each) => sentence(each[language])),
      );
    case 'quit':
      return arriving(leaving(sitting));
  }
}

const withoutReading = ({ read: _, ...sitting }: Sitting): Sitting => sitting;

function explained(sitting: Sitting, word: string): readonly PlainLine[] {
  const { interview, now, place, language } = sitting;
  if (place.kind === 'found') return foundExplained(sitting, place.spots, word);
  if (place.kind === 'overview') return reviewExplained(sitting, place.review, word, plainWords.overviewHow);
  if (now.kind === 'review') return reviewExplained(sitting, now, word, plainWords.reviewHow);
  return word === ''
    ? questionExplained(now, itemsAt(sitting, now), interview.base, language)
    : answerExplained(now, word, interview.base, language);
}

function foundExplained(sitting: Sitting, spots: readonly Spot[], word: string): readonly PlainLine[] {
  const { interview, language, now } = sitting;
  const spot = spots[(numberIn(word) ?? 1) - 1];
  const asking = spot && currentOf(edit(interview, spot));
  if (asking?.kind === 'asking') return questionExplained(asking, itemsAt(sitting, asking), interview.base, language);
  return [sentence((now.kind === 'asking' ? plainWords.toReturn : plainWords.toReview)[language])];
}

function reviewExplained(sitting: Sitting, review: Review, word: string, how: Text): readonly PlainLine[] {
  const { interview, language, now } = sitting;
  if (word === '') return [sentence(how[language])];
  const rows = rowsOf(review);
  const number = numberIn(word);
  const spots = number === undefined ? foundBy(word, interview, now.settled, language) : [];
  const found =
    number === undefined ? rows.filter(({ spot }) => spots.some((each) => sameSpot(each, spot))) : rows.slice(number - 1, number);
  const [row, ...others] = found;
  if (!row) return [sentence((number === undefined ? phrases.nothingFound : noSuchNumber(rows.length))[language])];
  if (others.length > 0)
    return [
      sentence(
        couldBe(
          word,
          listed(
            found.map(({ spot }) => spotText(spot, now.settled)),
            'or',
          ),
        )[language],
      ),
    ];
  return rowExplained(row, language);
}

function wentBack(sitting: Sitting): Heard {
  const { interview, place } = sitting;
  if (place.kind !== 'here') return arriving({ ...sitting, place: here });
  const before = back(interview);
  return before === interview ? saying(sitting, plainWords.atFirst) : arriving(movedTo(sitting, before));
}

/** Accepts all suggestions and goes ahead; a list that was begun counts as it stands. */
function wrote(sitting: Sitting): Heard {
  const { interview, now } = sitting;
  const draft = now.kind === 'asking' && hasDraft(sitting, now) ? taken(now, itemsAt(sitting, now)) : undefined;
  if (draft?.kind === 'fault') return saying(sitting, ...draft.says);
  const ahead = movedTo(sitting, acceptAll(draft?.kind === 'value' ? answer(interview, draft.value) : interview));
  return ahead.now.kind === 'review' ? arriving(written(ahead)) : { ...saying(ahead, plainWords.onlyYou), isNew: true };
}

/** Takes an item from a list that grows line by line: the one of this number, or the last. */
function removed(sitting: Sitting, word: string): Heard {
  const { now, place, language } = sitting;
  if (place.kind !== 'here' || now.kind === 'review' || mannerOf(now) !== 'lines') return saying(sitting, plainWords.noList);
  const items = itemsAt(sitting, now);
  if (items.length === 0) return saying(sitting, plainWords.emptyList);
  const index = word === '' ? items.length - 1 : (numberIn(word) ?? items.indexOf(word) + 1) - 1;
  const gone = items[index];
  if (gone === undefined) return saying(sitting, noSuchNumber(items.length));
  const left = items.toSpliced(index, 1);
  return reading(withItems(sitting, now, left), [sentence(removedText(gone)[language]), ...itemLines(left, language)]);
}

/** Chooses nothing from a list of choices, or takes everything from one that grows line by line. */
function emptied(sitting: Sitting): Heard {
  const { now, place } = sitting;
  if (place.kind !== 'here' || now.kind === 'review') return saying(sitting, plainWords.noList);
  const manner = mannerOf(now);
  if (manner === 'lines') return reading(withItems(sitting, now, []), itemLines([], sitting.language));
  if (manner !== 'some') return saying(sitting, plainWords.noList);
  return after(sitting, now, taken(now, []));
}
