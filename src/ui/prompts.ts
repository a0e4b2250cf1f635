import type { Language, Text } from '../model/text.ts';
import { sameValue, type Value } from '../model/value.ts';
import { type Asking, currentOf } from './asking.ts';
import { type Interview, type Outcome, outcomeOf } from './interview.ts';
import { nextLanguage } from './next-language.ts';
import { mendText, phrases } from './phrases.ts';
import { listed } from './plain-list.ts';
import { reviewed } from './plain-review.ts';
import { type PlainRow, type PlainStreams, type PlainTerminal, plainTerminal } from './plain-terminal.ts';
import { type Turn, titleOf, ways } from './plain-turn.ts';
import { answer, back, edit } from './walk.ts';

export interface PromptOptions {
  readonly language: Language;
}

/** Runs the interview as plain prompts, line after line, for screen readers and simple terminals. */
export const runPrompts = async (start: Interview, options: PromptOptions & PlainStreams): Promise<Outcome> =>
  interviewOn(await plainTerminal(options), start, options);

/** The same on any terminal. */
export async function interviewOn(terminal: PlainTerminal, start: Interview, options: PromptOptions): Promise<Outcome> {
  let { language } = options;
  let interview = start;
  for (;;) {
    const turn = await turnAt(terminal, interview, language);
    if (turn.kind === 'leave') return { outcome: 'left', interview, language };
    if (turn.kind === 'write') return outcomeOf(interview, language);
    if (turn.kind === 'language') language = nextLanguage(language);
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
  if (now.refusal) for (const line of [now.refusal.says, ...now.mends.map(mendText)]) terminal.say(line[language]);
  if (now.question.type.widget === 'list') return listed(terminal, now, language);
  return now.options.length > 0 && now.question.type.widget !== 'text' ? chosen(terminal, now, language) : typed(terminal, now, language);
}

async function chosen(terminal: PlainTerminal, now: Asking, language: Language): Promise<Turn> {
  const standing = now.said ?? now.suggestion?.choice;
  const rows = now.options.map(({ value, label, fits, refused }): PlainRow<Turn> => {
    const suggested = sameValue(value, now.suggestion?.choice) ? ` (${phrases.suggested[language]})` : '';
    const row = { value: { kind: 'answer', value }, label: label[language] + suggested, about: fits[language] } as const;
    return refused ? { ...row, refused: refused[language] } : row;
  });
  const at = now.options.findIndex(({ value, refused }) => !refused && sameValue(value, standing));
  return (await terminal.choose(titleOf(now, language), [...rows, ...ways(language)], Math.max(0, at), language)) ?? { kind: 'leave' };
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
