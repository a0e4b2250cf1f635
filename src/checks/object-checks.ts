import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { groupOf, nameOf, namespaceOf, titleOf } from './object-fields.ts';

/** What controllers append must fit into the 63 characters of a label (kubernetes/kubernetes#64023). */
const longest: Readonly<Record<string, number>> = {
  StatefulSet: 52,
  CronJob: 52,
  Deployment: 52,
  DaemonSet: 52,
  Job: 63,
  Service: 63,
  Namespace: 63,
};

const nameLength: Check = {
  severity: 'error',
  look: ({ all }) =>
    all
      .map((object) => ({
        object,
        length: nameOf(object).length,
        most: (groupOf(object).includes('.') ? undefined : longest[object.kind ?? '']) ?? 253,
      }))
      .filter(({ length, most }) => length > most)
      .map(({ object, length, most }) => ({
        object,
        says: text(
          `Its name has ${length} characters; its pods and labels hold ${most}.`,
          `Su nombre tiene ${length} caracteres; en sus pods y etiquetas caben ${most}.`,
        ),
        fix: text('Give it a shorter name.', 'Dale un nombre más corto.'),
      })),
};

const duplicate: Check = {
  severity: 'error',
  look: ({ all }) => {
    const seen = new Set<string>();
    return all
      .filter((object) => nameOf(object) !== '')
      .filter((object) => {
        const key = [groupOf(object), titleOf(object), namespaceOf(object)].join('/');
        const isAgain = seen.has(key);
        seen.add(key);
        return isAgain;
      })
      .map((object) => ({
        object,
        says: text('It stands here twice: the second one overwrites the first.', 'Está dos veces: la segunda pisa a la primera.'),
        fix: text('Take one of them out.', 'Quita una de las dos.'),
      }));
  },
};

export const objectChecks: Checks = { 'name-length': nameLength, duplicate };
