import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exits, Problem } from '../model/problem.ts';
import { type Language, text } from '../model/text.ts';
import { sameValue, type Value } from '../model/value.ts';
import type { AnyQuestion } from '../questions/question.ts';
import type { Step } from './interview.ts';
import { languageNamed } from './language.ts';
import { called, depth, startOf } from './opening.ts';
import { allQuestions, type Vocabulary } from './vocabulary.ts';
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

/** Flags, and from “--” on the words that only look like some. */
function parted(argv: readonly string[]): readonly [flags: readonly string[], literal: readonly string[]] {
  const end = argv.indexOf('--');
  return end < 0 ? [argv, []] : [argv.slice(0, end), argv.slice(end)];
}

const isOfEachRun = (word: string, index: number, all: readonly string[]): boolean =>
  word === resume || /^--lang(=|$)/.test(word) || all[index - 1] === '--lang';

/** A command line without what goes with each run: the language, and that it goes on. Who agreed to a look need not be asked again. */
export function wordsToKeep(argv: readonly string[], looksAtCluster = false): readonly string[] {
  const [flags, literal] = parted(argv);
  const agreed = looksAtCluster && !flags.includes('--from-cluster') ? ['--from-cluster'] : [];
  return [...flags.filter((...each) => !isOfEachRun(...each)), ...agreed, ...literal];
}

/** The command line of a run that goes on: what was said then, and what is said beside it now. */
export function resumedWords({ words, language }: Unfinished, argv: readonly string[]): readonly string[] {
  const [flags, literal] = parted(words);
  const [flagsNow, literalNow] = parted(argv);
  const speaks = flagsNow.some((word) => /^--lang(=|$)/.test(word));
  const isNew = (word: string): boolean => !words.includes(word);
  // A flag of then with another value is said again, to be refused by its name.
  const isWithNewValue = (word: string, next = '-'): boolean => /^-/.test(word) && !/^-/.test(next) && isNew(next);
  const now = flagsNow.filter((word) => word !== resume).filter((word, index, all) => isNew(word) || isWithNewValue(word, all[index + 1]));
  return [...flags, ...now, ...(speaks ? [] : ['--lang', language]), ...literal, ...literalNow.filter(isNew)];
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

/** Forgets the interview of this folder, if there is one and it can be. What was made of it stands in any case. */
export function forget(place: Place): void {
  const path = pathFor(place);
  try {
    if (path !== undefined) rmSync(path, { force: true });
  } catch {
    // It is asked for again only by --resume, which reads what stands there.
  }
}

/** The interview that was left in this folder. A Problem where there is none, or where it cannot be read. */
export function unfinishedIn(place: Place, vocabulary: Vocabulary): Unfinished {
  const path = pathFor(place);
  let content: string;
  try {
    content = readFileSync(path ?? '', 'utf8');
  } catch {
    throw nothingBegun();
  }
  const unfinished = read(content, vocabulary);
  if (!unfinished) throw unreadable(path ?? '');
  return unfinished;
}

const nothingBegun = (): Problem =>
  new Problem(exits.usage, {
    says: text('There is no unfinished interview in this folder.', 'En esta carpeta no hay ninguna entrevista a medias.'),
    fix: text(
      'Go to the folder in which you left it, or start again without --resume.',
      'Ve a la carpeta en la que la dejaste, o empieza de nuevo sin --resume.',
    ),
    flags: ['--resume'],
  });

const unreadable = (path: string): Problem =>
  new Problem(exits.usage, {
    says: text(`The unfinished answers in ${path} cannot be read.`, `No se pueden leer las respuestas a medias de ${path}.`),
    fix: text('Start again without --resume.', 'Empieza de nuevo sin --resume.'),
    flags: ['--resume'],
  });

/** Undefined where it is none. Steps that this version of the program does not know, or does not accept, are left out. */
function read(content: string, { catalogue, presets }: Vocabulary): Unfinished | undefined {
  const said = parsed(content);
  if (!isRecord(said) || !isTexts(said['words']) || !Array.isArray(said['steps']) || !Array.isArray(said['undone'])) return undefined;
  const questions = [depth, startOf(presets), called, ...allQuestions(catalogue)];
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
  const asked = questions.find((each) => each.id === id);
  return asked !== undefined && (value === undefined || isValueOf(asked, value));
}

function isValueOf({ type }: AnyQuestion, value: unknown): boolean {
  const read = type.parse(isTexts(value) ? value : String(value));
  return 'value' in read && sameValue(read.value, value as Value);
}
