import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Refusal, shop } from './refusal.ts';

const words: readonly Refusal[] = [
  { name: 'help on nothing', argv: ['--help', 'xyzzy'], says: ['no help on “xyzzy”'], todo: '--help lists' },
  { name: 'help on something misspelt', argv: ['help', 'storge'], says: ['no help on “storge”'], todo: 'storage' },
  { name: 'an explanation of nothing', argv: ['explain', 'xyzzyxyzzy'], says: ['“xyzzyxyzzy”'], todo: 'create-k8s-app questions' },
  { name: 'an explanation of something misspelt', argv: ['explain', 'portt'], says: ['“portt”'], todo: 'port?' },
  { name: 'a built-in property', argv: ['explain', 'constructor'], says: ['“constructor”'], todo: 'create-k8s-app questions' },
  { name: 'completion of an unknown shell', argv: ['completion', 'elvish'], says: ['“elvish”'], todo: 'bash, zsh, fish, or powershell' },
  { name: 'completion of no shell', argv: ['completion'], says: ['which shell it is for'], todo: 'bash' },
  { name: 'a misspelt command', argv: ['completon', 'bash'], says: ['too many: “bash”'], todo: 'create-k8s-app completion bash' },
  {
    name: 'a flag of another command',
    argv: ['presets', '--image', 'a:1'],
    says: ['--image means nothing to “presets”'],
    todo: 'Leave it out',
  },
  {
    name: 'a namespace without a name',
    argv: ['namespace', '--yes'],
    says: ['name of the namespace is missing'],
    todo: 'namespace team-shop',
  },
  { name: 'check in an empty folder', argv: ['check'], says: ['no manifests in “.”'], todo: '“-” for standard input' },
  { name: 'check of what is not there', argv: ['check', 'gone'], says: ['“gone” cannot be read'], todo: 'that exists' },
  { name: 'check of an empty standard input', argv: ['check', '-'], says: ['no manifests in standard input'], todo: 'Name a file' },
  { name: 'check of broken YAML', argv: ['check', '-'], stdin: 'kind: [\n', says: ['stdin:2:1'], todo: 'Fix the file' },
  {
    name: 'check of a folder without manifests',
    argv: ['check', 'notes'],
    prepare: ({ here }) => mkdirSync(join(here, 'notes')),
    says: ['no manifests in “notes”'],
    todo: 'with YAML',
  },
  {
    name: 'a namespace with a wrong name',
    argv: ['namespace', 'Team_Shop'],
    says: ['"Team_Shop" is not accepted'],
    todo: '--namespace NAME',
  },
  { name: 'a namespace of the system', argv: ['namespace', 'kube-public'], says: ['belongs to the system'], todo: '--namespace NAME' },
  {
    name: 'a namespace with an image',
    argv: ['namespace', ...shop],
    says: ['a namespace has none'],
    todo: 'leave out the word “namespace”',
  },
];

const inSpanish: readonly Refusal[] = [
  { name: 'a misspelt flag', argv: ['shop', '--imge', 'a:1'], says: ['No existe la opción --imge'], todo: '¿Querías decir --image?' },
  { name: 'a misspelt value', argv: [...shop, '--run', 'sheduled'], says: ['No se acepta "sheduled"'], todo: '¿Querías decir scheduled?' },
  { name: 'a misspelt component', argv: [...shop, '--bd.port', '1'], says: ['ningún componente «bd»'], todo: 'Tiene web' },
  {
    name: 'a value out of range',
    argv: [...shop, '--port', '0'],
    says: ['--port: No se acepta "0"'],
    todo: 'un número entero de 1 a 65535',
  },
  { name: 'an idle flag', argv: [...shop, '--storage-size', '5Gi'], says: ['--storage-size no tiene efecto aquí'], todo: '--data keep' },
  { name: 'missing answers', argv: ['shop', '--run', 'scheduled'], says: ['Falta --image', 'Falta --schedule'], todo: 'cinco campos' },
  {
    name: 'an impossible combination',
    argv: [...shop, '--data', 'keep', '--ownership', 'shared', '--replicas', '3'],
    says: ['Dos pods no pueden escribir'],
    todo: 'Elige una: --ownership own',
  },
  {
    name: 'a secret',
    argv: [...shop, '--env', 'DB_PASSWORD=hunter2'],
    says: ['parece un secreto'],
    todo: '--env-secret',
    hides: 'hunter2',
  },
  {
    name: 'a broken answers file',
    argv: ['shop', '--answers', 'a.yaml'],
    files: { 'a.yaml': 'application:\n\tname: shop\n' },
    says: ['a.yaml:2:1: YAML se sangra'],
    todo: 'con espacios',
  },
  {
    name: 'a missing answers file',
    argv: ['shop', '--answers', 'gone'],
    says: ['No existe el archivo de respuestas gone'],
    todo: 'Indica un archivo',
  },
  {
    name: 'a target that is a file',
    argv: shop,
    files: { shop: 'mine' },
    says: ['es un archivo, no una carpeta'],
    todo: 'Indica una carpeta',
  },
  {
    name: 'a file of the same name',
    argv: shop,
    files: { 'shop/README.md': 'mine' },
    exit: 1,
    says: ['se han cambiado a mano'],
    todo: '--overwrite',
  },
  { name: 'an empty check', argv: ['check'], says: ['no hay ningún manifiesto'], todo: 'entrada estándar' },
];

export const commandRefusals: Readonly<Record<string, readonly Refusal[]>> = {
  'a command:': words,
  'in Spanish:': inSpanish.map((row): Refusal => ({ ...row, argv: [...row.argv, '--lang', 'es'] })),
};
