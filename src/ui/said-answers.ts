import { grouped } from '../model/grouped.ts';
import type { Complaint } from '../model/problem.ts';
import type { Answers, Value, Values } from '../model/value.ts';
import { component } from '../questions/basics.ts';
import type { AnyQuestion, Parsed } from '../questions/question.ts';
import type { Given } from './command-line.ts';
import { badName, badValue, deniedAndSaid, saidTwice } from './flag-complaints.ts';
import type { Flag } from './flag-names.ts';
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
  for (const group of groups.values()) {
    const flag = group[0]?.flag;
    if (!flag) continue;
    const answer = answerOf(flag.question, group);
    if ('complaint' in answer) complaints.push(answer.complaint);
    else if (flag.scope === 'application') application.set(flag.question.id, answer.value);
    else components.set(flag.slot, (components.get(flag.slot) ?? new Map()).set(flag.question.id, answer.value));
  }
  const slots = [...components].map(([slot, values]): [string, Values] => [slot, Object.fromEntries(values)]);
  return { answers: { source: 'flag', application: Object.fromEntries(application), components: Object.fromEntries(slots) }, complaints };
}

type Answer = { readonly value: Value } | { readonly complaint: Complaint };

/** What all flags of one question say together. */
function answerOf(asked: AnyQuestion, group: readonly GivenAnswer[]): Answer {
  const raw = group.at(-1)?.raw ?? '';
  const slot = group[0]?.flag.slot ?? '';
  const named = slot === '' ? undefined : component.type.parse(slot);
  if (named && 'says' in named) return { complaint: badName(raw, named.says, `--${flagName(asked.id, 'COMPONENT')}`) };
  const denials = group.filter(({ flag }) => flag.denied).length;
  if (denials > 0 && denials < group.length) return { complaint: deniedAndSaid(group.find(({ flag }) => !flag.denied)?.raw ?? raw) };
  if (group.length > 1 && (denials > 0 || !isList(asked.type))) return { complaint: saidTwice(raw) };
  const said = group.map(({ value }) => value);
  const parsed = parse(asked, denials > 0, said);
  return 'value' in parsed ? parsed : { complaint: badValue(raw, parsed.says, asked, said) };
}

function parse({ type }: AnyQuestion, denied: boolean, said: readonly string[]): Parsed<Value> {
  if (isSwitch(type)) return type.parse(denied ? 'false' : (said[0] ?? ''));
  if (denied) return type.parse([]);
  return type.parse(isList(type) ? said : (said[0] ?? ''));
}
