import { connect, type Where } from '../cluster/connection.ts';
import { placed } from '../cluster/placing.ts';
import { foresee } from '../cluster/preview/foresight.ts';
import { brokenOff, reach } from '../cluster/reach.ts';
import type { Finding } from '../model/finding.ts';
import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Look } from './report.ts';
import { shown } from './shown.ts';
import type { World } from './world.ts';

/** What a cluster would refuse of these objects, and of the pods that would be made of them. It is said which one is asked. */
export async function findingsByCluster(
  objects: readonly AnyObject[],
  where: Where,
  quiet: boolean,
  { env, signal, stderr }: World,
  { language, style }: Look,
): Promise<readonly Finding[]> {
  const connection = connect(where, env);
  const { context, server } = connection;
  const asking = text(
    `Asking context ${shown(context)} (${shown(server)}) what it would refuse; nothing is changed.`,
    `Se pregunta al contexto ${shown(context)} (${shown(server)}) qué rechazaría; no se cambia nada.`,
  );
  if (!quiet) stderr.write(`${style.letters(asking[language])}\n`);
  await reach(connection);
  try {
    return (await foresee(connection, await placed(connection, objects), { signal })).findings;
  } catch (cause) {
    throw signal.aborted ? cause : brokenOff(connection, cause);
  }
}
