import { fieldOf, nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { lastTimeOf } from '../follow/sight.ts';
import { conditionIn, wordIn } from '../follow/status-fields.ts';
import type { Scene } from './glance.ts';

/** The condition of a type, whatever its status. */
export const conditionOf = (object: unknown, type: string): unknown => conditionIn(fieldOf(object, 'status', 'conditions'), type);

export const isTrue = (object: unknown, type: string): boolean => fieldOf(conditionOf(object, type), 'status') === 'True';
export const isFalse = (object: unknown, type: string): boolean => fieldOf(conditionOf(object, type), 'status') === 'False';

export const numberOf = (value: unknown, ...path: readonly string[]): number => Number(fieldOf(value, ...path) ?? 0);

/** A moment in milliseconds since 1970; undefined where there is none. */
export const momentOf = (value: unknown, ...path: readonly string[]): number | undefined => momentIn(wordIn(value, ...path));

function momentIn(word: string): number | undefined {
  const moment = Date.parse(word);
  return Number.isNaN(moment) ? undefined : moment;
}

/** Milliseconds that have passed since a moment; zero where it is not known. */
export const since = ({ at }: Scene, moment: number | undefined): number => (moment === undefined ? 0 : Math.max(0, at - moment));

/** How long an object has been there, in milliseconds. */
export const ageOf = (scene: Scene, object: AnyObject): number => since(scene, momentOf(object.metadata, 'creationTimestamp'));

const units: readonly (readonly [string, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
];

/** Milliseconds in the largest unit of which there are two or more: `36 h`, `5 min`. The same in every language. */
export function duration(milliseconds: number): string {
  const [unit, length] = units.find(([name, each]) => milliseconds >= each * (name === 's' ? 0 : 2)) ?? ['s', 1000];
  return `${Math.floor(milliseconds / length)} ${unit}`;
}

/** `Deployment shop-web`; with several namespaces in sight, `Deployment shop/shop-web`. */
export const called = ({ namespaces }: Scene, object: AnyObject): string =>
  `${object.kind} ${namespaces.length > 1 && namespaceOf(object) !== '' ? `${namespaceOf(object)}/` : ''}${nameOf(object)}`;

/** "a, b, c" of those that are there. */
export const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part).join(', ');

export const quoteOf = (message: unknown): { readonly quote?: string } =>
  typeof message === 'string' && message.trim() !== '' ? { quote: message.trim() } : {};

/** When an event last happened, or at least when it was made. */
export const lastOf = (event: AnyObject): number | undefined =>
  momentIn(lastTimeOf(event)) ?? momentOf(event.metadata, 'creationTimestamp');

/** The workload that a person wrote: a Deployment makes the ReplicaSet that makes the pod. */
export function topOf(scene: Scene, object: AnyObject): AnyObject {
  const maker = object.metadata?.ownerReferences?.find(({ controller }) => controller);
  if (!maker) return object;
  const found = scene.sight.find(maker.kind, namespaceOf(object), maker.name);
  return found ? topOf(scene, found) : { kind: maker.kind, metadata: { namespace: namespaceOf(object), name: maker.name } };
}
