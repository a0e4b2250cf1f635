import { connect } from '../cluster/connection.ts';
import { look as lookAt } from '../cluster/facts/look.ts';
import type { Text } from '../model/text.ts';
import { namespace } from '../questions/application.ts';
import { readingText, seenTexts } from './cluster-words.ts';
import { namesIt } from './interview-base.ts';
import type { Creation, Manners } from './invocation.ts';
import type { Look } from './report.ts';
import { type Intent, type Means, outlookOf } from './settling.ts';
import { shown } from './shown.ts';
import { columnsOn, type World } from './world.ts';
import { wrap } from './wrap.ts';

type Wish = Pick<Creation & Manners, 'applying' | 'quiet'>;

/**
 * The same means with what a cluster shows. What is read is said before, and what was seen after, on standard error. A Problem where the
 * cluster cannot be reached.
 */
export async function seeing({ applying, quiet }: Wish, intent: Intent, means: Means, world: World, look: Look): Promise<Means> {
  const tell = (said: Text): void => {
    for (const line of quiet ? [] : wrap(shown(said[look.language]), columnsOn(world.stderr)))
      world.stderr.write(`${look.style.letters(line)}\n`);
  };
  const into = namespaceOf(intent, means);
  const connection = connect(applying, world.env);
  tell(readingText(connection.context, connection.server, into));
  const cluster = await lookAt(connection, { ...(into === undefined ? {} : { namespace: into }), signal: world.signal });
  for (const said of seenTexts(cluster)) tell(said);
  return { ...means, cluster };
}

/** The namespace as it stands before an interview; undefined where nobody named anything yet. */
function namespaceOf(intent: Intent, means: Means): string | undefined {
  const isNamed = intent.folder !== undefined || intent.answers.some(namesIt);
  return isNamed ? outlookOf(intent, means).settled.known.get(namespace) : undefined;
}
