import { parseArgs } from 'node:util';
import type { Complaint } from '../model/problem.ts';
import type { Catalogue } from '../questions/question.ts';
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

export interface CommandLine {
  readonly given: readonly Given[];
  /** The words that are no flags; `literal` ones stand behind “--” and are never commands. */
  readonly words: readonly { readonly word: string; readonly literal: boolean }[];
  readonly complaints: readonly Complaint[];
}

/** Splits a command line into flags and words, and collects what is wrong with its form. */
export function commandLineOf(argv: readonly string[], catalogue: Catalogue): CommandLine {
  const { tokens } = parseArgs({ args: [...argv], options: parseOptions(argv, catalogue), strict: false, allowPositionals: true, tokens: true });
  const given: Given[] = [];
  const words: { word: string; literal: boolean }[] = [];
  const complaints: Complaint[] = [];
  let literal = false;
  /** A flag that may still take the next word, so that this word is not misread as the folder. */
  let taker: 'help' | 'unknown' | { readonly raw: string } | undefined;
  for (const token of tokens) {
    const before = taker;
    taker = undefined;
    if (token.kind === 'option-terminator') {
      literal = true;
    } else if (token.kind === 'positional') {
      const truth = token.value === 'true' || token.value === 'false';
      if (before === 'help') given.push({ flag: { kind: 'global', name: 'help' }, raw: '--help', value: token.value });
      else if (typeof before === 'object' && truth) complaints.push(noSwitchValue(before.raw, token.value));
      else if (before !== 'unknown') words.push({ word: token.value, literal });
    } else {
      const { rawName: raw, value, inlineValue } = token;
      const flag = flagOf(token.name, value !== undefined && inlineValue, catalogue);
      if (!flag) {
        complaints.push(unknownFlag(raw, catalogue));
        taker = value === undefined ? 'unknown' : undefined;
      } else if (takesValue(flag)) {
        const swallowed = !inlineValue && value !== undefined && /^-./.test(value) ? value : undefined;
        if (value === undefined || swallowed !== undefined) {
          complaints.push(valueMissing(raw, placeholderOf(flag), swallowed));
          taker = 'unknown';
        } else {
          given.push({ flag, raw, value });
        }
      } else if (isHelp(flag)) {
        given.push({ flag, raw, value: value ?? '' });
        taker = value === undefined ? 'help' : undefined;
      } else {
        const fault = switchFault(flag, raw, value);
        if (fault) complaints.push(fault);
        else given.push({ flag, raw, value: value ?? 'true' });
        taker = value === undefined ? { raw } : undefined;
      }
    }
  }
  return { given, words, complaints };
}

const isHelp = (flag: Flag): boolean => flag.kind === 'global' && flag.name === 'help';

function switchFault(flag: Flag, raw: string, value: string | undefined): Complaint | undefined {
  const denied = (flag.kind === 'answer' && flag.denied) || raw.startsWith('--no-');
  const accepted = value === undefined || (!denied && (value === 'true' || value === 'false'));
  return accepted ? undefined : noSwitchValue(raw, value);
}

const placeholderOf = (flag: Flag): string => (flag.kind === 'global' ? (optionOf(flag.name).value ?? '') : flag.question.type.name);

/** The options for parseArgs: only those that occur, because a component's name makes flags of its own. */
function parseOptions(argv: readonly string[], catalogue: Catalogue) {
  const found = argv.flatMap((word) => {
    const name = /^--([^=]+)/.exec(word)?.[1];
    const flag = name === undefined ? undefined : flagOf(name, word.includes('='), catalogue);
    return name !== undefined && flag ? [[name, { type: takesValue(flag) ? ('string' as const) : ('boolean' as const) }] as const] : [];
  });
  return Object.fromEntries([
    ...found.filter(([name]) => name !== 'yes' && name !== 'help'),
    ['yes', { type: 'boolean' as const, short: 'y' }] as const,
    ['help', { type: 'boolean' as const, short: 'h' }] as const,
  ]);
}
