import { expect } from 'vitest';
import type { Facts } from '../../src/model/facts.ts';
import type { Value } from '../../src/model/value.ts';
import { application } from '../../src/questions/application.ts';
import { basics, component } from '../../src/questions/basics.ts';
import { type Known, questionById, type Topic } from '../../src/questions/question.ts';
import { type Refusal, type Settled, settle } from '../../src/questions/settle.ts';

export type Saying = Readonly<Record<string, string | readonly string[]>>;

/** One component settled by the topics, from answers as they would be typed. */
export interface Outcome {
  readonly settled: Settled;
  readonly known: Known;
  /** Choice by question id. */
  readonly choices: Readonly<Record<string, Value>>;
  /** Rule by question id. */
  readonly rules: Readonly<Record<string, string>>;
  /** `question/rule` of each refusal. */
  readonly refused: readonly string[];
}

/** How to settle a component of `application`, `basics` and these topics. */
export const componentOf =
  (...topics: readonly Topic[]) =>
  (saying: Saying = {}, facts: Facts = {}): Outcome => {
    const catalogue = { application: [application], component: [basics, ...topics], whole: [] };
    const typed = { image: 'ghcr.io/example/shop:2.4.1', ...saying };
    const values = Object.fromEntries(
      Object.entries(typed).map(([id, said]) => {
        const parsed = questionById([...catalogue.application, ...catalogue.component], id)?.type.parse(said);
        if (!parsed || 'says' in parsed) throw new Error(`${id}: ${parsed?.says.en ?? 'no such question'}`);
        return [id, parsed.value];
      }),
    );
    const settled = settle(
      catalogue,
      { slots: [{ key: '' }], answers: [{ source: 'flag', application: values, components: { '': values } }], facts },
      { naming: component, fill: (_asked, said) => said },
    );
    const [one] = settled.components;
    if (!one) throw new Error('No component was settled.');
    const decisions = Object.entries(one.decisions);
    return {
      settled,
      known: one.known,
      choices: Object.fromEntries(decisions.map(([id, { choice }]) => [id, choice])),
      rules: Object.fromEntries(decisions.map(([id, { rule }]) => [id, rule])),
      refused: settled.refusals.map(nameOf),
    };
  };

const nameOf = ({ question, rule }: Refusal): string => `${question.id}/${rule}`;

/** Every mend of every refusal can be said, and takes its refusal away. */
export function expectMended(settle: (saying: Saying, facts?: Facts) => Outcome, saying: Saying, facts?: Facts): void {
  for (const refusal of settle(saying, facts).settled.refusals) {
    expect(refusal.mends.length).toBeGreaterThan(0);
    for (const { id, value } of refusal.mends) {
      const said = Array.isArray(value) ? (value as readonly string[]) : String(value);
      expect(settle({ ...saying, [id]: said }, facts).refused, `${nameOf(refusal)} by ${id}=${said}`).not.toContain(nameOf(refusal));
    }
  }
}
