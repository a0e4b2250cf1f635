import type { Facts } from '../model/facts.ts';
import { say, type Text, text } from '../model/text.ts';
import type { Answers, Source, Value } from '../model/value.ts';
import {
  type AnyQuestion,
  type Catalogue,
  type Condition,
  type Decision,
  holds,
  type Known,
  type Mend,
  type Origin,
  type Question,
  questionsOf,
  type ValueType,
} from './question.ts';
import { oneOf } from './value-types.ts';

export type Decisions = Readonly<Record<string, Decision>>;

/** Where a component comes from. An empty key is the component that bare flags make: a rule names it. */
export interface Slot {
  readonly key: string;
  /** The preset whose answers it starts from. */
  readonly preset?: string;
}

export interface Request {
  readonly slots: readonly Slot[];
  /** In order of precedence: flags, interview, answers file, preset. */
  readonly answers: readonly Answers[];
  readonly facts: Facts;
}

/** A question, and the slot it was asked of; none for the application and the whole. */
export interface Spot {
  readonly slot?: string;
  readonly question: AnyQuestion;
}

/** A question that no answer and no rule decided. */
export type Open = Spot;

/** A decision that cannot work here. */
export interface Refusal extends Spot {
  readonly value: Value;
  readonly source: Origin;
  readonly rule: string;
  readonly says: Text;
  readonly mends: readonly Mend[];
}

/** An answer to a question that does not apply, and the condition that is not met. */
export interface Idle extends Spot {
  readonly source: Source;
  readonly because: Condition;
}

export interface SettledComponent {
  readonly slot: Slot;
  readonly known: Known;
  readonly decisions: Decisions;
}

/** Every decision, and what stands in the way of a plan. */
export interface Settled {
  readonly application: Decisions;
  readonly components: readonly SettledComponent[];
  readonly whole: Decisions;
  /** What is known to the application and the whole. */
  readonly known: Known;
  readonly open: readonly Open[];
  readonly refusals: readonly Refusal[];
  readonly idle: readonly Idle[];
}

/** What settle needs beside the questions: how a preset's placeholders are filled in, and which question names a component. */
export interface Interpreter {
  readonly naming: Question<string, string>;
  fill(asked: AnyQuestion, said: Value, known: Known): Value;
}

