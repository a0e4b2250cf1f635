import type { Connection } from '../../cluster/connection.ts';
import { looksLikeProduction } from '../../cluster/production.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Complaint, exits, Problem } from '../../model/problem.ts';
import { shellWord } from '../../model/shell-word.ts';
import { type Text, text } from '../../model/text.ts';
import type { Look } from '../report.ts';
import { shown } from '../shown.ts';
import { typed } from '../typed.ts';
import { hasTerminal, type World } from '../world.ts';

/** What somebody may want to think about twice. */
export interface Risk {
  /** The name that was said in advance. */
  readonly confirm: string | undefined;
  /** Whoever runs it chose this cluster; else they are asked. */
  readonly isAgreed: boolean;
  readonly connection: Connection;
  readonly namespaces: readonly string[];
  readonly deletes: readonly AnyObject[];
}

/**
 * Resolves where nothing is risky, or the context was confirmed by its name, in advance or in the terminal. A Problem otherwise:
 * a script is never asked.
 */
export async function confirmed(risk: Risk, world: World, look: Look): Promise<void> {
  const { confirm, connection } = risk;
  const { context } = connection;
  const why = whyAsked(risk);
  if (confirm !== undefined && confirm !== context) throw new Problem(exits.usage, otherName(confirm, context));
  if (confirm === context) return;
  if (why) return confirmedByName(why, context, world, look);
  if (risk.isAgreed || isYes((await typed([], goAhead(context), world, look)) ?? '')) return;
  throw new Problem(exits.left, leftAtFiles);
}

async function confirmedByName(why: Text, context: string, world: World, look: Look): Promise<void> {
  if (!hasTerminal(world)) throw new Problem(exits.usage, { says: why, ...byName(context) });
  const said = await typed([why], typeIt(context), world, look);
  if (said !== context) throw new Problem(exits.left, notConfirmed);
}

function whyAsked({ connection: { context, server }, namespaces, deletes }: Risk): Text | undefined {
  if (deletes.length > 0) return deleting(deletes.length, context);
  return looksLikeProduction(context, server, ...namespaces) ? production(context) : undefined;
}

const isYes = (said: string): boolean => /^(y|yes|s|si|sí)$/i.test(said);

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
    'Look twice which cluster you mean; --context takes another one.',
    'Comprueba a qué clúster te refieres; con --context se usa otro.',
  ),
  flags: ['--context NAME'],
});

const notConfirmed: Complaint = {
  says: text(
    'That is not the name of the context, so nothing was changed.',
    'Ese no es el nombre del contexto, así que no se ha cambiado nada.',
  ),
};

const leftAtFiles: Complaint = {
  says: text('Nothing was applied; the files are written.', 'No se ha aplicado nada; los archivos están escritos.'),
};

const typeIt = (context: string): Text =>
  text(`Type the name of the context (${shown(context)}) to go on:`, `Escribe el nombre del contexto (${shown(context)}) para seguir:`);

const goAhead = (context: string): Text =>
  text(`Apply this to context ${shown(context)}? (yes/no)`, `¿Aplicar esto al contexto ${shown(context)}? (sí/no)`);
