import { type Shape, shapeOf } from '../questions/ingress-controller.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import type { ComponentPlan, Entrance, Plan } from '../questions/plan.ts';
import { mainPortOf } from './call-ports.ts';

export type Through<T extends Entrance['through']> = Extract<Entrance, { readonly through: T }>;

/** How people outside come in, or undefined where they do not. */
export const entranceOf = ({ exposure }: ComponentPlan): Entrance | undefined =>
  exposure.reach === 'outside' ? exposure.entrance : undefined;

/** What the Ingress controller needs for this component. The questions have refused whatever it cannot do. */
export function ingressShapeOf(plan: Plan, component: ComponentPlan, entrance: Through<'ingress'>): Shape {
  const { controller, host, tls } = entrance;
  const port = mainPortOf(component);
  const shape = shapeOf(ingressControllers[controller], { namespace: plan.namespace.name, name: component.fullName, host, port, tls });
  if ('refused' in shape) throw new Error(shape.refused.en);
  return shape;
}
