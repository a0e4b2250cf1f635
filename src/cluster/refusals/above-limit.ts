import type { V1Container } from '@kubernetes/client-node';
import type { Given } from '../../checks/kept-within.ts';
import { resourceText } from '../../checks/limit-words.ts';
import { amountText } from '../../model/amount.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { quantityOf } from '../../model/quantity.ts';
import { type Text, text } from '../../model/text.ts';
import { type Change, waysToChange } from '../answer-to-change.ts';
import { podSpecOf } from '../pod-spec.ts';
import type { Reading } from './refusal.ts';

/** `requests: Invalid value: "2Gi": must be less than or equal to memory limit of 1Gi` */
export const aboveLimit: Reading = ({ object, message }) => {
  const [found, list, at, asked = '', resource = '', limit = ''] =
    /(?:(containers|initContainers)\[(\d+)\]\.resources\.requests: )?Invalid value: "([^"]+)": must be less than or equal to ([\w.-]+) limit of (\w+)/.exec(
      message,
    ) ?? [];
  if (found === undefined) return undefined;
  const spec = podSpecOf(object);
  const container = spec && (list === 'initContainers' ? spec.initContainers : spec.containers)?.[Number(at ?? 0)];
  const who = container ? text(`The container ${container.name}`, `El contenedor ${container.name}`) : text('A container', 'Un contenedor');
  const [much, what] = [amountText(resource, quantityOf(asked) ?? Number.NaN), resourceText(resource)];
  return {
    check: 'above-limit',
    says: text(
      `${who.en} requests ${much.en}, more than its limit of ${limit}.`,
      `${who.es} pide ${much.es}, más que su límite de ${limit}.`,
    ),
    fix: aboveFix(object, { container, resource, asked, limit }, what),
  };
};

interface Above {
  readonly container: V1Container | undefined;
  readonly resource: string;
  readonly asked: string;
  readonly limit: string;
}

/** A limit that nobody said comes from the namespace. */
function aboveFix(object: AnyObject, { container, resource, asked, limit }: Above, what: Text): Text {
  const isSaid = container?.resources?.limits?.[resource] !== undefined;
  const isAnswered = resource === 'cpu' || resource === 'memory';
  const change = (given: Given): readonly Change[] => [{ object, given, ...(container && { container: container.name }) }];
  const way = waysToChange(isAnswered ? [change({ [resource]: limit }), change({ [`${resource}-limit`]: asked })] : []);
  const todo = way
    ? text(`Ask for less, or allow more: ${way.en}.`, `Pide menos, o permite más: ${way.es}.`)
    : text(`Request less ${what.en}, or raise the limit.`, `Pide menos ${what.es}, o sube el límite.`);
  return isSaid
    ? todo
    : text(
        `${todo.en} It says no limit of its own, so the LimitRange of the namespace gives it one.`,
        `${todo.es} No indica ningún límite propio, así que se lo pone el LimitRange del espacio de nombres.`,
      );
}
