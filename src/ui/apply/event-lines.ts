import { titleOf } from '../../checks/object-fields.ts';
import { type Applied, isDone } from '../../cluster/apply/applied.ts';
import type { Removed } from '../../cluster/apply/leftovers.ts';
import { takesTime } from '../../cluster/follow/readiness.ts';
import type { Previewed } from '../../cluster/preview/preview.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { exits } from '../../model/problem.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { type Look, reportFindings, reportProblem } from '../report.ts';
import { shown } from '../shown.ts';
import type { ApplyEvent, Face } from './events.ts';
import { lateText } from './late.ts';
import { leftoverLines } from './leftover-lines.ts';
import { changeWords } from './value-words.ts';

/** A face that tells every change by a line. `print` gets whole lines. */
export function linesFace(look: Look, print: (line: string) => void): Face {
  const told = new Map<AnyObject, string>();
  const unchanged = new Set<AnyObject>();
  const linesFor = (event: ApplyEvent): readonly string[] => {
    if (event.is === 'progress') return progressLines(event.progress, told, look);
    if (event.is === 'applied' && unchanged.has(event.applied.object) && isDone(event.applied)) return [];
    return linesOf(event, look);
  };
  return {
    tell: (event) => {
      if (event.is === 'preview') for (const { object, outcome } of event.previewed) if (outcome === 'unchanged') unchanged.add(object);
      for (const line of linesFor(event)) print(line);
    },
    rest: () => undefined,
  };
}

/** What one event says, line by line. */
function linesOf(event: Exclude<ApplyEvent, { is: 'progress' }>, look: Look): readonly string[] {
  const { style } = look;
  const say = (said: Text) => style.letters(said[look.language]);
  switch (event.is) {
    case 'target':
      return [say(targetText(event))];
    case 'preview':
      return previewLines(event, look);
    case 'leftovers':
      return leftoverLines(event, look);
    case 'applied': {
      const { object, outcome } = event.applied;
      const words = outcomes[outcome];
      const isBad = outcome === 'conflict' || outcome === 'refused' || outcome === 'unknown kind';
      return [`${isBad ? style.bad(style.signs.bad) : style.good(style.signs.good)} ${shown(titleOf(object))}: ${say(words)}`];
    }
    case 'deleted': {
      const { object, outcome } = event.removed;
      const isGone = outcome === 'deleted';
      return [`${isGone ? style.good(style.signs.good) : style.bad(style.signs.bad)} ${shown(titleOf(object))}: ${say(outcomes[outcome])}`];
    }
    case 'findings':
      return reportFindings(event.findings, look).split('\n').slice(0, -1);
    case 'problem':
      return reportProblem(event.problem, look).split('\n').slice(0, -1);
    case 'end':
      return endLines(event, look);
  }
}

/** What came, or would come, of an object. */
const outcomes: Readonly<Record<Applied['outcome'] | Removed['outcome'], Text>> = {
  created: text('created', 'creado'),
  applied: text('applied', 'aplicado'),
  kept: text('was there already and is kept', 'ya estaba y se conserva'),
  conflict: text('somebody else has set some of its fields', 'otra persona o programa ha puesto algunos de sus campos'),
  refused: text('refused', 'rechazado'),
  'unknown kind': text('the cluster does not know this kind', 'el clúster no conoce este tipo'),
  deleted: text('deleted', 'borrado'),
};

function targetText({ context, server, version, namespaces }: Extract<ApplyEvent, { is: 'target' }>): Text {
  const cluster = `${shown(context)} (${shown(server)}, Kubernetes ${shown(version)})`;
  const into = listed(namespaces.map(shown));
  return namespaces.length === 0
    ? text(`Applying to context ${cluster}.`, `Se aplica al contexto ${cluster}.`)
    : namespaces.length === 1
      ? text(`Applying to context ${cluster}, namespace ${into.en}.`, `Se aplica al contexto ${cluster}, espacio de nombres ${into.es}.`)
      : text(`Applying to context ${cluster}, namespaces ${into.en}.`, `Se aplica al contexto ${cluster}, espacios de nombres ${into.es}.`);
}

