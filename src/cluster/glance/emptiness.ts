import { nameOf, namespaceOf } from '../../checks/object-fields.ts';
import { several } from '../../model/several.ts';
import { type Text, text } from '../../model/text.ts';
import type { Scene } from './glance.ts';

/** A Job may have been deleted when its time was over, and a Pod by anybody. */
export const passing: ReadonlySet<string> = new Set(['Job', 'Pod']);

/** What runs, for good or now and then. */
export const running: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', ...passing];

/** Nothing runs here, and nothing that somebody expected here is here, or may have been. */
export const isEmpty = ({ sight, expected }: Pick<Scene, 'sight' | 'expected'>): boolean =>
  running.every((kind) => !sight.isUnseen(kind) && sight.ofKind(kind).length === 0) &&
  !expected.some(({ kind = '', ...rest }) => passing.has(kind) || sight.find(kind, namespaceOf(rest), nameOf(rest)) !== undefined);

/** Names of namespaces that are told: who has more of them knows where to look for the others. */
const mostNamed = 5;

/** What to do where nothing is. */
export function ifEmpty({ elsewhere }: Pick<Scene, 'elsewhere'>): Text {
  const does = text(
    'Apply your manifests with “create-k8s-app apply FOLDER”, or look into another namespace with --namespace NAME.',
    'Aplica tus manifiestos con «create-k8s-app apply CARPETA», o mira en otro espacio de nombres con --namespace NOMBRE.',
  );
  if (elsewhere.length === 0) return does;
  const names = several(elsewhere, mostNamed);
  return text(`${does.en} There are applications in ${names.en}.`, `${does.es} Hay aplicaciones en ${names.es}.`);
}
