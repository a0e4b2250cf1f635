import type { V1PodSpec } from '@kubernetes/client-node';
import { type Inventory, inventoryOf, type Template } from '../../checks/inventory.ts';
import { breachesOf, claimBreachesOf, completedBy } from '../../checks/limit-ranges.ts';
import { fieldOf, listIn, nameOf, namespaceOf, titleOf } from '../../checks/object-fields.ts';
import { podSecurityChecks } from '../../checks/pod-security-checks.ts';
import { quotaChecks } from '../../checks/quota-checks.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Connection } from '../connection.ts';
import { inParallel } from '../in-parallel.ts';
import { namespaceEnding } from '../refusals/access-refusals.ts';
import { diskChanges, limitTold, podChanges } from '../refusals/limit-refusals.ts';
import type { Told } from '../refusals/refusal.ts';
import { type Bounds, boundsOf, claimsThere, limitsIn, podsRunning } from './namespace-bounds.ts';
import { type TwinAnswer, tryTwin } from './pod-twin.ts';
import { quotaFindings } from './quota-forecast.ts';

/** Kinds whose pods are made later by a controller. */
const workloads: ReadonlySet<string | undefined> = new Set([
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job', 'CronJob', 'DeploymentConfig'],
]);

/**
 * What the pods of these objects will meet in their namespaces: quotas, limits, Pod Security, SCC. Each pod template is tried as a pod of
 * its own by a dry run; what the server cannot know yet, because these objects bring it, is worked out here. Nothing is changed.
 */
