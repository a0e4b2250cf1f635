import { generatedKeysOf } from '../manifests/generated-secrets.ts';
import type { Owner } from '../model/manifest.ts';
import type { Change } from '../output/changes.ts';
import { nextStepsOf } from '../output/next-steps.ts';
import { prerequisitesOf } from '../output/prerequisites.ts';
import type { Product } from './product.ts';
import type { Ending } from './report.ts';

/** What a person is told once the files are written. */
export function endingOf({ plan, manifests, repeat }: Product, folder: string, changes: readonly Change[]): Ending {
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
    next: steps.filter((step) => step[client].length > 0).map((step) => ({ says: step.says, commands: step[client] })),
    repeat,
  };
}
