import type { V1Secret } from '@kubernetes/client-node';
import type { Manifest } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import { authorityName } from '../questions/ingress-controller.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { ComponentPlan, Plan } from '../questions/plan.ts';
import { entranceOf } from './ingress-shape.ts';
import { metadataOf } from './labels.ts';
import { manifest } from './manifest.ts';

/** The authority by which an Ingress controller checks the pod's certificate. A Route carries it in itself. */
export function podAuthorities(plan: Plan, component: ComponentPlan): readonly Manifest[] {
  const entrance = entranceOf(component);
  if (entrance?.through !== 'ingress' || entrance.tls.model !== 'reencrypt' || entrance.tls.pod.authority === undefined) return [];
  const object: V1Secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadataOf(plan, component, authorityName(component.fullName)),
    type: 'Opaque',
    stringData: { [ingressControllers[entrance.controller].authorityKey]: entrance.tls.pod.authority },
  };
  const because = text(
    'Nothing in here is secret: it is the public certificate of the authority that signed the pod’s certificate, and the controller looks for it in a Secret.',
    'Aquí no hay nada secreto: es el certificado público de la autoridad que firmó el del pod, y el controlador lo busca en un Secret.',
  );
  return [manifest(object, 'developer', component.name, { '': because })];
}
