import type { V1PodSpec } from '@kubernetes/client-node';
import { containersOf } from '../../checks/inventory.ts';
import { fieldOf, nameOf } from '../../checks/object-fields.ts';
import { beyondBaseline, beyondRestricted, missingForRestricted } from '../../checks/pod-security.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { listed, say, text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Row, Scene } from './glance.ts';
import { called, topOf } from './objects.ts';

/** What a namespace demands of its pods, which pods would not meet the strictest level, and which run with the account of nobody. */
export const securityRows = (scene: Scene): readonly Row[] => [
  ...scene.sight.ofKind('Namespace').map((namespace) => levelRow(scene, namespace)),
  ...workloadsOf(scene).flatMap(([owner, pods]) => podsRows(owner, pods)),
];

function levelRow(scene: Scene, namespace: AnyObject): Row {
  const level = fieldOf(namespace.metadata, 'labels', 'pod-security.kubernetes.io/enforce');
  const what = `Namespace ${nameOf(namespace)}`;
  // On OpenShift, security context constraints decide what a pod may do.
  if (level === undefined && scene.isOpenShift)
    return { light: 'plain', what, says: text('without a Pod Security level', 'sin nivel de Pod Security') };
  if (level === undefined || level === 'privileged') {
    return {
      light: 'amber',
      what,
      says: text('privileged: its pods may do anything to their node', 'privileged: sus pods pueden hacer cualquier cosa en su nodo'),
      fix: text(
        'Let it enforce restricted, or baseline, by its label pod-security.kubernetes.io/enforce.',
        'Haz que exija restricted, o baseline, con su etiqueta pod-security.kubernetes.io/enforce.',
      ),
    };
  }
  return { light: 'green', what, says: text(`enforces ${level}`, `exige ${level}`) };
}

/** The pods that run or are to run, by who made them: pods of one maker are alike. */
function workloadsOf(scene: Scene): readonly (readonly [string, readonly AnyObject[]])[] {
  const groups = new Map<string, AnyObject[]>();
  for (const pod of scene.sight.ofKind('Pod')) {
    if (['Succeeded', 'Failed'].includes(wordIn(pod, 'status', 'phase'))) continue;
    const what = called(scene, topOf(scene, pod));
    const group = groups.get(what) ?? [];
    group.push(pod);
    groups.set(what, group);
  }
  return [...groups];
}

function podsRows(what: string, [pod]: readonly AnyObject[]): readonly Row[] {
  const spec = pod?.['spec'] as V1PodSpec | undefined;
  if (!spec) return [];
  const breaches = [
    ...new Set([
      ...beyondBaseline(spec),
      ...beyondRestricted(spec),
      ...containersOf(spec).flatMap((container) => missingForRestricted(container, spec)),
    ]),
  ];
  const isDefault = (spec.serviceAccountName ?? 'default') === 'default' && spec.automountServiceAccountToken !== false;
  return [
    ...(breaches.length > 0
      ? [
          {
            light: 'plain' as const,
            what,
            says: say(
              (language) =>
                `${language === 'en' ? 'restricted would refuse it' : 'restricted lo rechazaría'}: ${listed(breaches)[language]}`,
            ),
          },
        ]
      : []),
    ...(isDefault
      ? [
          {
            light: 'plain' as const,
            what,
            says: text('carries the token of the account “default”', 'lleva el token de la cuenta «default»'),
          },
        ]
      : []),
  ];
}
