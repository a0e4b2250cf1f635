import { listed, text } from '../../model/text.ts';
import { isOfAnswers } from '../answer-to-change.ts';
import type { Cause, Reading, Refusal } from './refusal.ts';
import { causesOf } from './refusal-causes.ts';

/** Who has set which fields, as the causes of a conflict tell (kubernetes/apimachinery, managedfields, conflict.go). */
const conflictsIn = (refusal: Refusal): readonly Cause[] =>
  refusal.status === 409 ? causesOf(refusal).filter(({ reason }) => reason === 'FieldManagerConflict') : [];

/** The managers of fields that would get other values; none where something else stands against it. */
export const managersAgainst = (refusal: Refusal): readonly string[] => [
  ...new Set(conflictsIn(refusal).map(({ message }) => /conflict with "([^"]*)"/.exec(message)?.[1] ?? message)),
];

export const conflict: Reading = (refusal) => {
  const causes = conflictsIn(refusal);
  if (causes.length === 0) return undefined;
  const managers = listed(managersAgainst(refusal));
  const fields = listed([...new Set(causes.map(({ field }) => field))]);
  return {
    check: 'field-conflict',
    says: text(
      `Other values were set by ${managers.en} in ${fields.en}, and they are not overwritten.`,
      `Hay otros valores, puestos por ${managers.es} en ${fields.es}, y no se sobrescriben.`,
    ),
    fix: isOfAnswers(refusal.object)
      ? text(
          'Take those values over into your answers, or apply with --force-conflicts, which overwrites them.',
          'Lleva esos valores a tus respuestas, o aplica con --force-conflicts, que los sobrescribe.',
        )
      : text(
          'Take those values over into your manifest, or apply with --force-conflicts, which overwrites them.',
          'Lleva esos valores a tu manifiesto, o aplica con --force-conflicts, que los sobrescribe.',
        ),
  };
};
