import type { V1LabelSelector } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';

export type Labels = Readonly<Record<string, string>>;

export const namespaceOf = (object: AnyObject): string => object.metadata?.namespace ?? '';
/** Empty where the API server is to make one up. */
export const nameOf = (object: AnyObject): string => object.metadata?.name ?? '';
export const titleOf = (object: AnyObject): string =>
  `${object.kind ?? 'object'} ${nameOf(object) || (object.metadata?.generateName ?? '')}`;
/** The part of `apiVersion` before the slash; empty for the core group. */
export const groupOf = ({ apiVersion = '' }: AnyObject): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');
export const annotationsOf = (object: AnyObject): Labels => object.metadata?.annotations ?? {};

const isRecord = (value: unknown): value is Readonly<Record<string | number, unknown>> => typeof value === 'object' && value !== null;

/** A field of an object that was read from somewhere; undefined where the way to it ends. */
export const fieldOf = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((held, step) => (isRecord(held) ? held[step] : undefined), value);

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const entriesIn = (value: unknown): readonly (readonly [string, unknown])[] =>
  isRecord(value) && !Array.isArray(value) ? Object.entries(value) : [];

/** Whether labels fit a selector; an empty selector fits everything, a missing one nothing. */
export function selects(selector: V1LabelSelector | undefined, labels: Labels): boolean {
  if (selector === undefined) return false;
  return (
    entriesIn(selector.matchLabels).every(([label, value]) => labels[label] === value) &&
    listIn(selector.matchExpressions).every((expression) => {
      const held = labels[String(fieldOf(expression, 'key'))];
      const isOneOf = held !== undefined && listIn(fieldOf(expression, 'values')).includes(held);
      const operator = fieldOf(expression, 'operator');
      if (operator === 'In') return isOneOf;
      if (operator === 'NotIn') return !isOneOf;
      return operator === 'Exists' ? held !== undefined : held === undefined;
    })
  );
}
