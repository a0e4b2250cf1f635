import fc from 'fast-check';
import { manifestsOf } from '../../src/manifests/manifests.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import type { Value } from '../../src/model/value.ts';
import { catalogue, settled } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { type AnyQuestion, questionsOf } from '../../src/questions/question.ts';
import { adding, requestFor, type Saying, sensibleSaying, wishOf } from '../random-answers.ts';

/** The manifests of any plan. */
export const someManifests = (): fc.Arbitrary<readonly Manifest[]> =>
  sensibleSaying().map(({ settled: made }) => manifestsOf(planOf(made)));

const applications = questionsOf([...catalogue.application, ...catalogue.whole]);
const answers = [...applications, ...questionsOf(catalogue.component)].flatMap((question) =>
  (question.type.samples as readonly Value[]).map((value) => ({ question, value })),
);

/** The manifests once one answer is another one; undefined where that does not settle. */
function answering(saying: Saying, question: AnyQuestion, value: Value): readonly Manifest[] | undefined {
  const slot = applications.includes(question) ? {} : { slot: '' };
  const made = settled(requestFor(wishOf(adding(saying, { question, ...slot }, '', value))));
  return made.open.length + made.refusals.length > 0 ? undefined : manifestsOf(planOf(made));
}

/** Two plans: most often one answer apart, sometimes worlds. */
export const somePair = (): fc.Arbitrary<readonly [readonly Manifest[], readonly Manifest[]]> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.tuple(someManifests(), someManifests()) },
    {
      weight: 3,
      arbitrary: fc.tuple(sensibleSaying(), fc.constantFrom(...answers)).map(([{ saying, settled: made }, { question, value }]) => {
        const before = manifestsOf(planOf(made));
        return [before, answering(saying, question, value) ?? before] as const;
      }),
    },
  );
