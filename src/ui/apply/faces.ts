import type { Look } from '../report.ts';
import type { World } from '../world.ts';
import { jsonFace } from './event-json.ts';
import { linesFace } from './event-lines.ts';
import type { Face } from './events.ts';

/** The face that fits: JSON for programs, else a line for each change. */
export function faceFor({ json, quiet }: { readonly json: boolean; readonly quiet: boolean }, { stdout, stderr }: World, look: Look): Face {
  if (json) return jsonFace(look.language, (line) => void stdout.write(`${line}\n`));
  const lines = linesFace(look, (line) => void stderr.write(`${line}\n`));
  return quiet ? { tell: (event) => event.is === 'findings' && lines.tell(event), rest: lines.rest } : lines;
}
