import type { Where } from '../cluster/connection.ts';
import type { Environment } from '../model/environment.ts';
import type { Given } from './command-line.ts';
import { isNamespace } from './flag-names.ts';
import { globalSwitches, globalValues } from './global-flags.ts';
import type { ApplyWish, StatusWish } from './invocation.ts';
import { secondsOf } from './seconds.ts';

/** Which cluster the flags mean. */
export function whereOf(given: readonly Given[]): Where {
  const valuesOf = globalValues(given);
  const [kubeconfig] = valuesOf('kubeconfig');
  const [context] = valuesOf('context');
  return { ...(kubeconfig === undefined ? {} : { kubeconfig }), ...(context === undefined ? {} : { context }) };
}

/** Long enough for an image to be pulled and a volume to be made. */
const usualTimeout = 300;

export function applyWish(given: readonly Given[], env: Environment): ApplyWish {
  const valuesOf = globalValues(given);
  const on = globalSwitches(given);
  const [confirm] = valuesOf('confirm');
  const [timeout] = valuesOf('timeout');
  return {
    ...whereOf(given),
    ...(confirm === undefined ? {} : { confirm }),
    dryRun: on('dry-run'),
    preview: !on('no-preview') || on('dry-run'),
    forceConflicts: on('force-conflicts'),
    prune: on('prune'),
    plain: on('plain') || prefersPlain(env),
    timeout: timeout === undefined ? usualTimeout : (secondsOf(timeout) ?? usualTimeout),
  };
}

export function statusWish(place: string | undefined, given: readonly Given[], env: Environment): StatusWish {
  const on = globalSwitches(given);
  const said = given.findLast(({ flag }) => isNamespace(flag))?.value;
  return {
    ...whereOf(given),
    ...(place === undefined ? {} : { place }),
    ...(said ? { namespace: said } : {}),
    watch: on('watch'),
    all: on('all'),
    plain: on('plain') || prefersPlain(env),
  };
}

/** A terminal that cannot draw, or somebody who listens to it. */
export const prefersPlain = (env: Environment): boolean =>
  !['', '0', 'false', undefined].includes(env['ACCESSIBLE']) || env['TERM'] === 'dumb' || env['INK_SCREEN_READER'] === 'true';
