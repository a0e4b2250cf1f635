import { nearest } from '../model/nearest.ts';
import type { AnyQuestion, Catalogue } from '../questions/question.ts';
import { type GlobalName, globalNames, isGlobal, optionOf } from './options.ts';
import { flagName } from './said-flags.ts';
import { allQuestions, applicationQuestions, componentQuestions, find, isList, isSwitch, type Scope } from './vocabulary.ts';

/** What a flag speaks of. The empty slot is the main component, or the application where the scope is that. */
export type Flag =
  | { readonly kind: 'global'; readonly name: GlobalName }
  | { readonly kind: 'answer'; readonly question: AnyQuestion; readonly scope: Scope; readonly slot: string; readonly denied: boolean };

/** `joined`: its value stands behind “=”. That tells the label `--version=2.4` from `--version`. */
export function flagOf(name: string, joined: boolean, catalogue: Catalogue): Flag | undefined {
  if (isGlobal(name) && !(joined && optionOf(name).value === undefined && find(catalogue, name))) return { kind: 'global', name };
  const dot = name.indexOf('.');
  const slot = name.slice(0, Math.max(0, dot));
  const id = name.slice(dot + 1);
  return answerFlag(id, slot, dot < 0, catalogue);
}

function answerFlag(id: string, slot: string, bare: boolean, catalogue: Catalogue): Flag | undefined {
  if (!bare && slot === '') return undefined;
  const denied = !find(catalogue, id) && id.startsWith('no-');
  const found = find(catalogue, denied ? id.slice('no-'.length) : id);
  if (!found || (!bare && found.scope === 'application')) return undefined;
  if (denied && !canBeDenied(found.question)) return undefined;
  return { kind: 'answer', ...found, slot, denied };
}

const canBeDenied = ({ type }: AnyQuestion): boolean => isSwitch(type) || isList(type);

/** Whether the next word is its value. The topic of `--help` may be left out, so it is looked for among the other words. */
export function takesValue(flag: Flag): boolean {
  if (flag.kind === 'global') return flag.name !== 'help' && optionOf(flag.name).value !== undefined;
  return !flag.denied && !isSwitch(flag.question.type);
}

export const repeats = (flag: Flag): boolean =>
  flag.kind === 'global' ? optionOf(flag.name).repeats === true : isList(flag.question.type) && !flag.denied;

/** Every flag without its dashes, bare. */
const flagNames = (catalogue: Catalogue): readonly string[] => [
  ...allQuestions(catalogue).flatMap((asked) => (canBeDenied(asked) ? [asked.id, `no-${asked.id}`] : [asked.id])),
  ...globalNames,
];

/** The flag that a misspelt one most likely means, with its dashes. */
export function nearestFlag(name: string, catalogue: Catalogue): string | undefined {
  const dot = name.indexOf('.');
  if (dot < 0) return dashed(nearest(name, flagNames(catalogue)));
  const [slot, id] = [name.slice(0, dot), name.slice(dot + 1)];
  if (applicationQuestions(catalogue).some((asked) => asked.id === id)) return dashed(id);
  const right = nearest(
    id,
    componentQuestions(catalogue).map((asked) => asked.id),
  );
  return dashed(right && flagName(right, slot));
}

const dashed = (name: string | undefined): string | undefined => (name === undefined ? undefined : `--${name}`);
