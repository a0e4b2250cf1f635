import type { Facts } from '../model/facts.ts';
import type { Text } from '../model/text.ts';
import type { Source, Value } from '../model/value.ts';

/** JSON Schema of one value, as the answers file's schema holds it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What came of reading an answer: the value, or the sentence that says what is wrong with it. */
export type Parsed<T> = { readonly value: T } | { readonly says: Text };

/** One of a few choices: its name on the screen, and a whole sentence that says when it is the right one. */
export interface Choice {
  readonly label: Text;
  readonly fits: Text;
}

/** The values a question accepts. `parse(print(v))` is `v` for each of them. */
export interface ValueType<T extends Value = Value> {
  /** Placeholder in the help, such as `QUANTITY` or `NAME=VALUE`. */
  readonly name: string;
  readonly widget: 'choice' | 'confirm' | 'text' | 'list';
  /** What is accepted, as the end of the sentence "Give …". */
  readonly expects: Text;
  /** Present where the choices are few: by printed value, in the order in which they are shown. */
  readonly choices?: Readonly<Record<string, Choice>>;
  /** The word that stands for none of the values of another type, and that type: what is expected where the word cannot be said. */
  readonly beside?: { readonly word: string; readonly type: ValueType };
  readonly schema: JsonSchema;
  /** The value names a file whose content the plan needs: the path in an answer, else undefined. */
  readonly fileOf?: (item: string) => string | undefined;
  /** Values that show the type in a law, in an example, and in a random plan. */
  readonly samples: readonly T[];
  parse(said: string | readonly string[]): Parsed<T>;
  print(value: T): string | readonly string[];
}

/** An answer that would mend a refusal, and what it gives, without a full stop: "a disk for each". */
export interface Mend {
  /** Id of the question to answer. */
  readonly id: string;
  readonly value: Value;
  readonly gives: Text;
}

/** Why a choice cannot work here, and what can be said instead. */
export interface Refused {
  readonly says: Text;
  readonly mends: readonly Mend[];
}

/** What a rule decides. Other choices are rejected by their refusal, by `rejected`, or by saying what they are for. */
export interface Ruling<T> {
  readonly choice: T;
  readonly reason: Text;
  readonly rejected?: Readonly<Record<string, Text>>;
  /** The cluster that was read has it so. */
  readonly source?: 'cluster';
}

/** A silent rule lets the next one try. */
export type Rule<T> = (known: Known) => Ruling<T> | undefined;

/** Where a choice comes from: somebody said it, or a rule decided it, perhaps by what the cluster shows. */
export type Origin = Source | 'rule' | 'cluster';

/**
 * A decision with its reason. `rule` is the id of the rule that decided, or `said` where a person, a file or a preset did.
 * `rejected` says for each other choice why it was not taken; it is empty where the choices are not few.
 */
export interface Decision<T extends Value = Value> {
  readonly choice: T;
  readonly reason: Text;
  readonly rule: string;
  readonly source: Origin;
  readonly rejected: Readonly<Record<string, Text>>;
}

/** Nobody said it. */
export const isRuled = ({ source }: Pick<Decision, 'source'>): boolean => source === 'rule' || source === 'cluster';

export type Level = 'essential' | 'more' | 'quiet';

