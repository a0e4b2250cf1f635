import type { V1ObjectMeta } from '@kubernetes/client-node';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { longestLabel } from './names.ts';

export type Labels = { [label: string]: string };

/** A legal label value made from any text; empty where nothing is left of it. */
export const labelValueFrom = (text: string): string =>
  text
    .replace(/[^-A-Za-z0-9_.]+/g, '-')
    .slice(0, longestLabel)
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');

/** To what all of it belongs. A namespace that is prepared for others is no part of the application that may have its name. */
const wholeOf = ({ name, components }: Pick<Plan, 'name' | 'components'>): string =>
  components.length > 0 ? name : `${name.slice(0, longestLabel - '-namespace'.length)}-namespace`;

/** Labels of objects that belong to the whole namespace. */
export const namespaceLabels = (plan: Pick<Plan, 'name' | 'components'>): Labels => ({
  'app.kubernetes.io/part-of': wholeOf(plan),
  'app.kubernetes.io/managed-by': 'create-k8s-app',
});

/** What finds the pods again. A selector cannot be changed later, so nothing that changes, such as a version, is in it. */
export const selectorOf = (component: ComponentPlan): Labels => ({
  'app.kubernetes.io/name': labelValueFrom(component.labels.name) || component.name,
  'app.kubernetes.io/instance': component.fullName,
});

/** Labels of every object of a component. */
const labelsOf = (plan: Plan, component: ComponentPlan): Labels => ({ ...selectorOf(component), ...namespaceLabels(plan) });

/** Labels of the workload and of its pods. */
export function podLabelsOf(plan: Plan, component: ComponentPlan): Labels {
  const version = labelValueFrom(component.labels.version ?? '');
  const role = labelValueFrom(component.labels.component ?? '');
  return {
    ...selectorOf(component),
    ...(version ? { 'app.kubernetes.io/version': version } : {}),
    ...(role ? { 'app.kubernetes.io/component': role } : {}),
    ...namespaceLabels(plan),
  };
}

/** Name, namespace and labels of an object of a component. */
export const metadataOf = (plan: Plan, component: ComponentPlan, name: string = component.fullName): V1ObjectMeta => ({
  name,
  namespace: plan.namespace.name,
  labels: labelsOf(plan, component),
});
