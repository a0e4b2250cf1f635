import type { Language } from '../model/text.ts';
import type { Interview, Outcome } from './interview.ts';
import { type Heard, heard } from './plain-hearing.ts';
import { sentence } from './plain-line.ts';
import { afterReading, leaving, promptOf, sittingLines, sittingOf } from './plain-sitting.ts';
import { onPlainTerminal, type PlainStreams, type PlainTerminal } from './plain-terminal.ts';
import { plainWords } from './plain-words.ts';

export interface PromptOptions {
  readonly language: Language;
}

/** Runs the interview as plain prompts, line after line, for screen readers and simple terminals. */
export const runPrompts = (start: Interview, options: PromptOptions & PlainStreams): Promise<Outcome> =>
  onPlainTerminal(options, (terminal) => interviewOn(terminal, start, options));

/** The same on any terminal. */
export async function interviewOn(terminal: PlainTerminal, start: Interview, { language }: PromptOptions): Promise<Outcome> {
  for (const words of [plainWords.greeting, plainWords.commands]) terminal.say(sentence(words[language]));
  let sitting = sittingOf(start, language);
  let isNew = true;
  while (!sitting.outcome) {
    if (isNew) sittingLines(sitting).forEach(terminal.say);
    const line = await terminal.type(promptOf(sitting));
    const next: Heard =
      line === undefined ? { says: [], sitting: leaving(sitting), isNew } : heard(afterReading(sitting), line, terminal.width);
    next.says.forEach(terminal.say);
    ({ sitting, isNew } = next);
  }
  return sitting.outcome;
}
