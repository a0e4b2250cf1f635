import { generatedKeysOf } from '../manifests/generated-secrets.ts';
import { type Text, text } from '../model/text.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';

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
const entranceOf = ({ exposure }: ComponentPlan) => (exposure.reach === 'outside' ? exposure.entrance.through : undefined);

const notes: readonly TrapNote[] = [
  {
    concerns: some((component) => claimOf(component) !== undefined),
    title: text('A claim that is Pending', 'Una petición de volumen en Pending'),
    says: text(
      'That is normal until a pod uses it: many storage classes make the disk only then. Wait for the workload, never for the claim.',
      'Es normal hasta que un pod la usa: muchas clases de almacenamiento crean el disco entonces. Espera a la carga de trabajo, nunca a la petición.',
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
    concerns: some((component) => ['ReadWriteOnce', 'ReadWriteOncePod'].includes(claimOf(component)?.accessMode ?? '')),
    title: text('When a node dies', 'Cuando muere un nodo'),
    says: text(
      'Its pods stay in Terminating, and their disks attached, for about six minutes. If the node is surely off, the taint node.kubernetes.io/out-of-service=nodeshutdown:NoExecute sets them free at once.',
      'Sus pods se quedan en Terminating, y sus discos conectados, unos seis minutos. Si seguro que el nodo está apagado, el taint node.kubernetes.io/out-of-service=nodeshutdown:NoExecute los libera enseguida.',
    ),
  },
  {
    concerns: some(({ volumes }) => volumes.data?.kind === 'template'),
    title: text('Growing a disk later', 'Agrandar un disco más tarde'),
    says: text(
      'A StatefulSet cannot change its claim template. Patch the size of each claim, delete the StatefulSet with --cascade=orphan, which leaves its pods running, and apply the new one. The storage class must allow it (allowVolumeExpansion), and no disk shrinks.',
      'Un StatefulSet no puede cambiar su plantilla de peticiones. Cambia el tamaño de cada petición con patch, borra el StatefulSet con --cascade=orphan, que deja sus pods en marcha, y aplica el nuevo. La clase de almacenamiento debe permitirlo (allowVolumeExpansion), y ningún disco encoge.',
    ),
  },
  {
    concerns: some(({ volumes }) => volumes.data?.kind === 'template'),
    title: text('Deleting keeps the data', 'Borrar conserva los datos'),
    says: text(
      'When the StatefulSet goes, or gets fewer replicas, its claims stay. Delete them yourself when you are sure; that deletes the data.',
      'Cuando el StatefulSet desaparece, o tiene menos réplicas, sus peticiones se quedan. Bórralas tú cuando estés seguro; eso borra los datos.',
    ),
  },
  {
    concerns: some(({ workload }) => workload.kind === 'StatefulSet' && !workload.quorum),
    title: text('A broken image in a StatefulSet', 'Una imagen rota en un StatefulSet'),
    says: text(
      'The pods start one after the other, so a pod that never gets ready stops the rest, and a corrected image is not brought to it. Apply the correction, then delete the stuck pod by hand.',
      'Los pods arrancan uno tras otro, así que uno que nunca está listo detiene a los demás, y la imagen corregida no le llega. Aplica la corrección y borra a mano el pod atascado.',
    ),
  },
  {
    concerns: some(({ workload }) => workload.kind === 'CronJob'),
    title: text('A run can happen twice, or not at all', 'Una ejecución puede repetirse o faltar'),
    says: text(
      'Kubernetes promises about one run for each time. Let the program bear a repetition: write to a file beside, and give it its real name when it is complete.',
      'Kubernetes promete más o menos una ejecución cada vez. Haz que el programa soporte una repetición: escribe en un archivo aparte y ponle su nombre verdadero cuando esté completo.',
    ),
  },
  {
    concerns: some(({ workload }) => workload.kind === 'Job'),
    title: text('A Job cannot be changed', 'Un Job no se puede cambiar'),
    says: text(
      'What a Job runs is fixed once it is made, so its name carries a mark of its content: a changed one is a new Job, and runs again.',
      'Lo que ejecuta un Job queda fijado al crearlo, así que su nombre lleva una marca de su contenido: uno cambiado es un Job nuevo, y se ejecuta otra vez.',
    ),
  },
  {
    concerns: (plan) => generatedKeysOf(plan).length > 0,
    title: text('The generated passwords', 'Las contraseñas generadas'),
    says: text(
      'They are only in secrets/, which Git ignores: keep a copy in a safe place. A database reads its password when its disk is empty, so changing the Secret later does not change the database.',
      'Solo están en secrets/, que Git ignora: guarda una copia en un lugar seguro. Una base de datos lee su contraseña cuando su disco está vacío, así que cambiar el Secret más tarde no cambia la base de datos.',
    ),
  },
  {
    concerns: (plan) => plan.namespace.created?.quota !== undefined,
    title: text('No pods, and no error', 'Ni pods ni errores'),
    says: text(
      'A pod that exceeds the quota or the limits is refused after apply has said yes. “kubectl describe replicaset” and “kubectl get events” show why, as FailedCreate.',
      'Un pod que supera la cuota o los límites se rechaza después de que apply haya dicho que sí. «kubectl describe replicaset» y «kubectl get events» muestran por qué, como FailedCreate.',
    ),
  },
  {
    concerns: (plan) => plan.namespace.isolated && plan.platform === 'kubernetes',
    title: text('Names are not found', 'No se encuentran los nombres'),
    says: text(
      'The policies let pods ask the DNS in kube-system. A cluster with a DNS cache on each node (NodeLocal DNSCache) needs its address allowed too: ask the administrator.',
      'Las políticas dejan que los pods pregunten al DNS de kube-system. Un clúster con una caché de DNS en cada nodo (NodeLocal DNSCache) necesita permitir también su dirección: pregunta al administrador.',
    ),
  },
  {
    concerns: some((component) => entranceOf(component) === 'load-balancer'),
    title: text('An address that stays <pending>', 'Una dirección que se queda en <pending>'),
    says: text(
      'Load balancers come from the provider of the cluster. On kind, minikube or your own machines nobody makes one unless something like MetalLB is installed.',
      'Los balanceadores los pone el proveedor del clúster. En kind, minikube o tus propias máquinas nadie los crea, salvo que haya algo como MetalLB.',
    ),
  },
];

/** The notes that concern this plan. */
export const trapNotesOf = (plan: Plan): readonly Pick<TrapNote, 'title' | 'says'>[] => notes.filter(({ concerns }) => concerns(plan));
