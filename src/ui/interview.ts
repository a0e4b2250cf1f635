import type { Language } from '../model/text.ts';
import type { Answers, Value } from '../model/value.ts';
import type { AnyQuestion, Catalogue, Choice, Known } from '../questions/question.ts';
import type { Settled, Spot } from '../questions/settle.ts';
import { depth } from './depth.ts';

/** An answer to a question. Without a value the suggestion was accepted: the decision stays the rule's. */
export interface Step {
  /** Key of the component's slot; none for the application and the whole. */
  readonly slot?: string;
  readonly id: string;
  readonly value?: Value;
}

/** What an interview stands on: the questions, and all that was said elsewhere. */
export interface Base {
  readonly catalogue: Catalogue;
  /**
   * Settles the interview's answers together with the flags, the files and the presets. The interview comes first:
   * it asks only what nobody else answered, so where it contradicts a flag the person changed that decision on purpose.
   */
  settle(interview: Answers): Settled;
  /** Choices that are not part of a type, such as the components and presets that can be needed; by printed value. */
  offersOf?(asked: AnyQuestion, known: Known): Readonly<Record<string, Choice>> | undefined;
}

/** Everything that was said so far, and where the person stands. Both live faces show this and nothing else. */
export interface Interview {
  readonly base: Base;
  readonly steps: readonly Step[];
  /** Steps that were taken back. They count for nothing, but their values are offered again. */
  readonly undone: readonly Step[];
  /** Whether the questions of level `more` are asked too; undefined: the person decides in the first step. */
  readonly all?: boolean;
  /** The decision that is being overruled from the review. */
  readonly editing?: Spot;
}

/** How an interview ended: with answers to act on and the language that was last chosen, or not at all. */
export type Outcome = { readonly outcome: 'write'; readonly answers: Answers; readonly language: Language } | { readonly outcome: 'left' };

export const interviewOf = (base: Base, options: { readonly all?: boolean } = {}): Interview => ({
  base,
  steps: [],
  undone: [],
  ...options,
});

export const wantsAll = (interview: Interview): boolean => interview.all ?? stepAt(interview.steps, { question: depth })?.value === 'all';

const isAt = (step: Step, spot: Spot): boolean => step.id === spot.question.id && step.slot === spot.slot;

export const stepAt = (steps: readonly Step[], spot: Spot): Step | undefined => steps.find((step) => isAt(step, spot));

/** A step that answers here, or accepts the suggestion. */
export const stepOf = ({ slot, question }: Spot, value?: Value): Step => ({
  ...(slot === undefined ? {} : { slot }),
  id: question.id,
  ...(value === undefined ? {} : { value }),
});

export const without = (steps: readonly Step[], spot: Spot): readonly Step[] => steps.filter((step) => !isAt(step, spot));

export const sameSpot = (a: Spot, b: Spot): boolean => a.question === b.question && a.slot === b.slot;

/**
 * Every decision after these steps. A component's answers count only while that component exists: one that is needed no
 * longer takes its answers with it, and brings them back when it is needed again. They are added component by component,
 * because those of one (`needs`) decide whether the next one exists.
 */
export function settledBy(base: Base, steps: readonly Step[]): Settled {
  const heard: string[] = [];
  for (;;) {
    const settled = base.settle(saidBy(steps, heard));
    const next = settled.components.find(({ slot }) => !heard.includes(slot.key) && steps.some((step) => step.slot === slot.key));
    if (!next) return settled;
    heard.push(next.slot.key);
  }
}

export const settledOf = (interview: Interview): Settled => settledBy(interview.base, interview.steps);

/** What the interview says to the plan as it stands: answers that do not apply are left out. */
export function answersOf(interview: Interview): Answers {
  const { idle, components } = settledOf(interview);
  const applying = interview.steps.filter((step) => !idle.some((each) => isAt(step, each)));
  return saidBy(
    applying,
    components.map(({ slot }) => slot.key),
  );
}

/** The values of these steps, those of components only for these slots. The depth of the interview is no answer. */
function saidBy(steps: readonly Step[], slots: readonly string[]): Answers {
  const application: Record<string, Value> = {};
  const components: Record<string, Record<string, Value>> = {};
  for (const { slot, id, value } of steps) {
    if (value === undefined || id === depth.id) continue;
    if (slot === undefined) application[id] = value;
    else if (slots.includes(slot)) components[slot] = { ...components[slot], [id]: value };
  }
  return { source: 'interview', application, components };
}
