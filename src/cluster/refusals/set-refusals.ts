import { fieldOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { claimGrowth, claimsOf, hasVolume, setDeletion, setRelease } from '../claims.ts';
import type { Sight } from '../follow/sight.ts';
import { type Change, formerly, setChanges } from './disk-changes.ts';
import type { Reading, Refusal } from './refusal.ts';
import { saysFixed } from './refusal-causes.ts';

type Words = Readonly<Record<'says' | 'fix', Text>>;

const fixed: Reading = (refusal) =>
  refusal.object.kind === 'StatefulSet' && saysFixed(refusal) ? { check: 'immutable', ...(compared(refusal) ?? uncompared) } : undefined;

const uncompared: Words = {
  says: text(
    'A StatefulSet that exists cannot change its disks, its selector or the name of its Service.',
    'Un StatefulSet que ya existe no puede cambiar sus discos, su selector ni el nombre de su Service.',
  ),
  fix: text(
    'Go back to what it was. For bigger disks, enlarge each PersistentVolumeClaim, delete the StatefulSet with --cascade=orphan, which keeps pods and disks, and apply again.',
    'Vuelve a lo que había. Para discos mayores, amplía cada PersistentVolumeClaim, borra el StatefulSet con --cascade=orphan, que conserva pods y discos, y vuelve a aplicar.',
  ),
};

/** What would change, and the way out, where somebody looked at the StatefulSet that is there. */
function compared({ object, there }: Refusal): Words | undefined {
  const live = there?.find('StatefulSet', namespaceOf(object), nameOf(object));
  const changes = live ? setChanges(live, object) : [];
  if (!there || !live || changes.length === 0) return undefined;
  const what = listed(changes.map(({ says }) => says));
  return {
    says: text(`A StatefulSet that exists cannot change ${what.en}.`, `Un StatefulSet que ya existe no puede cambiar ${what.es}.`),
    fix: wayOut(live, changes, there),
  };
}

function wayOut(live: AnyObject, changes: readonly Change[], there: Sight): Text {
  const claims = claimsOf(live, there);
  const isUnseen = there.isUnseen('PersistentVolumeClaim');
  if (!isUnseen && !claims.some(hasVolume)) return anew(live, claims);
  if (changes.every(({ is }) => is === 'pods')) return podsAnew(live);
  if (changes.every(({ growth }) => growth) && !isUnseen) return grown(live, changes, claims);
  return isUnseen ? lookFirst(live, changes) : back(changes);
}

function anew(set: AnyObject, claims: readonly AnyObject[]): Text {
  const command = setDeletion(set, claims);
  return text(
    `None of its claims has a volume yet, so there is no data to lose: delete it with them, then apply again: ${command}`,
    `Ninguna de sus peticiones tiene volumen aún, así que no hay datos que perder: bórralo con ellas y vuelve a aplicar: ${command}`,
  );
}

function podsAnew(set: AnyObject): Text {
  // Its claims would go with it (apps/v1, persistentVolumeClaimRetentionPolicy).
  if (fieldOf(set['spec'], 'persistentVolumeClaimRetentionPolicy', 'whenDeleted') === 'Delete') return back([]);
  const command = setDeletion(set, []);
  return text(
    `Go back to what it was. Or delete it, which keeps its disks, and apply again; new pods are made: ${command}`,
    `Vuelve a lo que había. O bórralo, que conserva sus discos, y vuelve a aplicar; se crean pods nuevos: ${command}`,
  );
}

function grown(set: AnyObject, changes: readonly Change[], claims: readonly AnyObject[]): Text {
  const before = formerly(changes);
  const commands = [...changes.flatMap(({ growth }) => (growth ? [claimGrowth(set, growth, claims)] : [])), setRelease(set)].join(' && ');
  return text(
    `Go back to ${before.en}. Or, if the storage class lets its disks grow, enlarge its claims, delete the StatefulSet alone, which keeps pods and disks, and apply again: ${commands}`,
    `Vuelve a ${before.es}. O, si la clase de almacenamiento deja crecer sus discos, amplía sus peticiones, borra solo el StatefulSet, que conserva pods y discos, y vuelve a aplicar: ${commands}`,
  );
}

function back(changes: readonly Change[]): Text {
  const before = formerly(changes);
  return text(
    `Go back to ${before.en}. Or make a StatefulSet by another name, and copy the data.`,
    `Vuelve a ${before.es}. O crea un StatefulSet con otro nombre y copia los datos.`,
  );
}

/** You may not list claims, and only they tell whether there is data. */
function lookFirst(set: AnyObject, changes: readonly Change[]): Text {
  const before = formerly(changes);
  const command = `kubectl get pvc --namespace ${shellWord(namespaceOf(set))}`;
  return text(
    `Go back to ${before.en}. Or, where its claims are all Pending and so hold no data, delete it with them, and apply again: ${command}`,
    `Vuelve a ${before.es}. O, si todas sus peticiones están Pending y por tanto no guardan datos, bórralo con ellas y vuelve a aplicar: ${command}`,
  );
}

/** What cannot be changed in a StatefulSet that is there. */
export const setRefusals: readonly Reading[] = [fixed];
