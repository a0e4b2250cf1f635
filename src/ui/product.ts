import { findingsOn } from '../checks/checks.ts';
import { clusterFindingsOn } from '../checks/cluster-checks.ts';
import { planFindingsOn } from '../checks/plan-checks.ts';
import { generatedKeysOf } from '../manifests/generated-secrets.ts';
import { manifestsOf } from '../manifests/manifests.ts';
import type { File } from '../model/file.ts';
import type { Finding } from '../model/finding.ts';
import type { AnyObject, Manifest } from '../model/manifest.ts';
import type { Language } from '../model/text.ts';
import { answersFileOf } from '../output/answers-file.ts';
import type { DecisionLine } from '../output/decision-table.ts';
import { filesOf } from '../output/files.ts';
import { pathOf } from '../output/paths.ts';
import { secretsFileOf } from '../output/secrets-file.ts';
import { userReadmeOf } from '../output/user-readme.ts';
import { name } from '../questions/application.ts';
import { component } from '../questions/basics.ts';
import { catalogue } from '../questions/catalogue.ts';
import { clusterId } from '../questions/identity.ts';
import type { Plan } from '../questions/plan.ts';
import { planOf } from '../questions/plan-of.ts';
import type { Preset } from '../questions/presets.ts';
import { type AnyQuestion, type Decision, type Known, levelOf } from '../questions/question.ts';
import { resources } from '../questions/resources.ts';
import { replicas } from '../questions/scale.ts';
import type { Decisions } from '../questions/settle.ts';
import { workload } from '../questions/workload.ts';
import { changeCommand, repeatCommand } from './repeat.ts';
import { namedIn, repeatableIn, saidIn } from './said.ts';
import { answersSchema } from './schema.ts';
import type { Outlook } from './settling.ts';
import { applicationQuestions, componentQuestions } from './vocabulary.ts';

/** What a run makes, before anything is written or printed. */
export interface Product {
  readonly plan: Plan;
  readonly manifests: readonly Manifest[];
  readonly placed: readonly { readonly path: string; readonly manifest: Manifest }[];
  readonly findings: readonly Finding[];
  /** The command that gives the same again without questions. */
  readonly repeat: string;
  /** The command that writes the folder again from the answers in it. */
  readonly change: string;
}

export interface Run {
  readonly command: 'create' | 'namespace';
  /** As the person wrote it. */
  readonly folder?: string;
  readonly language: Language;
}

/** How anybody can call the program who has Node. */
const call = 'npx create-k8s-app';

/** The plan of an outlook that has nothing open and nothing refused, with all that follows from it. */
export function productOf(outlook: Outlook, run: Run): Product {
  const plan = planOf(outlook.settled);
  const manifests = manifestsOf(plan);
  const repeatable = { ...run, ...repeatableIn(outlook) };
  return {
    plan,
    manifests,
    placed: manifests.map((manifest) => ({ path: pathOf(manifest, plan), manifest })),
    findings: [...findingsOn(manifests.map(({ object }) => object as AnyObject)), ...planFindingsOn(plan), ...clusterFindingsOn(outlook)],
    repeat: repeatCommand(repeatable, catalogue, call),
    change: changeCommand(repeatable, call),
  };
}

/** Every file of the target folder. `random` makes the value of a generated secret. */
export function filesFor(
  outlook: Outlook,
  product: Product,
  presets: readonly Preset[],
  language: Language,
  random: () => string,
): readonly File[] {
  const { plan, manifests, findings, change } = product;
  const keys = generatedKeysOf(plan);
  const { settled } = outlook;
  const components = settled.components.map(
    ({ known, decisions }) => [known.get(component) ?? '', linesOf(componentQuestions(catalogue), known, decisions)] as const,
  );
  const application = linesOf(applicationQuestions(catalogue), settled.known, { ...settled.application, ...settled.whole });
  return filesOf({
    plan,
    manifests,
    language,
    // The folder may be renamed; its objects keep their names.
    answers: answersFileOf(
      { application: { [name.id]: plan.name, ...saidIn(outlook).said.application }, components: namedIn(outlook) },
      language,
    ),
    schema: `${JSON.stringify(answersSchema({ catalogue, presets }, language), null, 2)}\n`,
    readme: userReadmeOf(
      { plan, manifests, decisions: { application, components: Object.fromEntries(components) }, findings, change },
      language,
    ),
    ...(keys.length > 0 ? { secrets: secretsFileOf(plan, keys, random) } : {}),
  });
}

/** The decisions worth reading: what a person said, what would have been asked, and the workload; not what is empty. */
function linesOf(questions: readonly AnyQuestion[], known: Known, decisions: Decisions): readonly DecisionLine[] {
  return questions.flatMap((asked): readonly DecisionLine[] => {
    const decision = decisions[asked.id];
    if (!decision || !isWorthReading(asked, decision, known) || (asked === size && isOverruled(decisions))) return [];
    const printed = asked.type.print(decision.choice);
    const choice = typeof printed === 'string' ? printed : printed.join(', ');
    return [{ id: asked.id, label: asked.label, choice, reason: decision.reason, rejected: decision.rejected }];
  });
}

/** The cluster id is made by the first run and said by its repetition: its reason would tell them apart. */
function isWorthReading(asked: AnyQuestion, { source, choice }: Decision, known: Known): boolean {
  if (asked.id === clusterId.id) return false;
  if (asked.id === workload.id || asked.id === replicas.id) return true;
  if (source !== 'rule' && source !== 'preset') return true;
  // The long lists of a preset stand in the manifests.
  return levelOf(asked, known) !== 'quiet' && !(Array.isArray(choice) && (choice.length === 0 || source === 'preset'));
}

const [size, ...amounts] = resources.questions;

/** Somebody said every amount that the size would give. */
const isOverruled = (decisions: Decisions): boolean => amounts.every(({ id }) => decisions[id]?.rule !== 'size');
