import { remembered, rememberedOf } from '../model/remembered.ts';
import type { Text } from '../model/text.ts';
import type { Value } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import { type AnyQuestion, type Decision, type Known, type Parsed, questionById, type ValueType } from '../questions/question.ts';
import { acceptedAt, type Refusal, type Settled, type Spot } from '../questions/settle.ts';
import { agendaOf, isPending, refusalAt } from './agenda.ts';
import { type Consequence, consequences } from './foresight.ts';
import { type Interview, sameSpot, settledBy, settledOf, stepAt, stepOf, without } from './interview.ts';
import { type Review, type Row, reviewOf } from './review.ts';

/** One of the choices of a question; `refused` says why it cannot work here, and `mends` what would let it. */
export interface Option {
  readonly value: Value;
  readonly printed: string;
  readonly label: Text;
  readonly fits: Text;
  readonly refused?: Text;
  readonly mends?: readonly Mending[];
}

/** An answer elsewhere that would let a refused decision stand, and what it gives. */
export interface Mending {
  readonly spot: Spot;
  readonly value: Value;
  readonly gives: Text;
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
  /** The answer as it stands: the one that was given before, else the suggestion. */
  readonly standing?: Value;
  /** Why the decision as it stands cannot work. */
  readonly refusal?: Refusal;
  readonly mends: readonly Mending[];
  readonly options: readonly Option[];
  /** What can work here of what the question accepts. */
  readonly accepts: ValueType;
  /** Reads what was typed: the value, or why it cannot be taken. */
  read(said: string | readonly string[]): Parsed<Value>;
  /** What taking this value makes of the manifests; undefined where they do not depend on it or cannot be told yet. Remembered. */
  gives(value: Value): Consequence | undefined;
  /** What was decided in the steps before this one, oldest first. */
  readonly before: readonly Row[];
  readonly progress: { readonly asked: number; readonly about: number };
  readonly settled: Settled;
}

/** Where the interview stands. Pure: the same steps give the same screen. Remembered. */
export const currentOf = rememberedOf((interview: Interview): Asking | Review => {
  const settled = settledOf(interview);
  const agenda = agendaOf(interview, settled);
  const spot = interview.editing ?? agenda.find((each) => isPending(each, interview, settled));
  return spot ? askingOf(interview, settled, spot, agenda) : reviewOf(interview, settled);
});

/** Every decision as it would be after an answer here. Remembered: an option is looked at for its refusal and for what it gives. */
const supposing = ({ base, steps }: Interview, spot: Spot) =>
  remembered((value: Value): Settled => settledBy(base, [...without(steps, spot), stepOf(spot, value)]));

type Supposed = ReturnType<typeof supposing>;

function askingOf(interview: Interview, settled: Settled, spot: Spot, agenda: readonly Spot[]): Asking {
  const { question, slot } = spot;
  const known = knownAt(settled, spot);
  const said = (stepAt(interview.steps, spot) ?? stepAt(interview.undone, spot))?.value;
  const suggestion = suggestionAt(interview, settled, spot);
  const refusal = refusalAt(settled, spot);
  const here = agenda.findIndex((each) => sameSpot(each, spot));
  // Whoever changes one decision has not come to it question by question.
  const before = interview.editing ? [] : agenda.slice(0, here < 0 ? agenda.length : here);
  const supposed = supposing(interview, spot);
  const options = optionsOf(interview, spot, known, supposed);
  const standing = said ?? suggestion?.choice;
  const accepts = acceptedAt(question, known);
  return {
    kind: 'asking',
    spot,
    question,
    ...(slot === undefined ? {} : { component: known.get(component) ?? slot }),
    known,
    ...(suggestion && { suggestion }),
    ...(said === undefined ? {} : { said }),
    ...(standing === undefined ? {} : { standing }),
    ...(refusal && { refusal }),
    mends: refusal ? mendsOf(interview, refusal) : [],
    options,
    accepts,
    read: remembered((typed) => reading(spot, typed, accepts, supposed)),
    gives: consequences(interview, spot, standing, options, supposed),
    before: before.flatMap((each) => rowAt(interview, settled, each)),
    progress: { asked: Math.min(before.length + 1, agenda.length), about: agenda.length },
    settled,
  };
}

