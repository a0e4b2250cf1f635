import type { Template } from '../../checks/inventory.ts';
import { entriesIn, fieldOf, listIn, namespaceOf } from '../../checks/object-fields.ts';
import { text } from '../../model/text.ts';
import { calledIn } from '../diagnosis/cause.ts';
import { missingWords } from '../diagnosis/config-trouble.ts';
import { accountMissing } from '../diagnosis/creation-diagnosis.ts';
import { loginCommand } from '../diagnosis/image-causes.ts';
import { wordIn } from '../follow/status-fields.ts';
import { classMissing } from '../refusals/pod-refusals.ts';
import type { Told } from '../refusals/refusal.ts';
import type { Reference } from './reference.ts';

/** What the pods of a template need beside it. */
export const podReferences = (template: Template): readonly Reference[] => [
  ...sourcesOf(template),
  ...loginsOf(template),
  ...accountOf(template),
  ...priorityOf(template),
];

/** Fields by which containers and volumes name what they take their values from. */
const sources: Readonly<Record<string, 'Secret' | 'ConfigMap'>> = {
  ...{ secretKeyRef: 'Secret', secretRef: 'Secret', nodePublishSecretRef: 'Secret', secret: 'Secret' },
  ...{ configMapKeyRef: 'ConfigMap', configMapRef: 'ConfigMap', configMap: 'ConfigMap' },
};

/** A cluster puts these into every namespace. */
const everywhere: ReadonlySet<string> = new Set(['kube-root-ca.crt', 'openshift-service-ca.crt']);

/** Without them, a pod waits; what is optional it does without. */
function sourcesOf({ owner, spec }: Template): readonly Reference[] {
  const found = new Map<string, Reference>();
  const visit = (value: unknown): void => {
    for (const [field, held] of Array.isArray(value) ? value.map((item) => ['', item] as const) : entriesIn(value)) {
      const kind = sources[field];
      const name = wordIn(held, 'secretName') || wordIn(held, 'name');
      const isNeeded = name !== '' && fieldOf(held, 'optional') !== true && !everywhere.has(name);
      if (kind && isNeeded) found.set(`${kind} ${name}`, { kind, name, owner, told: () => missingWords(owner, spec, { kind, name }) });
      visit(held);
    }
  };
  visit([spec.containers, spec.initContainers, spec.volumes]);
  return [...found.values()];
}

/** A node tries without the login, and a registry keeps private images to itself. */
const loginsOf = ({ owner, spec }: Template): readonly Reference[] =>
  listIn(spec.imagePullSecrets)
    .map((each) => wordIn(each, 'name'))
    .filter((name) => name !== '')
    .map((name) => ({ kind: 'Secret', name, owner, told: () => loginMissing(owner, name) }));

function loginMissing(owner: Template['owner'], name: string): Told {
  const command = loginCommand(name, namespaceOf(owner));
  return {
    check: 'image-pull-secret-missing',
    says: text(
      `${calledIn(owner)} pulls its images with the login in the Secret ${name}, which is missing: private ones do not come.`,
      `${calledIn(owner)} descarga sus imágenes con las credenciales del Secret ${name}, que falta: las privadas no llegan.`,
    ),
    fix: text(`Create it: ${command}`, `Créalo: ${command}`),
  };
}

/** Without its account, no pod is made at all. The cluster puts one called “default” into every namespace. */
function accountOf({ owner, spec }: Template): readonly Reference[] {
  const name = wordIn(spec, 'serviceAccountName') || wordIn(spec, 'serviceAccount');
  if (name === '' || name === 'default') return [];
  return [{ kind: 'ServiceAccount', name, owner, told: () => ({ ...accountMissing(owner, name), severity: 'error' }) }];
}

/** The server takes no pod of a class that it does not know. */
function priorityOf({ owner, spec }: Template): readonly Reference[] {
  const name = wordIn(spec, 'priorityClassName');
  return name === ''
    ? []
    : [{ kind: 'PriorityClass', name, owner, told: () => ({ ...classMissing('PriorityClass', name), severity: 'error' }) }];
}
