import type { Text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import {
  type AnyQuestion,
  type Decision,
  holds,
  type Known,
  levelOf,
  type Parsed,
  questionsOf,
  type Topic,
} from '../questions/question.ts';
import { type Decisions, type Refusal, refusalOf, type Settled, type Spot } from '../questions/settle.ts';
import { depth } from './depth.ts';
import { type Interview, sameSpot, settledBy, settledOf, stepAt, wantsAll, without } from './interview.ts';

/** One of the choices of a question; `refused` says why it cannot work here. */
export interface Option {
  readonly value: Value;
  readonly printed: string;
  readonly label: Text;
  readonly fits: Text;
  readonly refused?: Text;
}

/** A decision, and where it was taken. */
export interface Row {
  readonly spot: Spot;
  readonly decision: Decision;
}

/** A question that waits for its answer. */
export interface Asking {
  readonly kind: 'asking';
  readonly spot: Spot;
  readonly question: AnyQuestion;
  /** Name of the component that is asked about. */
  readonly component?: string;
  readonly known: Known;
  /** What is decided when no answer is given; undefined where only the person can know. */
  readonly suggestion?: Decision;
  /** The answer that was given before and is being reconsidered. */
  readonly said?: Value;
  /** Why the decision as it stands cannot work. */
  readonly refusal?: Refusal;
  readonly options: readonly Option[];
  /** Reads what was typed: the value, or why it cannot be taken. */
  read(said: string | readonly string[]): Parsed<Value>;
  /** What was decided in the steps before this one, oldest first. */
  readonly before: readonly Row[];
  readonly progress: { readonly asked: number; readonly about: number };
  readonly settled: Settled;
}

export interface Group {
  readonly title: Text;
  /** Name of the component that the group speaks of. */
  readonly component?: string;
  readonly rows: readonly Row[];
}

/** Nothing is left to ask: every decision stands here, to be read and overruled. */
export interface Review {
  readonly kind: 'review';
  readonly groups: readonly Group[];
  readonly settled: Settled;
}

export const rowsOf = (review: Review): readonly Row[] => review.groups.flatMap((group) => group.rows);

/** Where the interview stands. Pure: the same steps give the same screen. */
export function currentOf(interview: Interview): Asking | Review {
  const settled = settledOf(interview);
  const agenda = agendaOf(interview, settled);
  const spot = interview.editing ?? agenda.find((each) => isPending(each, interview, settled));
  return spot ? askingOf(interview, settled, spot, agenda) : { kind: 'review', settled, groups: groupsOf(interview, settled) };
}

/** A spot waits when it has no step, or when what was decided there cannot work any more. */
export const isPending = (spot: Spot, interview: Interview, settled: Settled): boolean =>
  !stepAt(interview.steps, spot) || settled.refusals.some((refusal) => sameSpot(refusal, spot));

/** The questions of this interview in the order in which they are asked: the application, component by component, the whole. */
export function agendaOf(interview: Interview, settled: Settled): readonly Spot[] {
  const first: readonly Spot[] = interview.all === undefined ? [{ question: depth }] : [];
  const due = scopesOf(interview, settled).flatMap(({ topics, known, decisions, slot }) =>
    questionsOf(topics)
      .filter((question) => holds(question.when, known))
      .map((question): Spot => ({ ...slot, question }))
      .filter((spot) => isDue(spot, interview, settled, known, decisions[spot.question.id])),
  );
  return [...first, ...due];
}

function isDue(spot: Spot, interview: Interview, settled: Settled, known: Known, decision: Decision | undefined): boolean {
  if (stepAt(interview.steps, spot) || stepAt(interview.undone, spot)) return true;
  if (!decision || settled.refusals.some((refusal) => sameSpot(refusal, spot))) return true;
  const level = levelOf(spot.question, known);
  return decision.source === 'rule' && (level === 'essential' || (level === 'more' && wantsAll(interview)));
}

interface AskedScope {
  readonly topics: readonly Topic[];
  readonly known: Known;
  readonly decisions: Decisions;
  readonly slot: { readonly slot?: string };
}

const scopesOf = ({ base }: Interview, settled: Settled): readonly AskedScope[] => [
  { topics: base.catalogue.application, known: settled.known, decisions: settled.application, slot: {} },
  ...settled.components.map(({ slot, known, decisions }) => ({
    topics: base.catalogue.component,
    known,
    decisions,
    slot: { slot: slot.key },
  })),
  { topics: base.catalogue.whole, known: settled.known, decisions: settled.whole, slot: {} },
];

function askingOf(interview: Interview, settled: Settled, spot: Spot, agenda: readonly Spot[]): Asking {
  const { question } = spot;
  const known = knownAt(settled, spot);
  const said = (stepAt(interview.steps, spot) ?? stepAt(interview.undone, spot))?.value;
  const suggestion = suggestionAt(interview, spot);
  const refusal = settled.refusals.find((each) => sameSpot(each, spot));
  const here = agenda.findIndex((each) => sameSpot(each, spot));
  const before = here < 0 ? agenda : agenda.slice(0, here);
  return {
    kind: 'asking',
    spot,
    question,
    ...(spot.slot === undefined ? {} : { component: componentOf(known, spot.slot) }),
    known,
    ...(suggestion && { suggestion }),
    ...(said === undefined ? {} : { said }),
    ...(refusal && { refusal }),
    options: optionsOf(interview, question, known),
    read: (typed) => reading(question, typed, known),
    before: before.flatMap((each) => rowAt(settled, each)),
    progress: { asked: Math.min(before.length + 1, agenda.length), about: agenda.length },
    settled,
  };
}

const componentOf = (known: Known, slot: string): string => known.get(component) ?? slot;

const knownAt = (settled: Settled, spot: Spot): Known =>
  settled.components.find(({ slot }) => slot.key === spot.slot)?.known ?? settled.known;

function decisionAt(settled: Settled, spot: Spot): Decision | undefined {
  const { id } = spot.question;
  if (spot.slot === undefined) return settled.application[id] ?? settled.whole[id];
  return settled.components.find(({ slot }) => slot.key === spot.slot)?.decisions[id];
}

const rowAt = (settled: Settled, spot: Spot): readonly Row[] => {
  const decision = decisionAt(settled, spot);
  return decision ? [{ spot, decision }] : [];
};

/** What would be decided here without an answer, unless it cannot work. */
function suggestionAt(interview: Interview, spot: Spot): Decision | undefined {
  const settled = settledBy(interview.base, without(interview.steps, spot));
  const decision = spot.question === depth ? essentials(settled.known) : decisionAt(settled, spot);
  return decision && !refusalOf(spot.question, decision.choice, knownAt(settled, spot)) ? decision : undefined;
}

function essentials(known: Known): Decision | undefined {
  const ruling = depth.rules['essential']?.(known);
  return ruling && { ...ruling, rule: 'essential', source: 'rule', rejected: {} };
}

function optionsOf(interview: Interview, question: AnyQuestion, known: Known): readonly Option[] {
  const choices = { ...question.type.choices, ...interview.base.offersOf?.(question, known) };
  return Object.entries(choices).flatMap(([printed, { label, fits }]) => {
    const parsed = question.type.parse(question.type.widget === 'list' ? [printed] : printed);
    if ('says' in parsed) return [];
    const refused = refusalOf(question, parsed.value, known)?.says;
    return [{ value: parsed.value, printed, label, fits, ...(refused && { refused }) }];
  });
}

function reading(question: AnyQuestion, typed: string | readonly string[], known: Known): Parsed<Value> {
  const parsed = question.type.parse(typed);
  const refused = 'value' in parsed ? refusalOf(question, parsed.value, known) : undefined;
  return refused ? { says: refused.says } : parsed;
}

const groupsOf = (interview: Interview, settled: Settled): readonly Group[] =>
  scopesOf(interview, settled).flatMap(({ topics, known, decisions, slot }) =>
    topics.flatMap((topic): readonly Group[] => {
      const rows = topic.questions.flatMap((question): readonly Row[] => {
        const decision = decisions[question.id];
        return decision ? [{ spot: { ...slot, question }, decision }] : [];
      });
      const named = slot.slot === undefined ? {} : { component: componentOf(known, slot.slot) };
      return rows.length > 0 ? [{ title: topic.title, ...named, rows }] : [];
    }),
  );
