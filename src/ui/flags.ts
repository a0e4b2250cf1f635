import type { Environment } from '../model/environment.ts';
import { type Complaint, exits, Problem } from '../model/problem.ts';
import { applyWish, prefersPlain, statusWish, whereOf } from './cluster-flags.ts';
import { commandLineOf, type Given } from './command-line.ts';
import { type CommandName, type Shell, shells } from './commands.ts';
import { emptyFolder, noShell, noTopic, shellMissing, tooManyWords, wordMissing } from './flag-complaints.ts';
import { isNamespace } from './flag-names.ts';
import { additionFaults, additionOf, globalFaults, globalSwitches, globalValues, misplacedFlags } from './global-flags.ts';
import { helpTopics } from './help-topics.ts';
import type { Creation, Invocation } from './invocation.ts';
import { languageOf } from './language.ts';
import { saidAnswers } from './said-answers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Reads a command line; a Problem names everything that is wrong with it at once. */
export function invocationOf(argv: readonly string[], env: Environment, { catalogue, presets }: Vocabulary): Invocation {
  const language = languageOf(argv, env);
  if (argv[0] === 'complete' && argv[1] === '--') return { command: 'complete', words: argv.slice(2), language, json: false, quiet: false };

  const line = commandLineOf(argv, catalogue);
  const valuesOf = globalValues(line.given);
  const on = globalSwitches(line.given);
  const manners = { language, json: on('json'), quiet: on('quiet') };
  const { command, words } = line;
  const topic = valuesOf('help').at(-1) ?? (command === 'help' ? (words[0] ?? '') : undefined);
  if (topic !== undefined) {
    const topics = helpTopics(catalogue);
    refuse(topic === '' || topics.includes(topic) ? [] : [noTopic(topic, topics)]);
    return { command: 'help', ...(topic === '' ? {} : { word: topic }), ...manners };
  }
  if (on('version')) return { command: 'version', ...manners };

  // A namespace to look at may be anybody’s, also one that the question does not accept.
  const said = saidAnswers(command === 'status' ? line.given.filter(({ flag }) => !isNamespace(flag)) : line.given);
  refuse([
    ...line.complaints,
    ...said.complaints,
    ...globalFaults(line.given, presets),
    ...additionFaults(valuesOf('with'), presets),
    ...misplacedFlags(line.given, command),
    ...wordFaults(command, words),
  ]);

  const [word] = words;
  switch (command) {
    case 'apply':
      return { command, place: word ?? '.', applying: applyWish(line.given, env), ...manners };
    case 'status':
      return { command, wish: statusWish(word, line.given, env), ...manners };
    case 'check':
      return { command, place: word ?? '.', ...(on('from-cluster') ? { cluster: whereOf(line.given) } : {}), ...manners };
    case 'explain':
      return { command, ...(word === undefined ? {} : { word }), ...manners };
    case 'presets':
    case 'questions':
      return { command, ...manners };
    case 'completion':
      return { command, shell: word as Shell, ...manners };
    case 'help':
      return { command, ...manners };
    case 'create':
    case 'namespace':
      return { ...creation(command, word, line.given, env), said: said.answers, ...manners };
  }
}

/** Whether JSON was asked for, also on a command line that is refused. */
export function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const flags = end < 0 ? argv : argv.slice(0, end);
  return flags.includes('--json') || flags.includes('--json=true');
}

function creation(
  command: Creation['command'],
  folder: string | undefined,
  given: readonly Given[],
  env: Environment,
): Omit<Creation, 'said'> {
  const valuesOf = globalValues(given);
  const on = globalSwitches(given);
  const [answersFile] = valuesOf('answers');
  const [preset] = valuesOf('preset');
  return {
    command,
    ...(folder === undefined ? {} : { folder }),
    ...(answersFile === undefined ? {} : { answersFile }),
    ...(preset === undefined ? {} : { preset }),
    added: valuesOf('with').map(additionOf),
    stdout: on('stdout'),
    dryRun: on('dry-run'),
    overwrite: on('overwrite'),
    yes: on('yes'),
    plain: on('plain') || prefersPlain(env),
    allQuestions: on('all-questions'),
    resume: on('resume'),
    fromCluster: on('from-cluster'),
    apply: on('apply'),
    applying: applyWish(given, env),
  };
}

function refuse(complaints: readonly Complaint[]): void {
  if (complaints.length > 0) throw new Problem(exits.usage, ...complaints);
}

function wordFaults(command: CommandName, words: readonly string[]): readonly Complaint[] {
  const [word] = words;
  const most = command === 'presets' || command === 'questions' ? 0 : 1;
  if (words.length > most) return [tooManyWords(command, words)];
  if (command === 'completion') {
    if (word === undefined) return [shellMissing];
    return (shells as readonly string[]).includes(word) ? [] : [noShell(word)];
  }
  return word === '' ? [command === 'explain' ? wordMissing : emptyFolder] : [];
}
