import { type Text, text } from '../../model/text.ts';
import { answerToChange, componentOf } from '../answer-to-change.ts';
import type { Reading, Refusal } from './refusal.ts';
import { causesOf } from './refusal-causes.ts';

/** How the API server says that a field cannot be changed (kubernetes/kubernetes, pkg/apis, validation.go of each group). */
const fixed =
  /field is immutable|immutable after creation|may not change once set|may not be changed|cannot change roleRef|updates to statefulset spec|updates to \w+ are forbidden|can not be less than|when `immutable` is set/;

const recreate = (kind: string): Text =>
  text(`Delete the ${kind} and apply again, or go back to what it was.`, `Borra ${kind} y vuelve a aplicar, o deja lo que había.`);

interface Row {
  readonly says: Text;
  readonly fix: (component: string | undefined) => Text;
}

const claimsOfSet: Row = {
  says: text(
    'A StatefulSet that exists cannot change its disks, its selector or the name of its Service.',
    'Un StatefulSet que ya existe no puede cambiar sus discos, su selector ni el nombre de su Service.',
  ),
  fix: (component) => {
    const answer = component === undefined ? undefined : answerToChange(component, 'storage-size', 'SIZE');
    const back = answer
      ? text(`Or go back to the former size: ${answer.en}.`, `O vuelve al tamaño anterior: ${answer.es}.`)
      : text('Or go back to what it was.', 'O deja lo que había.');
    return text(
      `For bigger disks, enlarge each PersistentVolumeClaim, delete the StatefulSet with --cascade=orphan, which keeps pods and disks, and apply again. ${back.en}`,
      `Para discos mayores, amplía cada PersistentVolumeClaim, borra el StatefulSet con --cascade=orphan, que conserva pods y discos, y vuelve a aplicar. ${back.es}`,
    );
  },
};

const shrunkenClaim: Row = {
  says: text('A disk cannot be made smaller.', 'Un disco no se puede hacer más pequeño.'),
  fix: (component) => {
    const answer = component === undefined ? undefined : answerToChange(component, 'storage-size', 'SIZE');
    return answer
      ? text(`Go back to the former size: ${answer.en}.`, `Vuelve al tamaño anterior: ${answer.es}.`)
      : text('Go back to the former size.', 'Vuelve al tamaño anterior.');
  },
};

/** By kind, the first whose pattern the message fits. */
const rows: Readonly<Record<string, readonly (readonly [RegExp, Row])[]>> = {
  StatefulSet: [[/updates to statefulset spec|spec\.(selector|volumeClaimTemplates|serviceName)/, claimsOfSet]],
  PersistentVolumeClaim: [
    [/can not be less than/, shrunkenClaim],
    [
      /./,
      {
        says: text(
          'Of a volume claim that exists only the size can be changed, and only upwards.',
          'De una petición de volumen que ya existe solo se puede cambiar el tamaño, y solo hacia arriba.',
        ),
        fix: () =>
          text(
            'Go back to the access mode and the storage class that it has, or claim a new disk by another name and copy the data.',
            'Vuelve al modo de acceso y a la clase de almacenamiento que tiene, o pide un disco nuevo con otro nombre y copia los datos.',
          ),
      },
    ],
  ],
  Service: [
    [
      /clusterIP/,
      {
        says: text(
          'A Service that exists cannot change its address, nor become headless or stop being so.',
          'Un Service que ya existe no puede cambiar de dirección, ni hacerse headless o dejar de serlo.',
        ),
        fix: () =>
          text(
            'Delete the Service and apply again; nobody reaches its pods in between.',
            'Borra el Service y vuelve a aplicar; mientras tanto nadie llega a sus pods.',
          ),
      },
    ],
  ],
  Job: [
    [
      /spec\.template|spec\.selector|spec\.completions/,
      {
        says: text('A Job that exists cannot change what it runs.', 'Un Job que ya existe no puede cambiar lo que ejecuta.'),
        fix: () =>
          text('Delete the Job and apply again: it then runs once more.', 'Borra el Job y vuelve a aplicar: se ejecutará otra vez.'),
      },
    ],
  ],
};

/** Workloads find their pods by the selector. */
const selector: Row = {
  says: text(
    'A workload that exists cannot change the labels by which it finds its pods.',
    'Una carga de trabajo que ya existe no puede cambiar las etiquetas con las que encuentra sus pods.',
  ),
  fix: () =>
    text(
      'Go back to its former name and labels, or delete it and apply again; its pods are replaced at once.',
      'Vuelve a su nombre y sus etiquetas anteriores, o bórrala y vuelve a aplicar; sus pods se sustituyen de golpe.',
    ),
};

/** Settings that were made unchangeable on purpose, who a binding binds, and all else. */
const other = (refusal: Refusal): Row => {
  const kind = refusal.object.kind ?? '';
  const field =
    causesOf(refusal).find(({ message }) => fixed.test(message))?.field ??
    /: ([\w.[\]]+): (?:Invalid|Forbidden)/.exec(refusal.message)?.[1];
  return {
    says:
      field === undefined
        ? text(`This cannot be changed in a ${kind} that exists.`, `Esto no se puede cambiar en un objeto ${kind} que ya existe.`)
        : text(
            `The field ${field} cannot be changed in a ${kind} that exists.`,
            `El campo ${field} no se puede cambiar en un objeto ${kind} que ya existe.`,
          ),
    fix: () => recreate(kind),
  };
};

const immutable: Reading = (refusal) => {
  const { status, message, object } = refusal;
  if (status !== 422 || !fixed.test(message)) return undefined;
  const known = rows[object.kind ?? '']?.find(([pattern]) => pattern.test(message))?.[1];
  const { says, fix } = known ?? (/spec\.selector: /.test(message) ? selector : other(refusal));
  return { check: 'immutable', says, fix: fix(componentOf(object)) };
};

/** 403: kubernetes/kubernetes, plugin/pkg/admission/storage/persistentvolume/resize/admission.go. */
const notResizable: Reading = ({ message, object }) =>
  /only dynamically provisioned pvc can be resized/.test(message)
    ? {
        check: 'immutable',
        says: text('The storage class of this disk does not let it grow.', 'La clase de almacenamiento de este disco no lo deja crecer.'),
        fix: text(
          `${shrunkenClaim.fix(componentOf(object)).en} Or ask an administrator for a class with allowVolumeExpansion.`,
          `${shrunkenClaim.fix(componentOf(object)).es} O pide a quien administra el clúster una clase con allowVolumeExpansion.`,
        ),
      }
    : undefined;

/** What cannot be changed in an object that is there. */
export const immutableRefusals: readonly Reading[] = [immutable, notResizable];
