import { type Block, blockTitles, type Glance, type Light, type Row, type Unseen } from '../cluster/glance.ts';
import type { Problem } from '../model/problem.ts';
import { listed, type Text, text } from '../model/text.ts';
import { shown as marked } from './shown.ts';
import { styleOf } from './style.ts';
import { blank, columnsOf, cut, type Line, padded, rowsOf, type Span, type Tone, wrapped, wrappedLines } from './tui/line.ts';
import { type Look, sayIn, shown, widthOf } from './tui/look.ts';

export interface StatusOptions {
  /** Rows of each block that are told though all is well with them; the others are counted. */
  readonly most: number;
  /** Only what is red or amber. */
  readonly isQuiet: boolean;
}

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

const lightSigns = { red: 'bad', amber: 'doubtful', green: 'good', plain: 'advice' } as const satisfies Readonly<Record<Light, string>>;
const tones: Readonly<Record<Light, Tone>> = { red: 'bad', amber: 'doubtful', green: 'good', plain: 'faint' };

const signOf = (light: Light, { unicode }: Look): Span => ({
  text: styleOf({ color: false, unicode }).signs[lightSigns[light]],
  tone: tones[light],
});

/** What it all comes to, in one line. */
export function verdictLines({ light, isBlind, blocks }: Glance, look: Look): readonly Line[] {
  if (isBlind && light !== 'red') return signed({ text: '?', tone: 'doubtful' }, '', sayIn(look)(blind), look, 0);
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

const blind = text(
  'You are not allowed to look into this namespace. Ask whoever runs the cluster for the role “view”.',
  'No tienes permiso para mirar en este espacio de nombres. Pide el rol «view» a quien administra el clúster.',
);

const isWell = ({ light }: Row): boolean => light === 'green' || light === 'plain';

function blockLines({ id, rows, unseen }: Block, { most, isQuiet }: StatusOptions, look: Look): readonly Line[] {
  const bad = rows.filter((row) => !isWell(row));
  const well = isQuiet ? [] : rows.filter(isWell);
  const kept = well.length > most ? well.slice(0, most) : well;
  const lines = [
    ...[...bad, ...kept].flatMap((row, _, all) => rowLines(row, barColumn(all, look), look)),
    ...(well.length > kept.length ? restLines(well.length - kept.length, look) : []),
    ...(isQuiet ? [] : unseen.flatMap((each) => unseenLines(each, look))),
  ];
  return lines.length === 0 ? [] : [blank, [{ text: sayIn(look)(blockTitles[id]), tone: 'strong' }], ...lines];
}

const restLines = (count: number, look: Look): readonly Line[] =>
  wrappedLines(sayIn(look)(text(`and ${count} more, all well`, `y ${count} más, todo bien`)), look.columns, 4, 'faint');

const whys = {
  forbidden: (plural: string) => text(`not allowed to list ${plural}`, `sin permiso para listar ${plural}`),
  late: (plural: string) => text(`${plural}: no answer in time`, `${plural}: sin respuesta a tiempo`),
  failed: (plural: string) => text(`${plural}: could not be read`, `${plural}: no se pudo leer`),
} as const satisfies Readonly<Record<Unseen['why'], (plural: string) => Text>>;

const unseenLines = ({ plural, why }: Unseen, look: Look): readonly Line[] =>
  signed({ text: '?', tone: 'faint' }, '', sayIn(look)(whys[why](plural)), look);

/** Columns for the titles of rows with bars, so that the bars stand below each other where there is room for that. */
function barColumn(rows: readonly Row[], look: Look): number {
  const longest = Math.max(0, ...rows.filter(({ share }) => share !== undefined).map(({ what }) => columnsOf(marked(what))));
  return longest + barLength + 30 < look.columns ? longest : 0;
}

function rowLines({ light, what, says, share, fix, quote }: Row, titleColumns: number, look: Look): readonly Line[] {
  const say = (said: Text) => shown(marked(said[look.language]), look);
  const bar = share === undefined ? '' : `${barOf(share, look)} `;
  const title = shown(share === undefined ? marked(what) : padded(marked(what), titleColumns), look);
  const last =
    quote
      ?.split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-mostQuoted) ?? [];
  return [
    ...signed(signOf(light, look), title, bar + say(says), look),
    ...(fix ? wrappedLines(say(fix), look.columns, 6) : []),
    ...last.flatMap((line) => wrappedLines(`${shown('│', look)} ${shown(marked(line), look)}`, look.columns, 6, 'faint')),
  ];
}

/** Lines of a quote that are shown: what failed is told last. */
const mostQuoted = 3;
const barLength = 10;
/** Less than that is rounded to nothing in words too. */
const leastShown = 0.005;

function barOf(share: number, { unicode }: Look): string {
  const full = Math.min(barLength, Math.max(share >= leastShown ? 1 : 0, Math.round(share * barLength)));
  const [taken, free] = unicode ? ['█', '░'] : ['#', '.'];
  return taken.repeat(full) + free.repeat(barLength - full);
}

/** A row after its sign: its title stands out, and what goes on below is indented. */
function signed(sign: Span, title: string, words: string, look: Look, indent = 2): readonly Line[] {
  const room = look.columns - indent - columnsOf(sign.text) - 1;
  const before = ' '.repeat(indent);
  let left = title;
  return wrapped(title === '' ? words : `${title}  ${words}`, room).map((letters, index) => {
    const strong = letters.startsWith(left) ? left : left.startsWith(letters) ? letters : '';
    left = left.slice(strong.length).trimStart();
    const start: Line =
      index === 0 ? [{ text: before }, sign, { text: ' ' }] : [{ text: `${before}${' '.repeat(columnsOf(sign.text) + 1)}` }];
    return [...start, ...(strong === '' ? [] : [{ text: strong, tone: 'strong' as const }]), { text: letters.slice(strong.length) }];
  });
}
