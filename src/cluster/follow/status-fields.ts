import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';

export const statusField = (object: AnyObject, ...path: readonly (string | number)[]): unknown => fieldOf(object['status'], ...path);

/** A number of the status; zero where it is left out, as the API server does with zeros. */
export const statusNumber = (object: AnyObject, field: string): number => Number(statusField(object, field) ?? 0);

/** A field as a string; empty where it is missing. */
export const wordIn = (value: unknown, ...path: readonly (string | number)[]): string => String(fieldOf(value, ...path) ?? '');

/** The condition of a type in a list of them, whatever its status. */
export const conditionIn = (conditions: unknown, type: string): unknown =>
  listIn(conditions).find((each) => fieldOf(each, 'type') === type);

/** A condition of this type, if its status is this one. */
export function conditionOf(object: AnyObject, type: string, status: 'True' | 'False' | 'Unknown' = 'True'): unknown {
  const condition = conditionIn(statusField(object, 'conditions'), type);
  return fieldOf(condition, 'status') === status ? condition : undefined;
}

/** Its controller has seen the newest version of it: what the status says of older ones does not count. */
export const isSeen = (object: AnyObject): boolean =>
  statusNumber(object, 'observedGeneration') >= Number(fieldOf(object.metadata, 'generation') ?? 0);

/** An address that a load balancer or an ingress controller has given. */
export const hasAddress = (object: AnyObject): boolean => listIn(statusField(object, 'loadBalancer', 'ingress')).length > 0;
