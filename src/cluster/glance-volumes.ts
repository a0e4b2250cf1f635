import { fieldOf, listIn, nameOf, namespaceOf } from '../checks/object-fields.ts';
import type { AnyObject } from '../model/manifest.ts';
import { say, type Text, text } from '../model/text.ts';
import type { Light, Row, Scene } from './glance.ts';
import { remedyOf } from './glance-explanations.ts';
import { ageOf, called, duration, joined, quoteOf, wordOf } from './glance-objects.ts';

/** Milliseconds that a provisioner may take. */
const making = 120_000;

/** Every volume claim: whether it has its volume, and who uses it. */
export const volumeRows = (scene: Scene): readonly Row[] =>
  scene.sight.ofKind('PersistentVolumeClaim').map((claim) => {
    const { light, word, quote } = stateOf(scene, claim);
    return {
      light,
      what: called(scene, claim),
      says: say((language) => joined(word[language], ...sizeOf(claim))),
      ...quoteOf(quote),
      ...(light === 'red' || light === 'amber' ? remedyOf(claim, scene) : {}),
    };
  });

interface State {
  readonly light: Light;
  readonly word: Text;
  readonly quote?: unknown;
}

function stateOf(scene: Scene, claim: AnyObject): State {
  const phase = wordOf(claim, 'status', 'phase');
  const isUsed = users(scene, claim).length > 0;
  if (phase === 'Lost') return { light: 'red', word: text('lost: its volume is gone', 'perdida: su volumen ya no existe') };
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

/** Pods that are still to run, or run, with this claim. */
const users = ({ sight }: Scene, claim: AnyObject): readonly AnyObject[] =>
  sight
    .ofKind('Pod', namespaceOf(claim))
    .filter((pod) =>
      listIn(fieldOf(pod['spec'], 'volumes')).some((volume) => wordOf(volume, 'persistentVolumeClaim', 'claimName') === nameOf(claim)),
    );

const waitsForPod = ({ sight }: Scene, claim: AnyObject): boolean =>
  wordOf(sight.find('StorageClass', '', wordOf(claim, 'spec', 'storageClassName')), 'volumeBindingMode') === 'WaitForFirstConsumer';

function sizeOf(claim: AnyObject): readonly string[] {
  const size = wordOf(claim, 'status', 'capacity', 'storage') || wordOf(claim, 'spec', 'resources', 'requests', 'storage');
  return [size, wordOf(claim, 'spec', 'storageClassName')];
}
