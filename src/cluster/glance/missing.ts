import { groupOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import type { Row, Scene } from './glance.ts';
import { called } from './objects.ts';
import { groupNameOf, sources } from './sources.ts';

/** A Job may have been deleted when its time was over, and a Pod by anybody. */
const passing: ReadonlySet<string> = new Set(['Job', 'Pod']);

/** What was to be applied and is not there; of kinds that a glance does not look at, nothing can be said. */
export function missingRows(scene: Scene): readonly Row[] {
  const { sight, expected } = scene;
  const isThere = (namespace: string) => sight.find('Namespace', '', namespace) !== undefined || sight.isUnseen('Namespace');
  return expected
    .filter((object) => isLookedAt(object) && !sight.isUnseen(object.kind ?? '') && isThere(namespaceOf(object)))
    .filter((object) => !sight.find(object.kind ?? '', namespaceOf(object), nameOf(object)))
    .map((object) => ({
      light: 'red',
      what: called(scene, object),
      says: text('missing: in the manifests, not in the cluster', 'falta: está en los manifiestos, no en el clúster'),
    }));
}

/** By its group too: other programs have kinds of the same name. */
const isLookedAt = (object: AnyObject): boolean =>
  !passing.has(object.kind ?? '') &&
  sources.some((source) => source.isNamespaced && source.kind === object.kind && groupNameOf(source) === groupOf(object));
