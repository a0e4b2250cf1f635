import type { AnyObject } from '../../model/manifest.ts';
import { type Text, text } from '../../model/text.ts';
import { deletionOf } from '../deletion.ts';
import { claimRefusals } from './claim-refusals.ts';
import type { Reading, Refusal } from './refusal.ts';
import { causesOf, fixed, saysFixed } from './refusal-causes.ts';
import { setRefusals } from './set-refusals.ts';

interface Words {
  readonly says: Text;
  readonly fix: Text;
}

/** By kind, what its message is like, and what is said then. */
const rows: Readonly<Record<string, readonly [RegExp, (object: AnyObject) => Words]>> = {
  Service: [
    /clusterIP/,
    (service) => ({
      says: text(
        'A Service that exists cannot change its address, nor become headless or stop being so.',
        'Un Service que ya existe no puede cambiar de dirección, ni hacerse headless o dejar de serlo.',
      ),
      fix: text(
        `Delete the Service and apply again; nobody reaches its pods in between: ${deletionOf(service)}`,
        `Borra el Service y vuelve a aplicar; mientras tanto nadie llega a sus pods: ${deletionOf(service)}`,
      ),
    }),
  ],
  Job: [
    /spec\.template|spec\.selector|spec\.completions/,
    (job) => ({
      says: text('A Job that exists cannot change what it runs.', 'Un Job que ya existe no puede cambiar lo que ejecuta.'),
      fix: text(
        `Delete the Job and apply again; it then runs once more: ${deletionOf(job)}`,
        `Borra el Job y vuelve a aplicar; se ejecutará otra vez: ${deletionOf(job)}`,
      ),
    }),
  ],
};

/** Workloads find their pods by the selector. */
const selector = (workload: AnyObject): Words => ({
  says: text(
    'A workload that exists cannot change the labels by which it finds its pods.',
    'Una carga de trabajo que ya existe no puede cambiar las etiquetas con las que encuentra sus pods.',
  ),
  fix: text(
    `Go back to its former name and labels. Or delete it and apply again; its pods are replaced at once: ${deletionOf(workload)}`,
    `Vuelve a su nombre y sus etiquetas anteriores. O bórrala y vuelve a aplicar; sus pods se sustituyen de golpe: ${deletionOf(workload)}`,
  ),
});

/** Much that is no part of them would go with them. */
const holders: ReadonlySet<string> = new Set(['CustomResourceDefinition', 'Namespace', 'PersistentVolume']);

/** Settings that were made unchangeable on purpose, who a binding binds, and all else. */
function other(refusal: Refusal): Words {
  const { object, message } = refusal;
  const kind = object.kind ?? '';
  const field =
    causesOf(refusal).find((cause) => fixed.test(cause.message))?.field ?? /: ([\w.[\]]+): (?:Invalid|Forbidden)/.exec(message)?.[1];
  return {
    says:
      field === undefined
        ? text(`This cannot be changed in a ${kind} that exists.`, `Esto no se puede cambiar en un objeto ${kind} que ya existe.`)
        : text(
            `The field ${field} cannot be changed in a ${kind} that exists.`,
            `El campo ${field} no se puede cambiar en un objeto ${kind} que ya existe.`,
          ),
    fix: holders.has(kind)
      ? text('Go back to what it was.', 'Vuelve a lo que había.')
      : text(
          `Go back to what it was, or delete it and apply again: ${deletionOf(object)}`,
          `Vuelve a lo que había, o bórralo y vuelve a aplicar: ${deletionOf(object)}`,
        ),
  };
}

const immutable: Reading = (refusal) => {
  if (!saysFixed(refusal)) return undefined;
  const { message, object } = refusal;
  const [pattern, words] = rows[object.kind ?? ''] ?? [];
  if (words && pattern?.test(message)) return { check: 'immutable', ...words(object) };
  return { check: 'immutable', ...(/spec\.selector: /.test(message) ? selector(object) : other(refusal)) };
};

/** What cannot be changed in an object that is there. */
export const immutableRefusals: readonly Reading[] = [...claimRefusals, ...setRefusals, immutable];
