import { andMore } from '../model/several.ts';
import { type Text, text, verbatim } from '../model/text.ts';
import { clipped, imageWord, wordOf } from './brief-words.ts';
import type { FieldChange, Step } from './field-changes.ts';
import { contrast, longestValue, shownValue } from './field-values.ts';
import { namespaceLabel, ruleText } from './policy-glance.ts';

/** Fields by what a newcomer wants to know first; a change is told by the first of them on its way. */
const telling = [
  ...['image', 'command', 'args', 'replicas', 'minReplicas', 'maxReplicas', 'schedule', 'timeZone', 'type', 'clusterIP', 'hard'],
  ...['host', 'http', 'path', 'tls', 'accessModes', 'storageClassName', 'ingress', 'egress', 'ports', 'resources', 'volumeClaimTemplates'],
  ...[
    'readinessProbe',
    'livenessProbe',
    'startupProbe',
    'data',
    'stringData',
    'env',
    'envFrom',
    'volumeMounts',
    'terminationGracePeriodSeconds',
  ],
];
const dull = [
  'strategy',
  'volumes',
  'lifecycle',
  'affinity',
  'topologySpreadConstraints',
  'securityContext',
  'annotations',
  'labels',
  'name',
];
const ranks: ReadonlyMap<string, number> = new Map([
  ...telling.map((name, i) => [name, i] as const),
  ...dull.map((name, i) => [name, telling.length + 1 + i] as const),
]);

const fieldsIn = (path: readonly Step[]): readonly string[] => path.filter((step) => typeof step === 'string');

/** Ends of a way that say less than its beginning promises. */
const asides: ReadonlySet<string> = new Set(['name', 'targetPort', 'protocol', 'ephemeral-storage']);

function rankOf({ path }: FieldChange): number {
  const fields = fieldsIn(path);
  const rank = fields.map((name) => ranks.get(name)).find((each) => each !== undefined) ?? telling.length;
  return asides.has(fields.at(-1) ?? '') ? Math.max(rank, telling.length + dull.length) : rank;
}

/** Names that say little without the field above them. */
const vague: ReadonlySet<string> = new Set([
  'name',
  'port',
  'number',
  'path',
  'key',
  'type',
  'kind',
  'cpu',
  'memory',
  'storage',
  'ephemeral-storage',
  'secretName',
  'hosts',
  'labels',
]);
/** Fields that say nothing about those below them. */
const silent: ReadonlySet<string> = new Set(['metadata', 'spec', 'template', 'containers', 'data', 'stringData', 'annotations', 'labels']);

const labelled: ReadonlySet<string> = new Set(['annotations', 'labels', 'matchLabels', 'selector']);

/** A label or an annotation without the domain before its name. */
function labelName(whole: string): string {
  const name = wordOf(whole.slice(whole.lastIndexOf('/') + 1));
  return vague.has(name) ? `labels.${name}` : name;
}

/** The field as it is found in the YAML, by the last parts of the way to it. */
function nameOf(path: readonly Step[]): string {
  const fields = fieldsIn(path);
  const last = fields.at(-1) ?? '';
  const above = fields.at(-2) ?? '';
  const step = path.at(-1);
  if (typeof step === 'object') return step.item === '' ? last : `${last} ${wordOf(step.item)}`;
  const probe = fields.find((name) => name.endsWith('Probe'));
  if (probe !== undefined) return last === probe || last === 'path' ? probe : `${probe}.${last}`;
  if (labelled.has(above)) return labelName(last);
  return wordOf(vague.has(last) && above !== '' && !silent.has(above) ? `${above}.${last}` : last, 50);
}

/** What the fields that change most are called by a person; the others go by the name that they have in the YAML. */
const spoken: Readonly<Record<string, Text>> = {
  containerPort: text('port', 'puerto'),
  'ports.port': text('port', 'puerto'),
  replicas: text('replicas', 'réplicas'),
  image: text('image', 'imagen'),
  schedule: text('schedule', 'horario'),
  timeZone: text('time zone', 'zona horaria'),
  enforce: text('Pod Security', 'Pod Security'),
  'requests.cpu': text('CPU reserved', 'CPU reservada'),
  'requests.memory': text('memory reserved', 'memoria reservada'),
  'limits.cpu': text('CPU limit', 'límite de CPU'),
  'limits.memory': text('memory limit', 'límite de memoria'),
  terminationGracePeriodSeconds: text('seconds to stop', 'segundos para parar'),
  storageClassName: text('storage class', 'clase de almacenamiento'),
  envFrom: text('settings', 'ajustes'),
  runAsUser: text('user', 'usuario'),
  runAsGroup: text('group', 'grupo'),
  'count/routes.route.openshift.io': text('Routes', 'Routes'),
};

