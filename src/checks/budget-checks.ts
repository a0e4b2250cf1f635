import type { V1LabelSelector } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { listed, text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import type { Inventory, Template } from './inventory.ts';
import { fieldOf, selects, titleOf } from './object-fields.ts';

const guardedBy = (budget: AnyObject, inventory: Inventory): readonly Template[] =>
  inventory
    .templatesBeside(budget)
    .filter(({ labels }) => selects(fieldOf(budget, 'spec', 'selector') as V1LabelSelector | undefined, labels));

/** How many of so many replicas a number or a percentage means; percentages are rounded up. */
function countOf(said: unknown, replicas: number): number {
  const percent = /^(\d+)%$/.exec(String(said))?.[1];
  return percent === undefined ? Number(said ?? Number.NaN) : Math.ceil((Number(percent) / 100) * replicas);
}

function blocks(budget: AnyObject, guarded: readonly Template[]): boolean {
  const maxUnavailable = fieldOf(budget, 'spec', 'maxUnavailable');
  const minAvailable = fieldOf(budget, 'spec', 'minAvailable');
  if (/^0+%?$/.test(String(maxUnavailable)) || minAvailable === '100%') return true;
  const least = guarded.reduce((sum, { replicas }) => sum + (replicas?.least ?? Number.POSITIVE_INFINITY), 0);
  return guarded.length > 0 && least > 0 && countOf(minAvailable, least) >= least && Number.isFinite(least);
}

const drainBlocked: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory
      .ofKind('PodDisruptionBudget')
      .filter((object) => blocks(object, guardedBy(object, inventory)))
      .map((object) => ({
        object,
        says: text(
          'It never lets a pod go, so its node can never be drained for maintenance.',
          'No deja salir a ningún pod, así que su nodo no se puede vaciar nunca para el mantenimiento.',
        ),
        fix: text('Set maxUnavailable: 1 instead.', 'Pon maxUnavailable: 1 en su lugar.'),
      })),
};

const budgetMixed: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.ofKind('PodDisruptionBudget').flatMap((object) => {
      const guarded = guardedBy(object, inventory);
      if (guarded.length < 2) return [];
      const names = listed(guarded.map(({ owner }) => titleOf(owner)));
      return [
        {
          object,
          says: text(
            `It counts the pods of ${names.en} as one group: while one workload has enough pods, all the pods of another may be evicted.`,
            `Cuenta los pods de ${names.es} como un solo grupo: mientras una carga de trabajo tenga bastantes, se pueden desalojar todos los de otra.`,
          ),
          fix: text(
            'Give each workload a PodDisruptionBudget of its own that selects its own labels.',
            'Escribe un PodDisruptionBudget para cada carga de trabajo, que seleccione sus propias etiquetas.',
          ),
        },
      ];
    }),
};

const budgetTwice: Check = {
  severity: 'error',
  look: (inventory) => {
    const budgets = inventory.ofKind('PodDisruptionBudget').map((object) => ({ object, guarded: guardedBy(object, inventory) }));
    return inventory.templates.flatMap((template) => {
      const own = budgets.filter(({ guarded }) => guarded.includes(template)).map(({ object }) => titleOf(object));
      if (own.length < 2) return [];
      const names = listed(own);
      return [
        {
          object: template.owner,
          says: text(
            `${names.en} select the same pods, and a pod with two budgets can never be evicted from its node.`,
            `${names.es} seleccionan los mismos pods, y un pod con dos presupuestos no se puede desalojar nunca de su nodo.`,
          ),
          fix: text('Keep only one of them.', 'Deja solo uno.'),
        },
      ];
    });
  },
};

export const budgetChecks: Checks = { 'drain-blocked': drainBlocked, 'budget-mixed': budgetMixed, 'budget-twice': budgetTwice };
