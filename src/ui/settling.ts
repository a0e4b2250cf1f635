import { Problem, exits } from '../model/problem.ts';
import type { Answers, Value, Values } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import { catalogue, settled } from '../questions/catalogue.ts';
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

/** Settles an intent; `read` gives the content of a file that an answer names, or undefined. A Problem where it cannot be composed. */
export function outlookOf(intent: Intent, presets: readonly Preset[], read: (path: string) => string | undefined): Outlook {
  const { folder, ...wish } = intent;
  const files = Object.fromEntries(filesNamedIn(intent.answers).map((path) => [path, read(path)]));
  const facts = { ...(folder === undefined ? {} : { folder }), files };
  const composed = compose({ ...wish, facts }, presets, (request) => settled(request).components[0]?.known.get(component));
  if ('complaints' in composed) throw new Problem(exits.usage, ...composed.complaints);
  return { request: composed.request, settled: settled(composed.request) };
}

const withFiles: readonly AnyQuestion[] = questionsOf(catalogue.component).filter((asked) => asked.type.fileOf);

const itemsOf = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : value === undefined ? [] : [String(value)]);

function filesNamedIn(answers: readonly Answers[]): readonly string[] {
  const all: readonly Values[] = answers.flatMap(({ components }) => Object.values(components));
  const paths = all.flatMap((values) => withFiles.flatMap((asked) => itemsOf(values[asked.id]).flatMap((item) => asked.type.fileOf?.(item) ?? [])));
  return [...new Set(paths)];
}

/** 16 bytes in base64url that do not begin with “-”, as Kafka wants its cluster id (apache/kafka, Uuid.java). */
function newClusterId(random: (bytes: number) => Buffer): string {
  const id = random(16).toString('base64url');
  return id.startsWith('-') ? `A${id.slice(1)}` : id;
}

/** What the program makes once where a preset asks for it and nobody said it: the ids that brokers' disks are bound to. */
export function madeOnce({ settled, request }: Outlook, presets: readonly Preset[], random: (bytes: number) => Buffer): Answers | undefined {
  const asksForId = (preset: string | undefined) =>
    presets.some(({ name, answers }) => name === preset && Object.values(answers).some((said) => itemsOf(said).some((item) => item.includes(`{${clusterId.id}}`))));
  const made = settled.components
    .filter(({ slot, known }) => known.is(clusterId, 'none') && asksForId(slot.preset))
    .map(({ slot }) => [slot.key, { [clusterId.id]: newClusterId(random) }] as const);
  if (made.length === 0) return undefined;
  const main = request.slots[0]?.key;
  return { source: 'program', application: {}, components: Object.fromEntries(made.map(([key, values]) => [key === main ? '' : key, values])) };
}
