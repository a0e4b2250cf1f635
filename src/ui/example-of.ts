import type { Value } from '../model/value.ts';
import { image } from '../questions/basics.ts';
import type { AnyQuestion, Known } from '../questions/question.ts';
import { spoken } from './usual.ts';

/** Enough to find every case that depends on a handful of choices, and done in milliseconds. */
const mostTries = 5000;

/**
 * What a rule says in some case in which it speaks, to explain it by example, or undefined where none is found. The questions
 * that the rule reads are answered with their samples, one after the other, until it says something.
 */
export function exampleOf<R>(rule: (known: Known) => R | undefined): R | undefined {
  let tries = 0;
  const search = (choices: ReadonlyMap<AnyQuestion, Value>): R | undefined => {
    if (++tries > mostTries) return undefined;
    const unread: AnyQuestion[] = [];
    const said = spoken(() => rule(answering(choices, (asked) => unread.push(asked))));
    const [next] = unread;
    if (said !== undefined || !next) return said;
    for (const sample of candidatesFor(next)) {
      const found = search(new Map([...choices, [next, sample]]));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(new Map());
}

/** Rules that speak of well-known images need one. */
const candidatesFor = (asked: AnyQuestion): readonly Value[] =>
  asked.id === image.id ? [...asked.type.samples, 'postgres:18.1'] : asked.type.samples;

/** Knows these choices, and reports each question that is asked in vain. */
function answering(choices: ReadonlyMap<AnyQuestion, Value>, inVain: (asked: AnyQuestion) => void): Known {
  const get = (asked: AnyQuestion) => {
    const choice = choices.get(asked);
    if (choice === undefined) inVain(asked);
    return choice;
  };
  return {
    get: get as Known['get'],
    is: (asked, ...values) => (values as readonly unknown[]).includes(get(asked as AnyQuestion)),
    components: [],
    named: () => undefined,
    facts: {},
  };
}
