import { fieldOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { keysLacking } from '../apply/create-once.ts';
import { applyOwn } from '../apply/own-fields.ts';
import { sendApply } from '../apply/server-side-apply.ts';
import { wavesOf } from '../apply/waves.ts';
import type { Connection, Reply } from '../connection.ts';
import { definesKindOf } from '../definitions.ts';
import { type Paths, pathsOf } from '../discovery.ts';
import { inParallel } from '../in-parallel.ts';
import { fieldsBeside, unknownFieldIn } from '../known-fields.ts';
import { ask } from '../patience.ts';
import { managersAgainst } from '../refusals/conflict.ts';
import type { Refusal } from '../refusals/refusal.ts';
import { type Said, saidBy } from '../said-by.ts';
import { type FieldDifference, hidden, objectDifferences } from './object-diff.ts';

/** What an apply would make of one object. */
export type Previewed =
  /** Unverified: what it needs, such as its namespace, is itself not there yet, so the server could not be asked. */
  | { readonly object: AnyObject; readonly outcome: 'created'; readonly isVerified: boolean }
  /** The differences are undefined where the user may not read what is there. */
  | {
      readonly object: AnyObject;
      readonly outcome: 'changed';
      readonly differences: readonly FieldDifference[] | undefined;
      /** Those who have set fields that would be taken over from them. */
      readonly takenFrom?: readonly string[];
    }
  | { readonly object: AnyObject; readonly outcome: 'unchanged' | 'unknown kind' }
  | ({ readonly object: AnyObject; readonly outcome: 'conflict' | 'refused'; readonly status: number } & Said & Pick<Refusal, 'known'>);

export interface PreviewOptions {
  /** Secrets with generated values, which an apply creates where they are missing and never replaces. */
  readonly once?: ReadonlySet<AnyObject>;
  /** Fields that others have set would be taken over. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Asks the API server what an apply would do, by a dry run of every object, in the order of an apply; a refusal stops nothing. The
 * results are in that order. Nothing is changed. Rejects where no answer comes, and when the signal aborts.
 */
export async function preview(
  connection: Connection,
  objects: readonly AnyObject[],
  options: PreviewOptions = {},
): Promise<readonly Previewed[]> {
  const asking: Asking = { connection, paths: pathsOf(connection), objects, options };
  const waves: (readonly Previewed[])[] = [];
  for (const wave of wavesOf(objects)) waves.push(await inParallel(wave, (object) => previewOne(asking, object)));
  return waves.flat();
}

interface Asking {
  readonly connection: Connection;
  readonly paths: Paths;
  /** All of them: some make possible what others need. */
  readonly objects: readonly AnyObject[];
  readonly options: PreviewOptions;
}

/** Tries to catch an object between two changes by somebody else. */
const mostLooks = 5;

async function previewOne(asking: Asking, object: AnyObject): Promise<Previewed> {
  const path = await asking.paths.pathOf(object);
  if (path === undefined) return definesKindOf(asking.objects, object) ? foretold(object) : { object, outcome: 'unknown kind' };
  if (asking.options.once?.has(object)) {
    const there = await ask(asking.connection, 'GET', path, { signal: asking.options.signal });
    if (there.status === 200) return keptOf(object, JSON.parse(there.body));
  }
  for (let looks = 1; ; looks++) {
    asking.options.signal?.throwIfAborted();
    const { tried, takenFrom } = await tryOut(asking, path, object);
    if (tried.status !== 200) return withoutCompare(asking, object, tried);
    const there = await ask(asking.connection, 'GET', path, { signal: asking.options.signal });
    if (there.status !== 200 && there.status !== 404) return { object, outcome: 'changed', differences: undefined };
    const isSame = there.status === 200 && versionIn(there) === versionIn(tried);
    if (isSame || looks === mostLooks) return changedOf(object, there, tried, takenFrom);
  }
}

/** A dry run; where others have set fields that are to be taken over, one that takes them, and from whom. */
async function tryOut({ connection, options: { force, signal } }: Asking, path: string, object: AnyObject) {
  const tried = await applyOwn(connection, path, object, { dryRun: true, signal });
  const managers = force ? managersAgainst({ object, status: tried.status, ...saidBy(tried) }) : [];
  if (managers.length === 0) return { tried };
  return { tried: await sendApply(connection, path, object, { dryRun: true, force: true, signal }), takenFrom: managers };
}

/** What needs no look at what is there: it is new, or refused. */
async function withoutCompare({ connection, objects, options }: Asking, object: AnyObject, reply: Reply): Promise<Previewed> {
  const { status } = reply;
  if (status === 201) return { object, outcome: 'created', isVerified: true };
  if (status === 404 && isMadeBy(objects, object)) return foretold(object);
  const said = saidBy(reply);
  const unknown = unknownFieldIn(said.message);
  const known = unknown === undefined ? [] : await fieldsBeside(connection, object, unknown, options.signal);
  return { object, outcome: status === 409 ? 'conflict' : 'refused', status, ...said, ...(known.length > 0 && { known }) };
}

const versionIn = ({ body }: Reply): unknown => fieldOf(JSON.parse(body), 'metadata', 'resourceVersion');
const foretold = (object: AnyObject): Previewed => ({ object, outcome: 'created', isVerified: false });

function changedOf(object: AnyObject, there: Reply, tried: Reply, takenFrom: readonly string[] | undefined): Previewed {
  const differences = objectDifferences(JSON.parse(there.body), JSON.parse(tried.body));
  if (differences.length === 0) return { object, outcome: 'unchanged' };
  return { object, outcome: 'changed', differences, ...(takenFrom && { takenFrom }) };
}

/** A Secret that is made once gets only the keys that it lacks. */
function keptOf(object: AnyObject, there: unknown): Previewed {
  const differences = keysLacking(there, object).map(([key]) => ({
    path: ['data', key],
    field: `data.${key}`,
    before: undefined,
    after: hidden,
  }));
  return differences.length === 0 ? { object, outcome: 'unchanged' } : { object, outcome: 'changed', differences };
}

/** Its namespace is missing, and these objects bring it. */
const isMadeBy = (objects: readonly AnyObject[], object: AnyObject): boolean =>
  namespaceOf(object) !== '' && objects.some(({ kind, metadata }) => kind === 'Namespace' && metadata?.name === namespaceOf(object));
