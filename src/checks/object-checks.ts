import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { groupOf, nameOf, namespaceOf, titleOf } from './object-fields.ts';

/** What controllers append must fit into the 63 characters of a label (kubernetes/kubernetes#64023). */
const longest: ReadonlyMap<string | undefined, number> = new Map(
  Object.entries({
    StatefulSet: 52,
    CronJob: 52,
    Deployment: 52,
    DaemonSet: 52,
    Job: 63,
    Service: 63,
    Namespace: 63,
  }),
);

const nameLength: Check = {
  severity: 'error',
  look: ({ all }) =>
    all
      .map((object) => ({
        object,
        length: nameOf(object).length,
        most: (groupOf(object).includes('.') ? undefined : longest.get(object.kind)) ?? 253,
      }))
      .filter(({ length, most }) => length > most)
      .map(({ object, length, most }) => ({
        object,
        says: text(
          `Its name has ${length} characters; the names of its pods and its labels have room for ${most}.`,
          `Su nombre tiene ${length} caracteres; en los nombres de sus pods y en sus etiquetas caben ${most}.`,
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
        says: text('It is here twice: the second one overwrites the first.', 'Aparece dos veces: el segundo pisa al primero.'),
        fix: text('Remove one of them.', 'Quita uno de los dos.'),
      }));
  },
};

export const objectChecks: Checks = { 'name-length': nameLength, duplicate };
