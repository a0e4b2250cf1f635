import type { Complaint } from '../model/problem.ts';
import { languages } from '../model/text.ts';
import { component } from '../questions/basics.ts';
import type { Preset } from '../questions/presets.ts';
import type { Given } from './command-line.ts';
import type { CommandName } from './commands.ts';
import {
  badName,
  bothOutputs,
  elsewhere,
  noComponents,
  noSuch,
  noTime,
  plannedOrApplied,
  printedOrApplied,
  saidTwice,
} from './flag-complaints.ts';
import { type Flag, isTakenBy, repeats } from './flag-names.ts';
import type { Addition } from './invocation.ts';
import { languageNamed } from './language.ts';
import { type GlobalName, optionOf } from './options.ts';
import { secondsOf } from './seconds.ts';

type GivenGlobal = Given & { readonly flag: Extract<Flag, { kind: 'global' }> };

const isGlobalFlag = (given: Given): given is GivenGlobal => given.flag.kind === 'global';

/** The values of the options that are no questions, by name. */
export function globalValues(given: readonly Given[]): (name: GlobalName) => readonly string[] {
  return (name) => given.filter((each) => isGlobalFlag(each) && each.flag.name === name).map(({ value }) => value);
}

/** Whether a switch is on; the last word counts. */
export function globalSwitches(given: readonly Given[]): (name: GlobalName) => boolean {
  const valuesOf = globalValues(given);
  return (name) => valuesOf(name).at(-1) === 'true';
}

/** Options said twice, with a wrong value, or against each other. */
export function globalFaults(given: readonly Given[], presets: readonly Preset[]): readonly Complaint[] {
  const globals = given.filter(isGlobalFlag);
  const faults = globals.flatMap(({ flag, raw, value }, index): readonly Complaint[] => {
    if (optionOf(flag.name).value === undefined) return [];
    const before = globals.slice(0, index).some((other) => other.flag.name === flag.name);
    if (before && !repeats(flag)) return [saidTwice(raw)];
    if (flag.name === 'lang' && !languageNamed(value)) return [noSuch(raw, value, languages)];
    if (flag.name === 'timeout' && secondsOf(value) === undefined) return [noTime(raw, value)];
    const names = presets.map((preset) => preset.name);
    return flag.name === 'preset' && !names.includes(value) ? [noSuch(raw, value, names)] : [];
  });
  const on = (name: GlobalName) => globals.some(({ flag, value }) => flag.name === name && value === 'true');
  return [
    ...faults,
    ...(on('stdout') && on('json') ? [bothOutputs] : []),
    ...(on('stdout') && on('apply') ? [printedOrApplied] : []),
    ...(on('json') && on('apply') ? [plannedOrApplied] : []),
  ];
}

/** Flags that the command does not take. */
export function misplacedFlags(given: readonly Given[], command: CommandName): readonly Complaint[] {
  return given.flatMap(({ flag, raw }) => {
    if (isTakenBy(command, flag)) return [];
    return [command === 'namespace' && flag.kind === 'answer' ? noComponents(raw) : elsewhere(raw, command)];
  });
}

/** `PRESET=NAME`; a component without a name of its own is called after its preset. */
export function additionOf(said: string): Addition {
  const [preset = '', ...rest] = said.split('=');
  return { preset, name: rest.length > 0 ? rest.join('=') : preset };
}

/** What is wrong with the components that `--with` adds. */
export function additionFaults(said: readonly string[], presets: readonly Preset[]): readonly Complaint[] {
  const names = presets.map((preset) => preset.name);
  return said.map(additionOf).flatMap(({ preset, name }) => {
    if (!names.includes(preset)) return [noSuch('--with', preset, names)];
    const parsed = component.type.parse(name);
    return 'says' in parsed ? [badName('--with', parsed.says, '--with PRESET=NAME')] : [];
  });
}
