import { type Decision, holds, isRuled, type Known, levelOf, questionsOf, type Topic } from '../questions/question.ts';
import type { Decisions, Settled, Spot } from '../questions/settle.ts';
import { type Interview, sameSpot, stepAt, wantsAll } from './interview.ts';

/** Topics with what was decided on them: of the application, of one component, or of the whole. */
export interface Part {
  readonly topics: readonly Topic[];
  readonly known: Known;
  readonly decisions: Decisions;
  /** Key of the component's slot, empty for the main component; none for the application and the whole. */
  readonly slot?: string;
}

/** In the order in which they are asked and reviewed: the application, component by component, the whole. */
export const partsOf = ({ base: { catalogue } }: Interview, settled: Settled): readonly Part[] => [
  { topics: catalogue.application, known: settled.known, decisions: settled.application },
  ...settled.components.map(({ slot, known, decisions }) => ({ topics: catalogue.component, known, decisions, slot: slot.key })),
  { topics: catalogue.whole, known: settled.known, decisions: settled.whole },
];

/** The questions of this interview, answered or not, in the order in which they are asked. */
export function agendaOf(interview: Interview, settled: Settled): readonly Spot[] {
  const first = interview.base.opening.map((question): Spot => ({ question }));
  const due = partsOf(interview, settled).flatMap(({ topics, known, decisions, slot }) =>
    questionsOf(topics)
      .filter((question) => holds(question.when, known))
      .map((question): Spot => (slot === undefined ? { question } : { slot, question }))
      .filter((spot) => isDue(spot, interview, settled, known, decisions[spot.question.id])),
  );
  return [...first, ...due];
}

/** Asked is what the person has to do with already, what cannot stand, and what nobody answered of the level they want. */
function isDue(spot: Spot, interview: Interview, settled: Settled, known: Known, decision: Decision | undefined): boolean {
  if (stepAt(interview.steps, spot) || stepAt(interview.undone, spot)) return true;
  if (!decision || refusalAt(settled, spot)) return true;
  const level = levelOf(spot.question, known);
  return isRuled(decision) && (level === 'essential' || (level === 'more' && wantsAll(interview)));
}

export const refusalAt = (settled: Settled, spot: Spot) => settled.refusals.find((refusal) => sameSpot(refusal, spot));

/** A spot waits when it has no step, or when what was decided there cannot work any more. */
export const isPending = (spot: Spot, interview: Interview, settled: Settled): boolean =>
  !stepAt(interview.steps, spot) || refusalAt(settled, spot) !== undefined;
