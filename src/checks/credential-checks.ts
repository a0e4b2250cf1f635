import type { V1PodSpec } from '@kubernetes/client-node';
import { text } from '../model/text.ts';
import { looksSecret } from '../questions/secret-looks.ts';
import type { Check, Checks } from './check.ts';
import { containersOf, type Inventory, type Template } from './inventory.ts';
import { entriesIn, fieldOf, listIn, namespaceOf } from './object-fields.ts';

const secretInPlain: Check = {
  severity: 'error',
  look: ({ templates, ofKind }) => [
    ...templates.flatMap(({ owner, spec }) =>
      containersOf(spec).flatMap(({ env = [] }) =>
        env
          .filter(({ name, value }) => value !== undefined && looksSecret(name, String(value)))
          .map(({ name }) => ({
            object: owner,
            says: text(`The variable ${name} holds a secret in plain sight.`, `La variable ${name} lleva un secreto a la vista de todos.`),
            fix: text(
              'Put the value into a Secret and refer to it by secretKeyRef, or mount it as a file.',
              'Pon el valor en un Secret y haz referencia a él con secretKeyRef, o móntalo como archivo.',
            ),
          })),
      ),
    ),
    ...ofKind('ConfigMap').flatMap((object) =>
      entriesIn(fieldOf(object, 'data'))
        .filter(([key, value]) => looksSecret(key, String(value)))
        .map(([key]) => ({
          object,
          says: text(
            `The key ${key} holds a secret, and a ConfigMap can be read by everyone in the namespace.`,
            `La clave ${key} lleva un secreto, y un ConfigMap lo puede leer cualquiera en el espacio de nombres.`,
          ),
          fix: text('Put it into a Secret.', 'Ponlo en un Secret.'),
        })),
    ),
  ],
};

/** Whether the pod carries the token of its ServiceAccount; what the pod says goes before what the account says. */
function carriesToken({ owner, spec }: Template, inventory: Inventory): boolean {
  const account = inventory.find('ServiceAccount', namespaceOf(owner), accountOf(spec));
  return (spec.automountServiceAccountToken ?? fieldOf(account, 'automountServiceAccountToken')) !== false;
}

const accountOf = ({ serviceAccountName, serviceAccount }: V1PodSpec): string => serviceAccountName ?? serviceAccount ?? 'default';

/** Whoever has been given rights on the API server needs the token. */
const hasRights = ({ owner, spec }: Template, { ofKind }: Inventory): boolean =>
  [...ofKind('RoleBinding'), ...ofKind('ClusterRoleBinding')]
    .flatMap((binding) => listIn(fieldOf(binding, 'subjects')).map((subject) => ({ binding, subject })))
    .some(
      ({ binding, subject }) =>
        fieldOf(subject, 'kind') === 'ServiceAccount' &&
        fieldOf(subject, 'name') === accountOf(spec) &&
        (fieldOf(subject, 'namespace') ?? namespaceOf(binding)) === namespaceOf(owner),
    );

const tokenMounted: Check = {
  severity: 'advice',
  look: (inventory) =>
    inventory.templates
      .filter((template) => carriesToken(template, inventory) && !hasRights(template, inventory))
      .map(({ owner }) => ({
        object: owner,
        says: text(
          'Its pods get a token for the API server, which few programs need.',
          'Sus pods reciben un token del servidor de la API, que pocos programas necesitan.',
        ),
        fix: text(
          'Set automountServiceAccountToken: false unless the program talks to the API.',
          'Pon automountServiceAccountToken: false si el programa no habla con la API.',
        ),
      })),
};

export const credentialChecks: Checks = { 'secret-in-plain': secretInPlain, 'token-mounted': tokenMounted };
