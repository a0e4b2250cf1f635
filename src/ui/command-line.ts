import { parseArgs } from 'node:util';
import type { Complaint } from '../model/problem.ts';
import type { Catalogue } from '../questions/question.ts';
import { type CommandName, commandNames } from './commands.ts';
import { noSwitchValue, unknownFlag, valueMissing } from './flag-complaints.ts';
import { type Flag, flagOf, takesValue } from './flag-names.ts';
import { optionOf } from './options.ts';

/** A flag as it was written. A switch without a value says `true`. */
export interface Given {
  readonly flag: Flag;
  /** With its dashes. */
  readonly raw: string;
  readonly value: string;
}

/** A word that is no flag; a `literal` one stands behind “--” and is never a command. */
interface Word {
  readonly word: string;
  readonly literal: boolean;
}

export interface CommandLine {
  readonly command: CommandName;
  readonly given: readonly Given[];
  /** What stands after the command and is no flag. */
  readonly words: readonly string[];
  readonly complaints: readonly Complaint[];
}

type Part = { readonly given: Given } | { readonly word: Word } | { readonly complaint: Complaint } | { readonly unknown: string };

/** Splits a command line into its command, flags and words, and collects what is wrong with its form. */
export function commandLineOf(argv: readonly string[], catalogue: Catalogue): CommandLine {
  const { tokens } = parseArgs({
    args: [...argv],
    options: parseOptions(argv, catalogue),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const end = tokens.find(({ kind }) => kind === 'option-terminator')?.index ?? argv.length;
  const parts = tokens.flatMap((token, at): readonly Part[] => {
    if (token.kind === 'option') return [optionPart(optionOfToken(token, catalogue))];
    if (token.kind === 'option-terminator') return [];
    const before = tokens[at - 1];
    const claimed = before?.kind === 'option' ? claim(optionOfToken(before, catalogue), token.value) : undefined;
    return claimed ?? [{ word: { word: token.value, literal: token.index > end } }];
  });
  const { command, words } = commandOf(parts.flatMap((part) => ('word' in part ? [part.word] : [])));
  return {
    command,
    words,
    given: parts.flatMap((part) => ('given' in part ? [part.given] : [])),
    complaints: parts.flatMap((part) => {
      if ('unknown' in part) return [unknownFlag(part.unknown, command, catalogue)];
      return 'complaint' in part ? [part.complaint] : [];
    }),
  };
}

/** The command, and the words after it. A word behind “--” is never a command, so that a folder may be called like one. */
function commandOf(words: readonly Word[]): Pick<CommandLine, 'command' | 'words'> {
  const said = words.map(({ word }) => word);
  const first = words[0]?.literal === false ? words[0].word : undefined;
  const command = commandNames.slice(1).find((name) => name === first);
  return command ? { command, words: said.slice(1) } : { command: 'create', words: said };
}

/** An option as it was written: its flag, unless there is none of that name, and its value, unless it has none. */
interface Option {
  readonly raw: string;
  readonly flag: Flag | undefined;
  readonly value: string | undefined;
  /** The word after it, which looks like a flag of its own and was taken for the value. */
  readonly swallowed: string | undefined;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function optionOfToken({ name, rawName, value, inlineValue }: OptionToken, catalogue: Catalogue): Option {
  const looksLikeFlag = value !== undefined && !inlineValue && /^-./.test(value);
  return {
    raw: rawName,
    flag: flagOf(name, inlineValue === true, catalogue),
    value: looksLikeFlag ? undefined : value,
    swallowed: looksLikeFlag ? value : undefined,
  };
}

function optionPart({ raw, flag, value, swallowed }: Option): Part {
  if (!flag) return { unknown: raw };
  if (takesValue(flag)) {
    return value === undefined ? { complaint: valueMissing(raw, placeholderOf(flag), swallowed) } : { given: { flag, raw, value } };
  }
  if (isHelp(flag)) return { given: { flag, raw, value: value ?? '' } };
  return isSwitchValue(flag, raw, value)
    ? { given: { flag, raw, value: value ?? 'true' } }
    : { complaint: noSwitchValue(raw, value ?? '') };
}

/** What an option without a value makes of the word after it: a topic, or nothing that could be the folder. */
function claim({ raw, flag, value, swallowed }: Option, word: string): readonly Part[] | undefined {
  if (value !== undefined) return undefined;
  if (!flag || swallowed !== undefined) return [];
  if (isHelp(flag)) return [{ given: { flag, raw, value: word } }];
  return word === 'true' || word === 'false' ? [{ complaint: noSwitchValue(raw, word) }] : undefined;
}

const isHelp = (flag: Flag): boolean => flag.kind === 'global' && flag.name === 'help';

/** `--x`, `--no-x`, `--x=true` and `--x=false`, but not `--no-x=true`. */
function isSwitchValue(flag: Flag, raw: string, value: string | undefined): boolean {
  const denied = (flag.kind === 'answer' && flag.denied) || raw.startsWith('--no-');
  return value === undefined || (!denied && (value === 'true' || value === 'false'));
}

const placeholderOf = (flag: Flag): string => (flag.kind === 'global' ? (optionOf(flag.name).value ?? '') : flag.question.type.name);

/** The options for parseArgs: only those that occur, because a component's name makes flags of its own. */
function parseOptions(argv: readonly string[], catalogue: Catalogue) {
  const found = argv.flatMap((word) => {
    const name = /^--([^=]+)/.exec(word)?.[1];
    const flag = name === undefined ? undefined : flagOf(name, word.includes('='), catalogue);
    return name !== undefined && flag && takesValue(flag) ? [[name, { type: 'string' as const }] as const] : [];
  });
  return {
    ...Object.fromEntries(found),
    yes: { type: 'boolean' as const, short: 'y' },
    help: { type: 'boolean' as const, short: 'h' },
  };
}
