import { nameOf, namespaceOf } from '../../checks/object-fields.ts';
import { shellWord } from '../../model/shell-word.ts';
import type { ContainerView } from './pod-view.ts';

/** The command that shows what a container said before it ended. It works with oc too. */
export const logsOf = ({ pod, name, restarts }: ContainerView): string =>
  [
    ...['kubectl', 'logs', shellWord(nameOf(pod)), '--namespace', shellWord(namespaceOf(pod)), '--container', shellWord(name)],
    ...(restarts > 0 ? ['--previous'] : []),
  ].join(' ');
