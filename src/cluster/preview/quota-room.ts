import { fieldOf, nameOf } from '../../checks/object-fields.ts';
import { amountsIn, sum } from '../../checks/pod-amounts.ts';
import type { Shortage } from '../../checks/quota-words.ts';
import { type Amounts, isMore } from '../../model/amount.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Demand, takenBy } from './demand.ts';

/** What is taken of a namespace now, by what these workloads have running and by everything else, as far as pods tell. */
export interface Taken {
  readonly own: Amounts;
  readonly others: Amounts;
}

/** How much of one key of a quota is there for some workloads. */
export type Room = Omit<Shortage, 'needed'>;

/** What the quotas of a namespace have left. One of a part of the pods is another matter. */
export const roomsIn = (quotas: readonly AnyObject[], { own, others }: Taken): readonly Room[] =>
  quotas
    .filter((quota) => fieldOf(quota, 'spec', 'scopes') === undefined && fieldOf(quota, 'spec', 'scopeSelector') === undefined)
    .flatMap((quota) => {
      const used = amountsIn(fieldOf(quota, 'status', 'used'));
      return Object.entries(amountsIn(fieldOf(quota, 'spec', 'hard'))).map(([key, hard]): Room => {
        const known = used[key];
        const taken = Math.max(0, known === undefined ? (others[key] ?? 0) : known - (own[key] ?? 0));
        return { quota: nameOf(quota), key, taken, left: Math.max(0, hard - taken) };
      });
    });

/** Where there is too little for all of them together. */
export function shortagesIn(
  rooms: readonly Room[],
  demands: readonly Demand[],
  takenOf: (demand: Demand) => Amounts = takenBy,
): readonly Shortage[] {
  const total = sum(...demands.map((demand) => takenOf(demand)));
  return rooms.flatMap((room) => {
    const needed = total[room.key] ?? 0;
    return isMore(needed, room.left) ? [{ ...room, needed }] : [];
  });
}
