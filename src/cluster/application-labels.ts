import { fieldOf } from '../checks/object-fields.ts';

/** One of the labels that many tools share (kubernetes.io/docs/concepts/overview/working-with-objects/common-labels); empty where it is missing. */
export const labelOf = (object: unknown, label: string): string =>
  String(fieldOf(object, 'metadata', 'labels', `app.kubernetes.io/${label}`) ?? '');

/** The application that an object is part of; empty where nothing says so. */
export const applicationOf = (object: unknown): string => labelOf(object, 'part-of');

/** Selects what this program made. */
export const byThisProgram = 'app.kubernetes.io/managed-by=create-k8s-app';