export async function podTwins(
  connection: Connection,
  objects: readonly AnyObject[],
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<readonly Finding[]> {
  const owners = inventoryOf(objects).templates.map(({ owner }) => owner);
  const namespaces = [...new Set(owners.filter(({ kind }) => workloads.has(kind)).map(placeOf))];
  const found = await inParallel(namespaces, (namespace) => forecast(connection, namespace, objects, signal));
  return [...new Map(found.flat().map((finding) => [`${finding.where}\n${finding.says.en}`, finding])).values()];
}

const placeOf = (object: AnyObject): string => namespaceOf(object) || 'default';

async function forecast(
  connection: Connection,
  namespace: string,
  objects: readonly AnyObject[],
  signal: AbortSignal | undefined,
): Promise<readonly Finding[]> {
  const bounds = await boundsOf(connection, namespace, objects, signal);
  if (bounds.object?.metadata?.deletionTimestamp !== undefined) return [ending(bounds.object)];
  const inventory = inventoryIn(bounds, objects);
  const templates = inventory.templates.filter(({ owner }) => workloads.has(owner.kind) && placeOf(owner) === namespace);
  const answers = await inParallel(templates, (template) =>
    bounds.exists ? tryTwin(connection, template, signal) : Promise.resolve<TwinAnswer>({ is: 'unanswered' }),
  );
  const judged = answers.map((answer) => trusted(answer, bounds));
  const needed = (bounds.quotas ?? []).length > 0;
  const [running, claims] = await Promise.all(
    needed && bounds.exists
      ? [podsRunning(connection, namespace, signal), claimsThere(connection, namespace, signal)]
      : [[], new Set<string>()],
  );
  return [
    ...judged.flatMap((answer, at) => (answer.is === 'refused' ? [reckoned(answer.finding, templates[at], bounds)] : [])),
    ...templates.flatMap((template, at) => foretold(template, untoldBy(judged[at], bounds), inventory, bounds)),
    ...claimFindings(templates, bounds),
    ...(needed ? quotaFindings(templates, judged, bounds, { running, claims }) : []),
  ];
}

/** What holds a namespace back that is being deleted, its conditions tell. */
function ending(namespace: AnyObject): Finding {
  const conditions = listIn(fieldOf(namespace, 'status', 'conditions')).filter((each) => fieldOf(each, 'status') === 'True');
  const quote = conditions.map((each) => String(fieldOf(each, 'message') ?? '')).join('\n');
  return { severity: 'error', ...namespaceEnding(nameOf(namespace)), ...(quote ? { quote } : {}) };
}

/** The server tells of one LimitRange at a time: where all of them can be read, all that they refuse is told at once. */
function reckoned(finding: Finding, template: Template | undefined, bounds: Bounds): Finding {
  if (!template || (finding.check !== 'limit-range' && finding.check !== 'above-limit')) return finding;
  const [all] = limitFindings(template.owner, template.spec, bounds);
  return all ? { ...all, ...(finding.quote === undefined ? {} : { quote: finding.quote }) } : finding;
}

/** The objects of a namespace with what bounds it in place of what they say of that themselves. */
function inventoryIn({ namespace, object, quotas = [], limitRanges = [] }: Bounds, objects: readonly AnyObject[]): Inventory {
  const bounding: ReadonlySet<string | undefined> = new Set(['Namespace', 'ResourceQuota', 'LimitRange']);
  const own = objects.filter((each) => placeOf(each) === namespace && !bounding.has(each.kind));
  // Items of a list do not say their kind.
  const typed = (kind: string, items: readonly AnyObject[]) => items.map((each) => ({ ...each, apiVersion: 'v1', kind }));
  return inventoryOf([
    ...own,
    ...(object ? typed('Namespace', [object]) : []),
    ...typed('ResourceQuota', quotas),
    ...typed('LimitRange', limitRanges),
  ]);
}

/** Words about what is about to change do not count; a quota that can be read is reckoned for all pods together instead. */
function trusted(answer: TwinAnswer, { changes, quotas }: Bounds): TwinAnswer {
  if (answer.is !== 'refused') return answer;
  const { check } = answer.finding;
  if (check === 'quota-exceeded' && quotas !== undefined) return { is: 'accepted', spec: undefined };
  const isOld =
    (check === 'pod-security' && changes.podSecurity) ||
    (check === 'quota-refuses' && (changes.quotas || changes.limitRanges)) ||
    ((check === 'limit-range' || check === 'above-limit') && changes.limitRanges);
  return isOld ? { is: 'unanswered' } : answer;
}

/** What the server has not judged yet: everything where it was not asked, else what is about to change. */
function untoldBy(answer: TwinAnswer | undefined, { changes }: Bounds): ReadonlySet<string> {
  if (answer?.is === 'refused') return new Set();
  const asked = answer?.is === 'accepted';
  return new Set([
    ...(!asked || changes.podSecurity ? ['pod-security'] : []),
    ...(!asked || changes.quotas || changes.limitRanges ? ['quota-refuses'] : []),
    ...(!asked || changes.limitRanges ? ['limit-range'] : []),
  ]);
}

/** What the pods of a template meet by some checks, as far as it can be worked out without the server. */
function foretold({ owner, spec }: Template, checks: ReadonlySet<string>, inventory: Inventory, bounds: Bounds): readonly Finding[] {
  const byChecks = Object.entries({ ...podSecurityChecks, ...quotaChecks })
    .filter(([check]) => checks.has(check))
    .flatMap(([check, { severity, look }]) =>
      look(inventory)
        .filter(({ object }) => object === owner)
        .map(({ says, fix }): Finding => ({ check, severity, says, fix, where: titleOf(owner) })),
    );
  const limits = checks.has('limit-range') ? limitFindings(owner, spec, bounds) : [];
  return [...byChecks, ...limits];
}

/** The bounds that the pods of a workload break. */
function limitFindings(owner: AnyObject, spec: V1PodSpec, bounds: Bounds): readonly Finding[] {
  const limits = limitsIn(bounds);
  const breaches = breachesOf(completedBy(spec, limits), limits);
  return breaches.length === 0 ? [] : [limitFinding(owner, limitTold(breaches, bounds.namespace, podChanges(owner, spec, limits)))];
}

/** The disks that a StatefulSet will claim; the server hears of them only then. */
const claimFindings = (templates: readonly Template[], bounds: Bounds): readonly Finding[] =>
  templates.flatMap(({ owner }) =>
    listIn(fieldOf(owner, 'spec', 'volumeClaimTemplates')).flatMap((claim) => {
      const [limits, storage] = [limitsIn(bounds), String(fieldOf(claim, 'spec', 'resources', 'requests', 'storage') ?? '')];
      const breaches = claimBreachesOf(storage, limits);
      return breaches.length === 0 ? [] : [limitFinding(owner, limitTold(breaches, bounds.namespace, diskChanges(owner, storage, limits)))];
    }),
  );

const limitFinding = (owner: AnyObject, told: Told): Finding => ({ severity: 'error', where: titleOf(owner), ...told });
