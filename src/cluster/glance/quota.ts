import { entriesIn, fieldOf, nameOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { quantityOf } from '../../model/quantity.ts';
import { type Text, text } from '../../model/text.ts';
import type { Light, Row, Scene } from './glance.ts';
import { called } from './objects.ts';

const amberAbove = 0.8;
const redFrom = 0.95;

/** What each quota grants and how much of it is taken, the fullest first, and whether there are limits for each pod. */
export function quotaRows(scene: Scene): readonly Row[] {
  const { sight } = scene;
  const quotas = sight.ofKind('ResourceQuota');
  const without: Row = {
    light: 'plain',
    what: 'ResourceQuota',
    says: text('none: nothing limits this namespace', 'ninguna: nada limita este espacio de nombres'),
  };
  return [
    ...quotas.flatMap((quota) => keyRows(scene, quota, quotas.length > 1)).sort((a, b) => (b.share ?? 0) - (a.share ?? 0)),
    ...(quotas.length === 0 && !sight.isUnseen('ResourceQuota') && sight.ofKind('Namespace').length > 0 ? [without] : []),
    ...sight.ofKind('LimitRange').map(
      (range): Row => ({
        light: 'plain',
        what: called(scene, range),
        says: text('gives each container its usual requests and limits', 'da a cada contenedor sus peticiones y límites habituales'),
      }),
    ),
  ];
}

function keyRows(scene: Scene, quota: AnyObject, isOneOfMany: boolean): readonly Row[] {
  const [hard, used] = [fieldOf(quota['status'], 'hard'), fieldOf(quota['status'], 'used')];
  const before = isOneOfMany ? `${scene.namespaces.length > 1 ? called(scene, quota) : nameOf(quota)}: ` : '';
  return entriesIn(hard).flatMap(([key, most]) => {
    const [granted, taken] = [String(most), String(fieldOf(used, key) ?? '0')];
    const share = (quantityOf(taken) ?? Number.NaN) / (quantityOf(granted) ?? Number.NaN);
    // Of nothing granted, nothing is taken: that is what it is for.
    return Number.isFinite(share) ? [{ light: lightOf(share), what: before + key, says: taking(share, taken, granted), share }] : [];
  });
}

const lightOf = (share: number): Light => (share >= redFrom ? 'red' : share > amberAbove ? 'amber' : 'green');

function taking(share: number, taken: string, granted: string): Text {
  const much = { en: `${taken} of ${granted}`, es: `${taken} de ${granted}` };
  if (share >= redFrom) return text(`full: ${much.en}`, `agotada: ${much.es}`);
  return share > amberAbove
    ? text(`nearly full: ${much.en}`, `casi agotada: ${much.es}`)
    : text(`room enough: ${much.en} taken`, `queda sitio: ${much.es} en uso`);
}