/** What an item of these lists is called. */
const spokenItems: Readonly<Record<string, Text>> = {
  env: text('variable', 'variable'),
  ports: text('port', 'puerto'),
  volumeMounts: text('directory', 'directorio'),
};

function spokenName(path: readonly Step[]): Text {
  const step = path.at(-1);
  const item = typeof step === 'object' ? spokenItems[fieldsIn(path).at(-1) ?? ''] : undefined;
  if (typeof step === 'object' && item) {
    const key = step.item === '' ? '' : ` ${wordOf(step.item)}`;
    return text(`${item.en}${key}`, `${item.es}${key}`);
  }
  if (path.at(-1) === namespaceLabel && path.includes('namespaceSelector')) return text('namespace', 'espacio de nombres');
  const name = nameOf(path);
  return typeof path.at(-1) === 'string' ? (spoken[name] ?? verbatim(name)) : verbatim(name);
}

const isRule = ([root, list, item, ...deeper]: readonly Step[]): boolean =>
  root === 'spec' && (list === 'ingress' || list === 'egress') && typeof item === 'object' && deeper.length === 0;

function partOf({ path, before, after }: FieldChange): Text {
  const sign = before === undefined ? '+ ' : after === undefined ? '- ' : '';
  if (sign !== '' && isRule(path)) {
    return ruleText(path[1] === 'ingress' ? 'in' : 'out', sign === '+ ', before ?? after);
  }
  const name = spokenName(path);
  const [old, fresh] = shownBoth(path, before, after);
  if (sign !== '') {
    const head = isKnownBy(path, sign) ? old || fresh : '';
    return text(withHead(`${sign}${name.en}`, head), withHead(`${sign}${name.es}`, head));
  }
  if (old === '' || fresh === '' || old === fresh) return text(`${name.en}: changed`, `${name.es}: cambia`);
  const values = contrast(old, fresh);
  return text(`${name.en} ${values}`, `${name.es} ${values}`);
}

/** Both values in a word; images as people call them, as long as that tells them apart. */
function shownBoth(path: readonly Step[], before: unknown, after: unknown): readonly [string, string] {
  const images = path.at(-1) === 'image' ? ([imageWord(before), imageWord(after)] as const) : undefined;
  return images && images[0] !== images[1] ? images : [shownValue(before), shownValue(after)];
}

/** Whether a word of what is in it helps: not of what goes, and not of an item that has a name; a port is known by both. */
function isKnownBy(path: readonly Step[], sign: string): boolean {
  const step = path.at(-1);
  if (typeof step !== 'object') return sign === '+ ';
  return step.item === '' || (sign === '+ ' && path.at(-2) === 'ports');
}

/** What comes with a word of what is in it, unless its name says that already. */
const withHead = (name: string, head: string): string =>
  head === '' || name.endsWith(` ${head}`) ? name : `${name} ${clipped(head, longestValue)}`;

/** Letters that a phrase of several parts may have, and how many of them there may be. */
const room = { letters: 64, parts: 3 };

const andMoreThan = (said: Text, count: number): Text =>
  count === 0 ? said : text(`${said.en} and ${andMore(count).en}`, `${said.es} y ${andMore(count).es}`);

/** What changes in an object: of the most telling fields those that there is room for, and how many more there are. */
export function changesText(changes: readonly FieldChange[]): Text {
  const ranked = changes.map((change) => [rankOf(change), change] as const).sort(([a], [b]) => a - b);
  const parts = [...new Map(ranked.map(([, change]) => partOf(change)).map((part) => [part.en, part])).values()];
  const phraseOf = (some: readonly Text[]): Text =>
    andMoreThan(text(some.map(({ en }) => en).join(', '), some.map(({ es }) => es).join(', ')), parts.length - some.length);
  const told: Text[] = [];
  for (const part of parts) {
    const { en, es } = phraseOf([...told, part]);
    if (told.length === 0 || (told.length < room.parts && Math.max(en.length, es.length) <= room.letters)) told.push(part);
  }
  return phraseOf(told);
}
