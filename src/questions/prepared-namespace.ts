import type { Facts } from '../model/facts.ts';
import { text } from '../model/text.ts';
import type { Refused, Ruling } from './question.ts';

/** Who prepares a namespace for others creates it, whatever a cluster has by now. */
export const preparedCreation = ({ preparesNamespace }: Facts): Ruling<boolean> | undefined =>
  preparesNamespace
    ? { choice: true, reason: text('To prepare the namespace is what this is for.', 'De preparar el espacio de nombres se trata.') }
    : undefined;

export const refusedCreation = (choice: boolean, { preparesNamespace }: Facts): Refused | undefined =>
  preparesNamespace && !choice
    ? {
        says: text(
          'To prepare a namespace is to write it: without it, nothing would be left.',
          'Preparar un espacio de nombres es escribirlo: sin él no quedaría nada.',
        ),
        mends: [
          {
            id: 'create-namespace',
            value: true,
            gives: text('the namespace with its quota and policies', 'el espacio de nombres con su cuota y sus políticas'),
          },
        ],
      }
    : undefined;
