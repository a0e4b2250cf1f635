import type { Manifest } from '../model/manifest.ts';
import type { Language } from '../model/text.ts';
import type { Answers, Value } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import { needs } from '../questions/connections.ts';
import type { AnyQuestion, Catalogue, Choice, Known } from '../questions/question.ts';
import type { Settled, Spot } from '../questions/settle.ts';
import { depth, type Opened, openedBy } from './opening.ts';

/** An answer to a question. Without a value the suggestion was accepted: the decision stays the rule's. */
export interface Step {
  /** Key of the component's slot, empty for the main component; none for the application and the whole. */
  readonly slot?: string;
  readonly id: string;
  readonly value?: Value;
}

/** What an interview stands on: the questions, and all that was said elsewhere. */
export interface Base {
  readonly catalogue: Catalogue;
  /** What is asked before the catalogue: how much to ask, and what to start from. It shapes the interview and is no answer. */
  readonly opening: readonly AnyQuestion[];
  /**
   * Settles the interview's answers together with the flags, the files and the presets. The interview comes first:
   * it asks only what nobody else answered, so where it contradicts a flag the person changed that decision on purpose.
   */
  settle(interview: Answers, opened?: Opened): Settled;
  /** The manifests of a plan in which nothing is open and nothing refused. */
  manifestsFor?(settled: Settled): readonly Manifest[];
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
export type Outcome = Ended &
  ({ readonly outcome: 'write'; readonly answers: Answers; readonly opened: Opened } | { readonly outcome: 'left' });

interface Ended {
  readonly interview: Interview;
  readonly language: Language;
}

export const interviewOf = (base: Base, begun: Partial<Pick<Interview, 'all' | 'steps' | 'undone'>> = {}): Interview => ({
  base,
  steps: [],
  undone: [],
  ...begun,
});

/** How an interview ends whose person says no more. */
export function outcomeOf(interview: Interview, language: Language): Extract<Outcome, { outcome: 'write' }> {
  return { outcome: 'write', interview, answers: answersOf(interview), opened: openedIn(interview), language };
}

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
 * longer takes its answers with it, and brings them back when it is needed again. That is why they are added in the order
 * of the components, and after those of one that decides on others the rest waits for another round.
 */
export function settledBy(base: Base, steps: readonly Step[]): Settled {
  const heard: string[] = [];
  for (;;) {
    const settled = withBareMain(base.settle(saidBy(base, steps, heard), openedIn({ base, steps })));
    const silent = settled.components.map(({ slot }) => slot.key).filter((key) => !heard.includes(key) && speaksOf(steps, key));
    if (silent.length === 0) return settled;
    const deciding = silent.findIndex((key) => steps.some((step) => step.slot === key && decidesOnOthers(step)));
    heard.push(...(deciding < 0 ? silent : silent.slice(0, deciding + 1)));
  }
}

const speaksOf = (steps: readonly Step[], key: string): boolean => steps.some(({ slot, value }) => slot === key && value !== undefined);

/** What a component needs, and what it is called, decides which other components there are. */
const decidesOnOthers = ({ id, value }: Step): boolean => value !== undefined && (id === needs.id || id === component.id);

export const settledOf = (interview: Interview): Settled => settledBy(interview.base, interview.steps);

/** What the interview says to the plan as it stands: answers that do not apply are left out. */
export function answersOf(interview: Interview): Answers {
  const { idle, components } = settledOf(interview);
  const applying = interview.steps.filter((step) => !idle.some((each) => isAt(step, each)));
  return saidBy(
    interview.base,
    applying,
    components.map(({ slot }) => slot.key),
  );
}

/** What the interview began with. */
const openedIn = ({ base: { opening }, steps }: Pick<Interview, 'base' | 'steps'>): Opened =>
  openedBy(Object.fromEntries(opening.map((question) => [question.id, stepAt(steps, { question })?.value])));

/**
 * The same with the main component under the empty key, whatever it is called: the preset that it starts from names it, and
 * its answers stay when another one is chosen.
 */
function withBareMain(settled: Settled): Settled {
  const main = settled.components[0]?.slot.key;
  if (!main) return settled;
  const bare = <S extends { readonly slot?: string }>(spot: S): S => (spot.slot === main ? { ...spot, slot: '' } : spot);
  return {
    ...settled,
    components: settled.components.map((each, index) => (index === 0 ? { ...each, slot: { ...each.slot, key: '' } } : each)),
    open: settled.open.map(bare),
    refusals: settled.refusals.map(bare),
    idle: settled.idle.map(bare),
  };
}

/** The values of these steps, those of components only for these slots. What the interview opened with is no answer. */
function saidBy({ opening }: Base, steps: readonly Step[], slots: readonly string[]): Answers {
  const application: Record<string, Value> = {};
  const components: Record<string, Record<string, Value>> = {};
  for (const { slot, id, value } of steps) {
    if (value === undefined) continue;
    if (slot === undefined) {
      if (!opening.some((asked) => asked.id === id)) application[id] = value;
    } else if (slots.includes(slot)) components[slot] = { ...components[slot], [id]: value };
  }
  return { source: 'interview', application, components };
}
