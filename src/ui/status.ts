import { type Connection, connect } from '../cluster/connection.ts';
import type { Aim, Glance } from '../cluster/glance/glance.ts';
import { glanceAt } from '../cluster/glance/watch.ts';
import { brokenOff } from '../cluster/reach.ts';
import { type Exit, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import { exitOf } from './exit-of-glance.ts';
import type { Manners, StatusWish } from './invocation.ts';
import { painted } from './painted.ts';
import type { Look as Report } from './report.ts';
import { statusJson } from './status-json.ts';
import { statusLines } from './status-lines.ts';
import { aimAt } from './status-place.ts';
import { wantsUnicode } from './style.ts';
import { columnsOn, hasTerminal, type World } from './world.ts';

const instead = text('--all lists them', 'con --all se enumeran');

export interface Showing extends StatusWish, Pick<Manners, 'json' | 'quiet'> {}

/** Shows in what state the cluster, and what was applied there, is; with `watch`, again whenever something moves. */
export async function status(wish: Showing, world: World, look: Report): Promise<Exit> {
  const connection = connect(wish, world.env);
  const aim = await aimAt(wish, connection.namespace, world);
  if (wish.watch) return watching(connection, aim, wish, world, look);
  const glance = await looked(connection, aim, world);
  world.stdout.write(told(glance, wish, world, look));
  return exitOf(glance);
}

async function watching(connection: Connection, aim: Aim, wish: Showing, world: World, look: Report): Promise<Exit> {
  const tell = (glance: Glance) => void world.stdout.write(told(glance, wish, world, look));
  if (wish.json || wish.quiet || wish.plain || !hasTerminal(world)) {
    return (await import('./status-watch.ts')).watchInLines(connection, aim, tell, world, look);
  }
  return (await import('./tui/status.tsx')).watchOnScreen(connection, aim, world, { language: look.language, isAll: wish.all });
}

async function looked(connection: Connection, aim: Aim, { signal }: World): Promise<Glance> {
  try {
    return await glanceAt(connection, aim, signal);
  } catch (cause) {
    throw cause instanceof Problem || signal.aborted ? cause : brokenOff(connection, cause);
  }
}

/** A glance as it goes to standard output, with its last line break. */
function told(glance: Glance, { json, quiet, watch, all }: Showing, { env, stdout }: World, { language, style }: Report): string {
  if (json) return `${JSON.stringify(statusJson(glance, exitOf(glance), language), null, watch ? undefined : 2)}\n`;
  const look = { language, color: false, unicode: wantsUnicode(env), columns: columnsOn(stdout), rows: 0 };
  return statusLines(glance, { isAll: all, isQuiet: quiet, instead }, look)
    .map((line) => `${painted(line, style)}\n`)
    .join('');
}
