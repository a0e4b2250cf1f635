import type { AnyObject } from '../model/manifest.ts';

/** Fields that are lists of objects wherever they stand in the API; `ports:` with nothing behind it is a list too. */
const lists: ReadonlySet<string> = new Set([
  ...['containers', 'initContainers', 'env', 'envFrom', 'ports', 'volumes', 'volumeMounts', 'volumeClaimTemplates'],
  ...['egress', 'ingress', 'from', 'matchExpressions'],
]);
/** Fields that are maps or objects. */
const objects: ReadonlySet<string> = new Set(['metadata', 'labels', 'annotations', 'securityContext', 'capabilities', 'resources']);
/** Maps whose keys are the user's own words: `env` there is a label, not the environment of a container. */
const free: ReadonlySet<string> = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'selector',
  'data',
  'stringData',
  'requests',
  'limits',
  'hard',
]);
/** Fields that are text. */
const texts: ReadonlySet<string> = new Set(['name', 'generateName', 'namespace', 'image', 'key', 'kind', 'apiVersion']);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function fits(field: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (lists.has(field)) return Array.isArray(value);
  if (objects.has(field)) return isObject(value);
  return !texts.has(field) || typeof value === 'string';
}

function read(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null && (!lists.has(field) || isObject(item)));
    return items.map((item) => read(item));
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([key, held]) => (free.has(field) ? held !== null : fits(key, held)));
  return Object.fromEntries(kept.map(([key, held]) => [key, read(held, key)]));
}

/**
 * An object from anywhere, such that the checks can rely on the shape of what they find. Null means absent, as it does to
 * the API server; a field of the wrong shape is left out, for the API server refuses it anyway.
 */
export const wellFormed = (object: AnyObject): AnyObject => read(object) as AnyObject;
