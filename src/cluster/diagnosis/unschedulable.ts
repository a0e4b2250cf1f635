import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { printBytes, printCpu, quantityOf } from '../../model/quantity.ts';
import { listed, type Text, text } from '../../model/text.ts';
import { conditionOf, wordIn } from '../follow/status-fields.ts';
import { calledIn, placeToChange } from './cause.ts';
import type { PodReading, Trouble } from './pod-view.ts';
import { type Obstacle, obstaclesIn } from './scheduling-words.ts';

/** The scheduler finds no node. It looks again whenever something changes, and a cluster may order a node by itself. */
export const unschedulable: PodReading = ({ workload, pod }) => {
  const unscheduled = conditionOf(pod, 'PodScheduled', 'False');
  if (fieldOf(unscheduled, 'reason') !== 'Unschedulable') return undefined;
  const quote = wordIn(unscheduled, 'message');
  const told = { check: 'unschedulable', quote, cause: 'unschedulable' };
  const name = calledIn(workload);
  if (/no nodes available/.test(quote)) return { ...told, ...noNodes(name) };
  const found = obstaclesIn(quote);
  if (!found || found.obstacles.length === 0) {
    return {
      ...told,
      says: text(`${name} finds no node for its pods.`, `${name} no encuentra nodo para sus pods.`),
      fix: text('The scheduler’s own words tell why.', 'Las palabras del scheduler dicen por qué.'),
    };
  }
  // Nodes with a taint are usually not for everybody: what is wrong with the others is what can be mended.
  const rank = ({ is, nodes }: Obstacle): number => (is === 'taint' ? -1 : nodes);
  const obstacles = found.obstacles.toSorted((a, b) => rank(b) - rank(a));
  const list = listed(obstacles.map(({ says }) => says));
  return {
    ...told,
    says: text(
      `${name} finds no node for its pods: of ${found.nodes}, ${list.en}.`,
      `${name} no encuentra nodo para sus pods: de ${found.nodes}, ${list.es}.`,
    ),
    fix: fixes[obstacles[0]?.is ?? 'other'](workload),
  };
};

const noNodes = (name: string): Pick<Trouble, 'says' | 'fix'> => ({
  says: text(
    `${name} finds no node for its pods: the cluster has none.`,
    `${name} no encuentra nodo para sus pods: el clúster no tiene ninguno.`,
  ),
  fix: text('Whoever runs the cluster has to add one.', 'Quien administra el clúster tiene que añadir alguno.'),
});

/** Half of what the first container reserves: something to begin with. */
function halfOf(workload: AnyObject, resource: 'cpu' | 'memory'): string {
  const container = listIn(fieldOf(workload['spec'], 'template', 'spec', 'containers'))[0];
  const amount = (quantityOf(wordIn(container, 'resources', 'requests', resource)) ?? 0) / 2;
  return resource === 'cpu' ? printCpu(amount) : printBytes(Math.round(amount));
}

const lessOf =
  (resource: 'cpu' | 'memory') =>
  (workload: AnyObject): Text => {
    const place = placeToChange(workload, resource, halfOf(workload, resource));
    return text(
      `Reserve less, such as ${place.en}; then apply again. Or ask whoever runs the cluster for more or bigger nodes.`,
      `Reserva menos, como ${place.es}; luego vuelve a aplicar. O pide a quien administra el clúster más nodos, o más grandes.`,
    );
  };

const fewer = (workload: AnyObject): Text => {
  const place = placeToChange(workload, 'replicas', 'N');
  return text(
    `Run fewer replicas than there are such nodes: ${place.en}; then apply again. Or ask whoever runs the cluster for more nodes.`,
    `Usa menos réplicas que nodos de esos hay: ${place.es}; luego vuelve a aplicar. O pide más nodos a quien administra el clúster.`,
  );
};

const asking = (en: string, es: string) => (): Text => text(en, es);
const moreNodes = asking('Ask whoever runs the cluster for more nodes.', 'Pide más nodos a quien administra el clúster.');

const fixes: Readonly<Record<Obstacle['is'], (workload: AnyObject) => Text>> = {
  cpu: lessOf('cpu'),
  memory: lessOf('memory'),
  room: moreNodes,
  taint: asking(
    'Ask whoever runs the cluster which nodes are for you. Pods that may run on those need a toleration in their manifest.',
    'Pregunta a quien administra el clúster qué nodos son para ti. Los pods que puedan ir a esos necesitan una toleration en su manifiesto.',
  ),
  selector: asking(
    'Compare nodeSelector and affinity in its manifest with the labels of the nodes: kubectl get nodes --show-labels',
    'Compara nodeSelector y affinity de su manifiesto con las etiquetas de los nodos: kubectl get nodes --show-labels',
  ),
  apart: fewer,
  spread: fewer,
  beside: asking(
    'The pod that it wants to be beside has to run first: look whether it does, and whether its labels are those in affinity.',
    'Antes tiene que funcionar el pod junto al que debe estar: mira si es así, y si sus etiquetas son las de affinity.',
  ),
  volume: asking(
    'Its disk lies in one zone or on one node: a node there needs room, or the disk has to be made anew elsewhere, without its data.',
    'Su disco está en una zona o en un nodo: allí tiene que haber un nodo con sitio, o hay que crear el disco en otra parte, sin sus datos.',
  ),
  closed: asking(
    'Ask whoever runs the cluster: nodes are closed like that while they are being serviced.',
    'Pregunta a quien administra el clúster: los nodos se cierran así durante su mantenimiento.',
  ),
  port: moreNodes,
  other: asking('The scheduler’s own words tell more.', 'Las palabras del scheduler dicen más.'),
};
