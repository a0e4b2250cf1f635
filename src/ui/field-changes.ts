import { isAlike } from './object-matching.ts';
import { peersText } from './policy-glance.ts';

/** A field by its name, or an item of a list by what tells it from the others; empty where only its place does. */
export type Step = string | { readonly item: string };

/** A part of an object that differs; undefined where it is not there. */
export interface FieldChange {
  readonly path: readonly Step[];
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
type Items = readonly unknown[];

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whatever differs, as deep as it can be told; empty only where the two are alike. */
export function fieldChanges(before: unknown, after: unknown, path: readonly Step[] = []): readonly FieldChange[] {
  if (isAlike(before, after)) return [];
  const found = deeper(before, after, path);
  return found.length > 0 ? found : [{ path, before, after }];
}

/** Maps and lists in which each entry counts by itself, even where all of them come or go. */
const maps: ReadonlySet<unknown> = new Set(['annotations', 'labels', 'data', 'stringData']);
const lists: ReadonlySet<unknown> = new Set(['env', 'ports', 'volumes', 'volumeMounts', 'volumeClaimTemplates']);

const orNone = (value: unknown, field: Step | undefined): unknown => value ?? (maps.has(field) ? {} : lists.has(field) ? [] : undefined);

function deeper(before: unknown, after: unknown, path: readonly Step[]): readonly FieldChange[] {
  if (isTold(before, after, path)) return [];
  const [old, fresh] = [orNone(before, path.at(-1)), orNone(after, path.at(-1))];
  if (Array.isArray(old) && Array.isArray(fresh)) return itemChanges(old, fresh, path);
  if (!isFields(old) || !isFields(fresh)) return [];
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  return [...names].flatMap((name) => fieldChanges(old[name], fresh[name], [...path, name]));
}

/** Whether it is told in one: a variable, how pods keep apart, and a probe that asks in another way. */
function isTold(before: unknown, after: unknown, path: readonly Step[]): boolean {
  const last = path.at(-1);
  if (typeof last !== 'string') return path.at(-2) === 'env';
  return last === 'affinity' || (last.endsWith('Probe') && handlerOf(before) !== handlerOf(after));
}

/** How a probe asks. */
export const handlerOf = (probe: unknown): string | undefined =>
  isFields(probe) ? ['httpGet', 'tcpSocket', 'exec', 'grpc'].find((handler) => handler in probe) : undefined;

/** Lists in which a single item stays that item, by whatever name. */
const single: ReadonlySet<unknown> = new Set(['containers', 'ports']);

function itemChanges(before: Items, after: Items, path: readonly Step[]): readonly FieldChange[] {
  if (![...before, ...after].every((item) => isFields(item))) return [];
  const keys = [before, after].map((items) => keysOf(items, path.at(-1)));
  const [old, fresh] = keys;
  if (before.length === 1 && after.length === 1 && (single.has(path.at(-1)) || !old || !fresh)) return byPlace(before, after, path);
  if (old && fresh) {
    return [...new Set([...old, ...fresh])].flatMap((key) =>
      fieldChanges(before[old.indexOf(key)], after[fresh.indexOf(key)], [...path, { item: key }]),
    );
  }
  return before.length === after.length ? byPlace(before, after, path) : byValue(before, after, path);
}

const byPlace = (before: Items, after: Items, path: readonly Step[]): readonly FieldChange[] =>
  before.flatMap((item, place) => fieldChanges(item, after[place], [...path, { item: '' }]));

function byValue(before: Items, after: Items, path: readonly Step[]): readonly FieldChange[] {
  const without = (items: Items, others: Items) => items.filter((item) => !others.some((other) => isAlike(item, other)));
  const item = [...path, { item: '' }];
  return [
    ...without(before, after).map((gone) => ({ path: item, before: gone, after: undefined })),
    ...without(after, before).map((come) => ({ path: item, before: undefined, after: come })),
  ];
}

/** What tells the items of a list apart, or undefined where nothing does. */
function keysOf(items: Items, field: Step | undefined): readonly string[] | undefined {
  const keys = items.map((item) => (isFields(item) ? keyOf(item, field) : undefined)).filter((key) => key !== undefined);
  return keys.length === items.length && new Set(keys).size === keys.length ? keys : undefined;
}

/** The rules of a policy are told apart by whom they are about. */
function keyOf(item: Fields, field: Step | undefined): string | undefined {
  if (field === 'ingress' || field === 'egress') return peersText(item).en;
  const { metadata, mountPath, name, type, port } = item;
  const own = mountPath ?? name ?? (isFields(metadata) ? metadata['name'] : undefined);
  const key = own ?? (field === 'limits' ? type : field === 'ports' ? port : undefined);
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}
