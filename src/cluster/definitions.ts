import { setTimeout as pause } from 'node:timers/promises';
import { fieldOf, groupOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import type { Paths } from './discovery.ts';

/** Whether one of these objects defines the kind of this one. */
export const definesKindOf = (objects: readonly AnyObject[], object: AnyObject): boolean =>
  objects.some(
    (each) =>
      each.kind === 'CustomResourceDefinition' &&
      fieldOf(each, 'spec', 'names', 'kind') === object.kind &&
      fieldOf(each, 'spec', 'group') === groupOf(object),
  );

const betweenLooks = 200;
/** A server takes up a definition within a second or two. */
const mostLooks = 100;

/** The path of an object whose kind has only just been defined; undefined where the server does not take it up. */
export async function pathOnceDefined(paths: Paths, object: AnyObject, signal?: AbortSignal): Promise<string | undefined> {
  for (let looks = 1; looks <= mostLooks; looks++) {
    const path = await paths.pathOf(object);
    if (path !== undefined) return path;
    await pause(betweenLooks, undefined, signal && { signal });
  }
  return undefined;
}
