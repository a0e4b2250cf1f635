import { type Text, text } from '../model/text.ts';
import type { ComponentPlan, Plan, Workload } from '../questions/plan.ts';
import { recreatesPods } from './rollout.ts';

export type Judge = 'checkov' | 'kube-score' | 'polaris' | 'kube-linter';

/** A finding of a judge that cannot be mended here, and why. */
export interface Exception {
  readonly judge: Judge;
  /** The judge's own id of the check. */
  readonly check: string;
  /** Without “=”, at which checkov cuts. */
  readonly reason: Text;
  readonly appliesTo: (component: ComponentPlan, plan: Plan) => boolean;
}

const runs =
  (...kinds: readonly Workload['kind'][]) =>
  ({ workload }: ComponentPlan): boolean =>
    kinds.includes(workload.kind);
const runsOn = runs('Deployment', 'StatefulSet', 'DaemonSet');
const lacks =
  (probe: 'readiness' | 'liveness') =>
  (component: ComponentPlan): boolean =>
    runsOn(component) && component.container.probes[probe] === undefined;
const onOpenShift = (_: ComponentPlan, plan: Plan): boolean => plan.platform === 'openshift';
const scaled = ({ workload }: ComponentPlan): boolean => 'replicas' in workload && 'min' in workload.replicas;
const singleDeployment = ({ workload }: ComponentPlan): boolean =>
  workload.kind === 'Deployment' && 'fixed' in workload.replicas && workload.replicas.fixed === 1;
const unlimitedCpu = ({ container }: ComponentPlan): boolean => container.resources.limits.cpu === undefined;
const secretVariables = ({ container }: ComponentPlan): boolean => container.settings.envSecrets.length > 0;

const reasons = {
  digest: text('A digest is only known once the image is pulled.', 'El digest solo se conoce al descargar la imagen.'),
  ids: text('OpenShift assigns the user and the group.', 'OpenShift asigna el usuario y el grupo.'),
  variables: text('The program reads these secrets from variables.', 'El programa lee estos secretos de variables.'),
  readiness: text('Nobody waits for it, or nothing shows when it is ready.', 'Nadie lo espera, o nada indica cuándo está listo.'),
  liveness: text('A mistaken restart would do more harm than no restart.', 'Un reinicio por error haría más daño que no reiniciar.'),
  cpu: text('You chose not to limit its CPU.', 'Has elegido no limitar su CPU.'),
  autoscaler: text('The autoscaler decides how many replicas there are.', 'El autoescalador decide cuántas réplicas hay.'),
  priority: text('Priority classes belong to the whole cluster.', 'Las clases de prioridad son de todo el clúster.'),
  single: text('It may be down while its one pod moves.', 'Puede no responder mientras se muda su único pod.'),
  everyNode: text('It runs on every node, so there is nothing to spread.', 'Se ejecuta en cada nodo, así que no hay nada que repartir.'),
  jobName: text('A changed Job needs a new name.', 'Un Job modificado necesita otro nombre.'),
  oneDisk: text(
    'Only one pod can have the disk, so the old one goes first.',
    'El disco solo puede ser de un pod, así que el viejo se va antes.',
  ),
} as const;

/** In the order in which they are numbered for checkov. */
export const exceptions: readonly Exception[] = [
  { judge: 'checkov', check: 'CKV_K8S_43', reason: reasons.digest, appliesTo: ({ container }) => !container.image.includes('@sha256:') },
  { judge: 'checkov', check: 'CKV_K8S_40', reason: reasons.ids, appliesTo: onOpenShift },
  { judge: 'checkov', check: 'CKV_K8S_35', reason: reasons.variables, appliesTo: secretVariables },
  { judge: 'checkov', check: 'CKV_K8S_8', reason: reasons.liveness, appliesTo: lacks('liveness') },
  { judge: 'checkov', check: 'CKV_K8S_9', reason: reasons.readiness, appliesTo: lacks('readiness') },
  { judge: 'checkov', check: 'CKV_K8S_11', reason: reasons.cpu, appliesTo: unlimitedCpu },
  { judge: 'kube-score', check: 'container-security-context-user-group-id', reason: reasons.ids, appliesTo: onOpenShift },
  { judge: 'kube-score', check: 'container-resources', reason: reasons.cpu, appliesTo: unlimitedCpu },
  {
    judge: 'kube-score',
    check: 'pod-probes',
    reason: reasons.readiness,
    // It looks at what a Service selects, and a StatefulSet always has one.
    appliesTo: (component) => (component.ports.length > 0 || runs('StatefulSet')(component)) && lacks('readiness')(component),
  },
  { judge: 'kube-score', check: 'deployment-replicas', reason: reasons.single, appliesTo: singleDeployment },
  { judge: 'kube-score', check: 'deployment-strategy', reason: reasons.oneDisk, appliesTo: recreatesPods },
  { judge: 'polaris', check: 'priorityClassNotSet', reason: reasons.priority, appliesTo: () => true },
  {
    judge: 'polaris',
    check: 'deploymentMissingReplicas',
    reason: reasons.autoscaler,
    appliesTo: (component) => runs('Deployment')(component) && scaled(component),
  },
  { judge: 'polaris', check: 'topologySpreadConstraint', reason: reasons.everyNode, appliesTo: runs('DaemonSet') },
  { judge: 'polaris', check: 'livenessProbeMissing', reason: reasons.liveness, appliesTo: lacks('liveness') },
  { judge: 'polaris', check: 'readinessProbeMissing', reason: reasons.readiness, appliesTo: lacks('readiness') },
  { judge: 'polaris', check: 'cpuLimitsMissing', reason: reasons.cpu, appliesTo: unlimitedCpu },
  { judge: 'polaris', check: 'metadataAndInstanceMismatched', reason: reasons.jobName, appliesTo: runs('Job') },
  { judge: 'kube-linter', check: 'read-secret-from-env-var', reason: reasons.variables, appliesTo: secretVariables },
];

/** The exceptions that a component's workload needs. */
export const exceptionsOf = (plan: Plan, component: ComponentPlan): readonly Exception[] =>
  exceptions.filter(({ appliesTo }) => appliesTo(component, plan));

/** Exceptions in the form in which each judge looks for them: annotations of the object they concern. */
export function annotationsOf(rows: readonly Pick<Exception, 'judge' | 'check' | 'reason'>[]): { [annotation: string]: string } {
  const of = (judge: Judge) => rows.filter((row) => row.judge === judge);
  const ignored = of('kube-score')
    .map(({ check }) => check)
    .join(',');
  return Object.fromEntries([
    ...of('checkov').map(({ check, reason }, i) => [`checkov.io/skip${i + 1}`, `${check}=${reason.en}`]),
    ...(ignored ? [['kube-score/ignore', ignored]] : []),
    ...of('polaris').map(({ check }) => [`polaris.fairwinds.com/${check}-exempt`, 'true']),
    ...of('kube-linter').map(({ check, reason }) => [`ignore-check.kube-linter.io/${check}`, reason.en]),
  ]);
}
