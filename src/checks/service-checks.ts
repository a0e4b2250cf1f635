import { listed, text } from '../model/text.ts';
import { backendsOf, declares, declaresAny, portsOf, selectorOf, targetOf } from './backends.ts';
import type { Check, Checks } from './check.ts';
import { runningIn } from './inventory.ts';
import { titleOf } from './object-fields.ts';

/** Where these manifests hold no workload of the namespace at all, they are only a part of what runs there. */
const serviceWithoutPods: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory
      .ofKind('Service')
      .filter(
        (service) => selectorOf(service) && inventory.templatesBeside(service).length > 0 && backendsOf(service, inventory).length === 0,
      )
      .map((object) => ({
        object,
        says: text(
          'Its selector matches no pod in these manifests, so it leads nowhere.',
          'Su selector no coincide con ningún pod de estos manifiestos, así que no lleva a ninguna parte.',
        ),
        fix: text(
          'Give the selector the labels of the pod template.',
          'Pon en el selector las mismas etiquetas que en la plantilla de pod.',
        ),
      })),
};

const targetPort: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.ofKind('Service').flatMap((object) => {
      const backends = backendsOf(object, inventory);
      if (backends.length === 0) return [];
      return portsOf(object)
        .map(targetOf)
        .filter((target) => typeof target === 'string' && !backends.some((backend) => declares(backend, target)))
        .map((target) => ({
          object,
          says: text(
            `No port of its containers is called “${target}”, its target port, so nobody answers.`,
            `Ningún puerto de los contenedores se llama «${target}», su puerto de destino, así que nadie responde.`,
          ),
          fix: text('Name a port that the container declares.', 'Indica un puerto que el contenedor declare.'),
        }));
    }),
};

/** A number need not be declared, but where others are, a missing one is most likely a slip. */
const portUndeclared: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.ofKind('Service').flatMap((object) => {
      const backends = backendsOf(object, inventory).filter(declaresAny);
      if (backends.length === 0) return [];
      return portsOf(object)
        .map(targetOf)
        .filter((target) => typeof target === 'number' && !backends.some((backend) => declares(backend, target)))
        .map((target) => ({
          object,
          says: text(
            `Its target port ${target} is not among the ports that the containers declare.`,
            `Su puerto de destino ${target} no está entre los puertos que declaran los contenedores.`,
          ),
          fix: text(
            'Set targetPort to the port that the program listens on, preferably by name.',
            'Pon en targetPort el puerto en el que escucha el programa, mejor por su nombre.',
          ),
        }));
    }),
};

/** Two tracks of the same program are meant to share a Service; a workload without its port is not. */
const serviceMixed: Check = {
  severity: 'warning',
  look: (inventory) =>
    inventory.ofKind('Service').flatMap((object) => {
      const backends = backendsOf(object, inventory);
      const targets = portsOf(object).map(targetOf);
      const deaf = backends.filter((backend) => !targets.some((target) => declares(backend, target)));
      if (targets.length === 0 || deaf.length === 0 || !backends.some((backend) => targets.some((target) => declares(backend, target))))
        return [];
      const names = listed(deaf.map(({ owner }) => titleOf(owner)));
      return [
        {
          object,
          says: text(
            `Its selector also matches the pods of ${names.en}, which do not have its port: some of the calls fail.`,
            `Su selector también coincide con los pods de ${names.es}, que no tienen su puerto: una parte de las llamadas falla.`,
          ),
          fix: text(
            'Add a label to the selector that only the right pods have.',
            'Añade al selector una etiqueta que solo lleven los pods correctos.',
          ),
        },
      ];
    }),
};

const readinessMissing: Check = {
  severity: 'warning',
  look: (inventory) => {
    const called = new Set(inventory.ofKind('Service').flatMap((service) => backendsOf(service, inventory)));
    return [...called]
      .filter(({ spec }) => !runningIn(spec).some(({ readinessProbe }) => readinessProbe))
      .map(({ owner }) => ({
        object: owner,
        says: text(
          'It has no readiness probe: its pods get calls from the moment they start, before the program can answer.',
          'No tiene sonda readiness: sus pods reciben llamadas desde que arrancan, antes de que el programa pueda responder.',
        ),
        fix: text(
          'Add a readinessProbe that asks for something the program answers when it is well.',
          'Añade una readinessProbe que pregunte algo que el programa responda cuando está bien.',
        ),
      }));
  },
};

export const serviceChecks: Checks = {
  'service-without-pods': serviceWithoutPods,
  'target-port': targetPort,
  'port-undeclared': portUndeclared,
  'service-mixed': serviceMixed,
  'readiness-missing': readinessMissing,
};
