import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../src/model/facts.ts';
import type { Answers, Value } from '../src/model/value.ts';
import { answersFileOf } from '../src/output/answers-file.ts';
import { component } from '../src/questions/basics.ts';
import { catalogue, settled } from '../src/questions/catalogue.ts';
import type { Plan } from '../src/questions/plan.ts';
import { planOf } from '../src/questions/plan-of.ts';
import { questionById, questionsOf } from '../src/questions/question.ts';
import { compose, type Wish } from '../src/questions/request.ts';
import type { Settled } from '../src/questions/settle.ts';
import { answersFrom } from '../src/ui/answers-file.ts';
import { currentOf } from '../src/ui/asking.ts';
import { invocationOf } from '../src/ui/flags.ts';
import { answersOf, type Base, interviewOf, settledOf } from '../src/ui/interview.ts';
import { depth } from '../src/ui/opening.ts';
import type { PlainLine } from '../src/ui/plain-line.ts';
import type { PlainTerminal } from '../src/ui/plain-terminal.ts';
import { plainWords } from '../src/ui/plain-words.ts';
import { interviewOn } from '../src/ui/prompts.ts';
import { answer, edit } from '../src/ui/walk.ts';
import { presets } from './presets-of-the-house.ts';
import { argvOf, factsFor, type Saying, sensibleSaying } from './random-answers.ts';
import { typedAs } from './ui/plain-script.ts';

const vocabulary = { catalogue, presets };
const nothing: Answers = { source: 'flag', application: {}, components: {} };

function settledBy(wish: Wish): Settled {
  const composed = compose(wish, presets, (request) => settled(request).components[0]?.known.get(component));
  if ('complaints' in composed) throw new Error(JSON.stringify(composed.complaints));
  return settled(composed.request);
}

function byFlags(saying: Saying, facts: Facts): Plan {
  const invocation = invocationOf(argvOf(saying), {}, vocabulary);
  if (invocation.command !== 'create') throw new Error('The flags mean another command.');
  return planOf(settledBy({ hasComponents: true, answers: [invocation.said], slots: [], added: invocation.added, facts }));
}

function byFile(saying: Saying, facts: Facts): Plan {
  const { '': main = {}, ...others } = saying.components;
  const { component: _, ...values } = main;
  const name =
    settledBy({
      hasComponents: true,
      answers: [{ ...nothing, ...saying }],
      slots: [],
      added: saying.added,
      facts,
    }).components[0]?.known.get(component) ?? '';
  const added = saying.added.map((each) => ({ name: each.name, preset: each.preset, values: others[each.name] ?? {} }));
  const spoken = Object.entries(others).filter(([key]) => !saying.added.some((each) => each.name === key));
  const file = answersFileOf(
    {
      application: saying.application,
      components: [{ name, values }, ...added, ...spoken.map(([key, each]) => ({ name: key, values: each }))],
    },
    'en',
  );
  const saved = answersFrom(file, 'answers.yaml', vocabulary);
  return planOf(settledBy({ hasComponents: true, answers: [saved.answers], slots: saved.slots, added: [], facts }));
}

/** Nothing is known but which components there are; all else is said in the interview. */
function baseOf(saying: Saying, facts: Facts): Base {
  const { second } = saying.components;
  const image = (second ? { second: { image: second['image'] as Value } } : {}) as Answers['components'];
  return {
    catalogue,
    opening: [],
    settle: (interview) =>
      settledBy({ hasComponents: true, answers: [interview, { ...nothing, components: image }], slots: [], added: saying.added, facts }),
  };
}

const stepsOf = (saying: Saying) => [
  ...Object.entries(saying.application).map(([id, value]) => ({ id, value, topics: [...catalogue.application, ...catalogue.whole] })),
  ...Object.entries(saying.components).flatMap(([slot, values]) =>
    Object.entries(values).map(([id, value]) => ({ slot, id, value, topics: catalogue.component })),
  ),
];

/** An interview in which all of this was answered. */
function byInterview(saying: Saying, facts: Facts): Plan {
  const steps = stepsOf(saying).map(({ topics: _, ...step }) => step);
  return planOf(settledOf({ ...interviewOf(baseOf(saying, facts)), steps }));
}

/** Who overrules a rule by its own choice has said nothing: the reason stays the rule's. */
const withoutReasons = (plan: Plan) => ({ ...plan, components: plan.components.map(({ reasons: _, ...rest }) => rest) });

