import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { image, type Refusal } from './refusal.ts';

/** A row whose answers file holds this. */
const file = (name: string, content: string | Uint8Array, says: string, todo: string): Refusal => ({
  name,
  argv: ['shop', '--answers', 'a.yaml'],
  files: { 'a.yaml': content },
  says: [says],
  todo,
});

const web = (rest: string): string => `components:\n  web: { image: "a:1", ${rest} }\n`;

/** Nine to the power of six, were it resolved. */
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat([...'bcdef'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcde'[index]}`).join(', ')}]`))
  .join('\n');

const broken: readonly Refusal[] = [
  file('a bracket that stays open', 'application:\n  name: [shop\n', 'a.yaml:3:1: A bracket', 'missing before this place'),
  file('a quotation mark that stays open', 'application:\n  name: "shop\n', 'a.yaml:3:1: A bracket, a quotation mark', 'missing before'),
  file('tabs', 'application:\n\tname: shop\n', 'a.yaml:2:1: YAML is indented', 'with spaces'),
  file('a wrong indentation', 'components:\n  web:\n    image: a:1\n   port: 80\n', 'a.yaml:4:1', 'not indented like'),
  file('a key twice', 'application: { name: shop, name: bakery }\n', 'a.yaml:1:28', 'remove one of them'),
  file('several documents', 'application: {}\n---\napplication: {}\n', 'a.yaml:2:1', 'remove what follows'),
  file('a key that is a list', '? [a]\n: b\n', 'a.yaml:1:3', 'A key is a word'),
  file('a value that YAML keeps for itself', 'application:\n  name: @shop\n', 'a.yaml:2:9', 'in quotation marks'),
  file('a value and a map', 'shop\nname: x\n', 'a.yaml:1:1', 'ends with a colon'),
  file('bytes that are no UTF-8', Uint8Array.of(0x6e, 0x3a, 0x20, 0xe9, 0x0a), 'a.yaml is not text in UTF-8', 'save this one as UTF-8'),
  file('a binary', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0x02, 0xff, 0x00), 'a.yaml is not text in UTF-8', 'Name another file'),
  file(
    'more aliases than a person writes',
    `components:\n  web: &w {}\n  more: [${'*w, '.repeat(101)}]\n`,
    'a.yaml:1:1',
    'Write the values out',
  ),
  {
    ...file('an alias bomb', bomb, '', ''),
    says: ['a.yaml:1:1', 'a.yaml:2:1', 'a.yaml:3:1', 'a.yaml:4:1', 'a.yaml:5:1', 'a.yaml:6:1'],
    todo: 'application or components',
  },
  file('an alias of itself', 'components:\n  web: { image: "a:1", needs: &n [*n] }\n', 'a.yaml:2:', 'a single value'),
  file('an alias of nothing', web('port: *gone'), 'a.yaml:2:', 'no anchor'),
];

const wrong: readonly Refusal[] = [
  file('an unknown key', 'application:\n  nam: shop\n', 'a.yaml:2:3: There is no key “nam”', 'Did you mean name?'),
  file('an unknown section', 'aplication:\n  name: shop\n', 'a.yaml:1:1', 'Did you mean application?'),
  file('a key that is near to none', 'application:\n  xyzzy: 1\n', 'a.yaml:2:3', 'create-k8s-app questions'),
  file('a built-in property for a key', 'application: { __proto__: x }\n', 'a.yaml:1:16', 'create-k8s-app questions'),
  file('a key of the application in a component', web('namespace: x'), 'a.yaml:2:', 'under “application”'),
  file('a key of a component in the application', 'application: { port: 80 }\n', 'a.yaml:1:16', 'components.NAME'),
  file('a word for a number', web('port: eighty'), 'port: "eighty" is not accepted', '1 to 65535'),
  file('a misspelt value', web('run: sheduled'), 'run: "sheduled"', 'Did you mean scheduled?'),
  file('a list where one value goes', web('port: [80, 81]'), '“port” takes one value', '1 to 65535'),
  file('a map where one value goes', web('port: { a: 1 }'), 'a single value', 'not a list or a map'),
  file('a map where a list goes', web('env: { LOG: info }'), '“env” takes a list, not a map', 'LOG_LEVEL=info'),
  file('a list of components', 'components: [web]\n', 'a.yaml:1:13', 'a map of keys and values'),
  file('one word', 'shop\n', 'a.yaml:1:1', 'a map of keys and values'),
  file('a key without a value', web('port: '), 'This key has no value', 'remove the key'),
  file('an unknown preset', 'components:\n  db: { preset: postgre }\n', 'a.yaml:2:17', 'Did you mean postgresql?'),
  file('a wrong name of a component', 'components:\n  Web: { image: "a:1" }\n', 'a.yaml:2:3: "Web"', 'lower-case'),
  file('a missing answer', 'application: { name: shop }\n', '--image is missing', 'ghcr.io/example/shop:2.4.1'),
];

const place: readonly Refusal[] = [
  { name: 'is missing', argv: ['shop', '--answers', 'gone.yaml'], says: ['no answers file gone.yaml'], todo: 'Name a file' },
  {
    name: 'is a folder',
    argv: ['shop', '--answers', 'old'],
    prepare: ({ here }) => mkdirSync(join(here, 'old')),
    says: ['old is a folder'],
    todo: 'old is a folder, not an answers file',
  },
  file('is empty', '', '--image is missing', 'ghcr.io/example/shop:2.4.1'),
  {
    name: 'is an empty standard input',
    argv: ['shop', '--answers', '-'],
    says: ['--image is missing'],
    todo: 'ghcr.io/example/shop:2.4.1',
  },
  {
    name: 'is a broken standard input',
    argv: ['shop', '--answers', '-', ...image],
    stdin: 'application: [\n',
    says: ['stdin:2:1'],
    todo: 'missing before this place',
  },
  {
    name: 'speaks of components, and there are none',
    argv: ['namespace', 'shop', '--answers', 'a.yaml'],
    files: { 'a.yaml': web('port: 8080') },
    says: ['A namespace has no components'],
    todo: 'leave out the word “namespace”',
  },
];

export const answersFileRefusals: Readonly<Record<string, readonly Refusal[]>> = {
  'an answers file that is not YAML': broken,
  'an answers file that says nonsense': wrong,
  'an answers file that': place,
};
