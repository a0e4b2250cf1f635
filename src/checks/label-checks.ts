import type { V1LabelSelector } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import type { Template } from './inventory.ts';
import { entriesIn, fieldOf, listIn, selects } from './object-fields.ts';

const owners: ReadonlySet<string | undefined> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);
const selectorOf = (object: AnyObject) => fieldOf(object, 'spec', 'selector') as V1LabelSelector | undefined;
const workloadsOf = (templates: readonly Template[]): readonly Template[] => templates.filter(({ owner }) => owners.has(owner.kind));

const selectorLabels: Check = {
  severity: 'error',
  look: ({ templates }) =>
    workloadsOf(templates)
      .filter(({ owner, labels }) => !selects(selectorOf(owner), labels))
      .map(({ owner }) => ({
        object: owner,
        says: text(
          'Its selector does not match the labels of its own pod template: the API server refuses it.',
          'Su selector no coincide con las etiquetas de su propia plantilla de pod: el servidor de la API lo rechaza.',
        ),
        fix: text(
          'Write the same labels into spec.selector.matchLabels and into spec.template.metadata.labels.',
          'Escribe las mismas etiquetas en spec.selector.matchLabels y en spec.template.metadata.labels.',
        ),
      })),
};

/** Labels that change with every release, by the custom of Kubernetes, Helm and most people. */
const changing: ReadonlySet<string> = new Set([
  'version',
  'app.kubernetes.io/version',
  'helm.sh/chart',
  'chart',
  'release-version',
  'tag',
  'commit',
]);
const changes = ([label, value]: readonly [string, unknown]): boolean => changing.has(label) || value === 'latest';

/** Both are fixed once the object is made. */
function fixedLabelsOf(object: AnyObject): readonly string[] {
  const claims = listIn(fieldOf(object, 'spec', 'volumeClaimTemplates')).map((claim) => fieldOf(claim, 'metadata', 'labels'));
  const found = [fieldOf(selectorOf(object), 'matchLabels'), ...claims].flatMap(entriesIn).filter(changes);
  return [...new Set(found.map(([label]) => label))];
}

const selectorChanges: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    workloadsOf(templates).flatMap(({ owner }) =>
      fixedLabelsOf(owner).map((label) => ({
        object: owner,
        says: text(
          `The label ${label} is in a selector or a volume claim template, which can never change: the next version will be refused.`,
          `La etiqueta ${label} está en un selector o en una plantilla de peticiones de volumen, que no pueden cambiar nunca: la próxima versión se rechazará.`,
        ),
        fix: text('Remove it from there; the pod template may have it.', 'Quítala de ahí; la plantilla de pod sí puede tenerla.'),
      })),
    ),
};

export const labelChecks: Checks = { 'selector-labels': selectorLabels, 'selector-changes': selectorChanges };
