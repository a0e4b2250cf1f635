import { fieldOf, nameOf, titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import { grouped } from '../../model/grouped.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { several } from '../../model/several.ts';
import { type Text, text } from '../../model/text.ts';
import { answerToChange, componentOf, isOfAnswers } from '../answer-to-change.ts';
import { applicationOf } from '../application-labels.ts';
import type { Connection } from '../connection.ts';
import { pathsOf } from '../discovery.ts';
import { metadataOfOne, metadataOnly } from '../facts/reader.ts';
import { inParallel } from '../in-parallel.ts';
import { allAt } from '../pages.ts';
import { ask } from '../patience.ts';

const ownerLabel = 'app.kubernetes.io/part-of';

/**
 * Those that are there already and belong to another application of this program. Their fields are set by the same manager, so the API
 * server sees no conflict: without a look at their labels, a run would change them. What may not be looked at is passed over.
 */
export async function othersOf(connection: Connection, objects: readonly AnyObject[], signal?: AbortSignal): Promise<readonly Finding[]> {
  const paths = pathsOf(connection);
  const located = await inParallel(objects, async (object) => ({ object, path: await paths.pathOf(object) }));
  const byCollection = grouped(
    located.filter(({ path }) => path !== undefined),
    ({ path = '' }) => path.slice(0, path.lastIndexOf('/')),
  );
  const taken = await inParallel([...byCollection], async ([collection, its]) => {
    const owners = await ownersAt(
      connection,
      collection,
      its.map(({ object }) => object),
      signal,
    );
    return its.flatMap(({ object }) => {
      const owner = owners.get(nameOf(object));
      return owner === undefined || owner === applicationOf(object) ? [] : [{ object, owner }];
    });
  });
  return [...grouped(taken.flat(), ({ owner }) => owner)].map(([owner, its]) =>
    findingOn(
      owner,
      its.map(({ object }) => object),
    ),
  );
}

/**
 * By name, to which application the objects of a collection belong; where all of ours are of one, only those of others are asked for. Who may
 * not list them may still look at each.
 */
async function ownersAt(
  connection: Connection,
  collection: string,
  objects: readonly AnyObject[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const ours = new Set(objects.map(applicationOf));
  const [owner] = ours;
  const strangers = ours.size === 1 && owner ? [`${ownerLabel}!=${owner}`] : [];
  const labelSelector = [ownerLabel, ...strangers].join();
  const named = (item: unknown) => [String(fieldOf(item, 'metadata', 'name')), applicationOf(item)] as const;
  const found = await allAt(connection, collection, named, { query: { labelSelector }, accept: metadataOnly, signal });
  if (found) return new Map(found);
  const each = await inParallel(objects, async (object) => {
    const path = `${collection}/${encodeURIComponent(nameOf(object))}`;
    const { status, body } = await ask(connection, 'GET', path, { accept: metadataOfOne, signal });
    const its = status === 200 ? applicationOf(JSON.parse(body)) : '';
    return its === '' ? [] : [[nameOf(object), its] as const];
  });
  return new Map(each.flat());
}

/** More names than these say no more. */
const mostNamed = 5;

function findingOn(owner: string, objects: readonly AnyObject[]): Finding {
  const titles = objects.map(titleOf);
  const named = several(titles, mostNamed);
  const is = objects.length === 1;
  return {
    check: 'of-another-application',
    severity: 'error',
    where: titles[0] ?? '',
    says: text(
      `${named.en} ${is ? 'belongs' : 'belong'} to the application “${owner}”, and this run would change ${is ? 'it' : 'them'}.`,
      `${named.es} ${is ? 'pertenece' : 'pertenecen'} a la aplicación «${owner}», y esta ejecución ${is ? 'lo' : 'los'} cambiaría.`,
    ),
    fix: fixFor(owner, objects),
  };
}

/** How this program calls what a namespace that is prepared for others belongs to. */
const isPrepared = (owner: string): boolean => owner.endsWith('-namespace');

function fixFor(owner: string, objects: readonly AnyObject[]): Text {
  if (objects.every((object) => isPrepared(applicationOf(object)))) return takeBack(owner);
  const isOfNamespace = (object: AnyObject) => isOfAnswers(object) && componentOf(object) === undefined && object.kind !== 'Secret';
  return objects.every(isOfNamespace) ? leaveIt : goElsewhere;
}

/** To whoever prepares the namespace. */
const takeBack = (owner: string): Text =>
  text(
    `Somebody has applied the folder admin/ of ${owner} over it: ask them to write theirs again with --no-create-namespace. To take it back, add --force-conflicts.`,
    `Alguien ha aplicado encima la carpeta admin/ de ${owner}: pídele que vuelva a escribir la suya con --no-create-namespace. Para recuperarlo, añade --force-conflicts.`,
  );

const kept = answerToChange(undefined, 'create-namespace', 'false');

const leaveIt = text(
  `Somebody has prepared the namespace already, so leave it as it is: ${kept.en}. To take it over all the same, add --force-conflicts.`,
  `Alguien ya ha preparado el espacio de nombres, así que déjalo como está: ${kept.es}. Para quedártelo de todos modos, añade --force-conflicts.`,
);

const goElsewhere = text(
  'Give this application another name, or a namespace of its own. To take them over all the same, add --force-conflicts.',
  'Dale a esta aplicación otro nombre, o un espacio de nombres propio. Para quedártelos de todos modos, añade --force-conflicts.',
);
