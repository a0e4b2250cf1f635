import { manifestsOf } from '../manifests/manifests.ts';
import { text, verbatim } from '../model/text.ts';
import type { Answers } from '../model/value.ts';
import { name, namespace } from '../questions/application.ts';
import { component, image, port } from '../questions/basics.ts';
import { needs } from '../questions/connections.ts';
import { planOf } from '../questions/plan-of.ts';
import type { AnyQuestion, Choice, Known } from '../questions/question.ts';
import type { Base } from './interview.ts';
import { called, depth, type Opened, startOf } from './opening.ts';
import { type Intent, type Means, outlookOf } from './settling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The interview comes first: it asks only what nobody else answered, so it contradicts a flag only on purpose. */
export const heard = (intent: Intent, interview: Answers, { preset, folder }: Opened = {}): Intent => ({
  ...intent,
  answers: [interview, ...intent.answers, ...(folder === undefined ? [] : [naming(folder)])],
  ...(preset === undefined ? {} : { preset }),
  ...(folder === undefined ? {} : { folder }),
});

const naming = (called: string): Answers => ({ source: 'interview', application: { [namespace.id]: called }, components: {} });

/** What an interview of this command line stands on. */
export function baseOf({ allQuestions }: { readonly allQuestions: boolean }, intent: Intent, means: Means, vocabulary: Vocabulary): Base {
  const { catalogue } = vocabulary;
  return {
    catalogue,
    opening: [...(allQuestions ? [] : [depth]), ...(intent.hasComponents ? startFor(intent, vocabulary) : isNamed(intent) ? [] : [called])],
    settle: (interview, opened) => outlookOf(heard(intent, interview, opened), means).settled,
    manifestsFor: (settled) => manifestsOf(planOf(settled)),
    offersOf: (asked, known) => (asked === (needs as AnyQuestion) ? needable(known, vocabulary) : undefined),
  };
}

/** Whoever named an image, a preset or a component knows what it is. */
const startFor = (intent: Intent, { presets }: Vocabulary): readonly AnyQuestion[] =>
  intent.preset !== undefined || intent.slots.length > 0 || saysImage(intent) ? [] : [startOf(presets)];

const isNamed = ({ folder, answers }: Intent): boolean => folder !== undefined || answers.some(namesIt);

/** Whether the application or its namespace has a name already. */
export const namesIt = ({ application }: Answers): boolean => [name.id, namespace.id].some((id) => application[id] !== undefined);

const saysImage = ({ answers }: Intent): boolean => answers.some(({ components }) => components['']?.[image.id] !== undefined);

/** What a component can need: the other components, and the presets that would be added. */
function needable(known: Known, { presets }: Vocabulary): Readonly<Record<string, Choice>> {
  const others = known.components.flatMap((other) => {
    const called = other.get(component);
    return called === undefined || other === known
      ? []
      : [[called, { label: verbatim(called), fits: text('It is part of this application.', 'Es parte de esta aplicación.') }] as const];
  });
  const taken = new Set(others.map(([called]) => called));
  const offered = presets
    .filter(({ name, answers }) => !taken.has(name) && answers[image.id] !== undefined && answers[port.id] !== undefined)
    .map(({ name, title, about }) => [name, { label: title, fits: about }] as const);
  return Object.fromEntries([...others, ...offered]);
}
