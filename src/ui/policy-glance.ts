import { entriesIn, fieldOf, listIn } from '../checks/object-fields.ts';
import { instance } from '../manifests/policy-rules.ts';
import type { AnyObject } from '../model/manifest.ts';
import { several } from '../model/several.ts';
import { type Text, text, verbatim } from '../model/text.ts';
import { ingressControllers } from '../questions/ingress-controllers.ts';
import { wordOf } from './brief-words.ts';
import { isAlike } from './object-matching.ts';

/** The label by which a policy names a namespace. */
export const namespaceLabel = 'kubernetes.io/metadata.name';

const anybody = text('anybody', 'cualquiera');
const internet = text('the internet', 'internet');
const dns = text('DNS', 'el DNS');
const itself = text('its own pods', 'sus propios pods');
const neighbours = text('the pods of its namespace', 'los pods de su espacio de nombres');

/** Who brings calls from outside, by the peers that its row lists. */
function doorkeeperOf(peer: unknown): Text | undefined {
  const found = Object.entries(ingressControllers).find(([, { peers }]) => peers.some((each) => isAlike(each, peer)));
  if (!found) return undefined;
  const [id, { title }] = found;
  return id === 'openshift-router'
    ? text('the OpenShift router', 'el router de OpenShift')
    : verbatim(title.replace(/ Kubernetes Ingress Controller$/, ''));
}

/** The pods that a peer names by their labels. */
function podsText(peer: unknown): Text {
  const labels = entriesIn(fieldOf(peer, 'podSelector', 'matchLabels'));
  const [label, value] = labels.find(([each]) => each === instance) ?? labels[0] ?? ['', ''];
  const word = wordOf(value);
  return label === instance || label === '' ? verbatim(word) : text(`pods with ${label}=${word}`, `pods con ${label}=${word}`);
}

function peerText(peer: unknown): Text {
  const block = fieldOf(peer, 'ipBlock', 'cidr');
  if (block !== undefined) return isAnywhere(block) ? anybody : verbatim(wordOf(block));
  const doorkeeper = doorkeeperOf(peer);
  if (doorkeeper) return doorkeeper;
  const pods = podsText(peer);
  const selector = fieldOf(peer, 'namespaceSelector');
  if (selector === undefined) return pods.en === '' ? neighbours : pods;
  const namespace = wordOf(fieldOf(selector, 'matchLabels', namespaceLabel));
  if (namespace === '') return text('pods of other namespaces', 'pods de otros espacios de nombres');
  if (pods.en === '') return text(`the namespace ${namespace}`, `el espacio de nombres ${namespace}`);
  return text(`${pods.en} in the namespace ${namespace}`, `${pods.es} del espacio de nombres ${namespace}`);
}

const isAnywhere = (block: unknown): boolean => block === '0.0.0.0/0' || block === '::/0';

const isDns = (rule: unknown): boolean =>
  listIn(fieldOf(rule, 'ports')).some((port) => fieldOf(port, 'protocol') === 'UDP' && /^53(53)?$/.test(String(fieldOf(port, 'port'))));

const distinct = (texts: readonly Text[]): readonly Text[] => texts.filter((one, i) => texts.findIndex(({ en }) => en === one.en) === i);

/** Those that one rule is about, each once. */
function peersOf(rule: unknown): readonly Text[] {
  if (isDns(rule)) return [dns];
  const to = fieldOf(rule, 'to');
  const peers = fieldOf(rule, 'from') ?? to;
  if (peers === undefined) return [anybody];
  return distinct(listIn(peers).map(peerText)).map((peer) => (peer === anybody && to !== undefined ? internet : peer));
}

/** Those that a rule of a policy is about. */
export const peersText = (rule: unknown): Text => several(peersOf(rule), 2);

/** With the preposition that Spanish wants: "al router", "a cualquiera". */
const toward = ({ en, es }: Text): Text => text(en, es.startsWith('el ') ? `al ${es.slice(3)}` : `a ${es}`);

const towardAll = (texts: readonly Text[], most = 2): Text => several(texts.map(toward), most);

/** That a rule of a policy comes or goes. */
export function ruleText(way: 'in' | 'out', comes: boolean, rule: unknown): Text {
  const { en } = peersText(rule);
  const { es } = towardAll(peersOf(rule));
  if (way === 'in')
    return comes ? text(`also lets in ${en}`, `deja entrar también ${es}`) : text(`no longer lets in ${en}`, `ya no deja entrar ${es}`);
  return comes ? text(`may also call ${en}`, `puede llamar también ${es}`) : text(`may no longer call ${en}`, `ya no puede llamar ${es}`);
}

/** Who is let in and who may be called, in a few words. */
export function policyGlance(object: AnyObject): Text {
  const selector = fieldOf(object, 'spec', 'podSelector', 'matchLabels');
  const own = fieldOf(selector, instance);
  const among = (direction: string): readonly Text[] =>
    distinct(listIn(fieldOf(object, 'spec', direction)).flatMap(peersOf)).map((peer) => (peer.en === own ? itself : peer));
  const rules = (type: string): boolean => listIn(fieldOf(object, 'spec', 'policyTypes')).includes(type);
  const pods = entriesIn(selector).length === 0 ? text('all pods', 'todos los pods') : text('its pods', 'sus pods');
  const [callers, called] = [among('ingress'), among('egress')];
  if (!rules('Ingress')) {
    const { en, es } = towardAll(called);
    return text(`${pods.en} may call ${en}`, `${pods.es} pueden llamar ${es}`);
  }
  if (callers.length + called.length === 0) {
    return text(
      `shuts ${pods.en}, both ways, until another policy opens them`,
      `cierra ${pods.es}, en ambos sentidos, hasta que otra los abra`,
    );
  }
  return gate(callers, rules('Egress') ? called.filter((peer) => peer !== dns && peer !== itself) : []);
}

/** Letters that a phrase may have if there is a shorter one. */
const room = 64;

const shortestOf = (phrases: readonly Text[]): Text =>
  phrases.find(({ en, es }) => Math.max(en.length, es.length) <= room) ?? phrases.at(-1) ?? anybody;

function gate(everyone: readonly Text[], called: readonly Text[]): Text {
  // Its own pods are among those of its namespace.
  const callers = everyone.includes(neighbours) ? everyone.filter((peer) => peer !== itself) : everyone;
  const lets = (most: number): Text => {
    const { en, es } = towardAll(callers, most);
    return callers.length === 0 ? text('lets nobody in', 'no deja entrar a nadie') : text(`lets in ${en}`, `deja entrar ${es}`);
  };
  if (called.length > 0) return shortestOf([2, 1].map((most) => alsoCalls(lets(most), towardAll(called, most))));
  const { en, es } = lets(2);
  const isOpen = callers.length === 0 || callers.includes(anybody);
  return isOpen ? lets(2) : shortestOf([text(`${en}; nobody else`, `${es}; a nadie más`), lets(2)]);
}

const alsoCalls = (lets: Text, to: Text): Text => text(`${lets.en}; may call ${to.en}`, `${lets.es}, y llamar ${to.es}`);
