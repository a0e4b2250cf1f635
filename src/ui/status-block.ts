import { type Block, blockTitles, type Light, type Row, type Unseen } from '../cluster/glance/glance.ts';
import { type Text, text } from '../model/text.ts';
import { shown as marked } from './shown.ts';
import { styleOf } from './style.ts';
import { blank, columnsOf, type Line, padded, type Span, type Tone, wrapped, wrappedLines } from './tui/line.ts';
import { type Look, sayIn, shown } from './tui/look.ts';

export interface StatusOptions {
  /** All that is well is told too; else the first of each block, and the others are counted. */
  readonly isAll: boolean;
  /** Only what is red or amber. */
  readonly isQuiet: boolean;
  /** What tells the others, where no key does. */
  readonly instead?: Text;
}

/** Rows of a block that are told though all is well with them: more is no glance any more. */
const mostWell = 8;

const lightSigns = { red: 'bad', amber: 'doubtful', green: 'good', plain: 'advice' } as const satisfies Readonly<Record<Light, string>>;
const tones: Readonly<Record<Light, Tone>> = { red: 'bad', amber: 'doubtful', green: 'good', plain: 'faint' };

export const signOf = (light: Light, { unicode }: Look): Span => ({
  text: styleOf({ color: false, unicode }).signs[lightSigns[light]],
  tone: tones[light],
});

const isWell = ({ light }: Row): boolean => light === 'green' || light === 'plain';

/** To count a single one takes as much room as to name it. */
const isMuch = (well: readonly Row[]): boolean => well.length > mostWell + 1;

/** Whether some of what is well is counted, where not all of it is told. */
export const isCounted = ({ rows }: Block): boolean => isMuch(rows.filter(isWell));

/** A block of a glance: its title, what is wrong, what is well, and what may not be seen. Nothing where there is nothing to tell. */
export function blockLines({ id, rows, unseen }: Block, { isAll, isQuiet, instead }: StatusOptions, look: Look): readonly Line[] {
  const bad = rows.filter((row) => !isWell(row));
  const well = isQuiet ? [] : rows.filter(isWell);
  const kept = isAll || !isMuch(well) ? well : well.slice(0, mostWell);
  const lines = [
    ...[...bad, ...kept].flatMap((row, _, all) => rowLines(row, barColumn(all, look), look)),
    ...(well.length > kept.length ? restLines(well.length - kept.length, instead, look) : []),
    ...(isQuiet ? [] : unseen.flatMap((each) => unseenLines(each, look))),
  ];
  return lines.length === 0 ? [] : [blank, [{ text: sayIn(look)(blockTitles[id]), tone: 'strong' }], ...lines];
}

function restLines(count: number, instead: Text | undefined, look: Look): readonly Line[] {
  const all = text(`and ${count} more, all well`, `y ${count} más, todo bien`);
  const says = instead ? text(`${all.en}; ${instead.en}`, `${all.es}; ${instead.es}`) : all;
  return wrappedLines(sayIn(look)(says), look.columns, 4, 'faint');
}

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
export function signed(sign: Span, title: string, words: string, look: Look, indent = 2): readonly Line[] {
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
