import { type Text, text } from '../../model/text.ts';
import { answerToChange } from '../answer-to-change.ts';

/** A bound of a LimitRange that something breaks. Quantities as Kubernetes writes them. */
export interface Breach {
  readonly per: string;
  readonly bound: 'maximum' | 'minimum';
  readonly resource: string;
  readonly held: string;
  readonly side: 'limit' | 'request';
  /** Undefined where nothing is said at all. */
  readonly said: string | undefined;
}

/** What LimitRanger writes: kubernetes/kubernetes, plugin/pkg/admission/limitranger/admission.go. */
const shape =
  /(maximum|minimum) ([\w./-]+) usage per (\w+) is ([^\s,]+?)(?:, but (limit|request) is ([^\s,\]]+)|\. +No (limit|request) is specified)/g;

/** Every bound that a message of the API server says to be broken. */
export const breachesIn = (message: string): readonly Breach[] =>
  [...message.matchAll(shape)].map(([, bound, resource = '', per = '', held = '', side, said, missing]) => ({
    per,
    bound: bound === 'maximum' ? 'maximum' : 'minimum',
    resource,
    held,
    side: (side ?? missing) === 'limit' ? 'limit' : 'request',
    said,
  }));

const resources: Readonly<Record<string, Text>> = {
  cpu: text('CPU', 'CPU'),
  memory: text('memory', 'memoria'),
  storage: text('storage', 'almacenamiento'),
  'ephemeral-storage': text('its node’s disk', 'disco de su nodo'),
};

const bearers: Readonly<Record<string, Text>> = {
  Container: text('a container', 'un contenedor'),
  Pod: text('a pod', 'un pod'),
  PersistentVolumeClaim: text('a volume claim', 'una petición de volumen'),
};

export function breachSays({ per, bound, resource, held, side, said }: Breach, namespace: string): Text {
  const bearer = bearers[per] ?? text(per, per);
  const what = resources[resource] ?? text(resource, resource);
  const most = bound === 'maximum';
  const rule = text(
    `In the namespace ${namespace}, ${bearer.en} must have at ${most ? 'most' : 'least'} ${held} of ${what.en} (LimitRange)`,
    `En el espacio de nombres ${namespace}, ${bearer.es} debe tener como ${most ? 'máximo' : 'mínimo'} ${held} de ${what.es} (LimitRange)`,
  );
  const name = side === 'limit' ? text('limit', 'límite') : text('request', 'petición');
  const article = side === 'limit' ? 'el' : 'la';
  return said === undefined
    ? text(`${rule.en}, and here there is no ${name.en}.`, `${rule.es}, y aquí no hay ${name.es}.`)
    : text(`${rule.en}, and here the ${name.en} is ${said}.`, `${rule.es}, y aquí ${article} ${name.es} es ${said}.`);
}

const questions: Readonly<Record<string, string>> = {
  'limit cpu': 'cpu-limit',
  'request cpu': 'cpu',
  'limit memory': 'memory-limit',
  'request memory': 'memory',
  'request storage': 'storage-size',
};

/** The answer that keeps to the bound. Of a whole pod nobody knows which container should have less. */
export function breachFix({ per, resource, held, side }: Breach, component: string | undefined): Text {
  const question = per === 'Pod' ? undefined : questions[`${side} ${resource}`];
  if (component === undefined || question === undefined) {
    return text(
      `Keep to ${held} in its resources, or ask an administrator to change the LimitRange.`,
      `Quédate en ${held} en su resources, o pide a quien administra el clúster que cambie el LimitRange.`,
    );
  }
  const answer = answerToChange(component, question, held);
  return text(
    `Keep to it: ${answer.en}. Or ask an administrator to change the LimitRange.`,
    `Respétalo: ${answer.es}. O pide a quien administra el clúster que cambie el LimitRange.`,
  );
}
