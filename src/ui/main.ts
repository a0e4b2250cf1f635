import { presets as rawPresets } from 'virtual:presets';
import { type Exit, exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { catalogue } from '../questions/catalogue.ts';
import { presetOf } from '../questions/presets.ts';
import { invocationOf, wantsJson } from './flags.ts';
import { type Invocation, isCreation } from './invocation.ts';
import { languageOf } from './language.ts';
import { type Look, problemJson, reportProblem } from './report.ts';
import { styleOf, wantsColor, wantsUnicode } from './style.ts';
import type { Unfinished } from './unfinished.ts';
import type { Vocabulary } from './vocabulary.ts';
import { columnsOn, type World } from './world.ts';

/** Runs one command line and gives the exit code. Expected refusals are told; anything else is a bug and thrown on. */
export async function main(world: World): Promise<Exit> {
  const vocabulary: Vocabulary = { catalogue, presets: rawPresets.map((raw) => presetOf(raw, catalogue)) };
  const { argv, env, stderr, stdout } = world;
  try {
    const invocation = invocationOf(argv, env, vocabulary);
    if (!isCreation(invocation) || !invocation.resume) return await run(invocation, world, vocabulary, lookOf(world));
    const { resumedWords, unfinishedIn } = await import('./unfinished.ts');
    const begun = unfinishedIn(world, vocabulary);
    const again = { ...world, argv: resumedWords(begun, argv) };
    return await run(invocationOf(again.argv, env, vocabulary), again, vocabulary, lookOf(again), begun);
  } catch (problem) {
    if (world.signal.aborted) return exits.left;
    if (!(problem instanceof Problem)) throw problem;
    const look = lookOf(world);
    if (!wantsJson(argv)) stderr.write(reportProblem(problem, look));
    else if (argv[0] === 'apply') {
      const { unbegun } = await import('./apply/event-json.ts');
      unbegun(problem, look.language, (line) => stdout.write(`${line}\n`));
    } else stdout.write(`${JSON.stringify(problemJson(problem, look.language), null, 2)}\n`);
    return problem.exit;
  }
}

const lookOf = ({ argv, env, stderr }: World): Look => ({
  language: languageOf(argv, env),
  style: styleOf({ color: wantsColor(argv, env, stderr.isTTY === true), unicode: wantsUnicode(env) }),
});

async function run(invocation: Invocation, world: World, vocabulary: Vocabulary, look: Look, begun?: Unfinished): Promise<Exit> {
  const { language, style } = look;
  const width = columnsOn(world.stdout);
  const print = (product: string): Exit => {
    world.stdout.write(product);
    return exits.done;
  };
  const read = (words: string): Exit => print(style.letters(words));
  switch (invocation.command) {
    case 'create':
    case 'namespace':
      return (await import('./create.ts')).create(invocation, world, vocabulary, look, begun);
    case 'apply': {
      const { json, quiet, applying, place } = invocation;
      const { bundleAt } = await import('./apply/bundle.ts');
      const { applyBundle } = await import('./apply/apply.ts');
      return applyBundle(await bundleAt(place, world), { ...applying, json, quiet, isAgreed: true }, world, look);
    }
    case 'status': {
      const { json, quiet, wish } = invocation;
      return (await import('./status.ts')).status({ ...wish, json, quiet }, world, look);
    }
    case 'check':
      return (await import('./check.ts')).check(invocation, world, look);
    case 'version':
      return print(`${world.version}\n`);
    case 'help':
      return read((await import('./help.ts')).helpText(catalogue, invocation.word, language, width));
    case 'explain':
      return read((await import('./explain.ts')).explain(invocation.word, vocabulary, language, width));
    case 'questions': {
      const { questionsJson, questionsListing } = await import('./listings.ts');
      return invocation.json
        ? print(`${JSON.stringify(questionsJson(catalogue, language), null, 2)}\n`)
        : read(questionsListing(catalogue, language, width));
    }
    case 'presets': {
      const { presetsJson, presetsListing } = await import('./listings.ts');
      return invocation.json
        ? print(`${JSON.stringify(presetsJson(vocabulary.presets, language), null, 2)}\n`)
        : read(presetsListing(vocabulary.presets, language, width));
    }
    case 'completion':
      (await import('./completion.ts')).printCompletionScript(invocation.shell);
      return exits.done;
    case 'complete':
      (await import('./completion.ts')).printCompletions(invocation.words, vocabulary, language);
      return exits.done;
  }
}

/** What a person is told when standard output takes no more, as on a full disk. */
export const unprintable = text(
  'The result could not be written to standard output.',
  'No se pudo escribir el resultado en la salida estándar.',
);

/** What a person is told when the program itself is at fault. */
export const bug = text(
  'This is a bug in create-k8s-app itself, not in your answers. Please report it with the lines below.',
  'Es un fallo del propio create-k8s-app, no de tus respuestas. Por favor, comunícalo con las líneas de abajo.',
);
