import type { Manifest, Owner } from '../model/manifest.ts';
import type { Plan } from '../questions/plan.ts';

/** The folder of each owner: what the administrator applies, and what the developer applies. */
export const folders: Readonly<Record<Owner, string>> = { admin: 'admin', developer: 'app' };

export const readmePath = 'README.md';
export const answersPath = 'create-k8s-app.yaml';
export const schemaPath = '.create-k8s-app/answers.schema.json';
export const basePath = '.create-k8s-app/base.json';
export const secretsPath = 'secrets/secrets.yaml';
export const secretsIgnorePath = 'secrets/.gitignore';

/**
 * Kinds of which a component, or the namespace, has one at most: the kind alone names the file. A Job's name carries a
 * hash of its content, which must not move its file.
 */
const single: ReadonlySet<string> = new Set(['Namespace', 'ResourceQuota', 'LimitRange', 'Job']);

/** What the object's name says beside the name of what it belongs to: `headless` of `shop-web-headless`. */
function suffixOf(name: string, plan: Plan, component: string | undefined): string {
  const whole = component === undefined ? plan.name : (plan.components.find((each) => each.name === component)?.fullName ?? component);
  if (name === whole) return '';
  return `-${name.startsWith(`${whole}-`) ? name.slice(whole.length + 1) : name}`;
}

/** Where a manifest stands in the target folder: `app/web/service-headless.yaml`. No two manifests share a path. */
export function pathOf(manifest: Manifest, plan: Plan): string {
  const { object, owner, component } = manifest;
  const kind = object.kind ?? '';
  const suffix = single.has(kind) ? '' : suffixOf(object.metadata?.name ?? '', plan, component);
  return [folders[owner], ...(component === undefined ? [] : [component]), `${kind.toLowerCase()}${suffix}.yaml`].join('/');
}
