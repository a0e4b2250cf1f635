import type { ClusterFacts, NodesFacts, Readable, Unread } from '../model/cluster-facts.ts';
import { printBytes, printCpu } from '../model/quantity.ts';
import { several } from '../model/several.ts';
import { listed, type Text, text, verbatim } from '../model/text.ts';

/** What is read, and of which cluster, before it happens. */
export const readingText = (context: string, server: string, namespace: string | undefined): Text =>
  namespace === undefined
    ? text(
        `Reading context ${context} (${server}): version, namespaces, storage classes, ways in, nodes, and what you may create.`,
        `Se lee el contexto ${context} (${server}): versión, espacios de nombres, clases de almacenamiento, entradas, nodos y lo que puedes crear.`,
      )
    : text(
        `Reading context ${context} (${server}): version, namespaces, storage classes, ways in, nodes, and what is in the namespace ${namespace} of quotas, limits and permissions.`,
        `Se lee el contexto ${context} (${server}): versión, espacios de nombres, clases de almacenamiento, entradas, nodos y, en el espacio de nombres ${namespace}, cuotas, límites y permisos.`,
      );

/** What was seen, in two to four sentences. */
export const seenTexts = (facts: ClusterFacts): readonly Text[] =>
  [kindOfCluster(facts), classesText(facts), namespaceText(facts), unreadText(facts.unread)].flatMap((said) => said ?? []);

function kindOfCluster({ isOpenShift, version, nodes }: ClusterFacts): Text {
  const what = isOpenShift
    ? text(`It is OpenShift with Kubernetes ${version}.`, `Es OpenShift con Kubernetes ${version}.`)
    : text(`It is Kubernetes ${version}, not OpenShift.`, `Es Kubernetes ${version}, no OpenShift.`);
  const room = nodes && nodes.count > 0 ? roomText(nodes) : undefined;
  return room ? text(`${what.en} ${room.en}`, `${what.es} ${room.es}`) : what;
}

const mebibyte = 2 ** 20;

function roomText({ count, ready, cpu, memory }: NodesFacts): Text {
  const [cores, bytes] = [printCpu(cpu), printBytes(Math.floor(memory / mebibyte) * mebibyte)];
  return count === 1
    ? text(
        `Its one node ${ready === 1 ? 'is ready' : 'is not ready'} and has ${cores} CPU and ${bytes} of memory for pods.`,
        `Su único nodo ${ready === 1 ? 'está listo' : 'no está listo'} y tiene ${cores} CPU y ${bytes} de memoria para pods.`,
      )
    : text(
        `Its ${count} nodes (${ready} ready) have ${cores} CPU and ${bytes} of memory for pods.`,
        `Sus ${count} nodos (${ready} listos) tienen ${cores} CPU y ${bytes} de memoria para pods.`,
      );
}

/** More names than these tell nobody anything. */
const mostNames = 5;

function names(classes: readonly { readonly name: string; readonly isDefault: boolean }[]): Text {
  const sorted = [...classes].sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || (a.name < b.name ? -1 : 1));
  const called = sorted.map(({ name, isDefault }) =>
    isDefault ? text(`${name} (the default)`, `${name} (la clase por defecto)`) : verbatim(name),
  );
  return several(called, mostNames);
}

function classesText({ storageClasses, ingressClasses }: ClusterFacts): Text | undefined {
  const sentences = [storageClasses && storageText(storageClasses), ingressClasses && ingressText(ingressClasses)].flatMap(
    (said) => said ?? [],
  );
  if (sentences.length === 0) return undefined;
  return text(sentences.map(({ en }) => en).join(' '), sentences.map(({ es }) => es).join(' '));
}

function storageText(classes: NonNullable<ClusterFacts['storageClasses']>): Text {
  const all = names(classes);
  return classes.length === 0
    ? text('It has no storage classes.', 'No tiene clases de almacenamiento.')
    : text(`Storage classes: ${all.en}.`, `Clases de almacenamiento: ${all.es}.`);
}

function ingressText(classes: NonNullable<ClusterFacts['ingressClasses']>): Text {
  const all = names(classes);
  return classes.length === 0
    ? text('It has no Ingress classes.', 'No tiene clases de Ingress.')
    : text(`Ingress classes: ${all.en}.`, `Clases de Ingress: ${all.es}.`);
}

function namespaceText({ namespace }: ClusterFacts): Text | undefined {
  if (namespace?.exists === undefined) return undefined;
  const { name, exists, isTerminating, quotas = [] } = namespace;
  if (!exists) return text(`The namespace ${name} is not there yet.`, `El espacio de nombres ${name} aún no existe.`);
  if (isTerminating) return text(`The namespace ${name} is being deleted.`, `El espacio de nombres ${name} se está borrando.`);
  if (quotas.length === 0)
    return text(`The namespace ${name} is there, without a quota.`, `El espacio de nombres ${name} existe y no tiene cuota.`);
  return text(`The namespace ${name} is there, with a quota.`, `El espacio de nombres ${name} existe y tiene una cuota.`);
}

const readables: Readonly<Record<Readable, Text>> = {
  groups: text('the kinds of objects', 'los tipos de objetos'),
  namespaces: text('the list of namespaces', 'la lista de espacios de nombres'),
  namespace: text('the namespace', 'el espacio de nombres'),
  quotas: text('its quotas', 'sus cuotas'),
  'limit ranges': text('its limits', 'sus límites'),
  'storage classes': text('storage classes', 'las clases de almacenamiento'),
  'ingress classes': text('Ingress classes', 'las clases de Ingress'),
  'gateway classes': text('Gateway classes', 'las clases de Gateway'),
  'cluster issuers': text('certificate issuers', 'los emisores de certificados'),
  nodes: text('nodes', 'los nodos'),
  permissions: text('permissions', 'los permisos'),
};

function unreadText(unread: readonly Unread[]): Text | undefined {
  const of = (why: Unread['why']) => unread.filter((each) => each.why === why).map(({ what }) => readables[what]);
  const [forbidden, late, failed] = [of('forbidden'), of('late'), of('failed')].map((each) =>
    each.length === 0 ? undefined : listed(each),
  );
  const sentences = [
    forbidden && text(`You are not allowed to see: ${forbidden.en}.`, `No tienes permiso para ver: ${forbidden.es}.`),
    late && text(`No answer came in time about ${late.en}.`, `No ha llegado a tiempo la respuesta sobre ${late.es}.`),
    failed && text(`The cluster gave no usable answer about ${failed.en}.`, `El clúster no ha dado una respuesta útil sobre ${failed.es}.`),
  ].flatMap((said) => said || []);
  if (sentences.length === 0) return undefined;
  return text(
    `${sentences.map(({ en }) => en).join(' ')} The rules decide there as without a cluster.`,
    `${sentences.map(({ es }) => es).join(' ')} Ahí deciden las reglas como sin clúster.`,
  );
}
