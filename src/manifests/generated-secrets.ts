import type { Plan } from '../questions/plan.ts';

/** A random value that must be made once. */
export interface GeneratedKey {
  readonly secret: string;
  readonly key: string;
  /** Name of the component that uses it first; others may use it too. */
  readonly component: string;
}

/** Which values must be made, each once, in the order in which components use them. The values are made elsewhere. */
export function generatedKeysOf(plan: Plan): readonly GeneratedKey[] {
  const used = plan.components.flatMap(({ name: component, container: { settings } }) =>
    [...settings.envSecrets, ...settings.secretFiles]
      .filter(({ generated }) => generated)
      .map(({ secret, key }) => ({ secret, key, component })),
  );
  return used.filter((one, i) => used.findIndex(({ secret, key }) => secret === one.secret && key === one.key) === i);
}
