import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'rolldown/utils';
import type { Text } from '../src/model/text.ts';
import { presets } from './presets-of-the-house.ts';

/** A pair of words where it was written. What the program fills in reads as “…”. */
export interface PlacedText extends Text {
  /** `src/questions/basics.ts:20` */
  readonly place: string;
  /** The property that it is the value of, such as `says` or `help`; empty where it is none. */
  readonly role: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The letters of a string or a template, or undefined for anything else. */
function lettersOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node?.type !== 'TemplateLiteral') return undefined;
  return (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked).join('…');
}

type Halves = readonly (Node | undefined)[];

/** The halves of `text('…', '…')`, of `{ en: '…', es: '…' }` and of `language === 'en' ? '…' : '…'`. */
const forms: Readonly<Record<string, (node: Node) => Halves>> = {
  CallExpression: ({ callee, arguments: halves }) => (isNode(callee) && callee['name'] === 'text' ? (halves as Halves) : []),
  ObjectExpression: ({ properties }) =>
    ['en', 'es'].map((name) => {
      const half = (properties as readonly Node[]).find(({ key }) => isNode(key) && key['name'] === name);
      return half?.['value'] as Node | undefined;
    }),
  ConditionalExpression: ({ test, consequent, alternate }) =>
    isNode(test) && isNode(test['right']) && test['right']['value'] === 'en' ? [consequent as Node, alternate as Node] : [],
};

function textOf(node: Node): Text | undefined {
  const [en, es] = (forms[node.type]?.(node) ?? []).map(lettersOf);
  return en === undefined || es === undefined ? undefined : { en, es };
}

function textsIn(path: string): readonly PlacedText[] {
  const source = readFileSync(path, 'utf8');
  const found: PlacedText[] = [];
  const visit = (value: unknown, role: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, role);
    if (!isNode(value)) return;
    const said = textOf(value);
    if (said) found.push({ ...said, role, place: `${path}:${source.slice(0, value.start).split('\n').length}` });
    const inner = value.type === 'Property' && isNode(value['key']) ? String(value['key']['name'] ?? '') : role;
    for (const child of Object.values(value)) visit(child, inner);
  };
  visit(parseSync(path, source).program, '');
  return found;
}

/** Every pair of words that the program can say, from the source and from the presets. */
export const texts: readonly PlacedText[] = [
  ...globSync('src/**/*.{ts,tsx}').sort().flatMap(textsIn),
  ...presets.flatMap(({ name, title, about }) => [
    { ...title, role: 'label', place: `presets/${name}.yaml` },
    { ...about, role: 'fits', place: `presets/${name}.yaml` },
  ]),
];
