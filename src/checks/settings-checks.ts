import type { V1Container } from '@kubernetes/client-node';
import type { AnyObject } from '../model/manifest.ts';
import { text } from '../model/text.ts';
import type { Check, Checks } from './check.ts';
import { containersOf, type Inventory, type Template } from './inventory.ts';
import { entriesIn, fieldOf, nameOf, namespaceOf } from './object-fields.ts';

const isWord = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean';

/** Where each kind has text only, with the values that are no text because nobody put them into quotes. */
function bareWordsOf(object: AnyObject, templates: readonly Template[]): readonly (readonly [string, unknown])[] {
  const isData = object.kind === 'ConfigMap' || object.kind === 'Secret';
  const maps = [
    fieldOf(object, 'metadata', 'labels'),
    fieldOf(object, 'metadata', 'annotations'),
    ...(isData ? [fieldOf(object, 'data')] : []),
  ];
  const own = templates.filter(({ owner }) => owner === object);
  const env = own.flatMap(({ spec }) =>
    containersOf(spec).flatMap(({ env: list = [] }) => list.map(({ name, value }) => [name, value as unknown] as const)),
  );
  return [...maps, ...own.flatMap(({ labels, annotations }) => [labels, annotations])]
    .flatMap(entriesIn)
    .concat(env)
    .filter(([, value]) => isWord(value));
}

const valueNotText: Check = {
  severity: 'error',
  look: ({ all, templates }) =>
    all.flatMap((object) =>
      bareWordsOf(object, templates).map(([name, value]) => ({
        object,
        says: text(
          `The value of ${name} must be text, and ${value} without quotes is not: the API server refuses it.`,
          `El valor de ${name} debe ser texto, y ${value} sin comillas no lo es: el servidor de la API lo rechaza.`,
        ),
        fix: text(`Put ${value} in quotes.`, `Pon ${value} entre comillas.`),
      })),
    ),
};

/** Variables that refer by $(NAME) to one that only comes later, and so keep the letters as they are. */
const lateReferencesOf = ({ env = [] }: V1Container): readonly { readonly name: string; readonly other: string }[] =>
  env.flatMap(({ name, value }, index) => {
    const later = new Set(env.slice(index + 1).map((each) => each.name));
    const earlier = new Set(env.slice(0, index).map((each) => each.name));
    const others = [...String(value ?? '').matchAll(/(?<!\$)\$\(([-\w.]+)\)/g)].map(([, other = '']) => other);
    return others.filter((other) => later.has(other) && !earlier.has(other)).map((other) => ({ name, other }));
  });

const envOrder: Check = {
  severity: 'error',
  look: ({ templates }) =>
    templates.flatMap(({ owner, spec }) =>
      containersOf(spec)
        .flatMap(lateReferencesOf)
        .map(({ name, other }) => ({
          object: owner,
          says: text(
            `The variable ${name} uses $(${other}), which only comes after it: the program gets “$(${other})” literally.`,
            `La variable ${name} usa $(${other}), que va después: el programa recibe literalmente «$(${other})».`,
          ),
          fix: text(`Put ${other} before ${name}.`, `Pon ${other} antes de ${name}.`),
        })),
    ),
};

interface KeyWish {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key: string;
}

/** Keys without which the pod does not start. */
function wishedKeysOf({ spec }: Template): readonly KeyWish[] {
  const variables = containersOf(spec).flatMap(({ env = [] }) =>
    env.flatMap(({ valueFrom }): readonly KeyWish[] => {
      const { configMapKeyRef: config, secretKeyRef: secret } = valueFrom ?? {};
      return [
        ...(config?.name && !config.optional ? [{ kind: 'ConfigMap' as const, name: config.name, key: config.key }] : []),
        ...(secret?.name && !secret.optional ? [{ kind: 'Secret' as const, name: secret.name, key: secret.key }] : []),
      ];
    }),
  );
  const files = (spec.volumes ?? []).flatMap(({ configMap, secret }): readonly KeyWish[] => [
    ...(configMap?.name && !configMap.optional
      ? itemsOf(configMap).map((key) => ({ kind: 'ConfigMap' as const, name: configMap.name ?? '', key }))
      : []),
    ...(secret?.secretName && !secret.optional
      ? itemsOf(secret).map((key) => ({ kind: 'Secret' as const, name: secret.secretName ?? '', key }))
      : []),
  ]);
  return [...variables, ...files];
}

const itemsOf = ({ items }: { readonly items?: unknown }): readonly string[] =>
  Array.isArray(items) ? items.flatMap((item) => (typeof fieldOf(item, 'key') === 'string' ? [String(fieldOf(item, 'key'))] : [])) : [];

const holds = (object: AnyObject, key: string): boolean =>
  ['data', 'stringData', 'binaryData'].some((field) => entriesIn(fieldOf(object, field)).some(([held]) => held === key));

const keyMissing: Check = {
  severity: 'error',
  look: (inventory) =>
    inventory.templates.flatMap((template) =>
      wishedKeysOf(template)
        .filter(({ kind, name, key }) => {
          const found = inventory.find(kind, namespaceOf(template.owner), name);
          return found !== undefined && !holds(found, key);
        })
        .map(({ kind, name, key }) => ({
          object: template.owner,
          says: text(
            `It needs the key ${key} of the ${kind} ${name}, which does not have it: its pods do not start.`,
            `Necesita la clave ${key} del ${kind} ${name}, que no la tiene: sus pods no arrancan.`,
          ),
          fix: text('Name a key that exists, or add it.', 'Indica una clave que exista, o añádela.'),
        })),
    ),
};

/** For each Service of the namespace the pod gets variables such as KAFKA_PORT=tcp://10.0.0.1:9092, which images of that name read as their own. */
const serviceLinks: Check = {
  severity: 'advice',
  look: (inventory: Inventory) =>
    inventory.templates
      .filter(({ spec }) => spec.enableServiceLinks !== false)
      .flatMap(({ owner, spec }) => {
        const images = new Set(containersOf(spec).map(({ image = '' }) => image.split('@')[0]?.split('/').at(-1)?.split(':')[0]));
        return inventory
          .beside(owner, 'Service')
          .map(nameOf)
          .filter((name) => images.has(name))
          .map((name) => {
            const variable = `${name.toUpperCase().replaceAll('-', '_')}_PORT`;
            return {
              object: owner,
              says: text(
                `Its pods get the variable ${variable}=tcp://… because of the Service ${name}, and an image of that name may take it for a setting of its own.`,
                `Sus pods reciben la variable ${variable}=tcp://… por el Service ${name}, y una imagen con ese nombre puede tomarla por un ajuste suyo.`,
              ),
              fix: text('Set enableServiceLinks: false.', 'Pon enableServiceLinks: false.'),
            };
          });
      }),
};

export const settingsChecks: Checks = {
  'value-not-text': valueNotText,
  'env-order': envOrder,
  'key-missing': keyMissing,
  'service-links': serviceLinks,
};
