import { type Language, type Text, text } from '../model/text.ts';
import { sameValue, type Value } from '../model/value.ts';
import type { Spot } from '../questions/settle.ts';
import { type Asking, currentOf, type Review, type Row, rowsOf } from './asking.ts';
import { answersOf, type Base, type Interview, interviewOf, type Outcome } from './interview.ts';
import { nextLanguage } from './next-language.ts';
import { askOf, isSaid, mendTexts, phrases, progressOf, rowText, valueText } from './phrases.ts';
import { type PlainRow, type PlainStreams, type PlainTerminal, plainTerminal } from './plain-terminal.ts';
import { answer, back, edit } from './walk.ts';

export interface PromptOptions {
  readonly language: Language;
  /** Whether the questions of level `more` are asked; undefined: the first step asks that. */
  readonly all?: boolean;
}

/** What a person did at one prompt. An answer without a value accepts the suggestion. */
type Turn =
  | { readonly kind: 'answer'; readonly value?: Value }
  | { readonly kind: 'edit'; readonly spot: Spot }
  | { readonly kind: 'again' | 'back' | 'language' | 'write' | 'leave' };

/** Runs the interview as plain prompts, line after line, for screen readers and simple terminals. */
export async function runPrompts(base: Base, options: PromptOptions & PlainStreams): Promise<Outcome> {
  let language = options.language;
  const terminal = await plainTerminal(options, () => ({
    choose: phrases.choose[language],
    take: phrases.take[language],
    cannotTake: phrases.cannotTake[language],
  }));
  const spoken = (next: Language) => {
    language = next;
  };
  return interviewOn(terminal, base, options, spoken);
}

/** The same on any terminal. `spoken` hears of every change of language. */
export async function interviewOn(
  terminal: PlainTerminal,
  base: Base,
  options: PromptOptions,
  spoken: (language: Language) => void = () => {},
): Promise<Outcome> {
  let { language } = options;
  let interview = interviewOf(base, options.all === undefined ? {} : { all: options.all });
  for (;;) {
    const turn = await turnAt(terminal, interview, language);
    if (turn.kind === 'leave') return { outcome: 'left' };
    if (turn.kind === 'write') return { outcome: 'write', answers: answersOf(interview), language };
    if (turn.kind === 'language') {
      language = nextLanguage(language);
      spoken(language);
    }
    interview = after(interview, turn);
  }
}

function after(interview: Interview, turn: Turn): Interview {
  if (turn.kind === 'answer') return answer(interview, turn.value);
  if (turn.kind === 'edit') return edit(interview, turn.spot);
  return turn.kind === 'back' ? back(interview) : interview;
}

function turnAt(terminal: PlainTerminal, interview: Interview, language: Language): Promise<Turn> {
  const now = currentOf(interview);
  if (now.kind === 'review') return reviewed(terminal, now, language);
  if (now.refusal) for (const line of [now.refusal.says, ...mendTexts(now.refusal)]) terminal.say(line[language]);
  if (now.question.type.widget === 'list') return listed(terminal, now, language);
  return now.options.length > 0 && now.question.type.widget !== 'text' ? chosen(terminal, now, language) : typed(terminal, now, language);
}

const titleOf = (now: Asking, language: Language): string => `${askOf(now)[language]} (${progressOf(now.progress)[language]})`;

/** The rows that lead elsewhere, below those that answer. */
const ways = (language: Language): readonly PlainRow<Turn>[] => [
  { value: { kind: 'back' }, label: `← ${phrases.back[language]}` },
  { value: { kind: 'language' }, label: phrases.otherLanguage[language] },
];

async function chosen(terminal: PlainTerminal, now: Asking, language: Language): Promise<Turn> {
  const standing = now.said ?? now.suggestion?.choice;
  const rows = now.options.map(({ value, label, fits, refused }): PlainRow<Turn> => {
    const suggested = sameValue(value, now.suggestion?.choice) ? ` (${phrases.suggested[language]})` : '';
    const row = { value: { kind: 'answer', value }, label: label[language] + suggested, about: fits[language] } as const;
    return refused ? { ...row, refused: refused[language] } : row;
  });
  const at = now.options.findIndex(({ value, refused }) => !refused && sameValue(value, standing));
  return (await terminal.choose(titleOf(now, language), [...rows, ...ways(language)], Math.max(0, at))) ?? { kind: 'leave' };
}

