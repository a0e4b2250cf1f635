import type { AnyObject } from '../../model/manifest.ts';
import { didYouMean } from '../../model/nearest.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { answerToChange, componentOf, isOfAnswers } from '../answer-to-change.ts';
import { unknownFieldIn } from '../known-fields.ts';
import { aboveLimit } from './above-limit.ts';
import { conflict } from './conflict.ts';
import type { Reading, Refusal } from './refusal.ts';
import { causesOf, fieldIn } from './refusal-causes.ts';

const inBetween: Reading = ({ status }) =>
  status === 409
    ? {
        check: 'changed-meanwhile',
        says: text('Somebody else changed or deleted it at the same time.', 'Alguien lo ha cambiado o borrado al mismo tiempo.'),
        fix: text('Apply again.', 'Vuelve a aplicar.'),
      }
    : undefined;

const fieldTwice: Reading = ({ message }) => {
  const field = /duplicate field "([^"]+)"/.exec(message)?.[1];
  if (field === undefined) return undefined;
  const where = fieldIn(field);
  return {
    check: 'field-twice',
    says: text(`The field ${where} is there twice.`, `El campo ${where} está dos veces.`),
    fix: text('Keep only one of them.', 'Deja solo uno.'),
  };
};

const unknownField: Reading = ({ object, message, known = [] }) => {
  const field = unknownFieldIn(message);
  if (field === undefined) return undefined;
  const [where, kind] = [fieldIn(field), object.kind ?? ''];
  return {
    check: 'unknown-field',
    says: text(`A ${kind} has no field ${where} in this cluster.`, `En este clúster, un objeto ${kind} no tiene ningún campo ${where}.`),
    fix: unknownFix(object, lastOf(where), known),
  };
};

/** The name of a field without the way to it. */
const lastOf = (path: string): string => path.split('.').at(-1) ?? path;

function unknownFix(object: AnyObject, field: string, known: readonly string[]): Text {
  const typo = didYouMean(field, known) ?? text('Look for a typing mistake.', 'Busca una errata.');
  const answer = answerToChange(undefined, 'platform-version', text('VERSION', 'VERSIÓN'));
  return isOfAnswers(object)
    ? text(
        `${typo.en} If ${field} is right, the cluster is too old for it; “kubectl version” shows its version: ${answer.en}.`,
        `${typo.es} Si ${field} está bien escrito, el clúster es demasiado antiguo para él; «kubectl version» muestra su versión: ${answer.es}.`,
      )
    : text(
        `${typo.en} If ${field} is right, this version of the cluster does not have it yet.`,
        `${typo.es} Si ${field} está bien escrito, esta versión del clúster todavía no lo tiene.`,
      );
}

const wrongType: Reading = ({ message }) => {
  const [found, field] = /: (\.\S+): expected ([^,]+), got/.exec(message) ?? [];
  if (found === undefined && !/failed to convert new object|unable to convert unstructured object|cannot unmarshal/.test(message))
    return undefined;
  const where = field === undefined ? undefined : fieldIn(field);
  return {
    check: 'wrong-type',
    says: where
      ? text(`The value of ${where} is of the wrong type.`, `El valor de ${where} no es del tipo que se espera.`)
      : text('One of its values is of the wrong type.', 'Uno de sus valores no es del tipo que se espera.'),
    fix: text(
      'A text that YAML takes for a number or a yes needs quotes; a number must have none.',
      'Un texto que YAML toma por un número o por un sí necesita comillas; un número no las lleva.',
    ),
  };
};

const tooLarge: Reading = ({ status, message }) =>
  status === 413 || /Too long: may not be more than 1048576|request is too large/.test(message)
    ? {
        check: 'too-large',
        says: text('It is larger than a cluster keeps: 1 MiB at most.', 'Ocupa más de lo que guarda un clúster: 1 MiB como máximo.'),
        fix: text(
          'Put large files into the image or onto a disk instead of into the settings.',
          'Pon los archivos grandes en la imagen o en un disco, no en los ajustes.',
        ),
      }
    : undefined;

/** Fields whose values are answers, by their ends. */
const questions: readonly (readonly [RegExp, string])[] = [
  [/containerPort$|targetPort$/, 'port'],
  [/\.image$/, 'image'],
  [/schedule$/, 'schedule'],
  [/timeZone$/, 'time-zone'],
  [/\.host$|hosts\[\d+\]$/, 'host'],
  [/mountPath$/, 'mount-path'],
  [/replicas$/i, 'replicas'],
  [/requests\[?\.?storage\]?$/, 'storage-size'],
];

const invalid: Reading = (refusal) => {
  const causes = causesOf(refusal).filter(({ field }) => field !== '');
  const [first] = causes;
  if (refusal.status !== 422 || !first) return undefined;
  const fields = listed([...new Set(causes.map(({ field }) => field))]);
  return {
    check: 'invalid-value',
    says: text(`The API server does not accept ${fields.en}.`, `El servidor de la API no acepta ${fields.es}.`),
    fix: invalidFix(refusal, first.field),
  };
};

function invalidFix({ object }: Refusal, field: string): Text {
  const component = componentOf(object);
  const question = questions.find(([end]) => end.test(field))?.[1];
  if (component === undefined || question === undefined) {
    return text('Its own words tell what it expects there.', 'Sus propias palabras dicen qué espera ahí.');
  }
  const answer = answerToChange(component, question, text('VALUE', 'VALOR'));
  return text(`Its own words tell what it expects there: ${answer.en}.`, `Sus propias palabras dicen qué espera ahí: ${answer.es}.`);
}

/** What is wrong with the object itself, or with whose it is. */
export const fieldRefusals: readonly Reading[] = [conflict, inBetween, fieldTwice, unknownField, wrongType, tooLarge, aboveLimit, invalid];
