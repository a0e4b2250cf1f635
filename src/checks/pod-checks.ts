import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { containersOf, fieldOf } from './inventory.ts';

const imageVersion: Check = {
  severity: 'error',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      containersOf(spec)
        .filter(({ image = '' }) => !image.includes('@sha256:') && !/:(?!latest$)[^/:]+$/.test(image))
        .map(({ image = '' }) => ({
          object: owner,
          says: text(
            `The image ${image} names no version: each node runs whatever was newest when it pulled.`,
            `La imagen ${image} no dice qué versión: cada nodo ejecuta lo más nuevo que había cuando la descargó.`,
          ),
          fix: text('Name a version or a digest.', 'Nombra una versión o un resumen (digest).'),
        })),
    ),
};

const requestsMissing: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      containersOf(spec)
        .filter(({ resources }) => !(resources?.requests?.['cpu'] && resources.requests['memory'] && resources.limits?.['memory']))
        .map(({ name }) => ({
          object: owner,
          says: text(
            `The container ${name} does not say how much CPU and memory it wants: in a namespace with a quota its pods are refused, and the workload stays empty without a word.`,
            `El contenedor ${name} no dice cuánta CPU y memoria quiere: en un espacio de nombres con cuota sus pods se rechazan, y la carga de trabajo se queda vacía sin decir nada.`,
          ),
          fix: text('Set resources.requests for cpu and memory, and resources.limits for memory.', 'Pon resources.requests para cpu y memory, y resources.limits para memory.'),
        })),
    ),
};

/** What the Pod Security Standard “restricted” demands of every container (kubernetes.io/docs/concepts/security/pod-security-standards). */
const restricted: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      containersOf(spec).flatMap(({ name, securityContext }) => {
        const pod = spec.securityContext;
        const missing = [
          securityContext?.allowPrivilegeEscalation === false ? [] : ['allowPrivilegeEscalation: false'],
          (securityContext?.runAsNonRoot ?? pod?.runAsNonRoot) === true ? [] : ['runAsNonRoot: true'],
          (securityContext?.runAsUser ?? pod?.runAsUser) === 0 ? ['runAsUser ≠ 0'] : [],
          securityContext?.capabilities?.drop?.includes('ALL') ? [] : ['capabilities.drop: [ALL]'],
          (securityContext?.seccompProfile ?? pod?.seccompProfile) ? [] : ['seccompProfile.type: RuntimeDefault'],
          securityContext?.privileged ? ['privileged: false'] : [],
        ].flat();
        if (missing.length === 0) return [];
        return [
          {
            object: owner,
            says: text(
              `A namespace that enforces “restricted” refuses the pods of container ${name}; the workload is made all the same and stays empty.`,
              `Un espacio de nombres que exige «restricted» rechaza los pods del contenedor ${name}; la carga de trabajo se crea igualmente y se queda vacía.`,
            ),
            fix: text(`Set ${missing.join(', ')} in its securityContext.`, `Pon ${missing.join(', ')} en su securityContext.`),
          },
        ];
      }),
    ),
};

const hostAccess: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    templates
      .filter(({ spec }) => spec.hostNetwork || spec.hostPID || spec.hostIPC || (spec.volumes ?? []).some((volume) => volume.hostPath))
      .map(({ owner }) => ({
        object: owner,
        says: text('Its pods reach into their node (host namespaces or hostPath), which Pod Security “baseline” forbids.', 'Sus pods llegan a su nodo (espacios del anfitrión o hostPath), cosa que Pod Security «baseline» prohíbe.'),
        fix: text('Use a claim or an emptyDir, or put it into a namespace of its own for agents.', 'Usa una petición de volumen o un emptyDir, o ponlo en un espacio de nombres propio para agentes.'),
      })),
};

const probesIdentical: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      (spec.containers ?? [])
        .filter(({ livenessProbe, readinessProbe }) => {
          const target = (probe: typeof livenessProbe) => JSON.stringify([probe?.httpGet, probe?.tcpSocket, probe?.exec, probe?.grpc]);
          return livenessProbe && readinessProbe && target(livenessProbe) === target(readinessProbe);
        })
        .map(({ name }) => ({
          object: owner,
          says: text(`Liveness and readiness of ${name} ask the same: a busy pod is killed when it should only be spared.`, `Liveness y readiness de ${name} preguntan lo mismo: a un pod ocupado se le mata cuando bastaba con darle un respiro.`),
          fix: text('Let liveness look at the process alone, or leave it out.', 'Haz que liveness mire solo el proceso, o quítalo.'),
        })),
    ),
};

const secretName = /(password|passwd|secret|token|api_?key|private_?key|credential)/i;

const secretInPlain: Check = {
  severity: 'error',
  look: ({ templates, ofKind }) => [
    ...templates.flatMap(({ owner, spec }) =>
      containersOf(spec).flatMap(({ env = [] }) =>
        env
          .filter(({ name, value }) => value && secretName.test(name) && !value.startsWith('/') && !value.includes('$('))
          .map(({ name }) => ({
            object: owner,
            says: text(`The variable ${name} holds a secret in plain sight.`, `La variable ${name} lleva un secreto a la vista de todos.`),
            fix: text('Put the value into a Secret and refer to it by secretKeyRef, or mount it as a file.', 'Pon el valor en un Secret y haz referencia a él con secretKeyRef, o móntalo como archivo.'),
          })),
      ),
    ),
    ...ofKind('ConfigMap').flatMap((object) =>
      Object.entries((fieldOf(object, 'data') ?? {}) as Record<string, string>)
        .filter(([key, value]) => secretName.test(key) && value && !value.startsWith('/'))
        .map(([key]) => ({
          object,
          says: text(`The key ${key} holds a secret, and a ConfigMap is for everyone to read.`, `La clave ${key} lleva un secreto, y un ConfigMap lo puede leer cualquiera.`),
          fix: text('Put it into a Secret.', 'Ponlo en un Secret.'),
        })),
    ),
  ],
};

const tokenMounted: Check = {
  severity: 'advice',
  look: ({ templates }) =>
    templates
      .filter(({ spec }) => spec.automountServiceAccountToken !== false)
      .map(({ owner }) => ({
        object: owner,
        says: text('Its pods carry a key to the API server, which few programs need.', 'Sus pods llevan una llave del servidor de la API, que pocos programas necesitan.'),
        fix: text('Set automountServiceAccountToken: false unless the program talks to the API.', 'Pon automountServiceAccountToken: false si el programa no habla con la API.'),
      })),
};

const cronDeadline: Check = {
  severity: 'warning',
  look: ({ ofKind }) =>
    ofKind('CronJob')
      .filter((object) => fieldOf(object, 'spec', 'startingDeadlineSeconds') === undefined)
      .map((object) => ({
        object,
        says: text('After 100 missed runs it is never started again, because it has no startingDeadlineSeconds.', 'Tras 100 ejecuciones perdidas no se vuelve a arrancar nunca, porque no tiene startingDeadlineSeconds.'),
        fix: text('Set startingDeadlineSeconds, such as 3600.', 'Pon startingDeadlineSeconds, por ejemplo 3600.'),
      })),
};

export const podChecks: Checks = {
  'image-version': imageVersion,
  'requests-missing': requestsMissing,
  restricted,
  'host-access': hostAccess,
  'probes-identical': probesIdentical,
  'secret-in-plain': secretInPlain,
  'token-mounted': tokenMounted,
  'cron-deadline': cronDeadline,
};
