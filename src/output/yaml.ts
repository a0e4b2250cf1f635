import { Document, isMap, isSeq, type Node, type Scalar } from 'yaml';
import type { Manifest, Pointer } from '../model/manifest.ts';
import type { Language, Text } from '../model/text.ts';

/**
 * Kubernetes reads YAML 1.1, in which `yes`, `on`, `1_000` and `12:30:45` are not texts: `compat` quotes them. No line is
 * folded and nothing becomes an alias, so that a file says plainly what it means.
 */
const written = { compat: 'yaml-1.1', aliasDuplicateObjects: false } as const;
const lines = { lineWidth: 0 } as const;

/** Characters that YAML 1.1 takes for a line break or does not allow as they are: they must be written as escapes. */
const unprintable = /[^\P{Cc}\n\t]|[\u2028\u2029\ufeff]/u;

/** A lone “=” has a type of its own in YAML 1.1 (yaml.org/type/value.html), and some readers refuse it. */
const lonelyEquals = /[:-] =$/m;

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The document as text. Only double quotes can hold escapes, so where one thing needs them every value gets them. */
function print(document: Document): string {
  const plain = document.toString(lines);
  if (!unprintable.test(plain) && !lonelyEquals.test(plain)) return plain;
  const quoted = document.toString({ ...lines, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
  return quoted.replace(new RegExp(unprintable, 'gu'), escaped);
}

/** Columns of a comment, indentation not counted. */
const commentWidth = 92;

/** The text in lines of at most `commentWidth` characters, cut between words. */
function wrapped(said: string): string {
  const out: string[] = [];
  for (const word of said.trim().split(/\s+/)) {
    const last = out.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= commentWidth) out[out.length - 1] = `${last} ${word}`;
    else out.push(` ${word}`);
  }
  return out.join('\n');
}

/** The names in a JSON Pointer (RFC 6901). */
const partsOf = (pointer: Pointer): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The node above which a comment on this field stands: the key of a map, the item of a list. */
function nodeAt(root: unknown, pointer: Pointer): Node {
  let value: unknown = root;
  let place: unknown = root;
  for (const part of partsOf(pointer)) {
    if (isMap(value)) {
      const pair = value.items.find(({ key }) => (key as Scalar).value === part);
      [place, value] = [pair?.key, pair?.value];
    } else {
      place = value = isSeq(value) ? value.items[Number(part)] : undefined;
    }
  }
  if (!place) throw new Error(`No field at ${pointer}`);
  return place as Node;
}

function withComments(document: Document, why: Readonly<Record<Pointer, Text>>, language: Language): Document {
  for (const [pointer, reason] of Object.entries(why)) {
    nodeAt(document.contents, pointer).commentBefore = wrapped(reason[language]);
  }
  return document;
}

/** A value as YAML that reads the same under YAML 1.1 and 1.2. */
export const printYaml = (value: unknown): string => print(new Document(value, written));

/** A manifest as YAML, in the order in which it was built, with its reasons as comments. A reason of no field is a bug. */
export function yamlOf(manifest: Manifest, language: Language): string {
  return print(withComments(new Document(manifest.object, written), manifest.why, language));
}

/** All manifests as one stream of documents. */
export const yamlStream = (manifests: readonly Manifest[], language: Language): string =>
  manifests.map((manifest) => yamlOf(manifest, language)).join('---\n');
