import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { File } from '../src/model/file.ts';
import { answersPath, folders } from '../src/output/paths.ts';
import { catalogue } from '../src/questions/catalogue.ts';
import { answersFrom } from '../src/ui/answers-file.ts';
import { invocationOf } from '../src/ui/flags.ts';
import { filesFor, productOf } from '../src/ui/product.ts';
import { repeatWords } from '../src/ui/repeat.ts';
import { repeatableIn } from '../src/ui/said.ts';
import { completedOutlookOf, type Intent, type Outlook } from '../src/ui/settling.ts';
import { presets } from './presets-of-the-house.ts';
import { argvOf, factsFor, type Saying, sensibleSaying } from './random-answers.ts';

const vocabulary = { catalogue, presets };
const run = { command: 'create', folder: 'shop', language: 'en' } as const;

interface Made {
  readonly outlook: Outlook;
  readonly files: readonly File[];
}

/** Every run has a chance of its own, so that only what is written down can make two runs alike. */
function made(intent: Intent, saying: Saying, chance: string): Made {
  const { files = {} } = factsFor(saying);
  const means = { presets, random: (bytes: number) => Buffer.alloc(bytes, chance), read: (path: string) => files[path] };
  const outlook = completedOutlookOf(intent, means);
  const written = filesFor(outlook, productOf(outlook, run), presets, 'en', () => chance);
  return { outlook, files: written.filter(({ path }) => !path.startsWith('secrets/')) };
}

function byWords(words: readonly string[], saying: Saying, chance: string): Made {
  const invocation = invocationOf(words, {}, vocabulary);
  if (invocation.command !== 'create') throw new Error('The words mean another command.');
  const { preset, added, said } = invocation;
  return made(
    { hasComponents: true, answers: [said], slots: [], added, folder: 'shop', ...(preset === undefined ? {} : { preset }) },
    saying,
    chance,
  );
}

const contentOf = ({ files }: Made, path: string): string => files.find((file) => file.path === path)?.content ?? '';
const manifestsOf = ({ files }: Made) => files.filter(({ path }) => Object.values(folders).some((folder) => path.startsWith(`${folder}/`)));

describe('a run that is repeated', () => {
  it('writes the same bytes by the printed command', () => {
    fc.assert(
      fc.property(sensibleSaying(), ({ saying }) => {
        const first = byWords(argvOf(saying), saying, 'a');
        const again = byWords(repeatWords({ ...run, ...repeatableIn(first.outlook) }, catalogue), saying, 'b');
        expect(again.files).toEqual(first.files);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('writes the same manifests by its answers file', () => {
    fc.assert(
      fc.property(sensibleSaying(), ({ saying }) => {
        const first = byWords(argvOf(saying), saying, 'a');
        const saved = answersFrom(contentOf(first, answersPath), answersPath, vocabulary);
        const again = made({ hasComponents: true, answers: [saved.answers], slots: saved.slots, added: [], folder: 'shop' }, saying, 'b');
        expect(manifestsOf(again)).toEqual(manifestsOf(first));
        expect(contentOf(again, answersPath)).toBe(contentOf(first, answersPath));
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
