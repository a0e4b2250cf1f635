import { generatedKeysOf } from '../manifests/generated-secrets.ts';
import { type Text, text } from '../model/text.ts';
import type { AccessMode, ComponentPlan, Plan } from '../questions/plan.ts';

/** Something that surprises people later, told only to those whom it concerns. */
interface TrapNote {
  readonly concerns: (plan: Plan) => boolean;
  readonly title: Text;
  readonly says: Text;
}

const some =
  (concerns: (component: ComponentPlan) => boolean) =>
  (plan: Plan): boolean =>
    plan.components.some(concerns);
const claimOf = ({ volumes: { data } }: ComponentPlan) => (data && data.kind !== 'scratch' ? data : undefined);
const oneNode: readonly string[] = ['ReadWriteOnce', 'ReadWriteOncePod'] satisfies AccessMode[];
const manyNodes: readonly string[] = ['ReadWriteMany', 'ReadOnlyMany'] satisfies AccessMode[];
const entranceOf = ({ exposure }: ComponentPlan) => (exposure.reach === 'outside' ? exposure.entrance.through : undefined);
/** An Ingress controller that somebody installed, perhaps elsewhere. OpenShift's router is always in its place. */
const behindController = ({ exposure }: ComponentPlan): boolean =>
  exposure.reach === 'outside' && exposure.entrance.through === 'ingress' && exposure.entrance.controller !== 'openshift-router';

