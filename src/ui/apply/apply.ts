import { type Applied, isDone } from '../../cluster/apply/applied.ts';
import { apply } from '../../cluster/apply/apply.ts';
import { type Leftovers, leftoversOf, remove } from '../../cluster/apply/leftovers.ts';
import { othersOf } from '../../cluster/apply/other-owners.ts';
import { type Connection, connect } from '../../cluster/connection.ts';
import { follow } from '../../cluster/follow/follow.ts';
import type { Progress } from '../../cluster/follow/progress.ts';
import { inParallel } from '../../cluster/in-parallel.ts';
import { foresee } from '../../cluster/preview/foresight.ts';
import { brokenOff, reach } from '../../cluster/reach.ts';
import { refusalFinding, refusalFindings } from '../../cluster/refusals/refusal-words.ts';
import { whatIsThere } from '../../cluster/refusals/what-is-there.ts';
import type { Finding } from '../../model/finding.ts';
import { type Complaint, type Exit, exits, Problem } from '../../model/problem.ts';
import { text } from '../../model/text.ts';
import type { ApplyWish, Manners } from '../invocation.ts';
import type { Look } from '../report.ts';
import type { World } from '../world.ts';
import type { Bundle } from './bundle.ts';
import { confirmed } from './confirming.ts';
import type { Face } from './events.ts';
import { faceFor } from './faces.ts';
import { lateOf } from './late.ts';
import { parentsOf, type Target, targetOf } from './target.ts';

export interface Applying extends ApplyWish, Pick<Manners, 'json' | 'quiet'> {
  /** Nobody need be asked whether this is the right cluster. */
  readonly isAgreed: boolean;
}

/** Who is asked for what, and who hears of it. */
interface Run {
  readonly connection: Connection;
  readonly target: Target;
  readonly isWhole: boolean;
  readonly wish: Applying;
  readonly world: World;
  readonly look: Look;
  readonly face: Face;
}

/** Shows what applying these would change, does it, and waits until it is ready, or says why it is not. */
export async function applyBundle({ pieces, isWhole }: Bundle, wish: Applying, world: World, look: Look): Promise<Exit> {
  if (wish.prune && !isWhole) throw new Problem(exits.usage, onlyPart);
  const connection = connect(wish, world.env);
  const { gitVersion } = await reach(connection, world.signal);
  const face = await faceFor(wish, world, look);
  let [changed, warned] = [0, false];
  let last: Progress | undefined;
  const isNews = firstTime();
  const ended = (exit: Exit): Exit => {
    const late = last?.is === 'late' ? { late: lateOf(last, wish, wish.timeout) } : {};
    face.tell({ is: 'end', exit, changed, warned, dryRun: wish.dryRun, waits: wish.timeout > 0, ...late });
    return exit;
  };
  const counting: Face = {
    ...face,
    tell: (event) => {
      if (event.is === 'deleted' || (event.is === 'applied' && isDone(event.applied))) changed += 1;
      if (event.is === 'findings') warned ||= event.findings.some(({ severity }) => severity === 'warning');
      if (event.is === 'progress') last = event.progress;
      // What the preview warned of is not told again at the end.
      const told = event.is === 'findings' ? { ...event, findings: event.findings.filter(isNews) } : event;
      if (!('findings' in told) || told.findings.length > 0) face.tell(told);
    },
  };
  try {
    const target = await targetOf(pieces, connection);
    const { context, server } = connection;
    face.tell({ is: 'target', context, server, version: gitVersion, namespaces: target.namespaces, objects: target.objects });
    return ended(await foreseenAndDone({ connection, target, isWhole, wish, world, look, face: counting }));
  } catch (cause) {
    if (world.signal.aborted) return ended(exits.left);
    const problem = brokenOff(connection, cause);
    face.rest();
    face.tell({ is: 'problem', problem });
    return ended(problem.exit);
  } finally {
    face.rest();
  }
}

/** Whether a finding is told for the first time. */
function firstTime(): (finding: Finding) => boolean {
  const told = new Set<string>();
  return ({ where, says }) => {
    const key = `${where} ${says.en}`;
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  };
}

