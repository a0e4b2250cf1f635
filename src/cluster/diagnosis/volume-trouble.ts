import { fieldOf, listIn, nameOf, namespaceOf, titleOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { text } from '../../model/text.ts';
import { makesClaim } from '../claims.ts';
import { statusField, wordIn } from '../follow/status-fields.ts';
import { calledIn } from './cause.ts';
import { claimCause } from './claim-diagnosis.ts';
import { type Missing, missingIn, missingTrouble } from './config-trouble.ts';
import type { PodReading, PodView, Trouble } from './pod-view.ts';

const claimsOf = ({ pod }: PodView): readonly string[] =>
  listIn(fieldOf(pod['spec'], 'volumes')).flatMap((volume) => {
    const name = fieldOf(volume, 'persistentVolumeClaim', 'claimName');
    return typeof name === 'string' ? [name] : [];
  });

/** A claim that the pod mounts is not there, or gets no volume. */
export const claimTrouble: PodReading = (view) => {
  const { workload, pod, sight } = view;
  if (sight.isUnseen('PersistentVolumeClaim')) return undefined;
  for (const name of claimsOf(view)) {
    const claim = sight.find('PersistentVolumeClaim', namespaceOf(pod), name);
    const trouble = claim ? unboundTrouble(workload, claim, view) : makesClaim(workload, name) ? undefined : absentTrouble(workload, name);
    if (trouble) return trouble;
  }
  return undefined;
};

function unboundTrouble(workload: AnyObject, claim: AnyObject, { sight }: PodView): Trouble | undefined {
  const cause = claimCause(claim, sight);
  if (!cause) return undefined;
  // A claim that a StatefulSet made is told with it: nobody else asked for it.
  const where = makesClaim(workload, nameOf(claim)) ? {} : { where: titleOf(claim) };
  return { ...cause, ...where, cause: cause.check };
}

function absentTrouble(workload: AnyObject, name: string): Trouble {
  const called = calledIn(workload);
  return {
    cause: `claim-missing ${name}`,
    check: 'claim-missing',
    says: text(
      `${called} does not start: the volume claim ${name} is missing.`,
      `${called} no arranca: falta la petición de volumen ${name}.`,
    ),
    fix: text('Apply everything again: somebody may have deleted it.', 'Vuelve a aplicarlo todo: puede que alguien la haya borrado.'),
  };
}

/** What keeps the kubelet from mounting a volume; it tries again and again, and says it in events only. */
export const mountTrouble: PodReading = (view) => {
  const { workload, pod, sight } = view;
  if (statusField(pod, 'phase') !== 'Pending' || listIn(statusField(pod, 'containerStatuses')).some(isStarted)) return undefined;
  const words = [...sight.eventsOn(pod, 'FailedAttachVolume'), ...sight.eventsOn(pod, 'FailedMount')].map((event) =>
    wordIn(event, 'message'),
  );
  for (const quote of words.toReversed()) {
    const missing = missingIn(quote) ?? missingKeyIn(quote, pod);
    if (missing) return missingTrouble(workload, missing, quote);
  }
  const shared = words.find((each) => each.includes('Multi-Attach error'));
  if (shared) return multiAttachTrouble(workload, shared);
  const last = words.at(-1);
  return last === undefined ? undefined : unmountedTrouble(workload, last);
};

const isStarted = (status: unknown): boolean => fieldOf(status, 'state', 'waiting') === undefined;

/** `MountVolume.SetUp failed for volume "tls" : references non-existent secret key: tls.crt` does not say of which Secret. */
function missingKeyIn(words: string, pod: AnyObject): Missing | undefined {
  const [, kind, key] = /references non-existent (secret|config) key: (\S+)/.exec(words) ?? [];
  const name = /volume "([^"]+)"/.exec(words)?.[1];
  if (!key) return undefined;
  const volume = listIn(fieldOf(pod['spec'], 'volumes')).find((each) => fieldOf(each, 'name') === name);
  const sources = [volume, ...listIn(fieldOf(volume, 'projected', 'sources'))].map((each) =>
    fieldOf(each, kind === 'secret' ? 'secret' : 'configMap'),
  );
  const source = sources.find((each) => listIn(fieldOf(each, 'items')).some((item) => fieldOf(item, 'key') === key));
  return { kind: kind === 'secret' ? 'Secret' : 'ConfigMap', name: wordIn(source, 'secretName') || wordIn(source, 'name'), key };
}

/** Two pods on two nodes want the disk that only one node can hold: the new one waits for the old one, and that one for the new one. */
function multiAttachTrouble(workload: AnyObject, quote: string): Trouble {
  const called = calledIn(workload);
  return {
    cause: 'multi-attach',
    check: 'multi-attach',
    says: text(
      `${called} waits for its disk: a pod on another node holds it, and only one node can (ReadWriteOnce).`,
      `${called} espera su disco: lo tiene un pod de otro nodo, y solo puede tenerlo un nodo (ReadWriteOnce).`,
    ),
    fix: text(
      'Keep one replica, and let the old pod go before the new one comes (strategy: Recreate). If the other node is gone, the disk is freed after some minutes.',
      'Deja una sola réplica, y que el pod viejo se vaya antes de que llegue el nuevo (strategy: Recreate). Si el otro nodo ya no existe, el disco se libera al cabo de unos minutos.',
    ),
    quote,
  };
}

function unmountedTrouble(workload: AnyObject, quote: string): Trouble {
  const called = calledIn(workload);
  return {
    cause: 'mount',
    check: 'volume-mount',
    says: text(
      `${called} does not start: its node cannot mount one of its volumes.`,
      `${called} no arranca: su nodo no puede montar uno de sus volúmenes.`,
    ),
    fix: text(
      'The words of the node tell why; with a disk, whoever runs the cluster can help.',
      'Lo que dice el nodo indica el motivo; si es un disco, te puede ayudar quien administra el clúster.',
    ),
    quote,
    needsPatience: true,
  };
}
