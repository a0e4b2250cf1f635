import type { Glance, Light } from '../cluster/glance/glance.ts';
import type { Problem } from '../model/problem.ts';
import { listed, type Text, text } from '../model/text.ts';
import { shown as marked } from './shown.ts';
import { blockLines, type StatusOptions, signed, signOf } from './status-block.ts';
import { blank, cut, type Line, rowsOf, wrappedLines } from './tui/line.ts';
import { type Look, sayIn, widthOf } from './tui/look.ts';

/** A glance as rows of letters: where it looks, block by block the worst first, and what it all comes to. */
export function statusLines(glance: Glance, options: StatusOptions, look: Look): readonly Line[] {
  const told = glance.blocks.flatMap((block) => blockLines(block, options, look));
  if (options.isQuiet) return told.slice(1);
  return [...headLines(glance, look), ...told, blank, ...verdictLines(glance, look)];
}

/** What a watch has to show: the last glance, and why there is no newer one. */
export interface Watching {
  readonly glance?: Glance;
  readonly problem?: Problem;
}

const waiting = text('Looking at the cluster…', 'Mirando el clúster…');
const stale = text('This is the last that was seen; it is tried again.', 'Esto es lo último que se vio; se vuelve a intentar.');
const leave = text('q leave', 'q salir');

/** The rows of a watch, as many as the window has but one. What is well is told as far as there is room. */
export function statusScreen({ glance, problem }: Watching, window: Look): readonly Line[] {
  // A column stays free at each side.
  const look = { ...window, columns: widthOf(window) };
  const say = sayIn(look);
  const room = window.rows - 1;
  const keys: Line = [{ text: say(leave), tone: 'faint' }];
  const against = problem
    ? [
        ...wrappedLines(marked(say(problemText(problem))), look.columns, 0, 'bad'),
        ...(glance ? wrappedLines(say(stale), look.columns) : []),
      ]
    : [];
  const head = glance
    ? [...headLines(glance, look), ...verdictLines(glance, look)]
    : problem
      ? []
      : wrappedLines(say(waiting), look.columns);
  const left = room - 2 - against.length - head.length;
  const told = glance ? fittingLines(glance, left, look) : [];
  return [...rowsOf([...against, ...head, ...told], room - 1), cut(keys, look.columns, '')];
}

const problemText = ({ complaints: [complaint] }: Problem): Text => complaint?.says ?? text('It could not be read.', 'No se pudo leer.');

/** The most that fits: first what is well goes, then the end of what is not, which is counted. */
function fittingLines(glance: Glance, room: number, look: Look): readonly Line[] {
  const toldWith = (most: number) => glance.blocks.flatMap((block) => blockLines(block, { most, isQuiet: false }, look));
  const most = [8, 4, 2, 1, 0].find((each) => toldWith(each).length <= room);
  const told = toldWith(most ?? 0);
  if (told.length <= room) return told;
  const rest = told.length - room + 1;
  return [
    ...told.slice(0, Math.max(0, room - 1)),
    ...wrappedLines(sayIn(look)(text(`${rest} more lines`, `${rest} líneas más`)), look.columns, 2, 'faint').slice(0, 1),
  ];
}

function headLines({ context, namespaces, latency }: Glance, look: Look): readonly Line[] {
  const [where, pace] = [marked(context), `${Math.round(latency)} ms`];
  const all = listed(namespaces.map(marked));
  const head =
    namespaces.length === 1
      ? text(
          `Context ${where}, namespace ${all.en}, answers in ${pace}`,
          `Contexto ${where}, espacio de nombres ${all.es}, responde en ${pace}`,
        )
      : text(
          `Context ${where}, namespaces ${all.en}, answers in ${pace}`,
          `Contexto ${where}, espacios de nombres ${all.es}, responde en ${pace}`,
        );
  return wrappedLines(sayIn(look)(head), look.columns);
}

/** What it all comes to, in one line. */
function verdictLines({ light, isBlind, isEmpty, blocks }: Glance, look: Look): readonly Line[] {
  if (isBlind && light !== 'red') return signed({ text: '?', tone: 'doubtful' }, '', sayIn(look)(blind), look, 0);
  if (isEmpty) return signed(signOf(light, look), '', sayIn(look)(nothingRuns), look, 0);
  const rows = blocks.flatMap((block) => block.rows);
  const count = (of: Light) => rows.filter((row) => row.light === of).length;
  const isPartial = blocks.some(({ unseen }) => unseen.length > 0);
  const says: Readonly<Record<Light, Text>> = {
    red: text(
      `Something is wrong. Red: ${count('red')}. Amber: ${count('amber')}.`,
      `Algo va mal. En rojo: ${count('red')}. En ámbar: ${count('amber')}.`,
    ),
    amber: text(`It works. Worth a look: ${count('amber')}.`, `Funciona. Merece una mirada: ${count('amber')}.`),
    green: isPartial ? text('All that may be seen is well.', 'Todo lo que se puede ver va bien.') : text('All is well.', 'Todo va bien.'),
    plain: text('There is nothing to see yet.', 'Aún no hay nada que ver.'),
  };
  return signed(signOf(light, look), '', sayIn(look)(says[light]), look, 0);
}

const nothingRuns = text('Nothing runs here yet.', 'Aquí aún no hay nada en marcha.');
const blind = text(
  'You are not allowed to look into this namespace. Ask whoever runs the cluster for the role “view”.',
  'No tienes permiso para mirar en este espacio de nombres. Pide el rol «view» a quien administra el clúster.',
);
