import type { V1Container, V1PodSpec } from '@kubernetes/client-node';
import { listed, text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { containersOf, runningIn, type Template } from './inventory.ts';
import { fieldOf, listIn } from './object-fields.ts';
import { beyondBaseline, beyondRestricted, enforcedOn, missingForRestricted } from './pod-security.ts';

const restricted: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.templates
      .filter(({ owner }) => enforcedOn(owner, inventory) === undefined)
      .flatMap(({ owner, spec }) =>
        containersOf(spec).flatMap((container) => {
          const missing = missingForRestricted(container, spec);
          if (missing.length === 0) return [];
          return [
            {
              object: owner,
              says: text(
                `A namespace that enforces “restricted” refuses pods with the container ${container.name}; the workload is created anyway and stays empty.`,
                `Un espacio de nombres que exige «restricted» rechaza los pods con el contenedor ${container.name}; la carga de trabajo se crea igualmente y se queda vacía.`,
              ),
              fix: text(`Set ${missing.join(', ')} in its securityContext.`, `Pon ${missing.join(', ')} en su securityContext.`),
            },
          ];
        }),
      ),
};

/** What a pod would have to change for the level that its own namespace enforces. */
function breachesOf({ spec }: Template, level: unknown): readonly string[] {
  const baseline = level === 'baseline' || level === 'restricted' ? beyondBaseline(spec) : [];
  if (level !== 'restricted') return baseline;
  const missing = containersOf(spec).flatMap((container) => missingForRestricted(container, spec));
  return [...new Set([...baseline, ...beyondRestricted(spec), ...missing])];
}

const podSecurity: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.templates.flatMap((template) => {
      const level = enforcedOn(template.owner, inventory);
      const breaches = breachesOf(template, level);
      if (breaches.length === 0) return [];
      const names = listed(breaches);
      return [
        {
          object: template.owner,
          says: text(
            `Its namespace enforces “${level}” and refuses its pods; the workload is created anyway and stays empty.`,
            `Su espacio de nombres exige «${level}» y rechaza sus pods; la carga de trabajo se crea igualmente y se queda vacía.`,
          ),
          fix: text(`Fix this: ${names.en}.`, `Corrige esto: ${names.es}.`),
        },
      ];
    }),
};

const hostAccess: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.templates
      .filter(({ owner, spec }) => enforcedOn(owner, inventory) === undefined && beyondBaseline(spec).length > 0)
      .map(({ owner, spec }) => {
        const names = listed(beyondBaseline(spec));
        return {
          object: owner,
          says: text(
            `Its pods reach into their node through ${names.en}, which Pod Security “baseline” forbids.`,
            `Sus pods llegan a su nodo mediante ${names.es}, cosa que Pod Security «baseline» prohíbe.`,
          ),
          fix: text(
            'Do without it, or move the workload to a separate namespace for agents.',
            'Prescinde de ello, o lleva la carga de trabajo a un espacio de nombres aparte para agentes.',
          ),
        };
      }),
};

/** Not root, as far as the manifest says, and without the right to open the ports that are root’s. */
function cannotBindLow(container: V1Container, { securityContext: pod }: V1PodSpec): boolean {
  const own = container.securityContext;
  const isUser = (own?.runAsNonRoot ?? pod?.runAsNonRoot) === true || (own?.runAsUser ?? pod?.runAsUser ?? 0) > 0;
  const isAllowed = listIn(own?.capabilities?.add).includes('NET_BIND_SERVICE');
  const opensAll = listIn(pod?.sysctls).some((each) => fieldOf(each, 'name') === 'net.ipv4.ip_unprivileged_port_start');
  return isUser && !isAllowed && !opensAll;
}

const privilegedPort: Check = {
  severity: 'warning',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      runningIn(spec)
        .filter((container) => cannotBindLow(container, spec))
        .flatMap(({ name, ports = [] }) =>
          ports.filter(({ containerPort }) => containerPort < 1024).map(({ containerPort }) => ({ name, containerPort })),
        )
        .map(({ name, containerPort }) => ({
          object: owner,
          says: text(
            `The container ${name} does not run as root, and on many nodes only root may open a port below 1024, such as ${containerPort}.`,
            `El contenedor ${name} no se ejecuta como root, y en muchos nodos solo root puede abrir un puerto menor que 1024, como el ${containerPort}.`,
          ),
          fix: text(
            'Let the program listen on a higher port, such as 8080; the Service may keep the low one.',
            'Haz que el programa escuche en un puerto más alto, como el 8080; el Service puede conservar el bajo.',
          ),
        })),
    ),
};

export const podSecurityChecks: Checks = {
  restricted,
  'pod-security': podSecurity,
  'host-access': hostAccess,
  'privileged-port': privilegedPort,
};
