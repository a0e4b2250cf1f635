import { fieldOf, listIn } from '../checks/object-fields.ts';
import { type Complaint, exits, Problem } from '../model/problem.ts';
import { text } from '../model/text.ts';
import type { Connection, Reply } from './connection.ts';
import { within } from './time-limit.ts';

/** Milliseconds that a server has for its first answer. */
const patience = 10_000;

/** What a cluster says of itself before anything is asked of it. */
export interface Reached {
  /** As the server writes it: `v1.36.3`, `v1.34.1+rke2r1`. */
  readonly gitVersion: string;
  /** Routes are served: it is OpenShift or OKD. */
  readonly isOpenShift: boolean;
}

/**
 * Asks a server for its version and its API groups. A Problem says in one sentence why no answer comes: nobody is there, the
 * certificate is not trusted, the user is not known.
 */
export async function reach(connection: Connection, signal?: AbortSignal): Promise<Reached> {
  const [version, groups] = await Promise.all(['/version', '/apis'].map((path) => answerTo(connection, path, signal)));
  const gitVersion = fieldOf(version, 'gitVersion');
  if (typeof gitVersion !== 'string' || !/^v\d+\.\d+/.test(gitVersion)) throw new Problem(exits.cluster, noApiServer(connection));
  if (isTooOld(gitVersion)) throw new Problem(exits.cluster, tooOld(connection, gitVersion));
  const names = listIn(fieldOf(groups, 'groups')).map((group) => fieldOf(group, 'name'));
  return { gitVersion, isOpenShift: names.includes('route.openshift.io') };
}

/** Why an answer never came, or made no sense, in the middle of something. */
export function brokenOff(connection: Connection, cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  return new Problem(exits.cluster, cause instanceof SyntaxError ? noApiServer(connection) : unreachable(connection, cause));
}

async function answerTo(connection: Connection, path: string, signal?: AbortSignal): Promise<unknown> {
  const reply = await connection.send('GET', path, { signal: within(patience, signal) }).catch((cause: unknown) => {
    throw signal?.aborted ? cause : brokenOff(connection, cause);
  });
  return contentOf(connection, reply);
}

/** The JSON of an answer. A Problem where it is a refusal, a login page, or half an answer. */
export function contentOf(connection: Connection, reply: Reply): unknown {
  if (reply.status !== 200) throw new Problem(exits.cluster, refused(connection, reply));
  try {
    return JSON.parse(reply.body);
  } catch {
    throw new Problem(exits.cluster, noApiServer(connection));
  }
}

const noApiServer = ({ server }: Connection): Complaint => ({
  says: text(`${server} does not answer as an API server does.`, `${server} no responde como un servidor de API.`),
  fix: text(
    'Look whether the address in the kubeconfig is right, and whether a login page or a proxy stands in between.',
    'Mira si la dirección del kubeconfig es correcta y si hay en medio una página de inicio de sesión o un proxy.',
  ),
  flags: ['--kubeconfig FILE'],
});

/** Kubernetes 1.27 is the first whose strict field validation is stable (kubernetes/enhancements, KEP-2885). */
const oldest = [1, 27] as const;

function isTooOld(gitVersion: string): boolean {
  const [, major = '', minor = ''] = /^v(\d+)\.(\d+)/.exec(gitVersion) ?? [];
  return Number(major) < oldest[0] || (Number(major) === oldest[0] && Number(minor) < oldest[1]);
}

const tooOld = ({ context }: Connection, gitVersion: string): Complaint => ({
  says: text(
    `Context ${context} is Kubernetes ${gitVersion}, which is too old: ${oldest.join('.')} is the least.`,
    `El contexto ${context} es Kubernetes ${gitVersion}, que es demasiado antiguo: hace falta ${oldest.join('.')} como mínimo.`,
  ),
  fix: text(
    'Ask whoever runs the cluster to upgrade it, or choose another context.',
    'Pide a quien administra el clúster que lo actualice, o elige otro contexto.',
  ),
  flags: ['--context NAME'],
});

/** Codes by which Node and OpenSSL say that a certificate is not to be trusted. */
const untrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/;

function unreachable({ server, context }: Connection, cause: unknown): Complaint {
  const code = codeOf(cause);
  if (cause instanceof Error && code === 'ENOENT' && 'path' in cause) {
    return {
      says: text(
        `The kubeconfig names a file that is not there: ${cause.path}.`,
        `El kubeconfig nombra un archivo que no existe: ${cause.path}.`,
      ),
      fix: text('Put it there, or use another kubeconfig.', 'Ponlo ahí, o usa otro kubeconfig.'),
      flags: ['--kubeconfig FILE'],
    };
  }
  if (untrusted.test(code)) {
    return {
      says: text(`The certificate of ${server} is not trusted (${code}).`, `El certificado de ${server} no es de confianza (${code}).`),
      fix: text(
        `Get a new kubeconfig from whoever runs the cluster: the authority in context ${context} is not the one that signed it.`,
        `Pide un kubeconfig nuevo a quien administra el clúster: la autoridad del contexto ${context} no es la que lo firmó.`,
      ),
      flags: ['--kubeconfig FILE', '--context NAME'],
    };
  }
  if (code === 'TimeoutError' || code === 'UND_ERR_CONNECT_TIMEOUT') {
    return {
      says: text(
        `${server} gave no answer within ${patience / 1000} seconds.`,
        `${server} no ha respondido en ${patience / 1000} segundos.`,
      ),
      fix: text('Is a VPN missing, or a proxy? Or choose another context.', '¿Falta una VPN o un proxy? O elige otro contexto.'),
      flags: ['--context NAME'],
    };
  }
  return {
    says: text(`Nobody answers at ${server} (${code}).`, `Nadie responde en ${server} (${code}).`),
    fix: text(
      `Is the cluster running? Context ${context} leads there; choose another one if it is gone.`,
      `¿Está en marcha el clúster? El contexto ${context} lleva allí; elige otro si ya no existe.`,
    ),
    flags: ['--context NAME'],
  };
}

/** `fetch` hides the reason in the cause of its error, and that one may have a cause too. */
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause.cause instanceof Error ? codeOf(cause.cause) : cause.name;
}

function refused({ server, context }: Connection, { status }: Reply): Complaint {
  if (status === 401) {
    return {
      says: text(
        `${server} does not know the user of context ${context}: the login may have expired.`,
        `${server} no conoce al usuario del contexto ${context}: puede que la sesión haya caducado.`,
      ),
      fix: text(
        'Log in again, for example with oc login, or get a new kubeconfig.',
        'Vuelve a iniciar sesión, por ejemplo con oc login, o pide un kubeconfig nuevo.',
      ),
      flags: ['--kubeconfig FILE', '--context NAME'],
    };
  }
  if (status === 403) {
    return {
      says: text(
        `${server} does not let the user of context ${context} ask anything.`,
        `${server} no deja preguntar nada al usuario del contexto ${context}.`,
      ),
      fix: text('Log in, or ask whoever runs the cluster for the rights.', 'Inicia sesión, o pide permisos a quien administra el clúster.'),
      flags: ['--kubeconfig FILE', '--context NAME'],
    };
  }
  return {
    says: text(
      `${server} does not answer as an API server does (HTTP ${status}).`,
      `${server} no responde como un servidor de API (HTTP ${status}).`,
    ),
    fix: text('Look whether the address in the kubeconfig is right.', 'Mira si la dirección del kubeconfig es correcta.'),
    flags: ['--kubeconfig FILE'],
  };
}
