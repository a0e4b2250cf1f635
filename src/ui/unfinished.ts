import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exits, Problem } from '../model/problem.ts';
import { type Language, text } from '../model/text.ts';
import { sameValue, type Value } from '../model/value.ts';
import type { AnyQuestion, Catalogue } from '../questions/question.ts';
import type { Step } from './interview.ts';
import { languageNamed } from './language.ts';
import { depth } from './opening.ts';
import { allQuestions } from './vocabulary.ts';
import type { World } from './world.ts';

/** An interview that somebody left: enough to go on with it in the same folder. Values of secrets are never answers, so it holds none. */
export interface Unfinished {
  /** The command line that it began with, without `--lang` and `--resume`. */
  readonly words: readonly string[];
  readonly language: Language;
  readonly steps: readonly Step[];
  readonly undone: readonly Step[];
}

const resume = '--resume';

/** A command line without what goes with each run: the language, and that it goes on. */
export const wordsToKeep = (argv: readonly string[]): readonly string[] =>
  argv.filter((word, index) => word !== resume && !/^--lang(=|$)/.test(word) && argv[index - 1] !== '--lang');

/** The command line of a run that goes on: what was said then, and what is said beside it now. */
export function resumedWords({ words, language }: Unfinished, argv: readonly string[]): readonly string[] {
  const speaks = argv.some((word) => /^--lang(=|$)/.test(word));
  const now = argv.filter((word) => word !== resume && !words.includes(word));
  return [...words, ...now, ...(speaks ? [] : ['--lang', language])];
}

type Place = Pick<World, 'env' | 'cwd'>;

/** One file for each folder in which the program was started (XDG Base Directory Specification: state). Undefined where there is no home. */
function pathFor({ env, cwd }: Place): string | undefined {
  const home = env['HOME'] || env['USERPROFILE'];
  const state = env['XDG_STATE_HOME'] || (home && join(home, '.local', 'state'));
  const name = createHash('sha256').update(cwd).digest('hex').slice(0, 16);
  return state ? join(state, 'create-k8s-app', `unfinished-${name}.json`) : undefined;
}

/** Keeps an interview for later, for its owner only. False where that was not possible. */
export function keep(unfinished: Unfinished, place: Place): boolean {
  const path = pathFor(place);
  if (path === undefined) return false;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, `${JSON.stringify(unfinished)}\n`, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    return true;
  } catch {
    return false;
  }
}

/** Forgets the interview of this folder, if there is one. */
export function forget(place: Place): void {
  const path = pathFor(place);
  if (path !== undefined) rmSync(path, { force: true });
}

/** The interview that was left in this folder. A Problem where there is none, or where it cannot be read. */
export function unfinishedIn(place: Place, catalogue: Catalogue): Unfinished {
  const path = pathFor(place);
  let content: string;
  try {
    content = readFileSync(path ?? '', 'utf8');
  } catch {
    throw nothingBegun();
  }
  const unfinished = read(content, catalogue);
  if (!unfinished) throw unreadable(path ?? '');
  return unfinished;
}

const nothingBegun = (): Problem =>
  new Problem(exits.usage, {
    says: text('In this folder no interview was left unfinished.', 'En esta carpeta no hay ninguna entrevista a medias.'),
    fix: text(
      'Go to the folder in which you left it, or start anew without --resume.',
      'Ve a la carpeta en la que la dejaste, o empieza de nuevo sin --resume.',
    ),
    flags: ['--resume'],
  });

const unreadable = (path: string): Problem =>
  new Problem(exits.usage, {
    says: text(`The unfinished answers in ${path} cannot be read.`, `No se pueden leer las respuestas a medias de ${path}.`),
    fix: text('Start anew without --resume.', 'Empieza de nuevo sin --resume.'),
    flags: ['--resume'],
  });

/** Undefined where it is none. Steps that this version of the program does not know, or does not accept, are left out. */
function read(content: string, catalogue: Catalogue): Unfinished | undefined {
  const said = parsed(content);
  if (!isRecord(said) || !isTexts(said['words']) || !Array.isArray(said['steps']) || !Array.isArray(said['undone'])) return undefined;
  const questions = allQuestions(catalogue);
  const steps = (all: readonly unknown[]) => all.filter((each): each is Step => isStep(each, questions));
  const language = languageNamed(String(said['language'])) ?? 'en';
  return { words: said['words'], language, steps: steps(said['steps']), undone: steps(said['undone']) };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const isRecord = (said: unknown): said is Readonly<Record<string, unknown>> => typeof said === 'object' && said !== null;
const isTexts = (said: unknown): said is readonly string[] => Array.isArray(said) && said.every((each) => typeof each === 'string');

function isStep(said: unknown, questions: readonly AnyQuestion[]): boolean {
  if (!isRecord(said) || typeof said['id'] !== 'string') return false;
  const { id, slot, value } = said;
  if (slot !== undefined && typeof slot !== 'string') return false;
  if (id === depth.id || id === 'start') return value === undefined || typeof value === 'string';
  const asked = questions.find((each) => each.id === id);
  return asked !== undefined && (value === undefined || isValueOf(asked, value));
}

function isValueOf({ type }: AnyQuestion, value: unknown): boolean {
  const read = type.parse(isTexts(value) ? value : String(value));
  return 'value' in read && sameValue(read.value, value as Value);
}
