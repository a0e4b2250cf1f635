import { nameOf, titleOf } from '../../checks/object-fields.ts';
import type { Finding } from '../../model/finding.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text, verbatim } from '../../model/text.ts';
import { answerToChange, componentOf } from '../answer-to-change.ts';
import type { Sight } from '../follow/sight.ts';
import { type FieldQuestion, manifestFields } from '../manifest-fields.ts';
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

/**
 * Where a value is changed, as the end of a sentence without a full stop: an answer, or a field where it was not made from answers. What
 * stands for a value is said in each language.
 */
export function placeToChange(object: AnyObject, question: FieldQuestion, value: string | Text): Text {
  const component = componentOf(object);
  if (component !== undefined) return answerToChange(component, question, value);
  const { en, es } = typeof value === 'string' ? verbatim(value) : value;
  return text(`${manifestFields[question]}: ${en} in its manifest`, `${manifestFields[question]}: ${es} en su manifiesto`);
}

/** What stands for a value that only the person knows. */
export const aName = text('NAME', 'NOMBRE');
export const anImage = text('NAME:VERSION', 'NOMBRE:VERSIÓN');
export const aCommand = text('COMMAND', 'COMANDO');
