import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Finding } from '../model/finding.ts';
import type { AnyObject } from '../model/manifest.ts';
import { type Complaint, type Exit, exits, Problem } from '../model/problem.ts';
import { type Text, text } from '../model/text.ts';
import type { Answers } from '../model/value.ts';
import type { Change } from '../output/changes.ts';
import { answersPath } from '../output/paths.ts';
import { name as applicationName, nameFrom, namespace } from '../questions/application.ts';
import { deliver } from '../questions/delivery.ts';
import { program } from './commands.ts';
import { endingOf } from './ending.ts';
import { type Interview, interviewOf, type Outcome, outcomeOf } from './interview.ts';
import { baseOf, heard, namesIt } from './interview-base.ts';
import type { Creation, Manners } from './invocation.ts';
import { mayHaveCluster } from './may-have-cluster.ts';
import { planJson } from './plan-json.ts';
import { filesFor, type Product, productOf } from './product.ts';
import { type Look, reportDryRun, reportEnd, reportFindings, reportNotes } from './report.ts';
import { complaintsOf, idleNotes } from './settled-complaints.ts';
import { completedOutlookOf, type Intent, type Means, type Outlook } from './settling.ts';
import { wantsColor, wantsUnicode } from './style.ts';
import type { Unfinished } from './unfinished.ts';
import { textIn } from './utf8.ts';
import type { Vocabulary } from './vocabulary.ts';
import { columnsOn, fitsWizard, hasTerminal, type World } from './world.ts';

const tooSmall = text(
  'This window is too small for the whole picture, so the questions come line by line.',
  'Esta ventana es demasiado pequeña para verlo todo, así que las preguntas van línea a línea.',
);
const nothingWritten = text('Nothing was written.', 'No se ha escrito nada.');
const goOn = text(
  'Your answers are kept. To go on where you left off, in this folder:',
  'Tus respuestas se guardan. Para seguir donde lo dejaste, en esta carpeta:',
);

type Creating = Creation & Manners;

/**
 * Makes an application or a namespace, by interview or from what was said, and writes or prints it. `begun` is an interview
 * that was left and is taken up again; where nothing may be asked, its answers count all the same.
 */
export async function create(wish: Creating, world: World, vocabulary: Vocabulary, look: Look, begun?: Unfinished): Promise<Exit> {
  const started = fromWhatIsThere(wish, world, look);
  const asked = await intentOf(started, world, vocabulary);
  const blind = meansOf(world, vocabulary);
  const seeing = await seen(started, asked, blind, begun !== undefined, world, look);
  const [creating, means] = [{ ...started, fromCluster: seeing !== undefined }, seeing ?? blind];
  const outcome = await said(creating, asked, means, world, vocabulary, look, begun);
  if (outcome?.outcome === 'left') return left(outcome, creating, world, look);
  const intent = outcome ? heard(asked, outcome.answers, outcome.opened) : asked;
  const outlook = completedOutlookOf(intent, means);
  const complaints = complaintsOf(outlook.settled, vocabulary.catalogue);
  if (complaints.length > 0) throw new Problem(exits.usage, ...complaints);
  let delivery: Delivery | undefined;
  try {
    delivery = await delivered(creating, outlook, world, vocabulary, outcome ? { ...look, language: outcome.language } : look);
  } finally {
    // Nobody should have to give the same answers twice because a file was in the way.
    if (delivery?.exit !== exits.done && outcome && isLive(creating, world)) tell(await kept(outcome, creating, world), world, look);
  }
  if (delivery.exit === exits.done && begun && !creating.dryRun) (await import('./unfinished.ts')).forget(world);
  return delivery.apply ? delivery.apply() : delivery.exit;
}

/** The means with what a cluster shows, if somebody wants that. Who goes on with an interview has said so at its beginning. */
async function seen(
  creating: Creating,
  asked: Intent,
  means: Means,
  isBegun: boolean,
  world: World,
  look: Look,
): Promise<Means | undefined> {
  if (creating.fromCluster) return (await import('./from-cluster.ts')).seeing(creating, asked, means, world, look);
  if (isBegun || !isLive(creating, world) || !mayHaveCluster(creating.applying, world)) return undefined;
  return (await import('./offered-look.ts')).lookOffered(creating, asked, means, world, look);
}

/** What came of the files, and what is left to do with them: the answers are safe by then. */
interface Delivery {
  readonly exit: Exit;
  apply?(): Promise<Exit>;
}

/** Whoever is asked about a folder that holds an application starts from the answers that made it, so that nothing of it is lost. */
function fromWhatIsThere(creating: Creating, world: World, look: Look): Creating {
  const { command, folder, answersFile, preset, added } = creating;
  if (command !== 'create' || folder === undefined || answersFile !== undefined || preset !== undefined || added.length > 0)
    return creating;
  const file = join(folder, answersPath);
  if (!isLive(creating, world) || !existsSync(resolve(world.cwd, file))) return creating;
  tell([startsFrom(file)[look.language]], world, look);
  return { ...creating, answersFile: file };
}

