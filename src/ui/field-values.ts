import { fieldOf } from '../checks/object-fields.ts';
import { clipped, wordOf } from './brief-words.ts';
import { handlerOf } from './field-changes.ts';

/** By which of its fields an object inside of an object is known. */
const heads = ['secretName', 'claimName', 'termination', 'path', 'containerPort', 'port', 'value', 'host', 'name'];
const deepHeads: readonly (readonly string[])[] = [
  ['valueFrom', 'secretKeyRef', 'key'],
  ['valueFrom', 'configMapKeyRef', 'key'],
  ['valueFrom', 'fieldRef', 'fieldPath'],
  ['configMapRef', 'name'],
  ['secretRef', 'name'],
  ['hosts', '0'],
];

/** A value in a word; empty where no word stands for it. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string' && /\n/.test(value)) return '';
  if (typeof value !== 'object' || value === null) return value === '' ? '""' : wordOf(value, 400);
  if (!Array.isArray(value)) return headOf(value);
  return value.every((item) => typeof item !== 'object') ? value.map((item) => shownValue(item)).join(' ') : shownValue(value[0]);
}

function headOf(value: object): string {
  const handler = handlerOf(value);
  if (handler)
    return shownValue(fieldOf(value, handler, 'path')) || [handler, shownValue(fieldOf(value, handler, 'port'))].join(' ').trimEnd();
  if ('podAntiAffinity' in value) return Object.keys(value.podAntiAffinity ?? {})[0]?.replace(/During.*/, '') ?? '';
  const found = [...heads.map((name) => [name]), ...deepHeads].map((way) => fieldOf(value, ...way)).find((each) => each !== undefined);
  return found === undefined ? '' : shownValue(found);
}

/** Letters of a value that a phrase has room for. */
export const longestValue = 26;

/** Two values side by side; long ones from where they begin to differ. */
export function contrast(before: string, after: string): string {
  let differs = 0;
  while (differs < before.length && before[differs] === after[differs]) differs += 1;
  const skipped = Math.max(before.length, after.length) > longestValue && differs > 8 ? differs - 4 : 0;
  const from = (word: string): string => clipped(skipped > 0 ? `…${word.slice(skipped)}` : word, longestValue);
  return `${from(before)} → ${from(after)}`;
}
