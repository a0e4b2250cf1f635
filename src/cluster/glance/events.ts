import { fieldOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Row, Scene } from './glance.ts';
import { duration, lastOf, quoteOf, since } from './objects.ts';

const hour = 3_600_000;

/** Warnings of the last hour, by reason and object; the latest first. */
export function eventRows(scene: Scene): readonly Row[] {
  const groups = new Map<string, Group>();
  for (const event of scene.sight.ofKind('Event')) {
    const ago = since(scene, lastOf(event));
    if (event['type'] !== 'Warning' || ago > hour) continue;
    const what = calledIn(scene, event);
    const key = `${event['reason']} ${what}`;
    const before = groups.get(key);
    const count = countOf(event) + (before?.count ?? 0);
    groups.set(key, before && before.ago <= ago ? { ...before, count } : { what, ago, count, event });
  }
  return [...groups.values()].sort((a, b) => a.ago - b.ago).map(rowOf);
}

interface Group {
  readonly what: string;
  readonly ago: number;
  readonly count: number;
  /** The latest. */
  readonly event: AnyObject;
}

const rowOf = ({ what, ago, count, event }: Group): Row => {
  const [reason, last] = [wordIn(event, 'reason'), duration(ago)];
  return {
    light: 'plain',
    what,
    says:
      count === 1
        ? text(`${reason}, once, ${last} ago`, `${reason}, una vez, hace ${last}`)
        : text(`${reason}, ${count} times, last ${last} ago`, `${reason}, ${count} veces, la última hace ${last}`),
    ...quoteOf(event['message']),
  };
};

const countOf = (event: AnyObject): number => Number(fieldOf(event, 'series', 'count') ?? event['count'] ?? 1);

function calledIn({ namespaces }: Scene, event: AnyObject): string {
  const [kind, namespace, name] = ['kind', 'namespace', 'name'].map((field) => wordIn(event, 'involvedObject', field));
  return `${kind} ${namespaces.length > 1 && namespace !== '' ? `${namespace}/` : ''}${name}`;
}
