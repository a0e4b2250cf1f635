import { text } from '../../model/text.ts';
import { blank, type Line, padded, type Span, wrapped, wrappedLines } from '../tui/line.ts';
import { type Look, sayIn, shown, signsOf, widthOf } from '../tui/look.ts';
import { type Course, type Stage, stagesOf } from './stages.ts';

const leave = text('^C stop waiting (what was applied stays)', '^C dejar de esperar (lo aplicado se queda)');

/** The rows of a run that is under way, or has come to rest. `seconds` have passed since it began. */
export function progressScreen(course: Course, seconds: number, isOver: boolean, look: Look): readonly Line[] {
  const rows = stagesOf(course).flatMap((stage) => stageLines(stage, look));
  return isOver ? rows : [...rows, blank, ...wrappedLines(`${clock(seconds)}  ${sayIn(look)(leave)}`, widthOf(look), 0, 'faint')];
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function stageLines(stage: Stage, look: Look): readonly Line[] {
  const { says, total, through, held } = stage;
  const say = sayIn(look);
  const count = say(text(`${through} of ${total}`, `${through} de ${total}`));
  const name = look.columns < 60 ? say(says) : padded(say(says), 40);
  const [first = '', ...others] = wrapped(`${name} ${count}`, widthOf(look) - 2);
  const rows: readonly Line[] = [[signOf(stage, look), { text: ` ${first}` }], ...others.map((row) => [{ text: `  ${row}` }])];
  if (!held) return rows;
  return [...rows, ...wrappedLines(`${shown(held.title, look)}: ${say(held.readiness.says)}`, widthOf(look), 4, 'faint')];
}

function signOf({ total, through, held }: Stage, look: Look): Span {
  const signs = signsOf(look);
  if (held?.readiness.is === 'failed') return { text: signs.refused, tone: 'bad' };
  if (through === total) return { text: signs.done, tone: 'good' };
  return { text: through > 0 ? signs.on : signs.off, tone: 'accent' };
}
