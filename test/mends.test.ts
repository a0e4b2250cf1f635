import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, settled } from '../src/questions/catalogue.ts';
import { type AnyQuestion, type Mend, questionsOf } from '../src/questions/question.ts';
import type { Refusal, Settled, Spot } from '../src/questions/settle.ts';
import { adding, requestFor, type Saying, saying, wishOf, without } from './random-answers.ts';

const ofApplication = questionsOf([...catalogue.application, ...catalogue.whole]);

interface State {
  readonly said: Saying;
  readonly result: Settled;
  readonly main: string;
}

function stateOf(said: Saying): State {
  const request = requestFor(wishOf(said));
  return { said, result: settled(request), main: request.slots[0]?.key ?? '' };
}

/** A saying with nothing idle and nothing open: all that may be wrong with it is refused. */
function onlyRefused(first: Saying): State {
  let state = stateOf(first);
  for (;;) {
    const idle = state.result.idle.find(({ source }) => source === 'flag');
    const [open] = state.result.open;
    if (idle) state = stateOf(without(state.said, idle, state.main));
    else if (open) state = stateOf(adding(state.said, open, state.main, open.question.type.samples[0]));
    else return state;
  }
}

function mended({ said, main }: State, { slot }: Refusal, { id, value }: Mend): Settled {
  const shared = ofApplication.find((asked) => asked.id === id);
  const question = shared ?? (questionsOf(catalogue.component).find((asked) => asked.id === id) as AnyQuestion);
  return stateOf(adding(said, { question, ...(shared || slot === undefined ? {} : { slot }) }, main, value)).result;
}

const isAt =
  ({ slot, question }: Spot) =>
  (other: Spot): boolean =>
    other.slot === slot && other.question.id === question.id;

describe('what a refusal offers', () => {
  it('mends it: the question is no longer refused, and the offer is not idle', () => {
    fc.assert(
      fc.property(saying(), (first) => {
        const state = onlyRefused(first);
        for (const refusal of state.result.refusals) {
          expect(refusal.mends, refusal.says.en).not.toEqual([]);
          for (const mend of refusal.mends) {
            const after = mended(state, refusal, mend);
            const told = `${refusal.question.id} (${refusal.rule}): ${JSON.stringify(mend)}`;
            expect(after.refusals.find(isAt(refusal))?.rule, told).toBeUndefined();
            expect(
              after.idle.some(({ slot, question: { id } }) => slot === refusal.slot && id === mend.id),
              told,
            ).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});