const byText: Readonly<Record<string, Turn>> = { '<': { kind: 'back' }, '>': { kind: 'language' } };

async function typed(terminal: PlainTerminal, now: Asking, language: Language): Promise<Turn> {
  terminal.say(phrases.backByText[language]);
  const { suggestion, said, question } = now;
  const printed = (value: Value | undefined) => (value === undefined ? '' : String(question.type.print(value)));
  const line = await terminal.type(
    titleOf(now, language),
    printed(suggestion?.choice),
    printed(said),
    (each) => faultOf(now, each.trim())?.[language],
  );
  if (line === undefined) return { kind: 'leave' };
  const way = byText[line.trim()];
  if (way) return way;
  const read = now.read(line.trim());
  return 'value' in read ? { kind: 'answer', value: read.value } : { kind: 'answer' };
}

function faultOf(now: Asking, line: string): Text | undefined {
  if (line in byText) return undefined;
  if (line === '') return now.suggestion ? undefined : phrases.needsAnswer;
  const read = now.read(line);
  return 'says' in read ? read.says : undefined;
}

/** A list grows and shrinks item by item until the person says that it is all. */
async function listed(terminal: PlainTerminal, now: Asking, language: Language): Promise<Turn> {
  const standing = now.said ?? now.suggestion?.choice;
  let items: readonly string[] = standing === undefined ? [] : [now.question.type.print(standing)].flat();
  for (;;) {
    const change = await terminal.choose(titleOf(now, language), listRows(now, items, language), 0);
    if (!change) return { kind: 'leave' };
    if ('turn' in change) return change.turn;
    if ('items' in change) {
      items = change.items;
      continue;
    }
    const line = await terminal.type(phrases.add[language], '', '', (each) => itemFaultOf(now, items, each.trim())?.[language]);
    if (line === undefined) return { kind: 'leave' };
    if (line.trim() !== '' && line.trim() !== '<') items = [...items, line.trim()];
  }
}

type ListChange = { readonly turn: Turn } | { readonly items: readonly string[] } | { readonly add: true };

function listRows(now: Asking, items: readonly string[], language: Language): readonly PlainRow<ListChange>[] {
  const read = now.read(items);
  const end =
    items.length === 0 ? phrases.nothing : text(`${phrases.done.en}: ${items.join(', ')}`, `${phrases.done.es}: ${items.join(', ')}`);
  const done: PlainRow<ListChange> =
    'value' in read
      ? { value: { turn: { kind: 'answer', value: read.value } }, label: end[language] }
      : { value: { items }, label: end[language], refused: read.says[language] };
  const offers = now.options
    .filter(({ printed }) => !items.includes(printed))
    .map(({ printed, label, fits, refused }): PlainRow<ListChange> => {
      const row = { value: { items: [...items, printed] }, label: `+ ${label[language]}`, about: fits[language] };
      return refused ? { ...row, refused: refused[language] } : row;
    });
  const adding: readonly PlainRow<ListChange>[] =
    now.options.length > 0 ? [] : [{ value: { add: true }, label: `+ ${phrases.add[language]}` }];
  const taking = items.map((item, index): PlainRow<ListChange> => ({ value: { items: items.toSpliced(index, 1) }, label: `- ${item}` }));
  return [done, ...offers, ...adding, ...taking, ...ways(language).map((way) => ({ ...way, value: { turn: way.value } }))];
}

function itemFaultOf(now: Asking, items: readonly string[], line: string): Text | undefined {
  if (line === '' || line === '<') return undefined;
  const read = now.read([...items, line]);
  return 'says' in read ? read.says : undefined;
}

async function reviewed(terminal: PlainTerminal, review: Review, language: Language): Promise<Turn> {
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
  const turn = (await terminal.choose(phrases.review[language], rows, 0)) ?? { kind: 'leave' };
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
    const label = `${question.label[language]}: ${valueText(question, row.decision.choice)[language]}`;
    return { value: { kind: 'edit', spot: row.spot }, label, about: row.decision.reason[language] };
  });
  const again: PlainRow<Turn> = { value: { kind: 'again' }, label: `← ${phrases.back[language]}` };
  return (await terminal.choose(phrases.whichOne[language], [...rows, again], 0)) ?? { kind: 'leave' };
}
