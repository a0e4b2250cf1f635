import { groupOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import { ifEmpty, isEmpty, passing } from './emptiness.ts';
import type { Row, Scene } from './glance.ts';
import { called } from './objects.ts';
import { groupNameOf, sources } from './sources.ts';

/**
 * What was to be applied and is not there; of kinds that a glance does not look at, nothing can be said. Where nothing at all is there,
 * that is told instead.
 */
export function missingRows(scene: Scene): readonly Row[] {
  const { sight, expected } = scene;
  const isThere = (namespace: string) => sight.find('Namespace', '', namespace) !== undefined || sight.isUnseen('Namespace');
  const missing = expected
    .filter((object) => isLookedAt(object) && !sight.isUnseen(object.kind ?? '') && isThere(namespaceOf(object)))
    .filter((object) => !sight.find(object.kind ?? '', namespaceOf(object), nameOf(object)))
    .map(
      (object): Row => ({
        light: 'red',
        what: called(scene, object),
        says: text('missing: in the manifests, not in the cluster', 'falta: está en los manifiestos, no en el clúster'),
      }),
    );
  return missing.length > 0 || !isEmpty(scene) ? missing : scene.namespaces.filter(isThere).map((name) => emptyRow(scene, name));
}

const emptyRow = (scene: Scene, name: string): Row => ({
  light: 'red',
  what: `Namespace ${name}`,
  says: text('nothing runs here yet: no workload, no pod', 'aquí aún no hay nada en marcha: ni cargas de trabajo ni pods'),
  fix: ifEmpty(scene),
});

/** By its group too: other programs have kinds of the same name. */
const isLookedAt = (object: AnyObject): boolean =>
  !passing.has(object.kind ?? '') &&
  sources.some((source) => source.isNamespaced && source.kind === object.kind && groupNameOf(source) === groupOf(object));
