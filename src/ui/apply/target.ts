import { namespaceOf } from '../../checks/object-fields.ts';
import { type ApplySet, applySetsOf, groupKindOf, labeller, parentOf } from '../../cluster/apply/apply-sets.ts';
import type { Connection } from '../../cluster/connection.ts';
import { placed } from '../../cluster/placing.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Piece } from './bundle.ts';

/** What goes to one cluster: every object with its namespace and the label of its set. */
export interface Target {
  readonly objects: readonly AnyObject[];
  /** Those that are created where they are missing, and never replaced. */
  readonly once: ReadonlySet<AnyObject>;
  readonly sets: readonly ApplySet[];
  readonly namespaces: readonly string[];
}

export async function targetOf(pieces: readonly Piece[], connection: Connection): Promise<Target> {
  const objects = await placed(
    connection,
    pieces.map(({ object }) => object),
  );
  const whole = pieces.map((piece, index) => ({ ...piece, object: objects[index] ?? piece.object }));
  const sets = applySetsOf(whole);
  const labelled = labeller(sets);
  const ready = whole.map((piece) => ({ ...piece, object: labelled(piece.object) }));
  return {
    objects: ready.map(({ object }) => object),
    once: new Set(ready.filter(({ isMadeOnce }) => isMadeOnce).map(({ object }) => object)),
    sets,
    namespaces: [...new Set(objects.map(namespaceOf))].filter((namespace) => namespace !== ''),
  };
}

/** The parents of the sets, with the kinds of their members and of those that earlier runs gave them. */
export const parentsOf = (
  sets: readonly ApplySet[],
  earlier: ReadonlyMap<string, readonly string[]>,
  version: string,
): readonly AnyObject[] => sets.map((set) => parentOf(set, [...set.members.map(groupKindOf), ...(earlier.get(set.id) ?? [])], version));
