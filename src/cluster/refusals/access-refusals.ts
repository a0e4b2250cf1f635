import { nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { shellWord } from '../../model/shell-word.ts';
import { type Text, text } from '../../model/text.ts';
import { answerToChange, isOfAnswers } from '../answer-to-change.ts';
import type { Reading } from './refusal.ts';
import { causesOf } from './refusal-causes.ts';

const verbs: Readonly<Record<string, Text>> = {
  create: text('create', 'crear'),
  patch: text('change', 'modificar'),
  update: text('change', 'modificar'),
  delete: text('delete', 'borrar'),
  get: text('read', 'leer'),
  list: text('list', 'listar'),
  watch: text('watch', 'observar'),
};

/** Kinds of the half that an administrator applies, as resources. */
const ofAdmin: ReadonlySet<string> = new Set([
  ...['namespaces', 'resourcequotas', 'limitranges', 'networkpolicies', 'roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'],
  ...['customresourcedefinitions', 'storageclasses', 'persistentvolumes', 'priorityclasses', 'ingressclasses'],
]);

const adminFirst = (object: AnyObject): Text =>
  isOfAnswers(object)
    ? text(
        'Have an administrator apply the folder admin/ once; then apply only the rest.',
        'Haz que un administrador aplique una vez la carpeta admin/; después, aplica solo lo demás.',
      )
    : text(
        'Have an administrator apply it, or ask for a role that allows it.',
        'Haz que lo aplique quien administra el clúster, o pídele un rol que lo permita.',
      );

/** kubernetes/apiserver, pkg/endpoints/handlers/responsewriters/errors.go. */
const cannot =
  /User "([^"]*)" cannot (\w+) resource "([^"]+)" in API group "([^"]*)"(?: in the namespace "([^"]*)"| at the cluster scope)?/;

const notAllowed: Reading = ({ object, message }) => {
  const [found, user, verb = '', resource = '', group, namespace] = cannot.exec(message) ?? [];
  if (found === undefined) return undefined;
  const what = group ? `${resource}.${group}` : resource;
  const may = verbs[verb] ?? text(verb, verb);
  return {
    check: 'not-allowed',
    // The server counts a namespace as being in itself.
    says:
      namespace && resource !== 'namespaces'
        ? text(
            `The user ${user} may not ${may.en} ${what} in the namespace ${namespace}.`,
            `El usuario ${user} no puede ${may.es} ${what} en el espacio de nombres ${namespace}.`,
          )
        : text(
            `The user ${user} may not ${may.en} ${what} in this cluster.`,
            `El usuario ${user} no puede ${may.es} ${what} en este clúster.`,
          ),
    fix: ofAdmin.has(resource)
      ? adminFirst(object)
      : text(
          'Ask an administrator for a role in that namespace that allows it, such as “edit”, or choose another context.',
          'Pide a quien administra el clúster un rol en ese espacio de nombres que lo permita, como «edit», o elige otro contexto.',
        ),
  };
};

const escalates: Reading = ({ object, message }) =>
  /attempting to grant RBAC permissions not currently held/.test(message)
    ? {
        check: 'not-allowed',
        says: text('Nobody may give away rights that they do not have themselves.', 'Nadie puede conceder permisos que no tiene.'),
        fix: adminFirst(object),
      }
    : undefined;

const namespaceIn = (message: string): string | undefined =>
  /namespace "?([\w.-]+)"? (?:because it )?is being terminated/.exec(message)?.[1] ??
  /in namespace "?([\w.-]+)"? because it is being terminated/.exec(message)?.[1];

const terminating: Reading = (refusal) => {
  const isEnding = causesOf(refusal).some(({ reason }) => reason === 'NamespaceTerminating') || /is being terminated/.test(refusal.message);
  return isEnding ? namespaceEnding(namespaceIn(refusal.message) ?? namespaceOf(refusal.object)) : undefined;
};

/** What is said of a namespace that is being deleted. */
export const namespaceEnding = (namespace: string) => ({
  check: 'namespace-terminating',
  says: text(
    `The namespace ${namespace} is being deleted, and takes nothing new.`,
    `El espacio de nombres ${namespace} se está borrando, y no admite nada nuevo.`,
  ),
  fix: text(
    'Wait until it is gone, and apply again. If it does not go, the conditions in its status tell what holds it back.',
    'Espera a que desaparezca y vuelve a aplicar. Si no desaparece, las condiciones de su status dicen qué lo retiene.',
  ),
  where: `Namespace ${namespace}`,
});

const createIt = answerToChange(undefined, 'create-namespace', 'true');

const creation = (namespace: string): string => `kubectl create namespace ${shellWord(namespace)}`;

const namespaceMissing: Reading = ({ object, status, message }) => {
  const namespace = status === 404 ? /^namespaces "([^"]+)" not found/.exec(message)?.[1] : undefined;
  return namespace === undefined
    ? undefined
    : {
        check: 'namespace-missing',
        says: text(`There is no namespace ${namespace} in this cluster.`, `En este clúster no hay ningún espacio de nombres ${namespace}.`),
        fix: isOfAnswers(object)
          ? text(
              `Have an administrator apply the folder admin/ first, or let this program write it: ${createIt.en}.`,
              `Haz que un administrador aplique primero la carpeta admin/, o deja que la escriba este programa: ${createIt.es}.`,
            )
          : text(
              `Create it, or ask an administrator to do so: ${creation(namespace)}`,
              `Créalo, o pídeselo a quien administra el clúster: ${creation(namespace)}`,
            ),
        where: `Namespace ${namespace}`,
      };
};

const stranger: Reading = ({ status }) =>
  status === 401
    ? {
        check: 'not-logged-in',
        says: text(
          'The API server does not know you any more: the login has expired.',
          'El servidor de la API ya no te conoce: la sesión ha caducado.',
        ),
        fix: text(
          'Log in again, for example with oc login, and apply again.',
          'Vuelve a iniciar sesión, por ejemplo con oc login, y aplica otra vez.',
        ),
      }
    : undefined;

const busy: Reading = ({ object, status }) =>
  status === 429 || status >= 500
    ? {
        check: 'server-busy',
        says: text(
          `The API server could not deal with ${nameOf(object)} (HTTP ${status}).`,
          `El servidor de la API no ha podido con ${nameOf(object)} (HTTP ${status}).`,
        ),
        fix: text('Wait a minute and apply again: to repeat it is safe.', 'Espera un minuto y vuelve a aplicar: repetirlo no hace daño.'),
      }
    : undefined;

/** Who may do what, where, and who else is asked. */
export const accessRefusals: readonly Reading[] = [terminating, namespaceMissing, notAllowed, escalates, stranger];

/** What is said where the server had trouble of its own. */
export const troubleRefusals: readonly Reading[] = [busy];
