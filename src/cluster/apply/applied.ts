import { fieldOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import type { Reply } from '../connection.ts';
import { type Said, saidBy } from '../said-by.ts';

/** Who has set a field, as the API server keeps it (managedFields). */
export const fieldManager = 'create-k8s-app';

/** What came of one object. */
export type Applied =
  /** `kept`: it is made once, and was there. */
  | { readonly object: AnyObject; readonly outcome: 'created' | 'applied' | 'kept' }
  | ({ readonly object: AnyObject; readonly outcome: 'conflict' | 'refused'; readonly status: number } & Said)
  | { readonly object: AnyObject; readonly outcome: 'unknown kind' };

export const isDone = ({ outcome }: Applied): boolean => outcome === 'created' || outcome === 'applied' || outcome === 'kept';

export function appliedBy(object: AnyObject, reply: Reply): Applied {
  if (isObject(reply)) return { object, outcome: reply.status === 201 ? 'created' : 'applied' };
  return { object, outcome: reply.status === 409 ? 'conflict' : 'refused', status: reply.status, ...saidBy(reply) };
}

/** The object came back; a login page with 200 means that nothing was applied. */
function isObject({ status, body }: Reply): boolean {
  if (status !== 200 && status !== 201) return false;
  try {
    return typeof fieldOf(JSON.parse(body), 'kind') === 'string';
  } catch {
    return false;
  }
}
