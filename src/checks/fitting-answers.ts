import type { PlotFacts } from '../model/cluster-facts.ts';
import { flagOf } from '../model/flag.ts';
import { listed, type Text } from '../model/text.ts';
import type { Values } from '../model/value.ts';
import { settled as settle } from '../questions/catalogue.ts';
import { demandOf } from '../questions/quota.ts';
import { size, sizes } from '../questions/resources.ts';
import { replicas, replicasOf } from '../questions/scale.ts';
import type { Request, Settled, SettledComponent } from '../questions/settle.ts';
import { keptWithin, storageWithin } from './kept-within.ts';
import { breachesIn, diskOf, limitsOf, podOf, shortagesIn } from './known-room.ts';

/** Everything that is settled, and what it was asked for, so that other answers can be tried. */
export interface Outlook {
  readonly request: Request;
  readonly settled: Settled;
}

/** Answers of components that are to change. */
export type Way = readonly { readonly component: string | undefined; readonly question: string; readonly value: string }[];

/** The flags that give them. */
export const wayText = (way: Way): string => way.map(({ component, question, value }) => flagOf(component, question, value)).join(' ');

/** Answers by the key of the component's slot. */
type Changes = Readonly<Record<string, Values>>;

/** The main component goes by bare flags. */
const wayOf = ({ request: { slots } }: Outlook, changes: Changes): Way =>
  Object.entries(changes).flatMap(([key, values]) =>
    Object.entries(values).map(([question, value]) => ({
      component: key === slots[0]?.key ? undefined : key,
      question,
      value: String(value),
    })),
  );

/** What comes of other answers; undefined where they would be refused, or do nothing. */
function tried({ request }: Outlook, changes: Changes): Settled | undefined {
  const result = settle({ ...request, answers: [{ source: 'flag', application: {}, components: changes }, ...request.answers] });
  const isIdle = result.idle.some(({ slot, question }) => changes[slot ?? '']?.[question.id] !== undefined);
  return result.open.length > 0 || result.refusals.length > 0 || isIdle ? undefined : result;
}

/** The answers of a component that keep to all bounds of the namespace; undefined where none do. */
export function keptIn(outlook: Outlook, { slot, known }: SettledComponent, plot: PlotFacts): Way | undefined {
  const [limits, disk] = [limitsOf(plot), diskOf(known)];
  const kept = keptWithin(podOf(known), limits);
  const room = disk === undefined ? {} : storageWithin(disk, limits);
  if (!kept || !room) return undefined;
  const changes = {
    [slot.key]: { ...Object.assign({}, ...kept.map(({ given }) => given)), ...(room['storage-size'] === disk ? {} : room) },
  };
  const after = tried(outlook, changes)?.components.find((each) => each.slot.key === slot.key);
  return after && breachesIn(after.known, plot).length === 0 ? wayOf(outlook, changes) : undefined;
}

/** The answers with which everything fits into the quotas: fewer replicas, a smaller size or a smaller disk of one component, or of all. */
export function quotaWays(outlook: Outlook, plot: PlotFacts): Text | undefined {
  const fits = (changes: Changes): boolean => {
    const after = tried(outlook, changes);
    return after !== undefined && shortagesIn(after.known, plot).length === 0 && !breaksMore(outlook.settled, after, plot);
  };
  const ways = firstFitting(outlook, plot, fits).map((changes) => wayText(wayOf(outlook, changes)));
  return ways.length > 0 ? listed(ways, 'or') : undefined;
}

const breaksMore = (before: Settled, after: Settled, plot: PlotFacts): boolean => {
  const breachesOf = ({ components }: Settled) => components.flatMap(({ known }) => breachesIn(known, plot)).length;
  return breachesOf(after) > breachesOf(before);
};

/** By what each may be: what alone is enough for one component, else both for one, else the least of all of them. */
function firstFitting(outlook: Outlook, plot: PlotFacts, fits: (changes: Changes) => boolean): readonly Changes[] {
  const { components } = outlook.settled;
  for (const component of heaviestFirst(components, plot)) {
    const of = (values: Values): Changes => ({ [component.slot.key]: values });
    const [counts, lesser, disks] = [fewerIn(component), smallerIn(component), smallerDisks(component, components, plot)];
    const single = [counts, lesser, disks].flatMap((candidates) => {
      const fitting = candidates.map(of).find(fits);
      return fitting ? [fitting] : [];
    });
    if (single.length > 0) return single;
    const both = counts.length === 0 ? undefined : lesser.map((values) => of({ replicas: '1', ...values })).find(fits);
    if (both) return [both];
  }
  const least = Object.fromEntries(components.map((component) => [component.slot.key, leastOf(component, outlook, plot)]));
  return fits(least) ? [least] : [];
}

/** As little as the answers of a component may ask for. */
function leastOf(component: SettledComponent, outlook: Outlook, plot: PlotFacts): Values {
  const isPossible = (values: Values): boolean => tried(outlook, { [component.slot.key]: values }) !== undefined;
  const { components } = outlook.settled;
  return Object.assign(
    {},
    ...[fewerIn(component).toReversed(), smallerIn(component).toReversed(), smallerDisks(component, components, plot)].map(
      (candidates) => candidates.find(isPossible) ?? {},
    ),
  );
}

/** Those first that take most of what there is too little of. */
function heaviestFirst(components: readonly SettledComponent[], plot: PlotFacts): readonly SettledComponent[] {
  const [{ key = '' } = {}] = shortagesIn({ components: components.map(({ known }) => known) }, plot);
  const takes = ({ known }: SettledComponent): number => (demandOf({ components: [known] }) as Readonly<Record<string, number>>)[key] ?? 0;
  return [...components].sort((a, b) => takes(b) - takes(a));
}

/** Most of a great many replicas are not worth a try. */
const mostTries = 8;

/** The most first. */
function fewerIn({ known }: SettledComponent): readonly Values[] {
  const { max } = replicasOf(known.get(replicas) ?? '1');
  const counts = new Set([...Array.from({ length: mostTries }, (_, at) => max - 1 - at), 3, 2, 1]);
  return [...counts]
    .filter((count) => count > 0 && count < max)
    .sort((a, b) => b - a)
    .map((count) => ({ replicas: String(count) }));
}

/** The largest first. */
function smallerIn({ known }: SettledComponent): readonly Values[] {
  const names = Object.keys(sizes);
  const lesser = names.slice(0, Math.max(0, names.indexOf(known.get(size) ?? '')));
  return lesser.toReversed().map((name) => ({ size: name }));
}

/** Disks of as many whole Gi as there is room for. */
function smallerDisks(component: SettledComponent, all: readonly SettledComponent[], plot: PlotFacts): readonly Values[] {
  const { 'requests.storage': own, persistentvolumeclaims: claims } = demandOf({ components: [component.known] });
  const excess = shortagesIn({ components: all.map(({ known }) => known) }, plot)
    .filter(({ key }) => key === 'requests.storage')
    .map(({ needed, left }) => needed - left);
  const whole = Math.floor((own - Math.max(0, ...excess)) / Math.max(1, claims) / 2 ** 30);
  return excess.length > 0 && whole > 0 ? [{ 'storage-size': `${whole}Gi` }] : [];
}
