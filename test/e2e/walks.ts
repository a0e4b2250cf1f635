import fc from 'fast-check';
import type { Facts } from '../../src/model/facts.ts';
import type { Language } from '../../src/model/text.ts';
import { settled } from '../../src/questions/catalogue.ts';
import { outcomeOf } from '../../src/ui/interview.ts';
import { screenOf } from '../../src/ui/tui/screen.ts';
import type { Session } from '../../src/ui/tui/session.ts';
import { argvOf, factsFor, requestFor, type Saying, sensibleSaying, wishOf } from '../random-answers.ts';
import { baseFor, chanceOf, opened } from '../ui/tui/desk.tsx';
import { walk, wantedBy } from '../ui/tui/walker.ts';

/** A walk through the wizard that can be walked again without looking. */
export interface Walk {
  readonly keys: readonly { readonly key: string /** What a window of 80 by 24 shows after it. */; readonly shows: string }[];
  /** The command line before the interview. */
  readonly argv: readonly string[];
  /** The command line that says the same without one. */
  readonly sameByFlags: readonly string[];
  /** The files that the answers name, by path. */
  readonly files: NonNullable<Facts['files']>;
}

/** As many walks in this language; the same seed gives the same ones. */
export function walksIn(language: Language, seed: number, count: number): readonly Walk[] {
  const one = fc.tuple(sensibleSaying(), fc.integer()).filter(([{ saying }]) => isShort(saying) && isWithoutChance(saying));
  return fc.sample(one, { seed, numRuns: count }).map(([{ saying }, chance]) => walked(saying, language, chance));
}

/** Few answers are given by few keys. */
const isShort = ({ application, components }: Saying): boolean =>
  [application, ...Object.values(components)].reduce((sum, values) => sum + Object.keys(values).length, 0) <= mostAnswers;

const mostAnswers = 8;

/** A Kafka cluster has an id that is made by chance, so that no two runs are the same. */
const isWithoutChance = ({ added }: Saying): boolean => added.every(({ preset }) => preset !== 'kafka');

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are keys
const keyOf = /\u001b\[[A-Z]|./gsu;

function walked(saying: Saying, language: Language, seed: number): Walk {
  const desk = opened(baseFor(saying), language);
  const keys: Walk['keys'][number][] = [];
  const type = (pressed: string) => {
    for (const key of pressed.match(keyOf) ?? []) {
      desk.type(key);
      keys.push({ key, shows: shownBy(desk.store.get()) });
    }
  };
  walk({ see: desk.store.get, type }, wantedBy(settled(requestFor(wishOf(saying)))), chanceOf(seed));
  desk.close();
  const { interview, look } = desk.store.get();
  const { answers } = outcomeOf(interview, look.language);
  const { second } = saying.components;
  const said = second ? { second: { image: second['image'] ?? '' } } : {};
  const begun: Saying = { application: {}, components: said, added: saying.added };
  const ended: Saying = {
    application: answers.application,
    components: { ...answers.components, ...(second ? { second: { ...said.second, ...answers.components['second'] } } : {}) },
    added: saying.added,
  };
  return {
    keys,
    argv: [...argvOf(begun).filter((word) => word !== '--yes'), '--lang', language],
    sameByFlags: [...argvOf(ended), '--lang', look.language],
    files: factsFor(saying).files ?? {},
  };
}

/** The rows as a terminal has them, without what stands beside them. */
export const shownBy = (session: Session): string =>
  screenOf(session)
    .map((line) => ` ${line.map(({ text }) => text).join('')}`.trimEnd())
    .join('\n')
    .trimEnd();
