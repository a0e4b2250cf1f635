import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { containersOf, type Inventory, type Template } from './inventory.ts';
import { fieldOf, listIn, nameOf, namespaceOf } from './object-fields.ts';

/** Claims that a template mounts, are in these manifests, and can be on one node only. */
function oneNodeClaimsOf({ owner, spec }: Template, inventory: Inventory): readonly string[] {
  return (spec.volumes ?? []).flatMap(({ persistentVolumeClaim }) => {
    const name = persistentVolumeClaim?.claimName ?? '';
    const modes = listIn(fieldOf(inventory.find('PersistentVolumeClaim', namespaceOf(owner), name), 'spec', 'accessModes'));
    const isOneNode = modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');
    return isOneNode ? [name] : [];
  });
}

const onOneNodeClaims = (inventory: Inventory) =>
  inventory.templates.flatMap((template) => oneNodeClaimsOf(template, inventory).map((claim) => ({ ...template, claim })));

const multiAttach: Check = {
  severity: 'error',
  look: (inventory) =>
    onOneNodeClaims(inventory)
      .filter(({ replicas }) => (replicas?.most ?? 1) > 1)
      .map(({ owner, replicas, claim }) => ({
        object: owner,
        says: text(
          `Its ${replicas?.most} replicas mount the volume claim ${claim}, which only one node can mount: on a second node the pod waits forever.`,
          `Sus ${replicas?.most} réplicas montan la petición de volumen ${claim}, que solo puede estar en un nodo: en un segundo nodo el pod espera para siempre.`,
        ),
        fix: text(
          'Use a StatefulSet with volumeClaimTemplates, storage with ReadWriteMany, or one replica.',
          'Usa un StatefulSet con volumeClaimTemplates, almacenamiento con ReadWriteMany o una sola réplica.',
        ),
      })),
};

/** Whether the one old pod goes before the new one comes; 25 %, which holds when nothing is said, is none of one. */
const oldPodGoesFirst = (owner: AnyObject): boolean => {
  const maxUnavailable = fieldOf(owner, 'spec', 'strategy', 'rollingUpdate', 'maxUnavailable');
  return fieldOf(owner, 'spec', 'strategy', 'type') === 'Recreate' || maxUnavailable === '100%' || Number(maxUnavailable) >= 1;
};

const rolloutDeadlock: Check = {
  severity: 'error',
  look: (inventory) =>
    onOneNodeClaims(inventory)
      .filter(({ owner, replicas }) => owner.kind === 'Deployment' && (replicas?.most ?? 1) === 1 && !oldPodGoesFirst(owner))
      .map(({ owner, claim }) => ({
        object: owner,
        says: text(
          `During a rollout the new pod waits for the volume claim ${claim}, and the old pod, which holds it, waits for the new one.`,
          `Durante un despliegue, el pod nuevo espera la petición de volumen ${claim}, y el pod viejo, que la tiene, espera al nuevo.`,
        ),
        fix: text(
          'Use a StatefulSet with volumeClaimTemplates, or strategy.type Recreate.',
          'Usa un StatefulSet con volumeClaimTemplates, o strategy.type Recreate.',
        ),
      })),
};

const daemonSetClaim: Check = {
  severity: 'error',
  look: (inventory) =>
    onOneNodeClaims(inventory)
      .filter(({ owner }) => owner.kind === 'DaemonSet')
      .map(({ owner, claim }) => ({
        object: owner,
        says: text(
          `All nodes would share the volume claim ${claim}, which only one node can mount.`,
          `Todos los nodos compartirían la petición de volumen ${claim}, que solo puede estar en un nodo.`,
        ),
        fix: text(
          'Use an emptyDir, or a StatefulSet with a volume claim for each pod.',
          'Usa un emptyDir, o un StatefulSet con una petición de volumen para cada pod.',
        ),
      })),
};

