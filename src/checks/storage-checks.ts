import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { fieldOf, type Inventory, listIn, namespaceOf, nameOf, type Template } from './inventory.ts';

/** Names of the claims a template mounts, with the modes they ask for. */
function claimsOf({ owner, spec }: Template, inventory: Inventory): readonly { readonly name: string; readonly modes: readonly unknown[] }[] {
  return (spec.volumes ?? []).flatMap((volume) => {
    const name = volume.persistentVolumeClaim?.claimName;
    const claim = name === undefined ? undefined : inventory.find('PersistentVolumeClaim', namespaceOf(owner), name);
    return name !== undefined && claim ? [{ name, modes: listIn(fieldOf(claim, 'spec', 'accessModes')) }] : [];
  });
}

const oneNode = (modes: readonly unknown[]): boolean => modes.length > 0 && modes.every((mode) => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod');

const onOneNodeClaims = (inventory: Inventory) =>
  inventory.templates
    .filter(({ owner }) => owner.kind === 'Deployment')
    .flatMap((template) => claimsOf(template, inventory).filter(({ modes }) => oneNode(modes)).map(({ name }) => ({ template, name })));

const multiAttach: Check = {
  severity: 'error',
  look: (inventory) =>
    onOneNodeClaims(inventory)
      .filter(({ template }) => (template.replicas ?? 1) > 1)
      .map(({ template: { owner, replicas }, name }) => ({
        object: owner,
        says: text(
          `Its ${replicas} replicas mount the claim ${name}, which only one node can hold: on a second node the pod waits for ever.`,
          `Sus ${replicas} réplicas montan la petición ${name}, que solo puede estar en un nodo: en un segundo nodo el pod espera para siempre.`,
        ),
        fix: text('Use a StatefulSet with volumeClaimTemplates, storage with ReadWriteMany, or one replica.', 'Usa un StatefulSet con volumeClaimTemplates, almacenamiento con ReadWriteMany o una sola réplica.'),
      })),
};

const rolloutDeadlock: Check = {
  severity: 'error',
  look: (inventory) =>
    onOneNodeClaims(inventory)
      .filter(({ template }) => (template.replicas ?? 1) === 1 && fieldOf(template.owner, 'spec', 'strategy', 'type') !== 'Recreate')
      .map(({ template: { owner }, name }) => ({
        object: owner,
        says: text(
          `At a rollout the new pod waits for the claim ${name}, and the old pod, which holds it, waits for the new one.`,
          `Al desplegar, el pod nuevo espera la petición ${name}, y el pod viejo, que la tiene, espera al nuevo.`,
        ),
        fix: text('Use a StatefulSet with volumeClaimTemplates, or strategy.type Recreate.', 'Usa un StatefulSet con volumeClaimTemplates, o strategy.type Recreate.'),
      })),
};

const storageClassEmpty: Check = {
  severity: 'warning',
  look: (inventory) => {
    const claims = inventory.ofKind('PersistentVolumeClaim').map((object) => ({ object, spec: fieldOf(object, 'spec') }));
    const templates = inventory
      .ofKind('StatefulSet')
      .flatMap((object) => listIn(fieldOf(object, 'spec', 'volumeClaimTemplates')).map((claim) => ({ object, spec: fieldOf(claim, 'spec') })));
    return [...claims, ...templates]
      .filter(({ spec }) => fieldOf(spec, 'storageClassName') === '' && fieldOf(spec, 'volumeName') === undefined)
      .map(({ object }) => ({
        object,
        says: text('An empty storageClassName means “no class”: only a volume made by hand can serve it.', 'Un storageClassName vacío significa «sin clase»: solo le sirve un volumen creado a mano.'),
        fix: text('Leave the field out to get the cluster’s default class, or name a class.', 'Quita el campo para usar la clase por defecto del clúster, o nombra una.'),
      }));
  },
};

const daemonSetClaim: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.templates
      .filter(({ owner, spec }) => owner.kind === 'DaemonSet' && (spec.volumes ?? []).some((volume) => volume.persistentVolumeClaim))
      .map(({ owner }) => ({
        object: owner,
        says: text('All nodes would share the one claim of this DaemonSet, and most disks can be on one node only.', 'Todos los nodos compartirían la única petición de este DaemonSet, y casi todos los discos solo pueden estar en un nodo.'),
        fix: text('Use an emptyDir, or a StatefulSet with a claim for each pod.', 'Usa un emptyDir, o un StatefulSet con una petición para cada pod.'),
      })),
};

const subPathConfig: Check = {
  severity: 'advice',
  look: (inventory) =>
    inventory.templates.flatMap(({ owner, spec }) => {
      const fromConfig = new Set((spec.volumes ?? []).filter((volume) => volume.configMap || volume.secret).map((volume) => volume.name));
      const stale = (spec.containers ?? []).some((container) => (container.volumeMounts ?? []).some((mount) => mount.subPath && fromConfig.has(mount.name)));
      const rolls = Object.keys(fieldOf(owner, 'spec', 'template', 'metadata', 'annotations') ?? {}).some((key) => key.includes('checksum'));
      return stale && !rolls
        ? [
            {
              object: owner,
              says: text('A ConfigMap or Secret mounted by subPath is never updated in a running pod.', 'Un ConfigMap o un Secret montado con subPath no se actualiza nunca en un pod en marcha.'),
              fix: text('Mount its directory, or restart the pods when it changes.', 'Monta su directorio, o reinicia los pods cuando cambie.'),
            },
          ]
        : [];
    }),
};

/** A StatefulSet whose pods need DNS names that its Service must give. The API server does not check this. */
const headlessService: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.ofKind('StatefulSet').flatMap((object) => {
      const name = String(fieldOf(object, 'spec', 'serviceName') ?? '');
      const service = inventory.find('Service', namespaceOf(object), name);
      if (service && fieldOf(service, 'spec', 'clusterIP') === 'None') return [];
      return [
        {
          object,
          says: text(
            `Its pods get no DNS names: there is no headless Service “${name}” beside it.`,
            `Sus pods no tienen nombres de DNS: no hay ningún Service sin IP «${name}» a su lado.`,
          ),
          fix: text(`Add a Service with clusterIP: None and name it in spec.serviceName of ${nameOf(object)}.`, `Añade un Service con clusterIP: None y nómbralo en spec.serviceName de ${nameOf(object)}.`),
        },
      ];
    }),
};

export const storageChecks: Checks = {
  'multi-attach': multiAttach,
  'rollout-deadlock': rolloutDeadlock,
  'storage-class-empty': storageClassEmpty,
  'daemonset-claim': daemonSetClaim,
  'subpath-config': subPathConfig,
  'headless-service': headlessService,
};
