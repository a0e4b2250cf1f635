import type { Connection } from '../../cluster/connection.ts';
import { looksLikeProduction } from '../../cluster/production.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Complaint, exits, Problem } from '../../model/problem.ts';
import { type Text, text } from '../../model/text.ts';
import { shellWord } from '../../output/shell-word.ts';
import { sentence } from '../plain-line.ts';
import { onPlainTerminal } from '../plain-terminal.ts';
import type { Look } from '../report.ts';
import { shown } from '../shown.ts';
import { wantsUnicode } from '../style.ts';
import { hasTerminal, type World } from '../world.ts';

/** What somebody may want to think about twice. */
export interface Risk {
  /** The name that was said in advance. */
  readonly confirm: string | undefined;
  readonly connection: Connection;
  readonly namespaces: readonly string[];
  readonly deletes: readonly AnyObject[];
}

/**
 * Resolves where nothing is risky, or the context was confirmed by its name, in advance or in the terminal. A Problem otherwise:
 * a script is never asked.
 */
export async function confirmed({ confirm, connection, namespaces, deletes }: Risk, world: World, look: Look): Promise<void> {
  const { context, server } = connection;
  const why =
    deletes.length > 0
      ? deleting(deletes.length, context)
      : looksLikeProduction(context, server, ...namespaces)
        ? production(context)
        : undefined;
  if (!why || confirm === context) return;
  if (confirm !== undefined) throw new Problem(exits.usage, otherName(confirm, context));
  const said = hasTerminal(world) ? await typed(why, context, world, look) : undefined;
  if (said?.trim() === context) return;
  throw said === undefined ? new Problem(exits.usage, { says: why, ...byName(context) }) : new Problem(exits.left, notConfirmed);
}

const production = (context: string): Text =>
  text(
    `Context “${shown(context)}” looks like production, so nothing was changed yet.`,
    `El contexto «${shown(context)}» parece de producción, así que aún no se ha cambiado nada.`,
  );

const deleting = (count: number, context: string): Text =>
  count === 1
    ? text(
        `1 object would be deleted in context “${shown(context)}”, so nothing was changed yet.`,
        `Se borraría 1 objeto en el contexto «${shown(context)}», así que aún no se ha cambiado nada.`,
      )
    : text(
        `${count} objects would be deleted in context “${shown(context)}”, so nothing was changed yet.`,
        `Se borrarían ${count} objetos en el contexto «${shown(context)}», así que aún no se ha cambiado nada.`,
      );

const byName = (context: string): Pick<Complaint, 'fix' | 'flags'> => ({
  fix: text(
    `If that is what you want, say the name of the context: --confirm ${shellWord(context)}`,
    `Si es lo que quieres, di el nombre del contexto: --confirm ${shellWord(context)}`,
  ),
  flags: [`--confirm ${shellWord(context)}`],
});

const otherName = (said: string, context: string): Complaint => ({
  says: text(
    `--confirm names “${shown(said)}”, but the context is “${shown(context)}”, so nothing was changed.`,
    `--confirm nombra «${shown(said)}», pero el contexto es «${shown(context)}», así que no se ha cambiado nada.`,
  ),
  fix: text(
    'Look twice which cluster you mean, and choose it with --context.',
    'Comprueba a qué clúster te refieres y elígelo con --context.',
  ),
  flags: ['--context NAME'],
});

const notConfirmed: Complaint = {
  says: text(
    'That is not the name of the context, so nothing was changed.',
    'Ese no es el nombre del contexto, así que no se ha cambiado nada.',
  ),
};

const typeIt = text('Type the name of the context to go on:', 'Escribe el nombre del contexto para seguir:');

/** What somebody types; an empty line where they left. */
async function typed(why: Text, context: string, world: World, { language }: Look): Promise<string> {
  const { stdin, signal } = world;
  // The question is no product: it goes where the reports go.
  const streams = { stdin, stdout: world.stderr, signal, unicode: wantsUnicode(world.env) };
  return onPlainTerminal(streams, async (terminal) => {
    terminal.say(sentence(why[language]));
    terminal.say(sentence(shown(context)));
    return (await terminal.type(typeIt[language])) ?? '';
  });
}
