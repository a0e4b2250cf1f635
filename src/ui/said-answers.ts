import { grouped } from '../model/grouped.ts';
import type { Complaint } from '../model/problem.ts';
import type { Answers, Value, Values } from '../model/value.ts';
import { platform } from '../questions/application.ts';
import { component } from '../questions/basics.ts';
import type { AnyQuestion, Choice, Known, Parsed, ValueType } from '../questions/question.ts';
import { oneOf } from '../questions/value-types.ts';
import type { Given } from './command-line.ts';
import { badName, badValue, deniedAndSaid, saidTwice } from './flag-complaints.ts';
import type { Flag } from './flag-names.ts';
import type { GlobalName } from './options.ts';
import { flagName } from './said-flags.ts';
import { isList, isSwitch } from './vocabulary.ts';

type AnswerFlag = Extract<Flag, { kind: 'answer' }>;
type GivenAnswer = Given & { readonly flag: AnswerFlag };

const isAnswer = (given: Given): given is GivenAnswer => given.flag.kind === 'answer';

/** The answers that the flags give, by slot; the bare flags of a component stand under the empty key. */
export function saidAnswers(given: readonly Given[]): { readonly answers: Answers; readonly complaints: readonly Complaint[] } {
  const groups = grouped(given.filter(isAnswer), ({ flag }) => `${flag.scope} ${flagName(flag.question.id, flag.slot)}`);
  const complaints: Complaint[] = [];
  const application = new Map<string, Value>();
  const components = new Map<string, Map<string, Value>>();
  const chosen = platformIn(given);
  for (const group of groups.values()) {
    const flag = group[0]?.flag;
    if (!flag) continue;
    const answer = answerOf(flag.question, group, chosen);
    if ('complaint' in answer) complaints.push(answer.complaint);
    else if (flag.scope === 'application') application.set(flag.question.id, answer.value);
    else components.set(flag.slot, (components.get(flag.slot) ?? new Map()).set(flag.question.id, answer.value));
  }
  const slots = [...components].map(([slot, values]): [string, Values] => [slot, Object.fromEntries(values)]);
  return { answers: { source: 'flag', application: Object.fromEntries(application), components: Object.fromEntries(slots) }, complaints };
}

type Answer = { readonly value: Value } | { readonly complaint: Complaint };

/** What all flags of one question say together. */
function answerOf(asked: AnyQuestion, group: readonly GivenAnswer[], chosen: string | undefined): Answer {
  const raw = group.at(-1)?.raw ?? '';
  const slot = group[0]?.flag.slot ?? '';
  const named = slot === '' ? undefined : component.type.parse(slot);
  if (named && 'says' in named) return { complaint: badName(raw, named.says, `--${flagName(asked.id, 'COMPONENT')}`) };
  const denials = group.filter(({ flag }) => flag.denied).length;
  if (denials > 0 && denials < group.length) return { complaint: deniedAndSaid(group.find(({ flag }) => !flag.denied)?.raw ?? raw) };
  if (group.length > 1 && (denials > 0 || !isList(asked.type))) return { complaint: saidTwice(raw) };
  const said = group.map(({ value }) => value);
  const parsed = parse(asked, denials > 0, said);
  if ('value' in parsed) return parsed;
  const better = parse({ ...asked, type: acceptedOn(chosen, asked) }, denials > 0, said);
  return { complaint: badValue(raw, 'says' in better ? better.says : parsed.says, acceptedOn(chosen, asked), said) };
}

/** The platform as far as flags alone tell it: where they do not, a file, a cluster or a person may say another. */
function platformIn(given: readonly Given[]): string | undefined {
  const said = given.find(({ flag }) => flag.kind === 'answer' && flag.question.id === platform.id)?.value;
  const isGlobal = (...names: readonly GlobalName[]) => given.some(({ flag }) => flag.kind === 'global' && names.includes(flag.name));
  return said ?? (isGlobal('yes', 'json', 'stdout') && !isGlobal('answers', 'from-cluster') ? usual : undefined);
}

const usual = 'kubernetes';

/** What a question accepts, without the choices that its rule on the platform refuses there. */
function acceptedOn(chosen: string | undefined, { type, refuses }: AnyQuestion): ValueType {
  if (!type.choices || type.widget !== 'choice' || chosen === undefined) return type;
  const is: Known['is'] = (asked, ...values) => asked.id === platform.id && (values as readonly unknown[]).includes(chosen);
  const known: Known = { get: () => undefined, is, components: [], named: () => undefined, facts: {} };
  return oneOf(
    Object.fromEntries(
      Object.entries(type.choices as Readonly<Record<string, Choice>>).filter(([choice]) => !refuses?.['M7']?.(choice, known)),
    ),
  );
}

function parse({ type }: AnyQuestion, denied: boolean, said: readonly string[]): Parsed<Value> {
  if (isSwitch(type)) return type.parse(denied ? 'false' : (said[0] ?? ''));
  if (denied) return type.parse([]);
  return type.parse(isList(type) ? said : (said[0] ?? ''));
}
