import { namespaceOf, titleOf } from '../../checks/object-fields.ts';
import type { Where } from '../../cluster/connection.ts';
import type { Progress } from '../../cluster/follow/progress.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { several } from '../../model/several.ts';
import { type Text, text } from '../../model/text.ts';
import { program } from '../commands.ts';
import { commandLine } from '../quote.ts';
import { shown } from '../shown.ts';
import { whereWords } from '../where-words.ts';

/** The time was over before all was ready. */
export interface Late {
  /** How long it was waited. */
  readonly seconds: number;
  readonly missing: readonly AnyObject[];
  /** The command that goes on waiting. */
  readonly watch: string;
}

export function lateOf({ objects }: Progress, where: Where, seconds: number): Late {
  const namespaces = [...new Set(objects.map(({ object }) => namespaceOf(object)))].filter((name) => name !== '');
  return {
    seconds,
    missing: objects.flatMap(({ object, readiness }) => (readiness.is === 'ready' ? [] : [object])),
    watch: commandLine([
      ...[program, 'status', '--watch'],
      // It shows one namespace; of several, those of the folder in which it is called.
      ...(namespaces.length === 1 ? namespaces.flatMap((name) => ['--namespace', name]) : []),
      ...whereWords(where),
    ]),
  };
}

/** More names than these tell nobody anything. */
const mostNames = 5;

export function lateText({ seconds, missing, watch }: Late): Text {
  const time = timeText(seconds);
  const what = several(
    missing.map((object) => shown(titleOf(object))),
    mostNames,
  );
  return text(
    `It is applied, but was not ready within ${time.en}. Still missing: ${what.en}. To go on waiting: ${shown(watch)}; or apply again with a longer --timeout.`,
    `Está aplicado, pero no ha estado listo en ${time.es}. Aún falta: ${what.es}. Para seguir esperando: ${shown(watch)}; o vuelve a aplicar con un --timeout mayor.`,
  );
}

function timeText(seconds: number): Text {
  const minutes = seconds / 60;
  if (!Number.isInteger(minutes)) return seconds === 1 ? text('1 second', '1 segundo') : text(`${seconds} seconds`, `${seconds} segundos`);
  return minutes === 1 ? text('1 minute', '1 minuto') : text(`${minutes} minutes`, `${minutes} minutos`);
}
