import type { Value, Values } from '../model/value.ts';
import type { AnyQuestion } from '../questions/question.ts';
import { isGlobal } from './options.ts';
import { commandLine } from './quote.ts';
import { isList, isSwitch } from './vocabulary.ts';

/** Name of a question's flag, without dashes; the empty slot is the main component, which goes without its name. */
export const flagName = (id: string, slot = ''): string => (slot === '' ? id : `${slot}.${id}`);

const denialOf = (id: string, slot: string): string => flagName(`no-${id}`, slot);

/** The words of a command line that say this answer. An empty list is denied: `--no-needs`. */
export function flagWords(asked: AnyQuestion, value: Value, slot = ''): readonly string[] {
  const printed = asked.type.print(value);
  if (isSwitch(asked.type)) return [`--${value === true ? flagName(asked.id, slot) : denialOf(asked.id, slot)}`];
  const items = typeof printed === 'string' ? [printed] : printed;
  if (items.length === 0 && isList(asked.type)) return [`--${denialOf(asked.id, slot)}`];
  return items.flatMap((item) => wordsOf(flagName(asked.id, slot), item));
}

/** A value that looks like a flag, or whose flag has another meaning without a value, is joined to its flag. */
const wordsOf = (name: string, item: string): readonly string[] =>
  item.startsWith('-') || isGlobal(name) ? [`--${name}=${item}`] : [`--${name}`, item];

/** The same, quoted for a shell: "--access-mode rwx". */
export const flagText = (asked: AnyQuestion, value: Value, slot = ''): string => commandLine(flagWords(asked, value, slot));

/** All answers to these questions, in their order. */
export const wordsOfAll = (questions: readonly AnyQuestion[], values: Values, slot = ''): readonly string[] =>
  questions.flatMap((asked) => {
    const value = values[asked.id];
    return value === undefined ? [] : flagWords(asked, value, slot);
  });
