import type { V1ObjectMeta } from '@kubernetes/client-node';
import type { Annotations } from '../questions/ingress-controller.ts';

/** The metadata with more annotations, and without the field where there are none. */
export const annotated = (metadata: V1ObjectMeta, annotations: Annotations): V1ObjectMeta =>
  Object.keys(annotations).length === 0 ? metadata : { ...metadata, annotations: { ...metadata.annotations, ...annotations } };