const knownAt = (settled: Settled, spot: Spot): Known =>
  settled.components.find(({ slot }) => slot.key === spot.slot)?.known ?? settled.known;

function decisionAt(settled: Settled, { slot: key, question: { id } }: Spot): Decision | undefined {
  if (key === undefined) return settled.application[id] ?? settled.whole[id];
  return settled.components.find(({ slot }) => slot.key === key)?.decisions[id];
}

function rowAt({ base, steps }: Interview, settled: Settled, spot: Spot): readonly Row[] {
  const decision = base.opening.includes(spot.question) ? openingDecision(spot.question, settled.known) : decisionAt(settled, spot);
  return decision ? [{ spot, decision: { ...decision, choice: stepAt(steps, spot)?.value ?? decision.choice } }] : [];
}

function mendsOf({ base: { catalogue } }: Interview, { mends, slot }: Refusal): readonly Mending[] {
  return mends.flatMap(({ id, value, gives }) => {
    const ofComponent = slot === undefined ? undefined : questionById(catalogue.component, id);
    if (ofComponent && slot !== undefined) return [{ spot: { slot, question: ofComponent }, value, gives }];
    const ofApplication = questionById([...catalogue.application, ...catalogue.whole], id);
    return ofApplication ? [{ spot: { question: ofApplication }, value, gives }] : [];
  });
}

/** What would be decided here without an answer, unless it cannot work. */
function suggestionAt({ base, steps }: Interview, settled: Settled, spot: Spot): Decision | undefined {
  if (base.opening.includes(spot.question)) return openingDecision(spot.question, settled.known);
  const unsaid = stepAt(steps, spot)?.value === undefined ? settled : settledBy(base, without(steps, spot));
  return refusalAt(unsaid, spot) ? undefined : decisionAt(unsaid, spot);
}

/** Nothing settles what the interview opens with: its own first rule suggests. */
function openingDecision(asked: AnyQuestion, known: Known): Decision | undefined {
  const [first] = Object.entries(asked.rules);
  const ruling = first?.[1](known);
  return first && ruling && { ...ruling, rule: first[0], source: 'rule', rejected: {} };
}

/**
 * Why an answer cannot work here. It is settled for that and not only compared with what is known: an answer can bring
 * about what it speaks of, such as the component that is needed.
 */
const refusedAt = (spot: Spot, value: Value, supposed: Supposed): Refusal | undefined => refusalAt(supposed(value), spot);

function optionsOf(interview: Interview, spot: Spot, known: Known, supposed: Supposed): readonly Option[] {
  const { type } = spot.question;
  const choices = { ...type.choices, ...interview.base.offersOf?.(spot.question, known) };
  return Object.entries(choices).flatMap(([printed, { label, fits }]) => {
    const parsed = type.parse(type.widget === 'list' ? [printed] : printed);
    if ('says' in parsed) return [];
    const refused = refusedAt(spot, parsed.value, supposed);
    const option = { value: parsed.value, printed, label, fits };
    return [
      refused
        ? { ...option, refused: refused.says, mends: mendsOf(interview, refused).filter((mend) => !sameSpot(mend.spot, spot)) }
        : option,
    ];
  });
}

function reading(spot: Spot, typed: string | readonly string[], accepts: ValueType, supposed: Supposed): Parsed<Value> {
  const parsed: Parsed<Value> = spot.question.type.parse(typed);
  if ('says' in parsed) return accepts.parse(typed);
  const refused = refusedAt(spot, parsed.value, supposed);
  return refused ? { says: refused.says } : parsed;
}
