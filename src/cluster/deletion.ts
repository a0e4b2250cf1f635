import { nameOf, namespaceOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { shellWord } from '../model/shell-word.ts';

/** The command that deletes these, each by its kind and its name: `pvc/data`. */
export const deletion = (names: readonly string[], namespace: string): string =>
  ['kubectl delete', ...names.map(shellWord), ...(namespace === '' ? [] : ['--namespace', shellWord(namespace)])].join(' ');

export const deletionOf = (object: AnyObject): string => deletion([`${object.kind?.toLowerCase()}/${nameOf(object)}`], namespaceOf(object));
