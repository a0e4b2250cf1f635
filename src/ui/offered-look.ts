import { type Connection, connect, type Where } from '../cluster/connection.ts';
import { exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import type { Creation, Manners } from './invocation.ts';
import { type Look, reportProblem } from './report.ts';
import type { Intent, Means } from './settling.ts';
import { shown } from './shown.ts';
import { typed } from './typed.ts';
import type { World } from './world.ts';

type Wish = Pick<Creation & Manners, 'applying' | 'quiet'>;

/**
 * The means with what the cluster of the kubeconfig shows, where the person agrees to a look; undefined where there is none, where they do
 * not, and where it cannot be read, which is told: the rules decide without it as well. A Problem where they leave.
 */
export async function lookOffered(wish: Wish, intent: Intent, means: Means, world: World, look: Look): Promise<Means | undefined> {
  const connection = connectionIfAny(wish.applying, world);
  if (!connection || !(await isWelcome(connection, world, look))) return undefined;
  try {
    return await (await import('./from-cluster.ts')).seeing(wish, intent, means, world, look);
  } catch (problem) {
    if (!(problem instanceof Problem) || world.signal.aborted) throw problem;
    world.stderr.write(`${reportProblem(problem, look)}${look.style.letters(without[look.language])}\n`);
    return undefined;
  }
}

function connectionIfAny(where: Where, { env }: World): Connection | undefined {
  try {
    return connect(where, env);
  } catch (problem) {
    // A kubeconfig that is broken is none of the interview's business.
    if (!(problem instanceof Problem)) throw problem;
    return undefined;
  }
}

async function isWelcome({ context, server }: Connection, world: World, look: Look): Promise<boolean> {
  const place = text(
    `Your kubeconfig points to the context ${shown(context)} (${shown(server)}).`,
    `Tu kubeconfig apunta al contexto ${shown(context)} (${shown(server)}).`,
  );
  const said = await typed([place], question, world, look);
  if (said === undefined) throw new Problem(exits.left, { says: text('Nothing was written.', 'No se ha escrito nada.') });
  return !/^no?$/i.test(said);
}

const question = text(
  'Look at it first, so that the suggestions fit it? Nothing is changed there. (Enter for yes, or no)',
  '¿Mirarlo antes, para que las propuestas encajen con él? Allí no se cambia nada. (Intro para sí, o no)',
);

const without = text(
  'The questions come without it: the suggestions suit most clusters.',
  'Las preguntas siguen sin él: las propuestas sirven para la mayoría de los clústeres.',
);
