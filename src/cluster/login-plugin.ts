import { execFile } from 'node:child_process';
import type { User } from '@kubernetes/client-node/dist/config_types.js';
import { fieldOf, listIn } from '../checks/object-fields.ts';
import type { Environment } from '../model/environment.ts';
import { exits, Problem } from '../model/problem.ts';
import { type Text, text } from '../model/text.ts';

/** Milliseconds that a plugin has. Nobody can answer it here, so one that asks would never end. */
const patience = 10_000;

/** The user as a plugin made it: with a token or a certificate in place of the plugin. */
export interface LoggedIn {
  readonly user: User;
  /** Milliseconds since 1970; undefined where it does not expire. */
  readonly until: number | undefined;
}

/**
 * Runs the program that a kubeconfig names to log its user in (client.authentication.k8s.io, ExecCredential). It is not the client's own way,
 * because that one waits for ever where a plugin asks. A Problem says how it failed.
 */
export async function loggedInBy({ exec, ...user }: User, env: Environment): Promise<LoggedIn> {
  const command = String(fieldOf(exec, 'command') ?? '');
  const printed = await printedBy(command, exec, env);
  const status = fieldOf(credentialIn(printed, command), 'status');
  const [token, certificate, key, expires] = ['token', 'clientCertificateData', 'clientKeyData', 'expirationTimestamp'].map((field) => {
    const value = fieldOf(status, field);
    return typeof value === 'string' ? value : undefined;
  });
  if (token === undefined && certificate === undefined) throw failed(command, nothingUseful);
  return {
    user: {
      ...user,
      ...(token === undefined ? {} : { token }),
      ...(certificate === undefined || key === undefined ? {} : { certData: inBase64(certificate), keyData: inBase64(key) }),
    },
    until: expires === undefined ? undefined : Date.parse(expires),
  };
}

const inBase64 = (pem: string): string => Buffer.from(pem).toString('base64');

function printedBy(command: string, exec: unknown, inherited: Environment): Promise<string> {
  const own = listIn(fieldOf(exec, 'env')).map((each) => [String(fieldOf(each, 'name')), String(fieldOf(each, 'value'))] as const);
  const info = { apiVersion: fieldOf(exec, 'apiVersion'), kind: 'ExecCredential', spec: { interactive: false } };
  const env = { ...inherited, KUBERNETES_EXEC_INFO: JSON.stringify(info), ...Object.fromEntries(own) };
  return new Promise((resolve, reject) => {
    const args = listIn(fieldOf(exec, 'args')).map(String);
    const child = execFile(command, args, { env, timeout: patience, killSignal: 'SIGKILL' }, (fault, stdout, stderr) => {
      if (!fault) resolve(stdout);
      else
        reject(
          failed(command, fault.killed ? tookTooLong : fault.code === 'ENOENT' ? notThere : ended(stderr.trim().split('\n').at(-1) ?? '')),
        );
    });
    child.stdin?.end();
  });
}

function credentialIn(printed: string, command: string): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    throw failed(command, nothingUseful);
  }
}

const notThere = text('it is not installed', 'no está instalado');
const tookTooLong = text(
  `it gave no answer within ${patience / 1000} seconds, and perhaps asks something`,
  `no ha respondido en ${patience / 1000} segundos, y quizá pregunta algo`,
);
const nothingUseful = text('it printed no credentials', 'no ha dado ninguna credencial');
const ended = (words: string): Text => (words === '' ? text('it ended with a failure', 'ha terminado con un fallo') : text(words, words));

const failed = (command: string, why: Text): Problem =>
  new Problem(exits.cluster, {
    says: text(
      `“${command}”, which the kubeconfig runs for your login, failed: ${why.en}.`,
      `Ha fallado «${command}», que el kubeconfig ejecuta para iniciar tu sesión: ${why.es}.`,
    ),
    fix: text(
      'Log in once with “kubectl get namespaces”, where you can see what it asks, then run this again.',
      'Inicia sesión una vez con «kubectl get namespaces», donde verás lo que pregunta, y ejecuta esto otra vez.',
    ),
    flags: ['--context NAME'],
  });
