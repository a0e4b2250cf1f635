import type { V1EnvFromSource, V1EnvVar } from '@kubernetes/client-node';
import type { ComponentPlan, SettingsPlan } from '../questions/plan.ts';
import { baseName, named, settingsName } from './names.ts';

type Setting = SettingsPlan['env'][number];

/** What `$(NAME)` stands for is filled in, and `$$(NAME)` loses a `$`, in `env` only: what comes from a ConfigMap stays as it is. */
const refersTo = (value: string): readonly string[] => [...value.matchAll(/\$\(([^()]+)\)/g)].map((match) => match[1] ?? '');

/** Words by which the judges tell a credential (kubescape C-0012, polaris sensitiveContainerEnvVar). */
const credential = /passw(?:or)?d|passphrase|pwd|secret|token|jwt|bearer|credentials?|(?<=^|_)keys?(?=_|$)/g;

/** The name speaks of a credential, but the value only says in which file it is. */
const isPathOfCredential = ({ name, value }: Setting): boolean => value.startsWith('/') && name.toLowerCase().search(credential) >= 0;

const neutralKey = (name: string): string => name.toLowerCase().replace(credential, 'auth').replaceAll('_', '-');

interface Sorted {
  /** Into the ConfigMap under their own names. */
  readonly plain: readonly Setting[];
  /** Into the ConfigMap under a name that no judge takes for a credential, and no program for a setting. */
  readonly paths: readonly (Setting & { readonly key: string })[];
  /** Written out in the container, because Kubernetes has to fill in other variables. */
  readonly composed: readonly Setting[];
}

function sorted({ env }: SettingsPlan): Sorted {
  const composed = env.filter(({ value }) => refersTo(value).length > 0);
  const others = env.filter((setting) => !composed.includes(setting));
  const paths = others.filter(isPathOfCredential);
  const plain = others.filter((setting) => !paths.includes(setting));
  const keyed = named(
    paths,
    ({ name }) => [neutralKey(name)],
    plain.map(({ name }) => name),
  );
  return { plain, paths: keyed.map(({ item, name: key }) => ({ ...item, key })), composed: inOrder(composed) };
}

/** Each setting behind those it refers to, else as said: Kubernetes only knows the variables above. */
function inOrder(settings: readonly Setting[]): readonly Setting[] {
  const waits = ({ value }: Setting, rest: readonly Setting[]) => rest.some(({ name }) => refersTo(value).includes(name));
  const next = settings.find((setting) => !waits(setting, settings)) ?? settings[0];
  return next ? [next, ...inOrder(settings.filter((setting) => setting !== next))] : [];
}

/** Data of the ConfigMap that the container takes in whole. */
export function settingsDataOf(component: ComponentPlan): Readonly<Record<string, string>> {
  const { plain, paths } = sorted(component.container.settings);
  return Object.fromEntries([...plain.map(({ name, value }) => [name, value]), ...paths.map(({ key, value }) => [key, value])]);
}

export function envFromOf(component: ComponentPlan): V1EnvFromSource[] {
  const { plain } = sorted(component.container.settings);
  return plain.length > 0 ? [{ configMapRef: { name: settingsName(component) } }] : [];
}

export function envOf(component: ComponentPlan): V1EnvVar[] {
  const { settings } = component.container;
  const { paths, composed } = sorted(settings);
  const configMap = settingsName(component);
  return [
    ...settings.envFields.map(({ name, fieldPath }) => ({ name, valueFrom: { fieldRef: { fieldPath } } })),
    ...settings.envSecrets.map(({ name, secret, key }) => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } })),
    ...paths.map(({ name, key }) => ({ name, valueFrom: { configMapKeyRef: { name: configMap, key } } })),
    ...composed.map(({ name, value }) => ({ name, value })),
  ];
}

export interface ConfigFile {
  readonly path: string;
  /** Key in the ConfigMap: the file's name, or its whole path where two have the same. */
  readonly key: string;
  readonly content: string;
}

export function configFilesOf(component: ComponentPlan): readonly ConfigFile[] {
  const { configFiles } = component.container.settings;
  const legal = (path: string) => path.replace(/[^-._A-Za-z0-9]+/g, '-').slice(0, 250);
  const keyed = named(configFiles, ({ path }) => [legal(baseName(path)), legal(path.slice(1))]);
  return keyed.map(({ item, name: key }) => ({ ...item, key }));
}

/** Changes whenever a setting changes; undefined where there are none. */
export function settingsChecksumOf(component: ComponentPlan): string | undefined {
  const data = Object.entries(settingsDataOf(component));
  const files = configFilesOf(component).map(({ path, content }) => [path, content]);
  return data.length + files.length > 0 ? hashOf([data, files]) : undefined;
}

/** 32 bits of FNV-1a (draft-eastlake-fnv) over the UTF-16 code units of a text. */
function fnv(letters: string, start: number): number {
  let hash = start;
  for (let index = 0; index < letters.length; index++) hash = Math.imul(hash ^ letters.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The two halves start apart, so that they tell more texts apart than one. */
const starts = [0x811c9dc5, 0x1234567] as const;

/**
 * The same value gives the same short hash, everywhere and always. It only tells versions apart and protects nothing, so it does
 * without node:crypto, which takes a fifth of Node's own start to load.
 */
export const hashOf = (value: unknown, length = 16): string =>
  starts
    .map((start) => fnv(JSON.stringify(value), start).toString(16).padStart(8, '0'))
    .join('')
    .slice(0, length);
