import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifestsOf } from '../../src/manifests/manifests.ts';
import { answersPath } from '../../src/output/paths.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { planOf } from '../../src/questions/plan-of.ts';
import { answersFrom } from '../../src/ui/answers-file.ts';
import { invocationOf } from '../../src/ui/flags.ts';
import { filesFor, productOf } from '../../src/ui/product.ts';
import { complaintsOf } from '../../src/ui/settled-complaints.ts';
import { completedOutlookOf, type Intent, type Means, type Outlook } from '../../src/ui/settling.ts';
import { means } from '../presets/runs.ts';
import { presets } from '../presets-of-the-house.ts';
import { type SeenCluster, seenClusters } from '../questions/seen-clusters.ts';
import { factsFor, type Saying, sensibleSaying } from '../random-answers.ts';

const vocabulary = { catalogue, presets };

const meansFor = (saying: Saying): Means => {
  const { files } = factsFor(saying);
  return { ...means, read: (path) => files?.[path] };
};

const intentOf = ({ application, components, added }: Saying): Intent => ({
  hasComponents: true,
  folder: 'shop',
  slots: [],
  added,
  answers: [{ source: 'flag', application, components }],
});

const objectsIn = ({ settled }: Outlook) => manifestsOf(planOf(settled)).map(({ object }) => object);

/** What comes of the answers file and of the repeated command, where no cluster is read any more. */
function againWithout(outlook: Outlook, blind: Means) {
  const product = productOf(outlook, { command: 'create', folder: 'shop', language: 'en' });
  const file = filesFor(outlook, product, presets, 'en', () => 'a').find(({ path }) => path === answersPath)?.content ?? '';
  const saved = answersFrom(file, answersPath, vocabulary);
  const words = product.repeat.split(' ').slice(2);
  const intent = { hasComponents: true, folder: 'shop', added: [] };
  return {
    words,
    byFile: completedOutlookOf({ ...intent, answers: [saved.answers], slots: saved.slots }, blind),
  };
}

describe.each(Object.keys(seenClusters) as SeenCluster[])('what the cluster “%s” showed is saved with the answers', (seen) => {
  it('so that the same comes of them without it', () => {
    let compared = 0;
    fc.assert(
      fc.property(sensibleSaying(), ({ saying }) => {
        const blind = meansFor(saying);
        const outlook = completedOutlookOf(intentOf(saying), { ...blind, cluster: seenClusters[seen] });
        if (complaintsOf(outlook.settled, catalogue).length > 0) return;
        compared += 1;
        const { byFile } = againWithout(outlook, blind);
        expect(complaintsOf(byFile.settled, catalogue)).toEqual([]);
        expect(objectsIn(byFile)).toEqual(objectsIn(outlook));
      }),
      { numRuns: 50 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});

it('the command that repeats a run needs no cluster', () => {
  const saying: Saying = {
    application: { namespace: 'shop' },
    components: { '': { image: 'ghcr.io/example/shop:2.4.1', data: 'keep' } },
    added: [],
  };
  const blind = meansFor(saying);
  const outlook = completedOutlookOf(intentOf(saying), { ...blind, cluster: seenClusters.openshift });
  const { words } = againWithout(outlook, blind);
  const invocation = invocationOf(words, {}, vocabulary);
  if (invocation.command !== 'create') throw new Error(words.join(' '));
  expect(invocation).toMatchObject({ fromCluster: false });
  const again = completedOutlookOf({ hasComponents: true, folder: 'shop', slots: [], added: [], answers: [invocation.said] }, blind);
  expect(again.settled.application).toMatchObject({ platform: { choice: 'openshift' }, 'create-namespace': { choice: false } });
  expect(objectsIn(again)).toEqual(objectsIn(outlook));
});
