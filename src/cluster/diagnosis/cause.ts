import { nameOf, titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text, verbatim } from '../../model/text.ts';
import { answerToChange, componentOf } from '../answer-to-change.ts';
import type { Sight } from '../follow/sight.ts';
import type { Told } from '../refusals/refusal.ts';

/** Why something does not come up. */
export interface Diagnosis {
  readonly finding: Finding;
  /** Time does not mend it: somebody has to change something first. */
  readonly isFinal: boolean;
  /** It often passes by itself, so it is worth a word only after a while. */
  readonly needsPatience: boolean;
  /** It may only be a consequence, so it is told once everything else is ready. */
  readonly comesLast: boolean;
}

/** What is wrong, before it is known where. */
export interface Cause extends Told, Partial<Pick<Diagnosis, 'isFinal' | 'needsPatience' | 'comesLast'>> {
  /** The words of a container, of the kubelet or of a controller. */
  readonly quote?: string;
}

/** Why an object does not come up, as far as can be seen; nothing where all is well, or where nothing can be said. */
export type Diagnose = (object: AnyObject, sight: Sight) => readonly Diagnosis[];

export const diagnosis = (object: AnyObject, cause: Cause): Diagnosis => {
  const { isFinal = false, needsPatience = false, comesLast = false, quote, ...told } = cause;
  return {
    finding: { severity: 'error', where: titleOf(object), ...told, ...(quote ? { quote } : {}) },
    isFinal,
    needsPatience,
    comesLast,
  };
};

/** How an object is called in a sentence: by its component, as the person knows it, else by its name. */
export const calledIn = (object: AnyObject): string => componentOf(object) ?? nameOf(object);

/** Fields of a manifest that answers are for. */
const fields = {
  args: 'args',
  command: 'command',
  cpu: 'resources.requests.cpu',
  image: 'image',
  'image-pull-secret': 'imagePullSecrets',
  'ingress-controller': 'ingressClassName',
  liveness: 'livenessProbe',
  memory: 'resources.requests.memory',
  'memory-limit': 'resources.limits.memory',
  port: 'ports',
  readiness: 'readinessProbe',
  replicas: 'replicas',
  run: 'kind',
  startup: 'startupProbe',
  'storage-class': 'storageClassName',
  'storage-size': 'resources.requests.storage',
  'access-mode': 'accessModes',
  entrance: 'type',
} as const;

/**
 * Where a value is changed, as the end of a sentence without a full stop: an answer, or a field where it was not made from answers. What
 * stands for a value is said in each language.
 */
export function placeToChange(object: AnyObject, question: keyof typeof fields, value: string | Text): Text {
  const component = componentOf(object);
  const { en, es } = typeof value === 'string' ? verbatim(value) : value;
  if (component !== undefined) return text(answerToChange(component, question, en).en, answerToChange(component, question, es).es);
  return text(`${fields[question]}: ${en} in its manifest`, `${fields[question]}: ${es} en su manifiesto`);
}

/** What stands for a value that only the person knows. */
export const aName = text('NAME', 'NOMBRE');
export const anImage = text('NAME:VERSION', 'NOMBRE:VERSIÓN');
export const aCommand = text('COMMAND', 'COMANDO');
