import type { Look } from '../report.ts';
import { wantsColor, wantsUnicode } from '../style.ts';
import { columnsOn, fitsWizard, type World } from '../world.ts';
import { jsonFace } from './event-json.ts';
import { linesFace } from './event-lines.ts';
import type { Face } from './events.ts';
import { rowsOfLine } from './rows-of-line.ts';

interface Manners {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly plain: boolean;
}

/** The face that fits: JSON for programs, stages that move in a terminal, else a line for each change. Reports go to standard error. */
export async function faceFor({ json, quiet, plain }: Manners, { argv, env, stdout, stderr }: World, look: Look): Promise<Face> {
  if (json) return jsonFace(look.language, (line) => void stdout.write(`${line}\n`));
  const lines = linesFace(look, (line) => {
    // What reads a file or a pipe wants whole lines.
    for (const row of stderr.isTTY === true ? rowsOfLine(line, columnsOn(stderr)) : [line]) stderr.write(`${row}\n`);
  });
  if (quiet) return { tell: (event) => (event.is === 'findings' || event.is === 'problem') && lines.tell(event), rest: lines.rest };
  if (plain || stderr.isTTY !== true || !fitsWizard({ stdout: stderr })) return lines;
  const { progressFace } = await import('../tui/progress.tsx');
  return progressFace({ language: look.language, color: wantsColor(argv, env, true), unicode: wantsUnicode(env) }, stderr, lines);
}
