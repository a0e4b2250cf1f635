import { fieldOf } from '../../checks/object-fields.ts';
import { shellWord } from '../../model/shell-word.ts';
import { text } from '../../model/text.ts';
import { conditionOf, statusField, wordIn } from '../follow/status-fields.ts';
import { calledIn, placeToChange } from './cause.ts';
import type { PodReading } from './pod-view.ts';

/** The node was short of something and threw the pod out. Another one is made, and may meet the same fate. */
export const evicted: PodReading = ({ workload, pod }) => {
  if (statusField(pod, 'phase') !== 'Failed' || statusField(pod, 'reason') !== 'Evicted') return undefined;
  const quote = wordIn(pod['status'], 'message');
  const name = calledIn(workload);
  const resource = /low on resource: ([\w-]+)/.exec(quote)?.[1];
  const isMemory = resource === 'memory';
  const place = isMemory ? placeToChange(workload, 'memory', text('MORE', 'MÁS')) : undefined;
  return {
    cause: `evicted ${resource}`,
    check: 'evicted',
    severity: 'warning',
    says: isMemory
      ? text(`${name} was evicted: its node was running out of memory.`, `${name} ha sido desalojado: su nodo se quedaba sin memoria.`)
      : resource
        ? text(
            `${name} was evicted: its node was running out of disk (${resource}).`,
            `${name} ha sido desalojado: su nodo se quedaba sin disco (${resource}).`,
          )
        : text(`${name} was evicted from its node.`, `${name} ha sido desalojado de su nodo.`),
    fix: place
      ? text(`Reserve as much as it uses, and others go first: ${place.en}.`, `Reserva tanto como usa, y se irán otros antes: ${place.es}.`)
      : text(
          'Write less to the container’s own disk and to emptyDir volumes, or give them a limit.',
          'Escribe menos en el disco propio del contenedor y en volúmenes emptyDir, o ponles un límite.',
        ),
    quote,
  };
};

/** Its node does not report any more: what it was doing there, nobody knows. */
export const nodeLost: PodReading = ({ workload, pod, sight }) => {
  const isThrownOff = fieldOf(conditionOf(pod, 'DisruptionTarget'), 'reason') === 'DeletionByTaintManager';
  const isDoubted = conditionOf(pod, 'Ready') === undefined && sight.eventsOn(pod, 'NodeNotReady').length > 0;
  if (!isThrownOff && !isDoubted) return undefined;
  const [name, node] = [calledIn(workload), wordIn(pod['spec'], 'nodeName')];
  const deletion = `kubectl delete node ${shellWord(node)}`;
  return {
    cause: `node-lost ${node}`,
    check: 'node-lost',
    severity: 'warning',
    says: text(
      `${name} has a pod on the node ${node}, which does not report any more.`,
      `${name} tiene un pod en el nodo ${node}, que ya no da señales.`,
    ),
    fix:
      workload.kind === 'StatefulSet'
        ? text(
            `A StatefulSet waits until the node is back, lest two pods write to one disk. If it is gone for good, whoever runs the cluster deletes it: ${deletion}`,
            `Un StatefulSet espera a que vuelva el nodo, para que no haya dos pods escribiendo en un disco. Si no va a volver, quien administra el clúster lo borra: ${deletion}`,
          )
        : text(
            `After about five minutes its pods are made on other nodes. If the node is gone for good, whoever runs the cluster deletes it: ${deletion}`,
            `Pasados unos cinco minutos sus pods se crean en otros nodos. Si no va a volver, quien administra el clúster lo borra: ${deletion}`,
          ),
  };
};