const startsFrom = (file: string): Text =>
  text(
    `There is an application here already: the questions start from what you said then (${file}).`,
    `Aquí ya hay una aplicación: las preguntas parten de lo que dijiste entonces (${file}).`,
  );

/** What the interview says; undefined where there is none. */
async function said(
  creating: Creating,
  asked: Intent,
  means: Means,
  world: World,
  vocabulary: Vocabulary,
  look: Look,
  begun: Unfinished | undefined,
): Promise<Outcome | undefined> {
  if (!isLive(creating, world) && !begun) return undefined;
  const start = interviewOf(baseOf(creating, asked, means, vocabulary), {
    ...(creating.allQuestions ? { all: true } : {}),
    ...(begun && { steps: begun.steps, undone: begun.undone }),
  });
  return isLive(creating, world) ? interviewed(creating, start, world, look) : outcomeOf(start, look.language);
}

/** Nothing is written, and the answers are kept for `--resume`. */
async function left(outcome: Outcome, creating: Creating, world: World, look: Look): Promise<Exit> {
  tell([nothingWritten[outcome.language], ...(await kept(outcome, creating, world))], world, look);
  return exits.left;
}

/** Keeps the answers for `--resume`, and tells how to go on; nothing where nothing was answered or nothing can be kept. */
async function kept(
  { interview: { steps, undone }, language }: Outcome,
  { fromCluster }: Creating,
  world: World,
): Promise<readonly string[]> {
  const { keep, wordsToKeep } = await import('./unfinished.ts');
  const isKept = steps.length + undone.length > 0 && keep({ words: wordsToKeep(world.argv, fromCluster), language, steps, undone }, world);
  return isKept ? [goOn[language], `  npx ${program} --resume`] : [];
}

function tell(lines: readonly string[], { stderr }: World, { style }: Look): void {
  for (const line of lines) stderr.write(`${style.letters(line)}\n`);
}

/** Somebody is there to answer, and nobody said that nothing may be asked. */
const isLive = ({ yes, json, stdout }: Creating, world: World): boolean => !yes && !json && !stdout && hasTerminal(world);

async function intentOf(creating: Creating, world: World, vocabulary: Vocabulary): Promise<Intent> {
  const { command, folder, answersFile, preset, added, said } = creating;
  const saved =
    answersFile === undefined ? undefined : await (await import('./saved-answers.ts')).savedAnswers(answersFile, world, vocabulary);
  const named = folder === undefined ? undefined : basename(resolve(world.cwd, folder));
  if (command === 'namespace' && named === undefined && !isLive(creating, world) && !namesIt(said) && !(saved && namesIt(saved.answers))) {
    throw new Problem(exits.usage, namespaceMissing);
  }
  const flags = command === 'namespace' && named !== undefined ? withNamespace(said, named) : said;
  return {
    hasComponents: command === 'create',
    answers: [flags, ...(saved ? [withoutFolderName(saved.answers, named)] : [])],
    slots: saved?.slots ?? [],
    ...(preset === undefined ? {} : { preset }),
    added,
    ...(named === undefined ? {} : { folder: named }),
  };
}

const namespaceMissing: Complaint = {
  says: text('The name of the namespace is missing.', 'Falta el nombre del espacio de nombres.'),
  fix: text(
    'Say which namespace after the command: create-k8s-app namespace team-shop.',
    'Di qué espacio de nombres detrás del comando: create-k8s-app namespace equipo-tienda.',
  ),
  flags: ['--namespace NAME'],
};

/** The answers file keeps the name for the day when the folder is renamed; until then the folder says it. */
function withoutFolderName(saved: Answers, folder: string | undefined): Answers {
  const { [applicationName.id]: said, ...application } = saved.application;
  return folder !== undefined && said === nameFrom(folder) ? { ...saved, application } : saved;
}

/** `create-k8s-app namespace shop` names the namespace itself, so it must be a name that a namespace can have. */
function withNamespace(said: Answers, named: string): Answers {
  if (said.application[namespace.id] !== undefined) return said;
  const parsed = namespace.type.parse(named);
  if ('says' in parsed) {
    throw new Problem(exits.usage, {
      says: parsed.says,
      fix: text(
        'If only the folder should have this name, add --namespace NAME.',
        'Si solo la carpeta debe llamarse así, añade --namespace NOMBRE.',
      ),
      flags: ['--namespace NAME'],
    });
  }
  return { ...said, application: { ...said.application, [namespace.id]: parsed.value } };
}

