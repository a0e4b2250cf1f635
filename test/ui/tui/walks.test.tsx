import fc from 'fast-check';
import { cleanup, render } from 'ink-testing-library';
import { afterEach, expect, it } from 'vitest';
import { languages } from '../../../src/model/text.ts';
import type { Value } from '../../../src/model/value.ts';
import { settled } from '../../../src/questions/catalogue.ts';
import type { Plan } from '../../../src/questions/plan.ts';
import { planOf } from '../../../src/questions/plan-of.ts';
import { type Base, interviewOf, outcomeOf } from '../../../src/ui/interview.ts';
import { type Line, lineWidth } from '../../../src/ui/tui/line.ts';
import { screenOf } from '../../../src/ui/tui/screen.ts';
import { type Session, sessionOf } from '../../../src/ui/tui/session.ts';
import { type Store, storeOf } from '../../../src/ui/tui/store.ts';
import { Wizard } from '../../../src/ui/tui/wizard.tsx';
import { factsFor, requestFor, type Saying, sensibleSaying, wishOf } from '../../random-answers.ts';
import { programBase } from '../program-base.ts';
import { walk, wantedBy } from './walker.ts';

afterEach(cleanup);

/** The components of the flags: those from presets, and the image of a second one. All else is said in the interview. */
function baseFor({ components, added, ...rest }: Saying): Base {
  const { second } = components;
  const { files = {} } = factsFor({ components, added, ...rest });
  const said = { source: 'flag', application: {}, components: second ? { second: { image: second['image'] as Value } } : {} } as const;
  return programBase({ said, added, files });
}

/** Numbers that look random; the same seed gives the same ones (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The wizard behind Ink's own keyboard. */
function opened(base: Base, language: 'en' | 'es') {
  const store = storeOf(sessionOf(interviewOf(base), { language, color: false, unicode: true, columns: 80, rows: 24 }));
  const app = render(<Wizard store={store} />);
  return { store, type: (keys: string) => void app.stdin.write(keys), close: () => app.unmount() };
}

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
