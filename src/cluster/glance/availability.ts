import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Row, Scene } from './glance.ts';
import { called, isTrue, numberOf } from './objects.ts';
import { countOf, podsOf } from './workloads.ts';

/** What would be lost if one pod, or one node, went. */
export const availabilityRows = ({ sight, ...rest }: Scene): readonly Row[] => {
  const scene = { sight, ...rest };
  return [
    ...sight.ofKind('PodDisruptionBudget').map((budget) => budgetRow(scene, budget)),
    ...['Deployment', 'StatefulSet'].flatMap((kind) => sight.ofKind(kind)).flatMap((workload) => spreadRows(scene, workload)),
  ];
};

function budgetRow(scene: Scene, budget: AnyObject): Row {
  const [allowed, expected] = [numberOf(budget['status'], 'disruptionsAllowed'), numberOf(budget['status'], 'expectedPods')];
  const what = called(scene, budget);
  if (expected === 0) return { light: 'plain', what, says: text('guards no pod at the moment', 'ahora no protege ningún pod') };
  if (allowed > 0) return { light: 'green', what, says: text(`pods that may go: ${allowed}`, `pods que pueden irse: ${allowed}`) };
  return {
    light: 'amber',
    what,
    says: text(
      'blocks: no pod may go, so no node can be emptied',
      'bloquea: ningún pod puede irse, así que no se puede vaciar ningún nodo',
    ),
  };
}

function spreadRows(scene: Scene, workload: AnyObject): readonly Row[] {
  const { desired } = countOf(workload);
  const what = called(scene, workload);
  if (desired === 1)
    return [
      {
        light: 'plain',
        what,
        says: text('has one pod only: when it goes, nobody answers', 'solo tiene un pod: cuando se va, nadie responde'),
      },
    ];
  const running = podsOf(scene, workload).filter((pod) => isTrue(pod, 'Ready'));
  const nodes = new Set(running.map((pod) => wordIn(pod, 'spec', 'nodeName')));
  // Where there is one node only, they can be nowhere else.
  if (running.length < 2 || nodes.size > 1 || scene.sight.ofKind('Node').length === 1) return [];
  const [node = ''] = nodes;
  return [{ light: 'amber', what, says: text(`all pods on one node: ${node}`, `todos los pods en un solo nodo: ${node}`) }];
}