const notes: readonly TrapNote[] = [
  {
    concerns: some((component) => claimOf(component) !== undefined),
    title: text('A volume claim stays Pending', 'Una petición de volumen se queda en Pending'),
    says: text(
      'That is normal until a pod uses it: many storage classes only create the disk then. Wait for the workload, never for the claim.',
      'Es normal hasta que un pod la usa: muchas clases de almacenamiento no crean el disco hasta entonces. Espera a la carga de trabajo, nunca a la petición.',
    ),
  },
  {
    concerns: some((component) => claimOf(component)?.accessMode === 'ReadWriteOnce'),
    title: text('ReadWriteOnce means one node, not one pod', 'ReadWriteOnce significa un nodo, no un pod'),
    says: text(
      'Two pods on the same node could both write to such a disk. Only ReadWriteOncePod keeps a second pod out.',
      'Dos pods del mismo nodo podrían escribir en ese disco. Solo ReadWriteOncePod deja fuera al segundo pod.',
    ),
  },
  {
    concerns: some((component) => oneNode.includes(claimOf(component)?.accessMode ?? '')),
    title: text('When a node dies', 'Cuando muere un nodo'),
    says: text(
      'After about five minutes its pods go to Terminating and stay there until the node comes back or is removed, because nobody can know whether they still run. If you are sure that the node is off, the taint node.kubernetes.io/out-of-service=nodeshutdown:NoExecute frees them and their disks at once.',
      'A los cinco minutos, más o menos, sus pods pasan a Terminating y ahí se quedan hasta que el nodo vuelve o se elimina, porque nadie puede saber si siguen en marcha. Si tienes la seguridad de que el nodo está apagado, el taint node.kubernetes.io/out-of-service=nodeshutdown:NoExecute libera enseguida los pods y sus discos.',
    ),
  },
  {
    concerns: some(({ volumes }) => volumes.data?.kind === 'template'),
    title: text('Growing a disk later', 'Ampliar un disco más tarde'),
    says: text(
      'A StatefulSet cannot change its volume claim template. Patch the size of each volume claim, delete the StatefulSet with --cascade=orphan, which leaves its pods running, and apply the new one. The storage class must allow it (allowVolumeExpansion), and a disk can never shrink.',
      'Un StatefulSet no puede cambiar su plantilla de peticiones de volumen. Cambia el tamaño de cada petición con «kubectl patch», borra el StatefulSet con --cascade=orphan, que deja sus pods en marcha, y aplica el nuevo. La clase de almacenamiento debe permitirlo (allowVolumeExpansion), y un disco nunca puede encoger.',
    ),
  },
  {
    concerns: some(({ volumes }) => volumes.data?.kind === 'template'),
    title: text('Deleting keeps the data', 'Borrar conserva los datos'),
    says: text(
      'When the StatefulSet is deleted, or gets fewer replicas, its volume claims stay. Delete them yourself when you are sure; that deletes the data.',
      'Cuando se borra el StatefulSet, o pasa a tener menos réplicas, sus peticiones de volumen se quedan. Bórralas tú cuando lo tengas claro; eso borra los datos.',
    ),
  },
  {
    concerns: some(({ workload }) => workload.kind === 'StatefulSet' && !workload.quorum),
    title: text('A broken image in a StatefulSet', 'Una imagen rota en un StatefulSet'),
    says: text(
      'Its pods are replaced one after the other, so a pod that never gets ready holds up the rest, and even the corrected image does not reach it. Apply the correction, then delete the stuck pod by hand.',
      'Sus pods se sustituyen uno tras otro, así que uno que nunca está listo detiene a los demás, y ni siquiera la imagen corregida le llega. Aplica la corrección y borra a mano el pod atascado.',
    ),
  },
  {
    concerns: some(({ workload }) => workload.kind === 'CronJob'),
    title: text('A run can happen twice, or not at all', 'Una ejecución puede repetirse o faltar'),
    says: text(
      'Kubernetes promises roughly one run each time. Make sure that running it twice does no harm: for instance, write to a temporary file and rename it when it is complete.',
      'Kubernetes promete más o menos una ejecución cada vez. Haz que una repetición no haga daño: por ejemplo, escribe en un archivo temporal y ponle su nombre definitivo cuando esté completo.',
    ),
  },
  {
    concerns: some(({ workload }) => workload.kind === 'Job'),
    title: text('A Job cannot be changed', 'Un Job no se puede cambiar'),
    says: text(
      'What a Job runs is fixed once it is created, so its name ends in a mark made from its content: a changed one is a new Job, and runs again.',
      'Lo que ejecuta un Job queda fijado al crearlo, así que su nombre acaba en una marca hecha con su contenido: uno modificado es un Job nuevo, y se ejecuta otra vez.',
    ),
  },
  {
    concerns: (plan) => generatedKeysOf(plan).length > 0,
    title: text('The generated passwords', 'Las contraseñas generadas'),
    says: text(
      'They are only in secrets/, which Git ignores: keep a copy in a safe place. A database reads its password only while its disk is still empty, so changing the Secret later does not change the database.',
      'Solo están en secrets/, que Git ignora: guarda una copia en un lugar seguro. Una base de datos solo lee su contraseña mientras su disco está vacío, así que cambiar el Secret más tarde no cambia la base de datos.',
    ),
  },
  {
    concerns: (plan) => plan.namespace.created?.quota !== undefined,
    title: text('No pods, and no error', 'Ni pods ni errores'),
    says: text(
      'A pod that exceeds the quota or the limits is refused after “apply” has already said yes. “kubectl describe replicaset” and “kubectl get events” show why: look for FailedCreate.',
      'Un pod que supera la cuota o los límites se rechaza cuando «apply» ya ha dicho que sí. «kubectl describe replicaset» y «kubectl get events» muestran por qué: busca FailedCreate.',
    ),
  },
  {
    concerns: (plan) => plan.namespace.isolated && plan.platform === 'kubernetes',
    title: text('Names are not found', 'No se encuentran los nombres'),
    says: text(
      'The policies let pods ask the DNS in kube-system. If the cluster has a DNS cache on each node (NodeLocal DNSCache), its address must be allowed too: ask the administrator.',
      'Las políticas dejan que los pods consulten el DNS de kube-system. Si el clúster tiene una caché de DNS en cada nodo (NodeLocal DNSCache), hay que permitir también su dirección: pregunta a quien lo administra.',
    ),
  },
  {
    concerns: some((component) => entranceOf(component) === 'load-balancer'),
    title: text('An address that stays <pending>', 'Una dirección que se queda en <pending>'),
    says: text(
      'Load balancers come from the provider of the cluster. On kind, minikube or your own machines nobody creates one, unless something like MetalLB is installed.',
      'Los balanceadores de carga los pone el proveedor del clúster. En kind, minikube o tus propias máquinas nadie los crea, salvo que esté instalado algo como MetalLB.',
    ),
  },
  {
    concerns: some(({ workload }) => workload.kind === 'Job'),
    title: text('A finished Job disappears', 'Un Job terminado desaparece'),
    says: text(
      'It is removed a day after it ends. A tool that keeps the cluster the same as Git, such as Argo CD or Flux, then finds it missing and runs it again: with such a tool, make it a hook, or remove ttlSecondsAfterFinished.',
      'Se elimina un día después de terminar. Una herramienta que mantiene el clúster igual que Git, como Argo CD o Flux, ve entonces que falta y lo ejecuta otra vez: con una herramienta así, haz que sea un hook o quita ttlSecondsAfterFinished.',
    ),
  },
  {
    concerns: some(({ workload }) => 'replicas' in workload && 'min' in workload.replicas),
    title: text('From a fixed number to an autoscaler', 'De un número fijo al autoescalador'),
    says: text(
      'If a fixed number of replicas was applied before, the next “kubectl apply” takes it away, and for a moment a single pod is left. To avoid that, remove spec.replicas first with “kubectl apply edit-last-applied”.',
      'Si antes se aplicó un número fijo de réplicas, el siguiente «kubectl apply» lo quita y por un momento queda un solo pod. Para evitarlo, quita antes spec.replicas con «kubectl apply edit-last-applied».',
    ),
  },
  {
    concerns: some((component) => oneNode.includes(claimOf(component)?.accessMode ?? '')),
    title: text('A new disk is not quite empty', 'Un disco nuevo no está del todo vacío'),
    says: text(
      'Many disks come with a directory called lost+found, and some databases refuse to start where they find anything. Let the program keep its data in a subdirectory, as PGDATA does for PostgreSQL and log.dirs for Kafka.',
      'Muchos discos traen un directorio llamado lost+found, y algunas bases de datos se niegan a arrancar donde encuentran algo. Haz que el programa guarde sus datos en un subdirectorio, como hacen PGDATA en PostgreSQL y log.dirs en Kafka.',
    ),
  },
  {
    // On OpenShift all pods of a namespace have the same SELinux label.
    concerns: (plan) =>
      plan.platform === 'kubernetes' && plan.components.some((component) => manyNodes.includes(claimOf(component)?.accessMode ?? '')),
    title: text('Shared data and SELinux', 'Datos compartidos y SELinux'),
    says: text(
      'On nodes with SELinux, from Kubernetes 1.37 on, pods with different SELinux labels cannot share a volume and stay in ContainerCreating. Give them the same seLinuxOptions, or set seLinuxChangePolicy: Recursive.',
      'En nodos con SELinux, desde Kubernetes 1.37, los pods con etiquetas de SELinux distintas no pueden compartir un volumen y se quedan en ContainerCreating. Dales las mismas seLinuxOptions, o pon seLinuxChangePolicy: Recursive.',
    ),
  },
  {
    concerns: (plan) => plan.namespace.isolated && plan.components.some(behindController),
    title: text('Calls from outside hang', 'Las llamadas de fuera se quedan colgadas'),
    says: text(
      'The NetworkPolicies look for the Ingress controller where its own installation puts it. If it lives in another namespace, or on the network of the nodes, change that rule in networkpolicy.yaml: otherwise the controller waits for the pods until it gives up.',
      'Las NetworkPolicies buscan el controlador de Ingress donde lo pone su propia instalación. Si vive en otro espacio de nombres, o en la red de los nodos, cambia esa regla en networkpolicy.yaml: si no, el controlador espera a los pods hasta que se rinde.',
    ),
  },
];

/** The notes that concern this plan. */
export const trapNotesOf = (plan: Plan): readonly Pick<TrapNote, 'title' | 'says'>[] => notes.filter(({ concerns }) => concerns(plan));
