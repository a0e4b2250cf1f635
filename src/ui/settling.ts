import type { ClusterFacts } from '../model/cluster-facts.ts';
import { exits, Problem } from '../model/problem.ts';
import type { Answers, Value, Values } from '../model/value.ts';
import { catalogue, mainNameOf, settled } from '../questions/catalogue.ts';
import { clusterId } from '../questions/identity.ts';
import type { Preset } from '../questions/presets.ts';
import { type AnyQuestion, questionsOf } from '../questions/question.ts';
import { compose, type Wish } from '../questions/request.ts';
import type { Request, Settled } from '../questions/settle.ts';

/** A wish before anybody looked into the files that its answers name. */
export interface Intent extends Omit<Wish, 'facts'> {
  /** Base name of the target folder. */
  readonly folder?: string;
}

/** What came of an intent: the request, and every decision. */
export interface Outlook {
  readonly request: Request;
  readonly settled: Settled;
}

/** What the rim brings: presets, the files that answers name, what a cluster shows, and chance. */
export interface Means {
  readonly presets: readonly Preset[];
  /** Of the cluster that was read. */
  readonly cluster?: ClusterFacts;
  /** Content of a file, or undefined where it cannot be read. */
  read(path: string): string | undefined;
  random(bytes: number): Buffer;
}

/** Settles an intent. A Problem where it cannot be composed. */
export function outlookOf(intent: Intent, means: Means): Outlook {
  const request = requestOf(intent, means);
  return { request, settled: settled(request) };
}

/** The same with what is made once: where a preset asks for it and nobody said it, the ids that brokers' disks are bound to. */
export function completedOutlookOf(intent: Intent, means: Means): Outlook {
  const made = madeOnce(requestOf(intent, means), means);
  if (!made) return outlookOf(intent, means);
  const outlook = outlookOf({ ...intent, answers: [...intent.answers, made] }, means);
  return outlook.settled.idle.some(({ source }) => source === made.source) ? outlookOf(intent, means) : outlook;
}

function requestOf({ folder, ...wish }: Intent, { presets, read, cluster }: Means): Request {
  const files = Object.fromEntries(filesNamedIn(wish.answers).map((path) => [path, read(path)]));
  const facts = {
    ...(folder === undefined ? {} : { folder }),
    files,
    ...(wish.hasComponents ? {} : { preparesNamespace: true as const }),
    ...(cluster && { cluster }),
  };
  const composed = compose({ ...wish, facts }, presets, mainNameOf);
  if ('complaints' in composed) throw new Problem(exits.usage, ...composed.complaints);
  return composed.request;
}

const withFiles: readonly AnyQuestion[] = questionsOf(catalogue.component).filter((asked) => asked.type.fileOf);

const itemsOf = (value: Value | undefined): readonly string[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [String(value)];

function filesNamedIn(answers: readonly Answers[]): readonly string[] {
  const all: readonly Values[] = answers.flatMap(({ components }) => Object.values(components));
  const paths = all.flatMap((values) =>
    withFiles.flatMap((asked) => itemsOf(values[asked.id]).flatMap((item) => asked.type.fileOf?.(item) ?? [])),
  );
  return [...new Set(paths)];
}

/** 16 bytes in base64url that do not begin with “-”, as Kafka wants its cluster id (apache/kafka, Uuid.java). */
function newClusterId(random: (bytes: number) => Buffer): string {
  const id = random(16).toString('base64url');
  return id.startsWith('-') ? `A${id.slice(1)}` : id;
}

function madeOnce({ slots, answers }: Request, { presets, random }: Means): Answers | undefined {
  const asking = presets.filter((preset) =>
    Object.values(preset.answers).some((said) => itemsOf(said).some((item) => item.includes(`{${clusterId.id}}`))),
  );
  const made = slots
    .filter(
      ({ key, preset }) =>
        asking.some(({ name }) => name === preset) && answers.every(({ components }) => components[key]?.[clusterId.id] === undefined),
    )
    .map(({ key }) => [key === slots[0]?.key ? '' : key, { [clusterId.id]: newClusterId(random) }] as const);
  return made.length === 0 ? undefined : { source: 'program', application: {}, components: Object.fromEntries(made) };
}