const foreseen = {
  created: text('would be created', 'se crearía'),
  changed: text('would change', 'cambiaría'),
  conflict: text('conflicts', 'entra en conflicto'),
  refused: text('would be refused', 'se rechazaría'),
  'unknown kind': text('is of a kind that the cluster does not know', 'es de un tipo que el clúster no conoce'),
} as const satisfies Readonly<Record<string, Text>>;

const takenText = (managers: readonly string[]): Text => {
  const named = listed(managers.map(shown));
  return text(`takes over fields that were set by ${named.en}`, `se queda con campos puestos por ${named.es}`);
};

/** Where it stays at the preview, what would be created is named too; else each of them is told once it is there. */
function previewLines({ previewed, dryRun }: Extract<ApplyEvent, { is: 'preview' }>, { style, language }: Look): readonly string[] {
  const count = (outcome: Previewed['outcome']) => previewed.filter((each) => each.outcome === outcome).length;
  const lines = previewed.flatMap((each): readonly string[] => {
    if (each.outcome === 'unchanged') return [];
    const title = `${shown(titleOf(each.object))} ${style.letters(foreseen[each.outcome][language])}`;
    if (each.outcome === 'created') return dryRun ? [`${style.good('+')} ${title}`] : [];
    if (each.outcome !== 'changed') return [`${style.bad(style.signs.bad)} ${title}`];
    const fields = (each.differences ?? []).map(({ field, before, after }) => {
      const [old, fresh] = changeWords(before, after, language);
      return `    ${shown(field)}: ${style.bad(old)} → ${style.good(fresh)}`;
    });
    const taken = each.takenFrom ? [`    ${style.bad(style.letters(takenText(each.takenFrom)[language]))}`] : [];
    return [`${style.doubtful('~')} ${title}`, ...taken, ...fields.map(style.letters)];
  });
  const sum = text(
    `To create: ${count('created')}. To change: ${count('changed')}. As they should be: ${count('unchanged')}.`,
    `Por crear: ${count('created')}. Por cambiar: ${count('changed')}. Sin cambios: ${count('unchanged')}.`,
  );
  return [...lines, style.faint(style.letters(sum[language]))];
}

function progressLines(
  { objects }: Extract<ApplyEvent, { is: 'progress' }>['progress'],
  told: Map<AnyObject, string>,
  { style, language }: Look,
): readonly string[] {
  return objects.flatMap(({ object, readiness }) => {
    // The others are ready as soon as they are there, which was told.
    if (!takesTime(object)) return [];
    const words = readiness.is === 'ready' ? text('ready', 'listo') : readiness.says;
    if (told.get(object) === words.en) return [];
    told.set(object, words.en);
    const sign = { ready: style.good(style.signs.good), waiting: style.doubtful(style.signs.advice), failed: style.bad(style.signs.bad) };
    return [`${sign[readiness.is]} ${shown(titleOf(object))}: ${shown(style.letters(words[language]))}`];
  });
}

function endLines(event: Extract<ApplyEvent, { is: 'end' }>, { style, language }: Look): readonly string[] {
  const sign = event.exit === exits.done ? style.good(style.signs.good) : style.bad(style.signs.bad);
  return [`${sign} ${style.letters(endText(event)[language])}`];
}

function endText({ exit, changed, warned, dryRun, waits, late }: Extract<ApplyEvent, { is: 'end' }>): Text {
  if (dryRun || (changed === 0 && exit !== exits.done)) return text('Nothing was changed.', 'No se ha cambiado nada.');
  if (exit === exits.left) return stopped;
  if (late) return lateText(late);
  if (exit === exits.notReady) return text('It is applied, but not all of it works.', 'Está aplicado, pero no todo funciona.');
  if (exit !== exits.done) return halfway;
  if (waits && warned) return text('Everything is applied; look at the warnings above.', 'Todo está aplicado; mira los avisos de arriba.');
  return waits
    ? text('Everything is applied and ready.', 'Todo está aplicado y listo.')
    : text('Everything is applied.', 'Todo está aplicado.');
}

const halfway = text(
  'Not all of it is applied. What is stays; once the cause is mended, the same command goes on.',
  'No se ha aplicado todo. Lo aplicado se queda; cuando se arregle la causa, el mismo comando sigue desde ahí.',
);

const stopped = text(
  'You stopped it. What is applied so far stays; the same command goes on.',
  'Lo has parado. Lo que ya está aplicado se queda; el mismo comando sigue desde ahí.',
);
