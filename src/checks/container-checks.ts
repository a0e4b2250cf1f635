import type { V1Container, V1PodSpec } from '@kubernetes/client-node';
import { listed, type Text, text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { containersOf, type Inventory, runningIn } from './inventory.ts';
import { resourceText } from './limit-words.ts';
import { entriesIn, fieldOf, listIn } from './object-fields.ts';

const imageVersion: Check = {
  severity: 'error',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      containersOf(spec)
        .map(({ image = '' }) => image.trim())
        .filter((image) => image !== '' && !image.includes('@sha256:') && !/:(?!latest$)[^/:]+$/.test(image))
        .map((image) => ({
          object: owner,
          says: text(
            `The image ${image} names no version: each node runs whatever was newest when it pulled the image.`,
            `La imagen ${image} no dice qué versión: cada nodo ejecuta lo más nuevo que había cuando la descargó.`,
          ),
          fix: text('Name a version or a digest.', 'Indica una versión o un digest.'),
        })),
    ),
};

/** The sizes that a container does not say, as the fields of its resources. A limit without a request counts as the request too. */
function unsaidBy({ resources }: V1Container): readonly string[] {
  const asked = { ...resources?.limits, ...resources?.requests };
  return [
    ...['cpu', 'memory'].filter((resource) => !asked[resource]).map((resource) => `requests.${resource}`),
    ...(resources?.limits?.['memory'] ? [] : ['limits.memory']),
  ];
}

/** "how much CPU and memory it needs" */
function unsaidText(unsaid: readonly string[]): Text {
  const needs = unsaid.filter((field) => field.startsWith('requests.')).map((field) => resourceText(field.replace('requests.', '')));
  const asked = listed(needs);
  return listed([
    ...(needs.length > 0 ? [text(`how much ${asked.en} it needs`, `cuánta ${asked.es} necesita`)] : []),
    ...(unsaid.includes('limits.memory') && needs.length < 2
      ? [text('how much memory it may use at most', 'cuánta memoria puede usar como mucho')]
      : []),
  ]);
}

/** A LimitRange that gives every container what it did not say. */
const hasDefaults = (inventory: Inventory, owner: Parameters<Inventory['beside']>[0]): boolean =>
  inventory
    .beside(owner, 'LimitRange')
    .flatMap((range) => listIn(fieldOf(range, 'spec', 'limits')))
    .some((limit) => fieldOf(limit, 'type') === 'Container' && entriesIn(fieldOf(limit, 'default')).length > 0);

const requestsMissing: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.templates
      .filter(({ owner, spec }) => fieldOf(spec, 'resources') === undefined && !hasDefaults(inventory, owner))
      .flatMap(({ owner, spec }) =>
        containersOf(spec)
          .map((container) => ({ name: container.name, unsaid: unsaidBy(container) }))
          .filter(({ unsaid }) => unsaid.length > 0)
          .map(({ name, unsaid }) => {
            const [what, fields] = [unsaidText(unsaid), listed(unsaid.map((field) => `resources.${field}`))];
            return {
              object: owner,
              says: text(
                `The container ${name} does not say ${what.en}: in a namespace with a quota its pods are refused, and the workload stays empty without any warning.`,
                `El contenedor ${name} no dice ${what.es}: en un espacio de nombres con cuota se rechazan sus pods, y la carga de trabajo se queda vacía sin avisar.`,
              ),
              fix: text(`Set ${fields.en}.`, `Pon ${fields.es}.`),
            };
          }),
      ),
};

/** How long a probe may fail before something is done. */
const patienceOf = ({ periodSeconds = 10, failureThreshold = 3 }: NonNullable<V1Container['livenessProbe']>): number =>
  periodSeconds * failureThreshold;

const probesIdentical: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      runningIn(spec)
        .filter(({ livenessProbe: liveness, readinessProbe: readiness }) => {
          const target = (probe: typeof liveness) => JSON.stringify([probe?.httpGet, probe?.tcpSocket, probe?.exec, probe?.grpc]);
          return liveness && readiness && target(liveness) === target(readiness) && patienceOf(liveness) <= patienceOf(readiness);
        })
        .map(({ name }) => ({
          object: owner,
          says: text(
            `The liveness and readiness probes of ${name} ask the same thing and wait equally long: a busy pod is killed when it only needs a break.`,
            `Las sondas liveness y readiness de ${name} preguntan lo mismo y esperan lo mismo: a un pod ocupado se le mata cuando bastaba con darle un respiro.`,
          ),
          fix: text(
            'Let the liveness probe look at the process alone or wait longer, or leave it out.',
            'Haz que la sonda liveness mire solo el proceso o espere más, o quítala.',
          ),
        })),
    ),
};

const portsAskedBy = ({ livenessProbe, readinessProbe, startupProbe }: V1Container): readonly unknown[] =>
  [livenessProbe, readinessProbe, startupProbe].flatMap((probe) => probe?.httpGet?.port ?? probe?.tcpSocket?.port ?? []);

const probePort: Check = {
  severity: 'error',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      containersOf(spec).flatMap((container) =>
        portsAskedBy(container)
          .filter((port) => typeof port === 'string' && !/^\d+$/.test(port) && !(container.ports ?? []).some(({ name }) => name === port))
          .map((port) => ({
            object: owner,
            says: text(
              `A probe of ${container.name} uses the port “${port}”, but the container has no port of that name: the probe never succeeds.`,
              `Una sonda de ${container.name} usa el puerto «${port}», pero ningún puerto del contenedor se llama así: nunca saldrá bien.`,
            ),
            fix: text('Use the name of a port that the container declares.', 'Usa el nombre de un puerto que el contenedor declare.'),
          })),
      ),
    ),
};

const graceOf = ({ terminationGracePeriodSeconds = 30 }: V1PodSpec): number => terminationGracePeriodSeconds;

/** Seconds that the preStop hook sleeps, by its own action or by the command `sleep`. */
function sleepOf({ lifecycle }: V1Container): number {
  const words = listIn(lifecycle?.preStop?.exec?.command).join(' ');
  return lifecycle?.preStop?.sleep?.seconds ?? Number(/\bsleep (\d+)s?$/.exec(words)?.[1] ?? 0);
}

const graceTooShort: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      runningIn(spec)
        .filter((container) => sleepOf(container) > 0 && sleepOf(container) >= graceOf(spec))
        .map(({ name }) => ({
          object: owner,
          says: text(
            `The preStop hook of ${name} uses up all ${graceOf(spec)} seconds of the grace period: the program is killed before it can stop cleanly.`,
            `El hook preStop de ${name} gasta los ${graceOf(spec)} segundos del periodo de gracia: al programa se le mata antes de que pueda terminar bien.`,
          ),
          fix: text(
            'Make terminationGracePeriodSeconds longer than the hook and the program’s own shutdown together.',
            'Haz terminationGracePeriodSeconds más largo que el hook y el cierre del programa juntos.',
          ),
        })),
    ),
};

export const containerChecks: Checks = {
  'image-version': imageVersion,
  'requests-missing': requestsMissing,
  'probes-identical': probesIdentical,
  'probe-port': probePort,
  'grace-too-short': graceTooShort,
};
