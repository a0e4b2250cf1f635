import type { KubernetesObject } from '@kubernetes/client-node';
import type { Manifest, Owner, Pointer } from '../model/manifest.ts';
import type { Text } from '../model/text.ts';

export type Why = Readonly<Record<Pointer, Text>>;

/** An object with the reasons of those of its fields that are there: a reason for an absent field is left out. */
export function manifest(object: KubernetesObject, owner: Owner, component: string | undefined, why: Why): Manifest {
  const present = Object.fromEntries(Object.entries(why).filter(([pointer]) => at(object, pointer) !== undefined));
  return { object, owner, ...(component === undefined ? {} : { component }), why: present };
}

/** The same reasons, of fields that stand deeper in the object. */
export const under = (prefix: Pointer, why: Why): Why =>
  Object.fromEntries(Object.entries(why).map(([pointer, reason]) => [`${prefix}${pointer}`, reason]));

/** The value that a pointer leads to, or undefined. */
export function at(value: unknown, pointer: Pointer): unknown {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.reduce<unknown>((part, step) => (typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined), value);
}