const storageClassEmpty: Check = {
  severity: 'warning',
  look: (inventory) => {
    const claims = inventory.ofKind('PersistentVolumeClaim').map((object) => ({ object, spec: fieldOf(object, 'spec') }));
    const templates = inventory
      .ofKind('StatefulSet')
      .flatMap((object) =>
        listIn(fieldOf(object, 'spec', 'volumeClaimTemplates')).map((claim) => ({ object, spec: fieldOf(claim, 'spec') })),
      );
    return [...claims, ...templates]
      .filter(({ spec }) => fieldOf(spec, 'storageClassName') === '')
      .filter(({ spec }) => fieldOf(spec, 'volumeName') === undefined && fieldOf(spec, 'selector') === undefined)
      .map(({ object }) => ({
        object,
        says: text(
          'An empty storageClassName means “no class”: only a volume created by hand can serve it.',
          'Un storageClassName vacío significa «sin clase»: solo le sirve un volumen creado a mano.',
        ),
        fix: text(
          'Leave the field out to get the cluster’s default class, or name a class.',
          'Quita el campo para usar la clase por defecto del clúster, o indica una.',
        ),
      }));
  },
};

/** A Job reads its files once, so nothing can be stale in it. */
const endsByItself = ({ owner }: Template): boolean => owner.kind === 'Job' || owner.kind === 'CronJob';

const subPathConfig: Check = {
  severity: 'advice',
  look: ({ templates }) =>
    templates
      .filter((template) => !endsByItself(template) && !Object.keys(template.annotations).some((key) => key.includes('checksum')))
      .filter(({ spec }) => {
        const fromConfig = new Set((spec.volumes ?? []).filter(({ configMap, secret }) => configMap ?? secret).map(({ name }) => name));
        return containersOf(spec).some(({ volumeMounts = [] }) =>
          volumeMounts.some(({ subPath, name }) => subPath && fromConfig.has(name)),
        );
      })
      .map(({ owner }) => ({
        object: owner,
        says: text(
          'A ConfigMap or Secret mounted by subPath is never updated in a running pod.',
          'Un ConfigMap o un Secret montado con subPath no se actualiza nunca en un pod en marcha.',
        ),
        fix: text('Mount its directory, or restart the pods when it changes.', 'Monta su directorio, o reinicia los pods cuando cambie.'),
      })),
};

/**
 * The Service that must give a StatefulSet's pods their DNS names; the API server does not check it. A single pod can do
 * without, and where these manifests hold no Service of the namespace at all, they are only a part of what runs there.
 */
const headlessService: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.templates.flatMap(({ owner: object, replicas }) => {
      if (object.kind !== 'StatefulSet') return [];
      const name = String(fieldOf(object, 'spec', 'serviceName') ?? '');
      const service = inventory.find('Service', namespaceOf(object), name);
      const mustBeHere = name === '' ? (replicas?.most ?? 1) > 1 : inventory.beside(object, 'Service').length > 0;
      if (service ? fieldOf(service, 'spec', 'clusterIP') === 'None' : !mustBeHere) return [];
      return [
        {
          object,
          says:
            name === ''
              ? text(
                  'Its pods get no DNS names: it names no headless Service.',
                  'Sus pods no tienen nombres de DNS: no nombra ningún Service headless (sin IP).',
                )
              : text(
                  `Its pods get no DNS names: there is no headless Service “${name}” in these manifests.`,
                  `Sus pods no tienen nombres de DNS: en estos manifiestos no hay ningún Service headless (sin IP) «${name}».`,
                ),
          fix: text(
            `Add a Service with clusterIP: None and name it in spec.serviceName of ${nameOf(object)}.`,
            `Añade un Service con clusterIP: None y nómbralo en spec.serviceName de ${nameOf(object)}.`,
          ),
        },
      ];
    }),
};

export const storageChecks: Checks = {
  'multi-attach': multiAttach,
  'rollout-deadlock': rolloutDeadlock,
  'daemonset-claim': daemonSetClaim,
  'storage-class-empty': storageClassEmpty,
  'subpath-config': subPathConfig,
  'headless-service': headlessService,
};
