import { basename, dirname, relative, resolve, sep } from 'node:path';
import { groupOf, namespaceOf, titleOf } from '../../checks/object-fields.ts';
import { isOfAnswers } from '../../cluster/answer-to-change.ts';
import type { AnyObject, Owner } from '../../model/manifest.ts';
import { type Complaint, exits, Problem } from '../../model/problem.ts';
import { shellWord } from '../../model/shell-word.ts';
import { type Text, text } from '../../model/text.ts';
import { folders, secretsPath } from '../../output/paths.ts';
import { program } from '../commands.ts';
import { isChanging, leavesOut } from '../kustomizations.ts';
import { manifestsAt } from '../manifests-at.ts';
import type { World } from '../world.ts';

/** An object to apply, and what its place says of it. */
export interface Piece {
  readonly object: AnyObject;
  readonly owner: Owner;
  /** Its values are generated: it is created where it is missing, and never replaced. */
  readonly isMadeOnce: boolean;
}

/** What is applied together. */
export interface Bundle {
  readonly pieces: readonly Piece[];
  /** All of an application, or of one of its halves: what is not among it is not wanted any more. */
  readonly isWhole: boolean;
}

/** Reads a folder, a file or standard input as `kubectl apply -k` would take it. */
export async function bundleAt(place: string, world: Pick<World, 'cwd' | 'stdin'>): Promise<Bundle> {
  const { objects, sourceOf, kustomizations } = await manifestsAt(place, world);
  const changing = kustomizations.find(isChanging);
  if (changing) throw needsKustomize(changing.folder);
  const pieces = objects.flatMap((object): readonly Piece[] => {
    const source = sourceOf.get(object) ?? '';
    if (kustomizations.some((each) => leavesOut(each, source))) return [];
    const above = foldersAbove(resolve(world.cwd, source));
    return [
      {
        object,
        owner: above.includes(folders.admin) ? 'admin' : 'developer',
        isMadeOnce: isGenerated(object) && above.includes(dirname(secretsPath)),
      },
    ];
  });
  const wanted = pieces.filter((piece) => !piece.isMadeOnce || isAskedFor(piece, pieces));
  const taken = wanted.map(({ object }) => object);
  const problem = taken.map(unfit).find((each) => each !== undefined) ?? twice(taken);
  if (problem) throw new Problem(exits.usage, problem);
  return { pieces: wanted, isWhole: isWholeAt(place, [...sourceOf.values()], world.cwd) };
}

/** The passwords of a component that is gone stay in the folder; whoever deleted them from the cluster does not want them back. */
function isAskedFor({ object }: Piece, pieces: readonly Piece[]): boolean {
  const others = pieces.filter(({ isMadeOnce }) => !isMadeOnce);
  return others.length === 0 || others.some((other) => mentions(other.object, object.metadata?.name));
}

const mentions = (value: unknown, name: unknown): boolean =>
  value === name || (typeof value === 'object' && value !== null && Object.values(value).some((held) => mentions(held, name)));

/** Anybody may keep Secrets of their own in a folder of that name. */
const isGenerated = (object: AnyObject): boolean => object.kind === 'Secret' && isOfAnswers(object);

/** Why an object cannot be applied at all. */
function unfit(object: AnyObject): Complaint | undefined {
  if (typeof object.metadata?.name !== 'string' || object.metadata.name === '') {
    return {
      says: text(
        `A ${object.kind} has no name, and only what has one can be applied.`,
        `Hay un objeto ${object.kind} sin nombre, y solo se puede aplicar lo que lo tiene.`,
      ),
      fix: text('Give it a metadata.name, or use “kubectl create”.', 'Dale un metadata.name, o usa «kubectl create».'),
    };
  }
  try {
    JSON.stringify(object);
    return undefined;
  } catch {
    return {
      says: text(
        `${titleOf(object)} holds itself through an alias of YAML.`,
        `${titleOf(object)} se contiene a sí mismo por un alias de YAML.`,
      ),
      fix: text('Write out what the alias stands for.', 'Escribe aquello que el alias representa.'),
    };
  }
}

/** One object that stands there twice: nobody could say which of the two is meant. */
function twice(objects: readonly AnyObject[]): Complaint | undefined {
  const seen = new Set<string>();
  const again = objects.find((object) => {
    const key = `${groupOf(object)} ${titleOf(object)} ${namespaceOf(object)}`;
    return seen.has(key) || !seen.add(key);
  });
  return (
    again && {
      says: text(`${titleOf(again)} stands there twice.`, `${titleOf(again)} está dos veces.`),
      fix: text('Take one of the two out.', 'Quita uno de los dos.'),
    }
  );
}

const halves: ReadonlySet<string | undefined> = new Set(Object.values(folders));

/** Whether a place is one of the halves, or the folder right around them. */
const isWholeAt = (place: string, sources: readonly string[], cwd: string): boolean =>
  place !== '-' &&
  (halves.has(basename(resolve(cwd, place))) || sources.some((source) => halves.has(relative(place, source).split(sep)[0])));

/** The folder of a file, and the one around it: `app/web/service.yaml` lies in both. */
const foldersAbove = (path: string): readonly string[] => [basename(dirname(path)), basename(dirname(dirname(path)))];

const needsKustomize = (folder: string): Problem =>
  new Problem(exits.usage, {
    says: text(
      `The kustomization.yaml of ${folder} changes what lies beside it, and only Kustomize knows how.`,
      `El kustomization.yaml de ${folder} cambia lo que tiene al lado, y solo Kustomize sabe cómo.`,
    ),
    fix: bothWays(`kubectl kustomize ${shellWord(folder)} | ${program} apply -`),
  });

const bothWays = (command: string): Text => text(`Let it do so first: ${command}`, `Deja que lo haga primero: ${command}`);