/** A decision the user may overrule. */
export interface Question<Id extends string, T extends Value> {
  readonly id: Id;
  /** A noun of one or two words, for the review and the list of accepted answers: "Image". */
  readonly label: Text;
  readonly ask: Text;
  readonly help: Text;
  readonly type: ValueType<T>;
  /** quiet: decided by rule, shown on the review, answerable by flag. */
  readonly level: Level;
  /** Where it becomes essential although its level is lower. */
  readonly essentialWhen?: Condition;
  readonly when?: Condition;
  readonly rules: Readonly<Record<string, Rule<NoInfer<T>>>>;
  readonly refuses?: Readonly<Record<string, (choice: NoInfer<T>, known: Known) => Refused | undefined>>;
  /** A line drawn for a choice, where a picture says more than its name. */
  readonly drawing?: (choice: NoInfer<T>, known: Known) => Text | undefined;
  /** The Kubernetes page that teaches more. */
  readonly page?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: the one heterogeneous list; a question's own type is kept by the key
export type AnyQuestion = Question<string, any>;

/** What is decided so far. A question that does not apply, is still open, or comes later is not known. */
export interface Known {
  /** The choice, or undefined where the question does not apply or stays open. Asking for a later question is a bug. */
  get<T extends Value>(question: Question<string, T>): T | undefined;
  /** True where the choice is one of these. */
  is<T extends Value>(question: Question<string, T>, ...values: readonly NoInfer<T>[]): boolean;
  /** All components, this one included, in the order in which they were said. */
  readonly components: readonly Known[];
  /** The component of this name, once the names are settled. */
  named(name: string): Known | undefined;
  readonly facts: Facts;
}

/** The choice of a question that is always decided here. */
export function sure<T extends Value>(known: Known, asked: Question<string, T>): T {
  const choice = known.get(asked);
  if (choice === undefined) throw new Error(`The question “${asked.id}” is not decided.`);
  return choice;
}

/** Conditions are data, so that help, docs and the JSON Schema can state them. */
export type Condition =
  | { readonly kind: 'is'; readonly question: AnyQuestion; readonly values: readonly Value[] }
  | { readonly kind: 'given'; readonly question: AnyQuestion }
  | { readonly kind: 'unseen'; readonly fact: keyof Facts }
  | { readonly kind: 'no-components' }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

export function question<const Id extends string, T extends Value>(entry: Question<Id, T>): Question<Id, T> {
  return entry;
}

export const is = <T extends Value>(asked: Question<string, T>, ...values: readonly NoInfer<T>[]): Condition => ({
  kind: 'is',
  question: asked,
  values,
});
/** The question applies and its list is not empty, or its choice is not the empty string. */
export const given = (asked: AnyQuestion): Condition => ({ kind: 'given', question: asked });
/** Nobody looked at this fact. */
export const unseen = (fact: keyof Facts): Condition => ({ kind: 'unseen', fact });
/** A namespace without an application. For `essentialWhen` only: while the application is settled, nobody knows of components. */
export const noComponents: Condition = { kind: 'no-components' };
export const not = (of: Condition): Condition => ({ kind: 'not', of });
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of });

export function holds(condition: Condition | undefined, known: Known): boolean {
  if (!condition) return true;
  switch (condition.kind) {
    case 'is':
      return known.is(condition.question, ...condition.values);
    case 'given': {
      const choice: Value | undefined = known.get(condition.question);
      return choice !== undefined && choice !== '' && !(Array.isArray(choice) && choice.length === 0);
    }
    case 'unseen':
      return known.facts[condition.fact] === undefined;
    case 'no-components':
      return known.components.length === 0;
    case 'not':
      return !holds(condition.of, known);
    case 'all':
      return condition.of.every((part) => holds(part, known));
    case 'any':
      return condition.of.some((part) => holds(part, known));
  }
}

/** A rule that always gives the same. */
export const always =
  <T>(choice: T, reason: Text): Rule<T> =>
  () => ({ choice, reason });

/** Questions that belong together in the help, in the order in which they are settled. */
export interface Topic {
  readonly id: string;
  readonly title: Text;
  readonly questions: readonly AnyQuestion[];
}

/** Three phases, settled in this order, each seeing the ones before. Order is dependency. */
export interface Catalogue {
  readonly application: readonly Topic[];
  readonly component: readonly Topic[];
  readonly whole: readonly Topic[];
}

/** The level of a question here and now: `more` questions are asked when a person wants all of them. */
export const levelOf = (asked: AnyQuestion, known: Known): Level =>
  asked.essentialWhen && holds(asked.essentialWhen, known) ? 'essential' : asked.level;

export const questionsOf = (topics: readonly Topic[]): readonly AnyQuestion[] => topics.flatMap((topic) => topic.questions);

export const questionById = (topics: readonly Topic[], id: string): AnyQuestion | undefined =>
  questionsOf(topics).find((asked) => asked.id === id);
