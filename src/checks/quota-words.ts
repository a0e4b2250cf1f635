import { type Amounts, amountsText, leftText, printAmount } from '../model/amount.ts';
import { listed, type Text, text } from '../model/text.ts';

/** A key of a quota of which less is left than is needed, in base units. */
export interface Shortage {
  readonly quota: string;
  readonly key: string;
  /** What everybody else takes of it. */
  readonly taken: number;
  readonly left: number;
  readonly needed: number;
}

const amountsOf = (shortages: readonly Shortage[], of: 'left' | 'needed'): Amounts =>
  Object.fromEntries(shortages.map((shortage) => [shortage.key, shortage[of]]));

/** What a quota has too little of, as the beginning of a sentence. */
export function shortText(namespace: string, quota: string, shortages: readonly Shortage[]): Text {
  const [left, needed] = [leftText(amountsOf(shortages, 'left')), amountsText(amountsOf(shortages, 'needed'))];
  return text(
    `The namespace ${namespace} has ${left.en} (quota ${quota}), and this needs ${needed.en}`,
    `Al espacio de nombres ${namespace} le ${left.es} (cuota ${quota}), y esto necesita ${needed.es}`,
  );
}

/** Bytes in whole Mi, so that people can read them. */
const rounded = (key: string, amount: number): number => (/(memory|storage)$/.test(key) ? Math.ceil(amount / 2 ** 20) * 2 ** 20 : amount);

/** What to do where a quota has no room: what would fit, if anything does, or so much room. */
export function quotaFix(quota: string, shortages: readonly Shortage[], ways: Text | undefined): Text {
  const keys = shortages.map(({ key, taken, needed }) => `${key}: ${printAmount(key, rounded(key, taken + needed))}`);
  const { en, es } = listed(keys);
  return ways
    ? text(
        `Ask for less: ${ways.en}. Or ask an administrator to raise the quota ${quota} to at least ${en}.`,
        `Pide menos: ${ways.es}. O pide a quien administra el clúster que suba la cuota ${quota} al menos a ${es}.`,
      )
    : text(
        `Less would not fit either: an administrator has to raise the quota ${quota} to at least ${en}, or something else in the namespace has to go.`,
        `Con menos tampoco cabe: quien administra el clúster tiene que subir la cuota ${quota} al menos a ${es}, o hay que quitar otra cosa del espacio de nombres.`,
      );
}
