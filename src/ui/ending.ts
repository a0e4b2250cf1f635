import type { Where } from '../cluster/connection.ts';
import { generatedKeysOf } from '../manifests/generated-secrets.ts';
import type { Owner } from '../model/manifest.ts';
import type { Change } from '../output/changes.ts';
import { inOneGo, nextStepsOf } from '../output/next-steps.ts';
import { prerequisitesOf } from '../output/prerequisites.ts';
import { program } from './commands.ts';
import type { Product } from './product.ts';
import { commandLine } from './quote.ts';
import { folderWord } from './repeat.ts';
import type { Ending } from './report.ts';
import { whereWords } from './where-words.ts';

export interface Delivered {
  readonly folder: string;
  readonly changes: readonly Change[];
  /** They are applied right away: nobody has to do it by hand. */
  readonly isApplied: boolean;
  /** The flag that says so; an answer is among those that are repeated. */
  readonly isFlagged: boolean;
  readonly where: Where;
}

/** What a person is told once the files are written. */
export function endingOf({ plan, manifests, repeat }: Product, { folder, changes, isApplied, isFlagged, where }: Delivered): Ending {
  const kindsOf = (owner: Owner) => manifests.filter((manifest) => manifest.owner === owner).map(({ object }) => object.kind ?? '');
  const client = plan.platform === 'openshift' ? 'oc' : 'kubectl';
  const steps = nextStepsOf(plan, manifests, folder);
  return {
    folder,
    written: changes.filter(({ change, file }) => file && change !== 'unchanged' && change !== 'keep').length,
    removed: changes.filter(({ change }) => change === 'remove').map(({ path }) => path),
    admin: kindsOf('admin'),
    developer: kindsOf('developer'),
    hasSecrets: generatedKeysOf(plan).length > 0,
    before: prerequisitesOf(plan),
    next: isApplied
      ? []
      : [
          ...steps.filter((step) => step[client].length > 0).map((step) => ({ says: step.says, commands: step[client] })),
          { says: inOneGo, commands: [`npx ${program} ${commandLine(['apply', folderWord(folder), ...whereWords(where)])}`] },
        ],
    repeat: isApplied ? [repeat, commandLine([...(isFlagged ? ['--apply'] : []), ...whereWords(where)])].join(' ').trimEnd() : repeat,
  };
}
