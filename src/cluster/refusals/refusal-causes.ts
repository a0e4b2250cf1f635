import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { Cause, Refusal } from './refusal.ts';

const said = (cause: unknown, field: string): string => String(fieldOf(cause, field) ?? '');

/** What the details of a Status list; nothing where they are missing. */
export const causesOf = ({ details }: Refusal): readonly Cause[] =>
  listIn(fieldOf(details, 'causes')).map((cause) => ({
    reason: said(cause, 'reason'),
    message: said(cause, 'message'),
    field: fieldIn(said(cause, 'field')),
  }));

/** A field as it is written elsewhere: `.spec.containers[name="web"].image` is `spec.containers[web].image`. */
export const fieldIn = (path: string): string =>
  path
    .replace(/^\./, '')
    .replaceAll(
      /\[([\w/.-]+="?[^\]]*)\]/g,
      (_, keys: string) => `[${[...keys.matchAll(/="?([^",]*)"?/g)].map(([, value]) => value).join('/')}]`,
    );

/** How the API server says that a field cannot be changed (kubernetes/kubernetes, pkg/apis, validation.go of each group). */
export const fixed =
  /field is immutable|immutable after creation|may not change once set|may not be changed|cannot change roleRef|updates to statefulset spec|updates to \w+ are forbidden|can not be less than|when `immutable` is set/;

export const saysFixed = ({ status, message }: Refusal): boolean => status === 422 && fixed.test(message);
