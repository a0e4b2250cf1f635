import { inventoryOf, type Template } from '../checks/inventory.ts';
import { titleOf } from '../checks/object-fields.ts';
import { checksumAnnotation } from '../manifests/pod-template.ts';
import type { AnyObject, Manifest } from '../model/manifest.ts';
import { say, type Text } from '../model/text.ts';
import { clipped } from './brief-words.ts';
import { type FieldChange, fieldChanges } from './field-changes.ts';
import { changesText } from './field-words.ts';
import { glanceAt } from './glance.ts';
import { isAlike, type Matched, matched, objectOf } from './object-matching.ts';

export interface ObjectChange {
  readonly sign: '+' | '-' | '~';
  /** Kind and name of the object: "Service shop-web". */
  readonly object: string;
  /** What it is or does, or what changes in it. A short phrase of at most about 60 characters, without full stop. */
  readonly says: Text;
}

/** What of the manifests changes from one plan to another, the most telling first. Empty where they are the same. */
export function changesBetween(before: readonly Manifest[], after: readonly Manifest[]): readonly ObjectChange[] {
  const old = podsIn(before);
  const fresh = podsIn(after);
  const differ = matched(before, after).flatMap((pair) => differenceOf(pair) ?? []);
  const told = differ.filter(({ isNoise }) => !isNoise);
  return (told.length > 0 ? told : differ)
    .sort((a, b) => a.rank - b.rank)
    .map(({ sign, object, fields }) => ({
      sign,
      object: titleOf(object),
      says: sign === '~' ? fieldsText(object, fields) : glanceAt(object, sign === '+' ? fresh : old),
    }));
}

/** The pod templates, looked for once and only if a phrase needs them. */
function podsIn(manifests: readonly Manifest[]): () => readonly Template[] {
  let found: readonly Template[] | undefined;
  return () => {
    found ??= inventoryOf(manifests.map(objectOf)).templates;
    return found;
  };
}

interface Difference {
  readonly sign: ObjectChange['sign'];
  readonly object: AnyObject;
  readonly fields: readonly FieldChange[];
  readonly rank: number;
  /** Only what follows from something else, or is there for a tool, has changed. */
  readonly isNoise: boolean;
}

function differenceOf({ before, after }: Matched): Difference | undefined {
  const manifest = after ?? before;
  if (!manifest) return undefined;
  const object = objectOf(manifest);
  const sign = !before ? '+' : !after ? '-' : '~';
  if (!before || !after) return { sign, object, fields: [], rank: rankOf(object, sign), isNoise: false };
  if (isAlike(before.object, after.object)) return undefined;
  const all = fieldChanges(before.object, after.object);
  const fields = all.filter((change) => !isNoise(change));
  return { sign, object, fields: fields.length > 0 ? fields : all, rank: rankOf(object, sign), isNoise: fields.length === 0 };
}

const groups: readonly (readonly string[])[] = [
  ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'HorizontalPodAutoscaler'],
  ['Ingress', 'Route', 'IngressRouteTCP', 'Service'],
  ['PersistentVolumeClaim'],
  ['NetworkPolicy'],
  ['ConfigMap', 'Secret'],
  ['ResourceQuota', 'LimitRange'],
];
const signs: readonly ObjectChange['sign'][] = ['+', '~', '-'];

function rankOf({ kind = '' }: AnyObject, sign: ObjectChange['sign']): number {
  const group = groups.findIndex((kinds) => kinds.includes(kind));
  return (group < 0 ? groups.length : group) * signs.length + signs.indexOf(sign);
}

/** Annotations by which auditing tools are told of exceptions (manifests/exceptions.ts), and labels that follow from the image. */
const noisy =
  /^(checkov\.io|kube-score|polaris\.fairwinds\.com|ignore-check\.kube-linter\.io)\/|^app\.kubernetes\.io\/(name|version|component|part-of)$/;

/** A Job’s name changes with whatever else does. */
function isNoise({ path }: FieldChange): boolean {
  const name = path.at(-1);
  if (typeof name !== 'string') return false;
  return name === checksumAnnotation || noisy.test(name) || (name === 'name' && path[0] === 'metadata');
}

/** The values of a Secret are nobody's business, even where they are public. */
const veiled = ({ path, before, after }: FieldChange): FieldChange => ({
  path,
  before: before === undefined ? undefined : {},
  after: after === undefined ? undefined : {},
});

function fieldsText(object: AnyObject, fields: readonly FieldChange[]): Text {
  const shown = object.kind === 'Secret' ? fields.map(veiled) : fields;
  return say((language) => clipped(changesText(shown)[language], 80));
}
