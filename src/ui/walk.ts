import { sameValue, type Value } from '../model/value.ts';
import type { Spot } from '../questions/settle.ts';
import { agendaOf, isPending } from './agenda.ts';
import { currentOf } from './asking.ts';
import { type Interview, settledOf, stepAt, stepOf, without } from './interview.ts';

/**
 * Answers the current question. No value, or the suggestion itself, accepts the suggestion and records no answer.
 * Where there is no suggestion to accept, and on the review, nothing happens.
 */
export function answer(interview: Interview, value?: Value): Interview {
  const now = currentOf(interview);
  if (now.kind === 'review' || (value === undefined && !now.suggestion)) return interview;
  const { spot, suggestion } = now;
  const accepted = value === undefined || sameValue(value, suggestion?.choice);
  return {
    ...settling(interview),
    steps: [...without(interview.steps, spot), stepOf(spot, accepted ? undefined : value)],
    undone: without(interview.undone, spot),
  };
}

/** Accepts every suggestion up to the review, or up to a question that only the person can answer. */
export function acceptAll(interview: Interview): Interview {
  let at = settling(interview);
  for (;;) {
    const now = currentOf(at);
    if (now.kind === 'review' || !now.suggestion) return at;
    at = answer(at);
  }
}

/** Takes back the question asked before this one; while a decision is being overruled, leaves that. At the first question nothing happens. */
export function back(interview: Interview): Interview {
  if (interview.editing) return settling(interview);
  const settled = settledOf(interview);
  const agenda = agendaOf(interview, settled);
  const here = agenda.findIndex((spot) => isPending(spot, interview, settled));
  const last = agenda.slice(0, here < 0 ? agenda.length : here).at(-1);
  const taken = last && stepAt(interview.steps, last);
  if (!last || !taken) return interview;
  return { ...interview, steps: without(interview.steps, last), undone: [...without(interview.undone, last), taken] };
}

/** Asks one question again, whatever its level; its answer stands until it is replaced. */
export const edit = (interview: Interview, spot: Spot): Interview => ({ ...interview, editing: spot });

function settling({ editing: _, ...rest }: Interview): Interview {
  return rest;
}
