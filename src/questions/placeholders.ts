import type { Value } from '../model/value.ts';
import { name, namespace } from './application.ts';
import { component } from './basics.ts';
import { needs } from './connections.ts';
import { clusterId } from './identity.ts';
import type { AnyQuestion, Known } from './question.ts';
import { replicas, replicasOf } from './scale.ts';

/** The start of the variables by which a component is told of another: `order-db` gives `ORDER_DB`. */
export const variablePrefix = (needed: string): string => needed.toUpperCase().replaceAll('-', '_');

/** More copies than three of the same data cost more than they save (Kafka's own advice for topics). */
const mostCopies = 3;

/** What the word in braces stands for, or undefined where it is no placeholder. */
function meaningOf(word: string, known: Known): string | undefined {
  const count = () => replicasOf(known.get(replicas) ?? '1').max;
  const copies = () => Math.min(count(), mostCopies);
  switch (word) {
    case 'app':
      return known.get(name);
    case 'component':
      return known.get(component);
    case 'namespace':
      return known.get(namespace);
    case 'cluster-id':
      return known.get(clusterId);
    case 'need':
      return variablePrefix(known.get(needs)?.[0] ?? '');
    case 'replicas':
      return String(count());
    case 'copies':
      return String(copies());
    case 'majority':
      return String(Math.floor(copies() / 2) + 1);
    default:
      return undefined;
  }
}

const plain = /\{([a-z-]+)\}/g;
/** `{pods:…}` repeats its pattern for each replica, `{ordinal}` being 0, 1, …, with commas between. */
const forEachPod = /\{pods:((?:[^{}]|\{[a-z-]+\})*)\}/g;

function fillText(said: string, known: Known): string {
  if (!said.includes('{')) return said;
  const repeated = said.replace(forEachPod, (_all, pattern: string) => {
    const { max } = replicasOf(known.get(replicas) ?? '1');
    return Array.from({ length: max }, (_, ordinal) => pattern.replaceAll('{ordinal}', String(ordinal))).join(',');
  });
  return repeated.replace(plain, (all, word: string) => meaningOf(word, known) ?? all);
}

/** A preset's answer with its placeholders filled in from what is known so far. One that does not fit is a bug of the preset. */
export function fill(asked: AnyQuestion, said: Value, known: Known): Value {
  const filled = Array.isArray(said) ? said.map((item) => fillText(item, known)) : fillText(String(said), known);
  const parsed = asked.type.parse(filled);
  if ('says' in parsed) throw new Error(`A preset's answer does not fit: ${asked.id}: ${parsed.says.en}`);
  return parsed.value;
}