/** Presets, chance, and the files that answers name, each read once. */
function meansOf({ cwd, random }: World, { presets }: Vocabulary): Means {
  const contents = new Map<string, string | undefined>();
  const read = (path: string): string | undefined => {
    if (!contents.has(path)) contents.set(path, contentIfThere(resolve(cwd, path)));
    return contents.get(path);
  };
  return { presets, random, read };
}

function contentIfThere(path: string): string | undefined {
  try {
    return textIn(readFileSync(path));
  } catch {
    return undefined;
  }
}

async function interviewed(creating: Creating, start: Interview, world: World, look: Look): Promise<Outcome> {
  const { language } = look;
  const { stdin, stdout, signal } = world;
  const options = { language, stdin, stdout, signal, unicode: wantsUnicode(world.env) };
  const fits = fitsWizard(world);
  if (!fits && !creating.plain) tell([tooSmall[language]], world, look);
  if (creating.plain || !fits) return (await import('./prompts.ts')).runPrompts(start, options);
  const { runWizard } = await import('./tui/wizard.tsx');
  return runWizard(start, { ...options, color: wantsColor(world.argv, world.env, true) });
}

async function delivered(creating: Creating, outlook: Outlook, world: World, vocabulary: Vocabulary, look: Look): Promise<Delivery> {
  const { language } = look;
  const { settled } = outlook;
  const folder = creating.folder ?? settled.known.get(applicationName) ?? '.';
  const product = productOf(outlook, { command: creating.command, folder, language });
  if (creating.json) {
    world.stdout.write(
      `${JSON.stringify(planJson({ settled, manifests: product.placed, findings: product.findings, repeat: product.repeat }, language), null, 2)}\n`,
    );
    return { exit: exitOf(product) };
  }
  const say = (report: string) => void (creating.quiet || world.stderr.write(report));
  say(reportNotes(idleNotes(settled), look));
  world.stderr.write(reportFindings(creating.quiet ? product.findings.filter(isTrouble) : product.findings, look));
  if (exitOf(product) !== exits.done) return { exit: exitOf(product) };
  if (creating.stdout || settled.known.is(deliver, 'stdout')) {
    const { yamlStream } = await import('../output/yaml.ts');
    world.stdout.write(yamlStream(product.manifests, language));
    return { exit: exits.done };
  }
  const changes = await written(creating, folder, outlook, product, world, vocabulary, language);
  const isApplied = creating.apply || settled.known.is(deliver, 'apply');
  if (creating.dryRun)
    world.stdout.write(
      reportDryRun(
        folder,
        changes.filter(writes).map(({ path }) => path),
        changes.filter(({ change }) => change === 'remove').map(({ path }) => path),
        look,
      ),
    );
  else
    say(
      reportEnd(
        endingOf(product, { folder, changes, isApplied, isFlagged: creating.apply, where: creating.applying }),
        look,
        columnsOn(world.stderr),
      ),
    );
  return { exit: exits.done, ...(isApplied && { apply: () => applied(creating, folder, product, world, look) }) };
}

/** What was written goes to the cluster; in a dry run what would be written is shown to it, but for the Secrets that are made once. */
async function applied(creating: Creating, folder: string, { placed }: Product, world: World, look: Look): Promise<Exit> {
  const { applyBundle } = await import('./apply/apply.ts');
  const { bundleAt } = await import('./apply/bundle.ts');
  const planned = placed.map(({ manifest: { object, owner } }) => ({ object: object as AnyObject, owner, isMadeOnce: false }));
  const bundle = creating.dryRun ? { pieces: planned, isWhole: true } : await bundleAt(folder, world);
  return applyBundle(bundle, { ...creating.applying, json: false, quiet: creating.quiet, isAgreed: !isLive(creating, world) }, world, look);
}

/** More than advice, which nobody is told who only wants to hear what went wrong. */
const isTrouble = ({ severity }: Finding): boolean => severity !== 'advice';

const exitOf = ({ findings }: Product): Exit => (findings.some(({ severity }) => severity === 'error') ? exits.findings : exits.done);

/** A change that puts a file there, rather than to leave or remove one. */
const writes = ({ change, file }: Change): boolean => file !== undefined && change !== 'unchanged' && change !== 'keep';

/** Writes the files, or finds out what writing them would do. */
async function written(
  creating: Creating,
  folder: string,
  outlook: Outlook,
  product: Product,
  world: World,
  { presets }: Vocabulary,
  language: Look['language'],
): Promise<readonly Change[]> {
  const files = filesFor(outlook, product, presets, language, () => world.random(24).toString('base64url'));
  const target = resolve(world.cwd, folder);
  const taken =
    creating.answersFile !== undefined && resolve(world.cwd, creating.answersFile) === resolve(target, answersPath) ? [answersPath] : [];
  const { save } = await import('../output/disk.ts');
  return save(target, files, { overwrite: creating.overwrite, dryRun: creating.dryRun, taken, signal: world.signal });
}
