import fc from 'fast-check';
import { cleanup } from 'ink-testing-library';
import { afterEach, expect, it } from 'vitest';
import { languages } from '../../../src/model/text.ts';
import { settled } from '../../../src/questions/catalogue.ts';
import type { Plan } from '../../../src/questions/plan.ts';
import { planOf } from '../../../src/questions/plan-of.ts';
import { type Base, outcomeOf } from '../../../src/ui/interview.ts';
import { type Line, lineWidth } from '../../../src/ui/tui/line.ts';
import { screenOf } from '../../../src/ui/tui/screen.ts';
import type { Session } from '../../../src/ui/tui/session.ts';
import type { Store } from '../../../src/ui/tui/store.ts';
import { requestFor, sensibleSaying, wishOf } from '../../random-answers.ts';
import { baseFor, chanceOf, opened } from './desk.tsx';
import { walk, wantedBy } from './walker.ts';

afterEach(cleanup);

/** The plan of a wizard that has ended. */
function planFrom(base: Base, store: Store): Plan {
  const { interview, outcome, look } = store.get();
  expect(outcome).toBe('write');
  const { answers, opened } = outcomeOf(interview, look.language);
  return planOf(base.settle(answers, opened));
}

/** Who overrules a rule by its own choice has said nothing: the reason stays the rule's. */
const withoutReasons = (plan: Plan) => ({ ...plan, components: plan.components.map(({ reasons: _, ...rest }) => rest) });

/** No row is wider than the window, and one row of it stays free. */
function expectFits(session: Session): void {
  const { columns, rows } = session.look;
  const lines = screenOf(session);
  const widest = Math.max(...lines.map((line) => lineWidth(line)));
  if (lines.length !== rows - 1 || widest > columns - 1) {
    throw new Error(`${lines.length} rows of ${widest} columns on ${columns} by ${rows}:\n${lines.map(lettersOf).join('\n')}`);
  }
}

const lettersOf = (line: Line): string => line.map(({ text }) => text).join('');

it('the same plan comes of any walk, key by key and in one write, and every screen fits its window', () => {
  fc.assert(
    fc.property(
      sensibleSaying().map((each) => each.saying),
      fc.integer(),
      fc.constantFrom(...languages),
      (saying, seed, language) => {
        const base = baseFor(saying);
        const goal = settled(requestFor(wishOf(saying)));
        const plan = withoutReasons(planOf(goal));
        const chance = chanceOf(seed);
        const slowly = opened(base, language);
        const keys: string[] = [];
        const type = (pressed: string) => {
          keys.push(pressed);
          slowly.type(pressed);
          slowly.store.resize(30 + Math.floor(chance() * 171), 10 + Math.floor(chance() * 51));
          expectFits(slowly.store.get());
        };
        walk({ see: slowly.store.get, type }, wantedBy(goal), chance);
        expect(withoutReasons(planFrom(base, slowly.store))).toEqual(plan);
        const atOnce = opened(base, language);
        atOnce.type(keys.join(''));
        expect(withoutReasons(planFrom(base, atOnce.store))).toEqual(plan);
        slowly.close();
        atOnce.close();
      },
    ),
    { numRuns: 200, endOnFailure: true },
  );
}, 600_000);
