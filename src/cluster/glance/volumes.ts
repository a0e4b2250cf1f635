import { nameOf, namespaceOf } from '../../checks/object-fields.ts';
import type { AnyObject } from '../../model/manifest.ts';
import { say, type Text, text } from '../../model/text.ts';
import { mounts } from '../diagnosis/pods-of.ts';
import { wordIn } from '../follow/status-fields.ts';
import { remedyOf } from './explanations.ts';
import type { Light, Row, Scene } from './glance.ts';
import { ageOf, called, duration, joined, quoteOf } from './objects.ts';

/** Milliseconds that a provisioner may take. */
const making = 120_000;

/** A volume that is fuller than this needs more room soon, or now. */
const amberAbove = 0.85;
const redFrom = 0.95;

/** Every volume claim: whether it has its volume, who uses it, and how full it is where that can be seen. */
export const volumeRows = (scene: Scene): readonly Row[] =>
  scene.sight.ofKind('PersistentVolumeClaim').map((claim) => {
    const { light, word, quote } = stateOf(scene, claim);
    const share = fullnessOf(scene, claim);
    return {
      light,
      what: called(scene, claim),
      says: say((language) => joined(word[language], ...sizeOf(claim))),
      ...(share === undefined ? {} : { share }),
      ...quoteOf(quote),
      ...(light === 'red' || light === 'amber' ? remedyOf(claim, scene) : {}),
    };
  });

function fullnessOf({ sight }: Scene, claim: AnyObject): number | undefined {
  const stats = sight.find('VolumeStats', namespaceOf(claim), nameOf(claim));
  const capacity = Number(stats?.['capacityBytes']);
  return capacity > 0 ? Number(stats?.['usedBytes']) / capacity : undefined;
}

function fullState(share: number): State | undefined {
  const percent = `${Math.round(share * 100)} %`;
  if (share >= redFrom) return { light: 'red', word: text(`full: ${percent}`, `llena: ${percent}`) };
  return share > amberAbove ? { light: 'amber', word: text(`nearly full: ${percent}`, `casi llena: ${percent}`) } : undefined;
}

interface State {
  readonly light: Light;
  readonly word: Text;
  readonly quote?: unknown;
}

function stateOf(scene: Scene, claim: AnyObject): State {
  const phase = wordIn(claim, 'status', 'phase');
  const isUsed = isMounted(scene, claim);
  if (phase === 'Lost') return { light: 'red', word: text('lost: its volume is gone', 'perdida: su volumen ya no existe') };
  const full = fullState(fullnessOf(scene, claim) ?? 0);
  if (full) return full;
  if (phase === 'Bound') {
    return isUsed || scene.sight.isUnseen('Pod')
      ? { light: 'green', word: text('bound', 'enlazada') }
      : { light: 'plain', word: text('bound, and no pod uses it', 'enlazada, y ningún pod la usa') };
  }
  if (waitsForPod(scene, claim) && !isUsed)
    return { light: 'plain', word: text('waits for a pod, as its class wants', 'espera un pod, como quiere su clase') };
  const age = ageOf(scene, claim);
  if (age <= making || !isUsed) return { light: 'amber', word: text('waits for a volume', 'espera un volumen') };
  const said = scene.sight.eventsOn(claim).at(-1)?.['message'];
  return { light: 'red', word: text(`no volume for ${duration(age)}`, `sin volumen desde hace ${duration(age)}`), quote: said };
}

const isMounted = ({ sight }: Scene, claim: AnyObject): boolean =>
  sight.ofKind('Pod', namespaceOf(claim)).some((pod) => mounts(pod, claim));

const waitsForPod = ({ sight }: Scene, claim: AnyObject): boolean =>
  wordIn(sight.find('StorageClass', '', wordIn(claim, 'spec', 'storageClassName')), 'volumeBindingMode') === 'WaitForFirstConsumer';

function sizeOf(claim: AnyObject): readonly string[] {
  const size = wordIn(claim, 'status', 'capacity', 'storage') || wordIn(claim, 'spec', 'resources', 'requests', 'storage');
  return [size, wordIn(claim, 'spec', 'storageClassName')];
}
