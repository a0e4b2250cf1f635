import { generatedKeysOf } from '../manifests/generated-secrets.ts';
import type { Manifest, Owner } from '../model/manifest.ts';
import { shellWord } from '../model/shell-word.ts';
import { type Text, text } from '../model/text.ts';
import type { ComponentPlan, Entrance, Plan, Workload } from '../questions/plan.ts';
import { folders, secretsPath } from './paths.ts';

/** One thing to do, by the commands of each client. */
export interface NextStep {
  readonly says: Text;
  readonly kubectl: readonly string[];
  readonly oc: readonly string[];
  readonly owner: Owner;
}

/** Kubernetes' client and OpenShift's take the same words here. */
const step = (owner: Owner, says: Text, ...commands: readonly string[]): NextStep => ({
  says,
  owner,
  kubectl: commands.map((words) => `kubectl ${words}`),
  oc: commands.map((words) => `oc ${words}`),
});

const inFolder = (folder: string, path: string): string => shellWord(folder === '.' ? path : `${folder.replace(/\/+$/, '')}/${path}`);

/** Without a kustomization the files go in by their names, so the Namespace must be there first. */
function applyWords(plan: Plan, folder: string, owner: Owner): readonly string[] {
  const place = inFolder(folder, folders[owner]);
  if (plan.kustomize) return [`apply -k ${place}`];
  const first = owner === 'admin' && plan.namespace.created ? [`apply -f ${inFolder(folder, `${folders.admin}/namespace.yaml`)}`] : [];
  return [...first, `apply -R -f ${place}`];
}

/** How one waits for each workload kind. A claim is never waited for: it may stay Pending until a pod wants it. */
function waitWords(plan: Plan, { fullName, workload }: ComponentPlan): string {
  const inNamespace = `--namespace ${plan.namespace.name}`;
  const rollout = `rollout status ${workload.kind.toLowerCase()}/${fullName} ${inNamespace} --timeout=5m`;
  const words: Readonly<Record<Workload['kind'], string>> = {
    Deployment: rollout,
    StatefulSet: rollout,
    DaemonSet: rollout,
    Job: `wait --for=condition=complete job --selector app.kubernetes.io/instance=${fullName} ${inNamespace} --timeout=1h`,
    CronJob: `create job ${fullName.slice(0, 59)}-now --from=cronjob/${fullName} ${inNamespace}`,
  };
  return words[workload.kind];
}

function waits(plan: Plan): readonly NextStep[] {
  const of = (scheduled: boolean) =>
    plan.components.filter(({ workload }) => (workload.kind === 'CronJob') === scheduled).map((component) => waitWords(plan, component));
  const [now, later] = [of(false), of(true)];
  return [
    ...(now.length > 0 ? [step('developer', text('Wait until it is running.', 'Espera a que esté en marcha.'), ...now)] : []),
    ...(later.length > 0
      ? [step('developer', text('Try it now, without waiting for its time.', 'Pruébalo ya, sin esperar a su hora.'), ...later)]
      : []),
  ];
}

/** Where the address is shown. A controller that takes no Ingress for this has nothing to show. */
function addressWords(plan: Plan, { fullName }: ComponentPlan, entrance: Entrance, kinds: ReadonlySet<string>): readonly string[] {
  const kind = { ingress: 'Ingress', route: 'Route', 'load-balancer': 'Service', 'node-port': 'Service' }[entrance.through];
  return kinds.has(kind) ? [`get ${kind.toLowerCase()} ${fullName} --namespace ${plan.namespace.name}`] : [];
}

function addressStep(plan: Plan, component: ComponentPlan, entrance: Entrance, manifests: readonly Manifest[]): NextStep {
  const own = manifests.filter((manifest) => manifest.component === component.name);
  const words = addressWords(plan, component, entrance, new Set(own.map(({ object }) => object.kind ?? '')));
  const { fullName } = component;
  if (!('host' in entrance) || entrance.host === undefined) {
    return step(
      'developer',
      text(`See at which address ${fullName} can be reached.`, `Mira en qué dirección se llega a ${fullName}.`),
      ...words,
    );
  }
  const url = `${entrance.tls.model === 'none' ? 'http' : 'https'}://${entrance.host}${entrance.path}`;
  return step('developer', text(`Check its way in, then open ${url}`, `Comprueba su entrada y abre ${url}`), ...words);
}

/** What applying by this program is like, beside the steps by hand. */
export const inOneGo = text(
  'Or all of it in one go: it shows first what would change, and waits until it runs.',
  'O todo de una vez: primero muestra qué cambiaría, y espera hasta que funcione.',
);

/** What to do with the files, in this order. `folder` is the target as the person wrote it. */
export function nextStepsOf(plan: Plan, manifests: readonly Manifest[], folder: string): readonly NextStep[] {
  const has = (owner: Owner): boolean => manifests.some((manifest) => manifest.owner === owner);
  const admin = text(
    'An administrator of the cluster applies this once. Leave it out if somebody has prepared the namespace: it would change its quota.',
    'Un administrador del clúster aplica esto una vez. Omítelo si alguien ya ha preparado el espacio de nombres: cambiaría su cuota.',
  );
  const secrets = text('Send the generated passwords to the cluster.', 'Lleva al clúster las contraseñas generadas.');
  const app = text(
    'Apply the application; do so again after every change.',
    'Lleva la aplicación al clúster, y otra vez después de cada cambio.',
  );
  return [
    ...(has('admin') ? [step('admin', admin, ...applyWords(plan, folder, 'admin'))] : []),
    ...(generatedKeysOf(plan).length > 0 ? [step('developer', secrets, `apply -f ${inFolder(folder, secretsPath)}`)] : []),
    ...(has('developer') ? [step('developer', app, ...applyWords(plan, folder, 'developer'))] : []),
    ...waits(plan),
    ...plan.components.flatMap((component) =>
      component.exposure.reach === 'outside' ? [addressStep(plan, component, component.exposure.entrance, manifests)] : [],
    ),
  ];
}