class Scope implements Known {
  readonly decisions: Record<string, Decision> = {};
  readonly #choices = new Map<AnyQuestion, Value>();
  readonly #visited: Set<AnyQuestion>;
  readonly #outer: Scope | undefined;
  readonly facts: Facts;
  readonly components: readonly Known[];
  readonly #names: ReadonlyMap<string, Known>;
  constructor(facts: Facts, visited: Set<AnyQuestion>, components: readonly Known[], names: ReadonlyMap<string, Known>, outer?: Scope) {
    this.facts = facts;
    this.components = components;
    this.#visited = visited;
    this.#names = names;
    this.#outer = outer;
  }
  named(name: string): Known | undefined {
    return this.#names.get(name);
  }
  get<T extends Value>(asked: Question<string, T>): T | undefined {
    const own = this.#choices.get(asked as AnyQuestion);
    if (own !== undefined) return own as T;
    if (this.#outer) return this.#outer.get(asked);
    if (!this.#visited.has(asked as AnyQuestion)) throw new Error(`A rule looks ahead to the question “${asked.id}”.`);
    return undefined;
  }
  is<T extends Value>(asked: Question<string, T>, ...values: readonly NoInfer<T>[]): boolean {
    const choice = this.get(asked);
    return choice !== undefined && values.includes(choice);
  }
  decide(asked: AnyQuestion, decision: Decision): void {
    this.decisions[asked.id] = decision;
    this.#choices.set(asked, decision.choice);
  }
}

/** Gives every decision with its reason, from answers in order of precedence and the rules after them. Pure. */
export function settle(catalogue: Catalogue, request: Request, interpreter: Interpreter): Settled {
  const visited = new Set<AnyQuestion>();
  const open: Open[] = [];
  const refusals: Refusal[] = [];
  const idle: Idle[] = [];
  const { answers, facts, slots } = request;

  function visit(asked: AnyQuestion, scope: Scope, slot: Slot | undefined): void {
    const spot: Spot = slot ? { slot: slot.key, question: asked } : { question: asked };
    const said = answerTo(asked, slot, answers);
    if (!holds(asked.when, scope)) {
      if (said && asked.when) idle.push({ ...spot, source: said.source, because: asked.when });
      return;
    }
    const filled = said?.source === 'preset' ? { ...said, value: interpreter.fill(asked, said.value, scope) } : said;
    const decided = named(asked, slot, decisionOn(asked, scope, filled, slot));
    if (!decided) {
      open.push(spot);
      return;
    }
    const against = refusalOf(asked, decided.choice, scope);
    if (against) refusals.push({ ...spot, value: decided.choice, source: decided.source, ...against });
    scope.decide(asked, {
      ...decided,
      // Only readers of reasons ask for it, and it costs more than the decision.
      get rejected() {
        return rejectedBy(asked, decided, scope);
      },
    });
  }
  /** A slot that has a key is called by it, unless somebody said another name; a rule that agrees keeps its reason. */
  function named(asked: AnyQuestion, slot: Slot | undefined, decided: Undefended | undefined): Undefended | undefined {
    if (!slot?.key || asked !== (interpreter.naming as AnyQuestion) || decided?.source !== 'rule' || decided.choice === slot.key)
      return decided;
    const said: Said = { value: slot.key, source: 'file' };
    return { choice: slot.key, reason: reasonOf(asked, said, slot), rule: 'said', source: said.source };
  }
  const visitAll = (questions: readonly AnyQuestion[], scope: Scope, slot?: Slot) => {
    for (const asked of questions) {
      visited.add(asked);
      visit(asked, scope, slot);
    }
  };

  const everyone: Scope[] = [];
  const names = new Map<string, Known>();
  const application = new Scope(facts, visited, everyone, names);
  visitAll(questionsOf(catalogue.application), application);

  const componentQuestions = questionsOf(catalogue.component);
  const naming = componentQuestions.indexOf(interpreter.naming as AnyQuestion) + 1;
  const scopes = slots.map((slot) => ({ slot, scope: new Scope(facts, visited, everyone, names, application) }));
  for (const { slot, scope } of scopes) {
    visitAll(componentQuestions.slice(0, naming), scope, slot);
    const name = scope.get(interpreter.naming);
    if (name !== undefined && !names.has(name)) names.set(name, scope);
    everyone.push(scope);
  }
  for (const asked of componentQuestions.slice(naming)) {
    visited.add(asked);
    for (const { slot, scope } of scopes) visit(asked, scope, slot);
  }

  const whole = new Scope(facts, visited, everyone, names, application);
  visitAll(questionsOf(catalogue.whole), whole);

  return {
    application: application.decisions,
    components: scopes.map(({ slot, scope }) => ({ slot, known: scope, decisions: scope.decisions })),
    whole: whole.decisions,
    known: whole,
    open,
    refusals,
    idle,
  };
}

interface Said {
  readonly value: Value;
  readonly source: Source;
}

function answerTo(asked: AnyQuestion, slot: Slot | undefined, answers: readonly Answers[]): Said | undefined {
  for (const { source, application, components } of answers) {
    const value = (slot ? components[slot.key] : application)?.[asked.id];
    if (value !== undefined) return { value, source };
  }
  return undefined;
}

type Undefended = Omit<Decision, 'rejected'> & { readonly rejected?: Readonly<Record<string, Text>> };

function decisionOn(asked: AnyQuestion, known: Known, said: Said | undefined, slot: Slot | undefined): Undefended | undefined {
  if (said) return { choice: said.value, reason: reasonOf(asked, said, slot), rule: 'said', source: said.source };
  for (const [rule, decide] of Object.entries(asked.rules)) {
    const ruling = decide(known);
    if (ruling) return { source: 'rule', ...ruling, rule };
  }
  return undefined;
}

function reasonOf(asked: AnyQuestion, said: Said, slot: Slot | undefined): Text {
  const choice = asked.type.choices?.[String(said.value)];
  const who =
    said.source === 'preset'
      ? text(`It comes from the preset ${slot?.preset ?? ''}.`, `Viene de la plantilla ${slot?.preset ?? ''}.`)
      : said.source === 'program'
        ? text('This program created it once and keeps it.', 'Este programa lo creó una sola vez y lo conserva.')
        : text('It is your answer.', 'Es tu respuesta.');
  return choice ? say((language) => `${who[language]} ${choice.fits[language]}`) : who;
}

/** The refusal of a choice, or undefined where it can work. */
function refusalOf(asked: AnyQuestion, choice: Value, known: Known): Omit<Refusal, keyof Spot | 'value' | 'source'> | undefined {
  for (const [rule, refuse] of Object.entries(asked.refuses ?? {})) {
    const refused = refuse(choice, known);
    if (refused) return { rule, ...refused };
  }
  return undefined;
}

/** What is accepted here: of a few choices those that can work, and a word beside other values only where it can. */
export function acceptedAt(asked: AnyQuestion, known: Known): ValueType {
  const { type }: { readonly type: ValueType } = asked;
  const works = (value: Value): boolean => refusalOf(asked, value, known) === undefined;
  if (type.beside) return works(type.beside.word) ? type : type.beside.type;
  if (type.widget !== 'choice') return type;
  const choices = Object.entries(type.choices ?? {}).filter(([choice]) => works(choice));
  return choices.length === 0 ? type : oneOf(Object.fromEntries(choices));
}

function rejectedBy(asked: AnyQuestion, decided: Undefended, known: Known): Readonly<Record<string, Text>> {
  const rejected: Record<string, Text> = {};
  for (const [printed, choice] of Object.entries(asked.type.choices ?? {})) {
    if (printed === asked.type.print(decided.choice)) continue;
    const parsed = asked.type.parse(printed);
    const refused = 'value' in parsed ? refusalOf(asked, parsed.value, known) : undefined;
    rejected[printed] = refused?.says ?? decided.rejected?.[printed] ?? choice.fits;
  }
  return rejected;
}
