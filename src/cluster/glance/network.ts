import type { V1LabelSelector } from '@kubernetes/client-node';
import { entriesIn, fieldOf, type Labels, listIn, nameOf, namespaceOf, selects } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import { wordIn } from '../follow/status-fields.ts';
import type { Row, Scene } from './glance.ts';
import { ageOf, called } from './objects.ts';
import { countOf } from './workloads.ts';

/** Milliseconds that an address from outside may take. */
const assigning = 120_000;

/** Services that lead nowhere, and namespaces that let everybody in. The ways in from outside are told by `entranceRows`. */
export const serviceRows = (scene: Scene): readonly Row[] => [
  ...scene.sight.ofKind('Service').flatMap((service) => [...endpointRows(scene, service), ...balancerRows(scene, service)]),
  ...scene.namespaces.flatMap((name) => openRows(scene, name)),
];

function endpointRows(scene: Scene, service: AnyObject): readonly Row[] {
  const { sight } = scene;
  // Without a selector somebody else writes the endpoints; an ExternalName has none.
  if (entriesIn(fieldOf(service['spec'], 'selector')).length === 0 || sight.isUnseen('EndpointSlice')) return [];
  const ready = readyBehind(scene, service);
  const what = called(scene, service);
  if (ready > 0) return [{ light: 'green', what, says: text(`leads to pods that are ready: ${ready}`, `lleva a pods listos: ${ready}`) }];
  if (isAtRest(scene, service))
    return [
      { light: 'plain', what, says: text('leads to a workload that is scaled to zero', 'lleva a una carga de trabajo escalada a cero') },
    ];
  return [
    hasPods(scene, service)
      ? {
          light: 'red',
          what,
          says: text('leads nowhere: none of its pods is ready', 'no lleva a ninguna parte: ninguno de sus pods está listo'),
        }
      : {
          light: 'red',
          what,
          says: text(
            'leads nowhere: no pod has the labels that it looks for',
            'no lleva a ninguna parte: ningún pod tiene las etiquetas que busca',
          ),
        },
  ];
}

/** An address that says nothing of itself is ready (discovery.k8s.io/v1, EndpointConditions). */
function readyBehind({ sight }: Scene, service: AnyObject): number {
  const slices = sight
    .ofKind('EndpointSlice', namespaceOf(service))
    .filter((slice) => fieldOf(slice.metadata, 'labels', 'kubernetes.io/service-name') === nameOf(service));
  const ready = slices
    .flatMap((slice) => listIn(fieldOf(slice, 'endpoints')))
    .filter((each) => fieldOf(each, 'conditions', 'ready') !== false);
  return new Set(ready.map((each) => wordIn(each, 'targetRef', 'name') || wordIn(each, 'addresses', 0))).size;
}

const selectorOf = (service: AnyObject): V1LabelSelector => ({
  matchLabels: Object.fromEntries(entriesIn(fieldOf(service['spec'], 'selector')).map(([key, value]) => [key, String(value)])),
});

const labelsAt = (value: unknown): Labels => (fieldOf(value, 'metadata', 'labels') ?? {}) as Labels;

const hasPods = ({ sight }: Scene, service: AnyObject): boolean =>
  sight.isUnseen('Pod') || sight.ofKind('Pod', namespaceOf(service)).some((pod) => selects(selectorOf(service), labelsAt(pod)));

const isAtRest = ({ sight }: Scene, service: AnyObject): boolean =>
  ['Deployment', 'StatefulSet']
    .flatMap((kind) => sight.ofKind(kind, namespaceOf(service)))
    .some((workload) => countOf(workload).desired === 0 && selects(selectorOf(service), labelsAt(fieldOf(workload['spec'], 'template'))));

function balancerRows(scene: Scene, service: AnyObject): readonly Row[] {
  if (fieldOf(service['spec'], 'type') !== 'LoadBalancer' || listIn(fieldOf(service['status'], 'loadBalancer', 'ingress')).length > 0)
    return [];
  const what = called(scene, service);
  if (ageOf(scene, service) <= assigning)
    return [{ light: 'plain', what, says: text('waits for an address from outside', 'espera una dirección de fuera') }];
  return [
    {
      light: 'amber',
      what,
      says: text('pending: nothing here gives it an address from outside', 'pendiente: aquí no hay nada que le dé una dirección de fuera'),
      fix: text(
        'A cluster without a cloud needs something like MetalLB for that; an Ingress or a Route may do as well.',
        'Un clúster sin nube necesita para eso algo como MetalLB; quizá baste con un Ingress o una Route.',
      ),
    },
  ];
}

function openRows({ sight }: Scene, name: string): readonly Row[] {
  if (sight.isUnseen('NetworkPolicy') || sight.ofKind('NetworkPolicy', name).length > 0 || sight.ofKind('Pod', name).length === 0)
    return [];
  return [
    {
      light: 'plain',
      what: `Namespace ${name}`,
      says: text('open: no NetworkPolicy keeps anybody out', 'abierto: ninguna NetworkPolicy impide el paso a nadie'),
    },
  ];
}
