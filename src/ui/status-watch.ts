import type { Connection } from '../cluster/connection.ts';
import type { Aim, Glance } from '../cluster/glance/glance.ts';
import { glances } from '../cluster/glance/watch.ts';
import { type Exit, exits, Problem } from '../model/problem.ts';
import { exitOf } from './exit-of-glance.ts';
import { type Look, reportProblem } from './report.ts';
import type { World } from './world.ts';

/** Tells a glance, and each one that says something new, until the user leaves. What goes wrong on the way goes to standard error. */
export async function watchInLines(
  connection: Connection,
  aim: Aim,
  tell: (glance: Glance) => void,
  { stderr, signal }: World,
  look: Look,
): Promise<Exit> {
  let before = '';
  let last: Glance | Problem | undefined;
  for await (const seen of glances(connection, aim, signal)) {
    const isNew = saysOf(seen) !== before;
    before = saysOf(seen);
    last = seen;
    if (!isNew) continue;
    if (seen instanceof Problem) stderr.write(reportProblem(seen, look));
    else tell(seen);
  }
  if (last instanceof Problem) return last.exit;
  return last ? exitOf(last) : exits.done;
}

/** What a glance says apart from how long it has been so: time alone is no news. */
const saysOf = (seen: Glance | Problem): string =>
  seen instanceof Problem
    ? seen.message
    : JSON.stringify(
        seen.blocks.map(({ rows, unseen }) => [rows.map(({ light, what, says, quote }) => [light, what, says.en, quote]), unseen]),
      ).replaceAll(/\d+ (s|min|h|d)\b/g, '');
