import type { V1ConfigMap } from '@kubernetes/client-node';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { metadataOf } from './labels.ts';
import { filesName, settingsName } from './names.ts';
import { configFilesOf, settingsDataOf } from './settings.ts';

/** One ConfigMap for the variables and one for the files, so that no file becomes a variable; none that is empty. */
export function configMapsOf(plan: Plan, component: ComponentPlan): readonly V1ConfigMap[] {
  const files = Object.fromEntries(configFilesOf(component).map(({ key, content }) => [key, content]));
  const maps = [
    { name: settingsName(component), data: settingsDataOf(component) },
    { name: filesName(component), data: files },
  ];
  return maps
    .filter(({ data }) => Object.keys(data).length > 0)
    .map(({ name, data }) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: metadataOf(plan, component, name), data: { ...data } }));
}
