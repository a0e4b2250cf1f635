import { text } from '../model/text.ts';
import { protocol, run } from './basics.ts';
import { commandWordsOf } from './command-words.ts';
import type { Probe } from './plan.ts';
import { extraPortOf, ports, withPort } from './process.ts';
import { holds, is, type Known, question, type Refused, type Topic } from './question.ts';
import { words } from './value-types.ts';

/** The check that an answer stands for; `portName` is the main port's. Undefined for `none`. */
export function probeOf(said: string, portName: string): Probe | undefined {
  if (said.startsWith('http:')) return { kind: 'http', path: said.slice('http:'.length) };
  if (said.startsWith('exec:')) return { kind: 'exec', command: commandWordsOf(said.slice('exec:'.length)) ?? [] };
  if (said === 'tcp') return { kind: 'tcp', port: portName };
  return said.startsWith('tcp:') ? { kind: 'tcp', port: said.slice('tcp:'.length) } : undefined;
}

const probe = (samples: readonly string[]) =>
  words({
    name: 'http:/PATH|tcp|tcp:PORT-NAME|exec:COMMAND|none',
    expects: text(
      'http:/PATH, tcp (the main port is open), tcp:NAME (another port), exec:COMMAND (words as in a shell, with quotes but without variables) or none',
      'http:/RUTA, tcp (el puerto principal está abierto), tcp:NOMBRE (otro puerto), exec:COMANDO (palabras como en un shell, con comillas pero sin variables) o none',
    ),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it keeps out
    pattern: /^(?:none|tcp(?::[a-z0-9]+(?:-[a-z0-9]+)*)?|http:\/(?!.*\.\.(?:\/|$))[!"$-~]*|exec:[^\u0000-\u001f\u007f-\u009f]*)$/,
    // A page is what people know of it.
    normalise: (said) => (said.startsWith('/') ? `http:${said}` : said),
    maxLength: 4096,
    samples,
    faultOf: (said) =>
      said.startsWith('exec:') && !commandWordsOf(said.slice('exec:'.length))
        ? text(
            'After “exec:” comes a command, with every quote closed.',
            'Detrás de «exec:» va un comando, con todas las comillas cerradas.',
          )
        : undefined,
  });

/** Refuses a check on a port that the component does not have. */
const onOwnPort =
  (id: string) =>
  (choice: string, known: Known): Refused | undefined => {
    const none = { id, value: 'none', gives: text('no check', 'ninguna comprobación') };
    if (!/^(?:http|tcp)/.test(choice)) return undefined;
    if (!holds(withPort, known)) {
      return {
        says: text(
          'It listens on no port, so there is nothing to check.',
          'No escucha en ningún puerto, así que no hay nada que comprobar.',
        ),
        mends: [none],
      };
    }
    const name = /^tcp:(.*)$/.exec(choice)?.[1];
    const names = (known.get(ports) ?? []).map((item) => extraPortOf(item).name);
    return name === undefined || names.includes(name)
      ? undefined
      : {
          says: text(
            `It has no port called “${name}” beside its main one.`,
            `No tiene ningún puerto llamado «${name}» además del principal.`,
          ),
          mends: [{ id, value: 'tcp', gives: text('a check of the main port', 'una comprobación del puerto principal') }, none],
        };
  };

export const readiness = question({
  id: 'readiness',
  label: text('Ready', 'Listo'),
  ask: text('Which page answers when all is well?', '¿Qué página responde cuando todo va bien?'),
  help: text(
    'Kubernetes asks every few seconds and only sends callers to pods that answer, so that nobody reaches a program that is still starting. Name a page that answers quickly with 200 or a redirect, such as http:/healthz; “tcp” only checks that the port is open. exec:COMMAND runs a command in the container, such as exec:pg_isready -h 127.0.0.1: it is split into words as in a shell, quotes hold words together, and variables are not filled in.',
    'Kubernetes pregunta cada pocos segundos y solo envía llamadas a los pods que responden, para que nadie llegue a un programa que aún está arrancando. Di una página que responda rápido con 200 o con una redirección, como http:/healthz; «tcp» solo comprueba que el puerto esté abierto. exec:COMANDO ejecuta un comando en el contenedor, como exec:pg_isready -h 127.0.0.1: se separa en palabras como en un shell, las comillas las mantienen juntas y las variables no se sustituyen.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  level: 'quiet',
  essentialWhen: is(protocol, 'http'),
  when: withPort,
  type: probe(['http:/healthz', 'tcp', 'exec:pg_isready -h 127.0.0.1', 'none']),
  rules: {
    http: (known) =>
      known.is(protocol, 'http')
        ? {
            choice: 'http:/',
            reason: text(
              'Most web programs answer on their home page.',
              'La mayoría de los programas web responden en su página de inicio.',
            ),
          }
        : undefined,
    tcp: () => ({
      choice: 'tcp',
      reason: text(
        'An open port can be checked without speaking its language.',
        'Un puerto abierto se puede comprobar sin hablar su idioma.',
      ),
    }),
  },
  refuses: { 'own-port': onOwnPort('readiness') },
});

const longRunning = is(run, 'always', 'every-node');
const asksHttp = (known: Known): boolean => known.get(readiness)?.startsWith('http:') ?? false;

export const liveness = question({
  id: 'liveness',
  label: text('Alive', 'Vivo'),
  ask: text('How does Kubernetes notice that it hangs?', '¿Cómo nota Kubernetes que se ha quedado colgado?'),
  help: text(
    'When this check fails, the container is killed and started again: it is for a program that hangs and would never recover. It must look at the program alone and never ask a database or another service: a hiccup there would restart every pod and turn a small problem into a big one. What depends on others belongs in the readiness check (“Ready”), which only keeps callers away.',
    'Cuando esta comprobación falla, el contenedor se mata y se vuelve a arrancar: es para un programa que se queda colgado y no se recuperaría nunca. Debe mirar solo el programa y no preguntar nunca a una base de datos ni a otro servicio: un tropiezo allí reiniciaría todos los pods y haría de un problema pequeño uno grande. Lo que depende de otros va en la comprobación readiness («Listo»), que solo aparta las llamadas.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  level: 'quiet',
  when: longRunning,
  type: probe(['tcp', 'http:/livez', 'none']),
  rules: {
    tcp: (known) =>
      asksHttp(known)
        ? {
            choice: 'tcp',
            reason: text(
              'A restart helps a program whose port no longer opens; the page already says whether it is ready.',
              'A un programa cuyo puerto ya no abre le ayuda un reinicio; la página ya dice si está listo.',
            ),
          }
        : undefined,
    none: () => ({
      choice: 'none',
      reason: text(
        'A mistaken restart does more harm than no restart: a program that ends is started again anyway.',
        'Un reinicio por error hace más daño que no reiniciar: un programa que termina se vuelve a arrancar de todos modos.',
      ),
    }),
  },
  refuses: {
    'own-port': onOwnPort('liveness'),
    T24: (choice, known) =>
      /^(?:http|exec):/.test(choice) && choice === known.get(readiness)
        ? {
            says: text(
              'This is the readiness check (“Ready”) again: a pod that is only busy would be killed, when it is enough to send it no calls for a while.',
              'Es otra vez la comprobación readiness («Listo»): se mataría a un pod que solo está ocupado, cuando basta con no enviarle llamadas durante un rato.',
            ),
            mends: [
              ...(holds(withPort, known)
                ? [
                    {
                      id: 'liveness',
                      value: 'tcp',
                      gives: text('a restart when its port no longer opens', 'un reinicio cuando su puerto ya no abre'),
                    },
                  ]
                : []),
              {
                id: 'liveness',
                value: 'none',
                gives: text('a restart only when the program ends', 'un reinicio solo cuando el programa termina'),
              },
            ],
          }
        : undefined,
  },
});

export const startup = question({
  id: 'startup',
  label: text('Started', 'Arrancado'),
  ask: text('How does Kubernetes notice that it has started?', '¿Cómo nota Kubernetes que ya ha arrancado?'),
  help: text(
    'Until this check succeeds, the other two wait, so that a program that starts slowly is not killed before it is up. Java programs and databases need it most. If you choose none and the program starts slowly, you see it restart again and again.',
    'Hasta que esta comprobación sale bien, las otras dos esperan, para que un programa que arranca despacio no muera antes de estar en marcha. Los programas en Java y las bases de datos son los que más la necesitan. Si no eliges ninguna y el programa arranca despacio, verás que se reinicia una y otra vez.',
  ),
  page: 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  level: 'quiet',
  when: longRunning,
  type: probe(['tcp', 'http:/startedz', 'none']),
  rules: {
    tcp: (known) =>
      asksHttp(known)
        ? {
            choice: 'tcp',
            reason: text(
              'It gives the program time to open its port before the other checks count.',
              'Da tiempo al programa para abrir su puerto antes de que cuenten las otras comprobaciones.',
            ),
          }
        : undefined,
    liveness: (known) => {
      const same = known.get(liveness) ?? 'none';
      return same === 'none'
        ? undefined
        : {
            choice: same,
            reason: text(
              'It waits until the check that could restart it has succeeded once.',
              'Espera a que la comprobación que podría reiniciarlo salga bien una vez.',
            ),
          };
    },
    none: () => ({
      choice: 'none',
      reason: text(
        'Nothing restarts it while it starts, so nothing has to wait.',
        'Nada lo reinicia mientras arranca, así que nada tiene que esperar.',
      ),
    }),
  },
  refuses: { 'own-port': onOwnPort('startup') },
});

export const health: Topic = {
  id: 'health',
  title: text('Its health', 'Su salud'),
  questions: [readiness, liveness, startup],
};
