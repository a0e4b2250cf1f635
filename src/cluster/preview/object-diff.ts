import type { AnyObject } from '../../model/manifest.ts';

/** A field by its name, or an item of a list by what tells it from the others. */
export type Step = string | { readonly item: string };

/** A field of an object that would change; undefined where it is not there. */
export interface FieldDifference {
  /** The way to it, such as `spec`, `ports`, { item: `http` }, `port`. */
  readonly path: readonly Step[];
  /** The way as Kubernetes writes it: `spec.template.spec.containers[web].image`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What stands in place of a value that nobody is to see. */
export const hidden = '…';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of the metadata that the API server writes by itself. */
const served: ReadonlySet<string> = new Set([
  ...['managedFields', 'resourceVersion', 'generation', 'uid', 'creationTimestamp', 'selfLink', 'deletionTimestamp'],
]);

/** What differs between two versions of one object, without its status. Values of a Secret are hidden. */
export function objectDifferences(before: AnyObject, after: AnyObject): readonly FieldDifference[] {
  const found = differences(wantedOf(before), wantedOf(after), []);
  return after.kind === 'Secret' && !after.apiVersion?.includes('/') ? found.map(withoutValues) : found;
}

const wantedOf = ({ status: _, metadata = {}, ...rest }: AnyObject): Fields => ({
  ...rest,
  metadata: Object.fromEntries(Object.entries(metadata).filter(([field]) => !served.has(field))),
});

/** Annotations are hidden too: kubectl keeps a copy of the whole Secret in one. */
function withoutValues(difference: FieldDifference): FieldDifference {
  const { path, before, after } = difference;
  if (path[0] === 'type' || (path[0] === 'metadata' && path[1] !== 'annotations')) return difference;
  return { ...difference, before: before === undefined ? undefined : hidden, after: after === undefined ? undefined : hidden };
}

/** Maps in which each key counts by itself, even where all of them come or go. */
const maps: ReadonlySet<Step | undefined> = new Set(['annotations', 'labels', 'data', 'binaryData', 'stringData', 'hard']);

function differences(before: unknown, after: unknown, path: readonly Step[]): readonly FieldDifference[] {
  const old = before === undefined && maps.has(path.at(-1)) ? {} : before;
  const fresh = after === undefined && maps.has(path.at(-1)) ? {} : after;
  if (isFields(old) && isFields(fresh)) {
    const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
    return [...names].flatMap((name) => differences(old[name], fresh[name], [...path, name]));
  }
  if (Array.isArray(old) && Array.isArray(fresh)) return itemDifferences(old, fresh, path);
  return old === fresh ? [] : [{ path, field: fieldOfPath(path), before, after }];
}

function itemDifferences(before: readonly unknown[], after: readonly unknown[], path: readonly Step[]): readonly FieldDifference[] {
  const [old, fresh] = [keysOf(before, path), keysOf(after, path)];
  if (old && fresh) {
    return [...new Set([...old, ...fresh])].flatMap((item) =>
      differences(before[old.indexOf(item)], after[fresh.indexOf(item)], [...path, { item }]),
    );
  }
  if (before.length === after.length && before.every(isFields)) {
    return before.flatMap((each, place) => differences(each, after[place], [...path, { item: String(place) }]));
  }
  return isSame(before, after) ? [] : [{ path, field: fieldOfPath(path), before, after }];
}

const isSame = (before: readonly unknown[], after: readonly unknown[]): boolean =>
  before.length === after.length && before.every((each, place) => differences(each, after[place], []).length === 0);

/** Lists of objects that the API server merges by a key of their items (`x-kubernetes-list-map-keys` of its OpenAPI), and that key. */
const keys: Readonly<Record<string, readonly string[]>> = {
  ...{ containers: ['name'], initContainers: ['name'], env: ['name'], volumes: ['name'], imagePullSecrets: ['name'], secrets: ['name'] },
  ...{ volumeMounts: ['mountPath'], volumeDevices: ['devicePath'], topologySpreadConstraints: ['topologyKey'], hostAliases: ['ip'] },
  ...{ volumeClaimTemplates: ['name'], limits: ['type'], ownerReferences: ['uid'], parentRefs: ['name'], listeners: ['name'] },
  ports: ['name', 'containerPort', 'port'],
};

/** What tells the items of a list apart, or undefined where nothing does. */
function keysOf(items: readonly unknown[], path: readonly Step[]): readonly string[] | undefined {
  const names = keys[String(path.at(-1))];
  if (!names) return undefined;
  const found = items.map((item) => keyOf(item, names)).filter((key) => key !== undefined);
  return found.length === items.length && new Set(found).size === found.length ? found : undefined;
}

function keyOf(item: unknown, names: readonly string[]): string | undefined {
  if (!isFields(item)) return undefined;
  const named = isFields(item['metadata']) ? { ...item['metadata'], ...item } : item;
  const key = names.map((name) => named[name]).find((value) => value !== undefined);
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

/** A name that the dots of a path would tear apart stands in brackets, as in `metadata.labels[app.kubernetes.io/name]`. */
const fieldOfPath = (path: readonly Step[]): string =>
  path.reduce<string>((said, step) => {
    if (typeof step === 'object') return `${said}[${step.item}]`;
    if (/[^\w-]/.test(step)) return `${said}[${step}]`;
    return said === '' ? step : `${said}.${step}`;
  }, '');
