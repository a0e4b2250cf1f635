import type { Language } from '../model/text.ts';
import { component } from '../questions/basics.ts';
import { questionsOf } from '../questions/question.ts';
import type { Settled, Spot } from '../questions/settle.ts';
import { agendaOf, partsOf } from './agenda.ts';
import { folded } from './folded.ts';
import { type Interview, sameSpot } from './interview.ts';
import { nextLanguage } from './next-language.ts';

/** Every question that was asked or decided, in the order in which it is asked and reviewed. */
function spotsIn(interview: Interview, settled: Settled): readonly Spot[] {
  const agenda = agendaOf(interview, settled);
  const spots = partsOf(interview, settled).flatMap(({ topics, decisions, slot }) =>
    questionsOf(topics)
      .map((question): Spot => (slot === undefined ? { question } : { slot, question }))
      .filter((spot) => decisions[spot.question.id] || agenda.some((each) => sameSpot(each, spot))),
  );
  return [...interview.base.opening.map((question): Spot => ({ question })), ...spots];
}

/** The questions that a word may mean: those that are called so, else those whose names or words hold it. */
export function foundBy(word: string, interview: Interview, settled: Settled, language: Language): readonly Spot[] {
  const spots = spotsIn(interview, settled);
  const said = folded(word);
  const other = nextLanguage(language);
  const called = ({ slot, question: { id, label } }: Spot) => {
    const names = [id, label[language], label[other]].map(folded);
    const of = settled.components.find((each) => each.slot.key === slot)?.known.get(component);
    return of === undefined ? names : names.flatMap((name) => [name, `${of}.${name}`, `${of}: ${name}`]);
  };
  const whole = spots.filter((spot) => called(spot).includes(said));
  if (whole.length > 0) return whole;
  const words = said.split(' ');
  return spots.filter((spot) => {
    const sought = [...called(spot), folded(spot.question.ask[language])].join(' ');
    return words.every((each) => sought.includes(each));
  });
}