async function foreseenAndDone(run: Run): Promise<Exit> {
  const { connection, target, isWhole, wish, world, look, face } = run;
  const looking = leftoversOf(connection, target.sets, { isWhole, wanted: target.objects, signal: world.signal });
  const owning = wish.forceConflicts ? [] : othersOf(connection, target.objects, world.signal);
  const [foretold, others, leftovers] = await Promise.all([wish.preview ? foreseen(run) : [], owning, looking]);
  const against = [...others, ...foretold];
  if (leftovers.objects.length > 0)
    face.tell({ is: 'leftovers', objects: leftovers.objects, staying: leftovers.staying, prunes: wish.prune });
  if (against.length > 0) face.tell({ is: 'findings', findings: against });
  if (against.some(({ severity }) => severity === 'error')) return exits.cluster;
  if (wish.dryRun) return exits.done;
  const deletes = wish.prune ? leftovers.objects : [];
  await confirmed({ confirm: wish.confirm, isAgreed: wish.isAgreed, connection, namespaces: target.namespaces, deletes }, world, look);
  const findings = await applied(run, leftovers);
  if (findings.length > 0) face.tell({ is: 'findings', findings });
  const isThrough = !findings.some(({ severity }) => severity === 'error');
  if (!isThrough || (wish.prune && !(await pruned(run, leftovers)))) return exits.cluster;
  return wish.timeout === 0 ? exits.done : waited(run);
}

/** Waits until everything is ready, and tells why it is not where it is not. */
async function waited({ connection, target, wish, world: { signal }, face }: Run): Promise<Exit> {
  let last: Progress | undefined;
  for await (const progress of follow(connection, target.objects, { signal, timeout: wish.timeout })) {
    last = progress;
    face.tell({ is: 'progress', progress });
  }
  signal.throwIfAborted();
  if (last && last.findings.length > 0) face.tell({ is: 'findings', findings: last.findings });
  // What the user may not look at is a warning among the findings, and no failure.
  return last?.is === 'ready' || last?.is === 'unseen' ? exits.done : exits.notReady;
}

/** What would be refused now, or would keep pods from being made later. */
async function foreseen({ connection, target: { objects, once }, wish, world: { signal }, face }: Run): Promise<readonly Finding[]> {
  const { previewed, findings } = await foresee(connection, objects, { once, signal, force: wish.forceConflicts });
  face.tell({ is: 'preview', previewed, dryRun: wish.dryRun });
  return findings;
}

/** What stands against it: why some of it was refused, or that nobody will remember it. */
async function applied({ connection, target, wish, world, face }: Run, leftovers: Leftovers): Promise<readonly Finding[]> {
  const { force, once, signal } = { force: wish.forceConflicts, once: target.once, signal: world.signal };
  const told = (each: Applied) => face.tell({ is: 'applied', applied: each });
  const through = await apply(connection, target.objects, { force, once, signal, told });
  if (!through.every(isDone)) return refusalFindings(through, { there: await whatIsThere(connection, through, signal) });
  // The parents come last: they are for later runs, and whoever may not write them is not kept from applying.
  const parents = await apply(connection, parentsOf(target.sets, leftovers.kinds, world.version), { signal });
  return parents.every(isDone) ? [] : [notRemembered];
}

const notRemembered: Finding = {
  check: 'not-remembered',
  severity: 'warning',
  where: 'apply',
  says: text(
    'What was applied could not be written down in a ConfigMap, so a later --prune will not find all of it.',
    'No se ha podido anotar en un ConfigMap lo que se ha aplicado, así que un --prune posterior no lo encontrará todo.',
  ),
  fix: text(
    'It needs the right to patch ConfigMaps in the namespace, and room for them in its quota.',
    'Hace falta permiso para modificar (patch) ConfigMaps en el espacio de nombres, y sitio para ellos en su cuota.',
  ),
};

/** Whether all that was to go is gone; the sets then have only the kinds that are left. */
async function pruned({ connection, target, world: { signal, version }, face }: Run, { objects }: Leftovers): Promise<boolean> {
  const removed = await inParallel(objects, async (object) => {
    const one = await remove(connection, object, signal);
    face.tell({ is: 'deleted', removed: one });
    return one;
  });
  const refused = removed.flatMap((each) => (each.outcome === 'refused' ? [refusalFinding(each)] : []));
  if (refused.length > 0) face.tell({ is: 'findings', findings: refused });
  if (refused.length > 0) return false;
  await apply(connection, parentsOf(target.sets, new Map(), version), { signal });
  return true;
}

const onlyPart: Complaint = {
  says: text(
    '--prune needs a whole folder: of a part nobody knows what is no longer wanted.',
    '--prune necesita una carpeta entera: con una parte no se sabe qué ya no hace falta.',
  ),
  fix: text(
    'Apply the folder of the application, or its folder admin or app.',
    'Aplica la carpeta de la aplicación, o su carpeta admin o app.',
  ),
  flags: ['--prune'],
};
