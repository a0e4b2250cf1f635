import type { Value } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import { fill } from '../questions/placeholders.ts';
import type { AnyQuestion, Catalogue, Known, Ruling } from '../questions/question.ts';
import { settle } from '../questions/settle.ts';

/** What a question's rules decide where nothing was said, for the help; undefined where only a person can answer it. */
export type Usual = (asked: AnyQuestion) => Pick<Ruling<Value>, 'choice' | 'reason'> | undefined;

/** The decisions of an application of which nothing is known but that it has one component. */
export function usualOf(catalogue: Catalogue): Usual {
  const plain = settle(catalogue, { slots: [{ key: '' }], answers: [], facts: {} }, { naming: component, fill });
  const decisions = { ...plain.application, ...plain.components[0]?.decisions, ...plain.whole };
  const known = plain.components[0]?.known ?? plain.known;
  return (asked) => decisions[asked.id] ?? elsewhere(asked, known);
}

/** The same for a question that does not apply there. */
function elsewhere(asked: AnyQuestion, known: Known): Ruling<Value> | undefined {
  for (const decide of Object.values(asked.rules)) {
    const ruling = spoken(() => decide(known));
    if (ruling) return ruling;
  }
  return undefined;
}

/** A rule may insist on what it reads; then it says nothing as long as that is not known. */
export function spoken<R>(rule: () => R | undefined): R | undefined {
  try {
    return rule();
  } catch {
    return undefined;
  }
}
