import type { V1PodSpec } from '@kubernetes/client-node';
import { fieldOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';

/** The pod that an object is, or makes; a refusal of a pod may be told of the workload that wants it. */
export function podSpecOf(object: AnyObject): V1PodSpec | undefined {
  const spec =
    fieldOf(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec') ?? fieldOf(object, 'spec', 'template', 'spec') ?? object['spec'];
  return Array.isArray(fieldOf(spec, 'containers')) ? (spec as V1PodSpec) : undefined;
}
