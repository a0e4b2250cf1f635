import { namespaceOf, titleOf } from '../../checks/object-fields.ts';
import { grouped } from '../../model/grouped.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import { commandLine } from '../quote.ts';
import type { Look } from '../report.ts';
import { shown } from '../shown.ts';
import type { ApplyEvent } from './events.ts';

/** What is no longer asked for, what stays of it in any case, and the commands that delete that. */
export function leftoverLines(
  { objects, staying, prunes }: Extract<ApplyEvent, { is: 'leftovers' }>,
  { style, language }: Look,
): readonly string[] {
  const head = prunes
    ? text('These are no longer asked for and will be deleted:', 'Estos ya no se piden y se borrarán:')
    : text(
        'These come from an earlier run and are no longer asked for; --prune deletes them:',
        'Estos vienen de una ejecución anterior y ya no se piden; --prune los borra:',
      );
  const items = (each: readonly AnyObject[]) => each.map((object) => `  - ${shown(titleOf(object))}`);
  const kept = staying.length > 0 ? [style.letters(stays[language]), ...items(staying), style.letters(toDelete[language])] : [];
  return [style.doubtful(style.letters(head[language])), ...items(objects), ...kept, ...deletionsOf(staying)];
}

const stays = text(
  'Their data and passwords stay whatever happens, for nobody could bring them back:',
  'Sus datos y contraseñas se quedan en todo caso, porque nadie podría recuperarlos:',
);
const toDelete = text('When nobody needs them any more:', 'Cuando ya nadie los necesite:');

/** The commands that delete these, one for each namespace. */
const deletionsOf = (objects: readonly AnyObject[]): readonly string[] =>
  [...grouped(objects, namespaceOf)].map(([namespace, its]) => {
    const names = its.map(({ kind, metadata }) => `${kind?.toLowerCase()}/${metadata?.name}`);
    return `  ${shown(commandLine(['kubectl', 'delete', '--namespace', namespace, ...names]))}`;
  });
