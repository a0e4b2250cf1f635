import type { Glance, Light } from '../cluster/glance/glance.ts';
import { listed, type Text, text } from '../model/text.ts';
import { shown as marked } from './shown.ts';
import { blockLines, type StatusOptions, signed, signOf } from './status-block.ts';
import { blank, type Line, wrappedLines } from './tui/line.ts';
import { type Look, sayIn } from './tui/look.ts';

/** A glance as rows of letters: where it looks, block by block the worst first, and what it all comes to. */
export function statusLines(glance: Glance, options: StatusOptions, look: Look): readonly Line[] {
  const told = glance.blocks.flatMap((block) => blockLines(block, options, look));
  if (options.isQuiet) return told.slice(1);
  return [...headLines(glance, look), ...told, blank, ...verdictLines(glance, look)];
}

/** Where it looks. */
export function headLines({ context, namespaces, latency }: Glance, look: Look): readonly Line[] {
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
export function verdictLines({ light, isBlind, isEmpty, blocks }: Glance, look: Look): readonly Line[] {
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
    amber: text(`It works. Worth a look: ${count('amber')}.`, `Funciona. Por revisar: ${count('amber')}.`),
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
