import type { V1Container } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { listed, text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { containersOf, type Inventory } from './inventory.ts';
import { entriesIn, fieldOf, listIn } from './object-fields.ts';

/** What every container must say, as `requests.cpu`, because a quota of its namespace counts it. A quota of a part of the pods is another matter. */
const countedIn = (owner: AnyObject, inventory: Inventory): readonly string[] => [
  ...new Set(
    inventory
      .beside(owner, 'ResourceQuota')
      .filter((quota) => fieldOf(quota, 'spec', 'scopes') === undefined && fieldOf(quota, 'spec', 'scopeSelector') === undefined)
      .flatMap((quota) => entriesIn(fieldOf(quota, 'spec', 'hard')))
      .map(([key]) => (key === 'cpu' || key === 'memory' ? `requests.${key}` : key))
      .filter((key) => /^(requests|limits)\.(cpu|memory)$/.test(key)),
  ),
];

/** What a LimitRange puts in where a container says nothing; a default limit is a default request too. */
function defaultsIn(owner: AnyObject, inventory: Inventory): ReadonlySet<string> {
  const limits = inventory
    .beside(owner, 'LimitRange')
    .flatMap((range) => listIn(fieldOf(range, 'spec', 'limits')))
    .filter((limit) => fieldOf(limit, 'type') === 'Container');
  const asLimits = limits
    .flatMap((limit) => [...entriesIn(fieldOf(limit, 'default')), ...entriesIn(fieldOf(limit, 'max'))])
    .map(([key]) => key);
  const asRequests = limits.flatMap((limit) => entriesIn(fieldOf(limit, 'defaultRequest'))).map(([key]) => key);
  return new Set([...asLimits.flatMap((key) => [`limits.${key}`, `requests.${key}`]), ...asRequests.map((key) => `requests.${key}`)]);
}

function says({ resources }: V1Container, counted: string): boolean {
  const [side = '', key = ''] = counted.split('.');
  return Boolean(resources?.limits?.[key] ?? (side === 'requests' ? resources?.requests?.[key] : undefined));
}

const quotaRefuses: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.templates.flatMap(({ owner, spec }) => {
      const defaults = defaultsIn(owner, inventory);
      const counted = countedIn(owner, inventory).filter((key) => !defaults.has(key));
      if (fieldOf(spec, 'resources') !== undefined) return [];
      return containersOf(spec)
        .map((container) => ({ container, missing: counted.filter((key) => !says(container, key)) }))
        .filter(({ missing }) => missing.length > 0)
        .map(({ container, missing }) => {
          const names = listed(missing);
          return {
            object: owner,
            says: text(
              `The quota of its namespace counts ${names.en}, which the container ${container.name} does not say: the pods are refused, and the workload stays empty without any warning.`,
              `La cuota de su espacio de nombres cuenta ${names.es}, y el contenedor ${container.name} no lo indica: se rechazan los pods, y la carga de trabajo se queda vacía sin avisar.`,
            ),
            fix: text(
              `Set ${names.en} in the container’s resources, or add a LimitRange with defaults to the namespace.`,
              `Indica ${names.es} en resources del contenedor, o añade al espacio de nombres un LimitRange con valores por defecto.`,
            ),
          };
        });
    }),
};

export const quotaChecks: Checks = { 'quota-refuses': quotaRefuses };
