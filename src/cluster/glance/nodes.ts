import { fieldOf, listIn } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { quantityOf } from '../../model/quantity.ts';
import { listed, say, text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Row, Scene } from './glance.ts';
import { called, conditionOf, duration, isTrue, momentOf, quoteOf, since } from './objects.ts';

/** Conditions that a kubelet reports when a node runs short of something. */
const pressures = ['MemoryPressure', 'DiskPressure', 'PIDPressure'] as const;

/** More than this of the nodes is promised to pods: little is left for a rollout, or for the loss of a node. */
const mostRequested = 0.9;

/** How many nodes are ready, what is promised of them, and each one that is not as it should be. */
export function nodeRows(scene: Scene): readonly Row[] {
  const nodes = scene.sight.ofKind('Node');
  if (nodes.length === 0) return [];
  const ready = nodes.filter((node) => isTrue(node, 'Ready')).length;
  const sum: Row = {
    light: ready === nodes.length ? 'green' : 'red',
    what: '',
    says: text(`ready: ${ready} of ${nodes.length}`, `listos: ${ready} de ${nodes.length}`),
  };
  return [
    sum,
    ...(['cpu', 'memory'] as const).flatMap((resource) => roomRows(scene, nodes, resource)),
    ...nodes.flatMap((node) => troubleOf(scene, node)),
  ];
}

function troubleOf(scene: Scene, node: AnyObject): readonly Row[] {
  const what = called(scene, node);
  const condition = conditionOf(node, 'Ready');
  const short = pressures.filter((pressure) => isTrue(node, pressure));
  const isCordoned = fieldOf(node['spec'], 'unschedulable') === true;
  const rows: readonly (Row | false)[] = [
    !isTrue(node, 'Ready') && {
      light: 'red',
      what,
      says: forSoLong(since(scene, momentOf(condition, 'lastTransitionTime'))),
      ...quoteOf(fieldOf(condition, 'message')),
    },
    short.length > 0 && {
      light: 'amber',
      what,
      says: say((language) => `${language === 'en' ? 'short of room' : 'con poco margen'}: ${listed(short)[language]}`),
    },
    isCordoned && { light: 'plain', what, says: text('takes no new pods (cordoned)', 'no admite pods nuevos (cordon)') },
  ];
  return rows.filter((row) => row !== false);
}

const forSoLong = (time: number) =>
  time === 0 ? text('not ready', 'no está listo') : text(`not ready for ${duration(time)}`, `no está listo desde hace ${duration(time)}`);

/** How much of the nodes is promised to pods, and how much they really use, where both can be seen. */
function roomRows({ sight }: Scene, nodes: readonly AnyObject[], resource: 'cpu' | 'memory'): readonly Row[] {
  const pods = sight.ofKind('PodAnywhere').filter(isAlive);
  if (pods.length === 0) return [];
  const room = sumOf(nodes.map((node) => wordIn(node, 'status', 'allocatable', resource)));
  if (room === 0) return [];
  const share = sumOf(pods.flatMap((pod) => requestsOf(pod, resource))) / room;
  const used = sumOf(sight.ofKind('NodeMetrics').map((each) => wordIn(each, 'usage', resource))) / room;
  const percent = `${Math.round(share * 100)} %`;
  const really = `${Math.round(used * 100)} %`;
  const isTight = share > mostRequested;
  const says = isTight
    ? text(`nearly all requested: ${percent}`, `casi todo pedido: ${percent}`)
    : text(`requested: ${percent}`, `pedido: ${percent}`);
  return [
    {
      light: isTight ? 'amber' : 'green',
      what: resource,
      says: used > 0 ? text(`${says.en}, used: ${really}`, `${says.es}, en uso: ${really}`) : says,
      share,
    },
  ];
}

/** A pod that has ended holds nothing of its node. */
const isAlive = (pod: AnyObject): boolean =>
  wordIn(pod, 'spec', 'nodeName') !== '' && !['Succeeded', 'Failed'].includes(wordIn(pod, 'status', 'phase'));

const requestsOf = (pod: AnyObject, resource: string): readonly string[] =>
  listIn(fieldOf(pod['spec'], 'containers')).map((container) => wordIn(container, 'resources', 'requests', resource));

/** The metrics server counts in billionths and millionths of a core (k8s.io/apimachinery, resource.Quantity: n, u). */
const tiny: Readonly<Record<string, number>> = { n: 1e-9, u: 1e-6 };

function amountOf(said: string): number {
  const factor = tiny[said.slice(-1)];
  return factor === undefined ? (quantityOf(said) ?? 0) : Number(said.slice(0, -1)) * factor;
}

const sumOf = (amounts: readonly string[]): number => amounts.reduce((sum, amount) => sum + amountOf(amount), 0);