/** Overrules from the review what was said, one decision after the other, in the order of the catalogue. */
function byOverruling(saying: Saying, facts: Facts): Plan {
  const base = baseOf(saying, facts);
  const said = stepsOf(saying);
  const order = questionsOf([...catalogue.application, ...catalogue.component, ...catalogue.whole]).map((asked) => asked.id);
  let interview = interviewOf(base, { all: false });
  for (const { id, value, topics, ...at } of said.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))) {
    const asked = questionById(topics, id);
    if (!asked) throw new Error(id);
    interview = answer(edit(interview, { ...at, question: asked }), value);
  }
  return planOf(base.settle(answersOf(interview)));
}

/** Somebody at a plain terminal who goes to each decision by its name, types the answer, and writes in the end. */
async function byPlainPrompts(saying: Saying, facts: Facts): Promise<Plan> {
  const base = baseOf(saying, facts);
  const order = questionsOf([...catalogue.application, ...catalogue.component, ...catalogue.whole]).map((asked) => asked.id);
  const said = stepsOf(saying).toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const lines = said.flatMap(({ id, value, topics, ...at }) => {
    const asked = questionById(topics, id);
    if (!asked) throw new Error(id);
    const printed = asked.type.print(value);
    const typed = typeof printed === 'string' ? [typedAs(printed)] : [':none', ...printed.map(typedAs), ''];
    return [{ line: `:find ${'slot' in at && at.slot ? `${at.slot}.` : ''}${id}`, ask: asked.ask.en }, ...typed.map((line) => ({ line }))];
  });
  const terminal = finding([...lines, { line: ':write' }]);
  const outcome = await interviewOn(terminal, interviewOf(base, { all: false }), { language: 'en' });
  if (outcome.outcome === 'left') throw new Error(`The interview was left: ${terminal.lastSaid()}`);
  return planOf(base.settle(outcome.answers));
}

/** Types these lines. Where several decisions are called like that, it takes the first one that asks so: the main component comes first. */
function finding(lines: readonly { readonly line: string; readonly ask?: string }[]): PlainTerminal & { lastSaid(): string } {
  const keys = [...lines];
  const said: PlainLine[] = [];
  let ask: string | undefined;
  return {
    width: 80,
    say: (line) => void said.push(line),
    type: async (message) => {
      if (message === plainWords.toReturn.en || message === plainWords.toReview.en) {
        const [first] = said.slice(said.findLastIndex(({ lead }) => lead === '')).filter(({ words }) => ask && words.endsWith(`. ${ask}`));
        return first?.lead;
      }
      const key = keys.shift();
      ask = key?.ask;
      return key?.line;
    },
    lastSaid: () =>
      said
        .slice(-20)
        .map(({ words }) => words)
        .join('\n'),
  };
}

describe('the same answers give the same plan', () => {
  it('by flags, by file and by interview, 2,000 times', () => {
    fc.assert(
      fc.property(sensibleSaying(), ({ saying, settled: direct }) => {
        const plan = planOf(direct);
        const facts = factsFor(saying);
        expect(byFlags(saying, facts)).toEqual(plan);
        expect(byFile(saying, facts)).toEqual(plan);
        expect(byInterview(saying, facts)).toEqual(plan);
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('by overruling one decision after the other', () => {
    fc.assert(
      fc.property(sensibleSaying(), ({ saying, settled: direct }) => {
        expect(withoutReasons(byOverruling(saying, factsFor(saying)))).toEqual(withoutReasons(planOf(direct)));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

it('the same answers give the same plan by plain prompts', async () => {
  await fc.assert(
    fc.asyncProperty(sensibleSaying(), async ({ saying, settled: direct }) => {
      expect(withoutReasons(await byPlainPrompts(saying, factsFor(saying)))).toEqual(withoutReasons(planOf(direct)));
    }),
    { numRuns: 40 },
  );
}, 120_000);

describe('a newcomer’s interview', () => {
  it('asks for the image and takes at most twelve Enters for a web application', () => {
    const base: Base = {
      catalogue,
      opening: [depth],
      settle: (interview) => settledBy({ hasComponents: true, answers: [interview], slots: [], added: [], facts: { folder: 'shop' } }),
    };
    let interview = interviewOf(base);
    let enters = 0;
    for (let now = currentOf(interview); now.kind === 'asking'; now = currentOf(interview)) {
      interview = answer(interview, now.question.id === 'image' ? 'ghcr.io/example/shop:2.4.1' : undefined);
      enters++;
    }
    expect(enters).toBeLessThanOrEqual(12);
    expect(planOf(base.settle(answersOf(interview))).components).toHaveLength(1);
  });
});
