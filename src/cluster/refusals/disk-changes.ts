import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { quantityOf } from '../../model/quantity.ts';
import { type Text, text } from '../../model/text.ts';
import { componentOf } from '../answer-to-change.ts';
import { placeToChange } from '../diagnosis/cause.ts';
import { wordIn } from '../follow/status-fields.ts';
import { objectDifferences } from '../preview/object-diff.ts';

/** Something that would change of a claim, or of a StatefulSet that makes claims. */
export interface Change {
  readonly is: 'disk' | 'pods';
  /** As a part of a sentence: "the storage class of its disk data (fast → slow)". */
  readonly says: Text;
  /** Where it is taken back, as a part of a sentence; undefined where no single value does it. */
  readonly back?: Text;
  /** The disk of a StatefulSet that only grows, and its new size. */
  readonly growth?: { readonly disk: string; readonly size: string };
}

/** What was there before some changes, as the end of a sentence that says to go back to it. */
export function formerly(changes: readonly Change[]): Text {
  const places = changes.flatMap(({ back }) => back ?? []);
  if (places.length === 0 || places.length < changes.length) return text('what it was', 'lo que había');
  return text(`what it was: ${places.map(({ en }) => en).join('; ')}`, `lo que había: ${places.map(({ es }) => es).join('; ')}`);
}

/** What a claim says of its volume, whether it stands for itself or in a StatefulSet. */
interface Aspect {
  readonly name: Text;
  readonly of: (spec: unknown) => string;
  readonly question?: 'storage-class' | 'access-mode';
}

const size: Aspect = { name: text('the size', 'el tamaño'), of: (spec) => wordIn(spec, 'resources', 'requests', 'storage') };

const aspects: readonly Aspect[] = [
  {
    name: text('the storage class', 'la clase de almacenamiento'),
    of: (spec) => wordIn(spec, 'storageClassName'),
    question: 'storage-class',
  },
  {
    name: text('the access mode', 'el modo de acceso'),
    of: (spec) => listIn(fieldOf(spec, 'accessModes')).join(', '),
    question: 'access-mode',
  },
  { name: text('the volume mode', 'el modo de volumen'), of: (spec) => wordIn(spec, 'volumeMode') },
  { name: text('the volume', 'el volumen'), of: (spec) => wordIn(spec, 'volumeName') },
];

/** What differs between two versions of a claim, or of the template of a StatefulSet for this disk. */
export function claimChanges(owner: AnyObject, before: unknown, after: unknown, disk?: string): readonly Change[] {
  const differing = aspects
    .map((aspect) => ({ aspect, old: aspect.of(before), fresh: aspect.of(after) }))
    // What a manifest leaves out is filled in by the server, but for the class in a template.
    .filter(({ aspect, old, fresh }) => old !== fresh && (fresh !== '' || (disk !== undefined && aspect.question === 'storage-class')));
  return [
    ...differing.map(({ aspect, old, fresh }): Change => {
      const back = aspect.question && placeToChange(owner, aspect.question, formerAnswer(owner, aspect.question, old));
      return { is: 'disk', says: differenceOf(aspect, old, fresh, disk), ...(back && { back }) };
    }),
    ...sizeChanges(owner, before, after, disk),
  ];
}

function sizeChanges(owner: AnyObject, before: unknown, after: unknown, disk: string | undefined): readonly Change[] {
  const [old, fresh] = [size.of(before), size.of(after)];
  const more = (quantityOf(fresh) ?? 0) - (quantityOf(old) ?? 0);
  if (more === 0) return [];
  const growth = more > 0 && disk !== undefined ? { growth: { disk, size: fresh } } : {};
  return [{ is: 'disk', says: differenceOf(size, old, fresh, disk), back: placeToChange(owner, 'storage-size', old), ...growth }];
}

function differenceOf({ name }: Aspect, old: string, fresh: string, disk: string | undefined): Text {
  const of = disk === undefined ? text('', '') : text(` of its disk ${disk}`, ` de su disco ${disk}`);
  const none = text('none', 'ninguna');
  return text(
    `${name.en}${of.en} (${old || none.en} → ${fresh || none.en})`,
    `${name.es}${of.es} (${old || none.es} → ${fresh || none.es})`,
  );
}

const modes: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'rwo',
  ReadWriteOncePod: 'rwop',
  ReadWriteMany: 'rwx',
  ReadOnlyMany: 'rox',
};

/** What the manifest said, or what was answered to get it. */
function formerAnswer(owner: AnyObject, question: 'storage-class' | 'access-mode', old: string): string {
  if (componentOf(owner) === undefined) return old === '' ? '""' : old;
  return question === 'access-mode' ? (modes[old] ?? old) : old || 'default';
}

/** What differs between a StatefulSet that is there and the one that is asked for, of what it cannot change. */
export function setChanges(live: AnyObject, wanted: AnyObject): readonly Change[] {
  const [before, after] = [templatesOf(live), templatesOf(wanted)];
  const kept = [...before.keys()].filter((disk) => after.has(disk));
  const gone = [...before.keys()].filter((disk) => !after.has(disk));
  const fresh = [...after.keys()].filter((disk) => !before.has(disk));
  return [
    ...kept.flatMap((disk) => claimChanges(wanted, before.get(disk), after.get(disk), disk)),
    ...(gone.length + fresh.length > 0 ? [otherDisks(gone, fresh)] : []),
    ...podChanges(live, wanted),
  ];
}

const templatesOf = ({ spec }: AnyObject): ReadonlyMap<string, unknown> =>
  new Map(
    listIn(fieldOf(spec, 'volumeClaimTemplates')).map((template) => [wordIn(template, 'metadata', 'name'), fieldOf(template, 'spec')]),
  );

function otherDisks(gone: readonly string[], fresh: readonly string[]): Change {
  const said = (goes: string, comes: string) =>
    [...gone.map((disk) => `${disk} ${goes}`), ...fresh.map((disk) => `${disk} ${comes}`)].join(', ');
  return { is: 'disk', says: text(`its disks (${said('goes', 'comes')})`, `sus discos (${said('se va', 'llega')})`) };
}

function podChanges(live: AnyObject, wanted: AnyObject): readonly Change[] {
  const differs = (field: string): boolean => {
    const [before, after] = [live, wanted].map(({ spec }) => ({ spec: fieldOf(spec, field) }));
    return objectDifferences(before ?? {}, after ?? {}).length > 0;
  };
  const isOrdered = fieldOf(wanted['spec'], 'podManagementPolicy') !== undefined;
  const says = [
    ...(differs('selector') ? [text('the labels by which it finds its pods', 'las etiquetas con las que encuentra sus pods')] : []),
    ...(differs('serviceName') ? [text('the name of its Service', 'el nombre de su Service')] : []),
    ...(isOrdered && differs('podManagementPolicy')
      ? [text('the order in which its pods start', 'el orden en que arrancan sus pods')]
      : []),
  ];
  return says.map((each) => ({ is: 'pods', says: each }));
}
