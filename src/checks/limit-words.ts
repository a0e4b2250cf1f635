import { cpuText } from '../model/amount.ts';
import { type Text, text } from '../model/text.ts';
import type { Breach } from './limit-ranges.ts';

const resources: Readonly<Record<string, Text>> = {
  cpu: text('CPU', 'CPU'),
  memory: text('memory', 'memoria'),
  storage: text('storage', 'almacenamiento'),
  'ephemeral-storage': text('its node’s disk', 'disco de su nodo'),
};

/** What a resource is called. */
export const resourceText = (resource: string): Text => resources[resource] ?? text(resource, resource);

const bearers: Readonly<Record<string, Text>> = {
  Container: text('a container', 'un contenedor'),
  Pod: text('a pod', 'un pod'),
  PersistentVolumeClaim: text('a volume claim', 'una petición de volumen'),
};

/** The bounds that something breaks in a namespace. */
export function breachesSay(breaches: readonly Breach[], namespace: string): Text {
  const parts = [...new Map(breaches.map(breachText).map((part) => [part.en, part])).values()];
  return text(
    `In the namespace ${namespace} (LimitRange), ${parts.map(({ en }) => en).join('; ')}.`,
    `En el espacio de nombres ${namespace} (LimitRange), ${parts.map(({ es }) => es).join('; ')}.`,
  );
}

function breachText(breach: Breach): Text {
  const { per, bound, resource, held, side, said } = breach;
  const [bearer, what] = [bearers[per] ?? text(per, per), resourceText(resource)];
  const much = resource === 'cpu' ? cpuText(held) : text(`${held} of ${what.en}`, `${held} de ${what.es}`);
  const name = side === 'limit' ? text('limit', 'el límite') : text('request', 'la petición');
  const rule = {
    maximum: text(`${bearer.en} must have at most ${much.en}`, `${bearer.es} debe tener como máximo ${much.es}`),
    minimum: text(`${bearer.en} must have at least ${much.en}`, `${bearer.es} debe tener como mínimo ${much.es}`),
    ratio:
      held === '1'
        ? text(
            `the ${what.en} limit of ${bearer.en} may not be larger than its request`,
            `el límite de ${what.es} de ${bearer.es} no puede ser mayor que su petición`,
          )
        : text(
            `the ${what.en} limit of ${bearer.en} may be at most ${held} times its request`,
            `el límite de ${what.es} de ${bearer.es} puede ser como máximo ${held} veces su petición`,
          ),
    default: text(`${bearer.en} without a limit gets one of ${much.en}`, `${bearer.es} sin límite recibe uno de ${much.es}`),
  }[bound];
  if (said === undefined) {
    const none = text(`here there is no ${name.en}`, `aquí falta ${name.es}`);
    return text(`${rule.en}, and ${none.en}`, `${rule.es}, y ${none.es}`);
  }
  return text(`${rule.en}, and here ${hereText(breach, said).en}`, `${rule.es}, y aquí ${hereText(breach, said).es}`);
}

function hereText({ bound, side }: Breach, said: string): Text {
  if (bound === 'ratio') return text(`it is ${said} times as much`, `es ${said} veces mayor`);
  return side === 'limit' ? text(`the limit is ${said}`, `el límite es ${said}`) : text(`the request is ${said}`, `la petición es ${said}`);
}
