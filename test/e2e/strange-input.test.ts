import { appendFileSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { treeOf } from '../output/folder.ts';
import { image, shop } from './bad-input/refusal.ts';
import { differences, type Sandboxes, sandboxes } from './bad-input/sandbox.ts';

let boxes: Sandboxes;
beforeAll(() => {
  boxes = sandboxes();
});
afterAll(() => boxes.close());

/** Runs printed commands in a real shell, in a folder beside: the program is the one that is tested, kubectl looks at its folder. */
const inShell = (commands: string): readonly string[] => [
  'bash',
  '--norc',
  '-euc',
  `npx() { shift; "$NODE" "$PROGRAM" "$@" 2> /dev/null; }\nkubectl() { [[ $1 != apply || -d $3 ]]; }\n${commands}`,
];

/** What the report tells to run: the lines below the wish to apply and to repeat. */
const printed = (report: string, start: string): readonly string[] =>
  report.split('\n').flatMap((line) => (line.startsWith(`  ${start}`) ? [line.trim()] : []));

const tricks = [
  '../here/shop',
  'new\nline',
  'it\'s "quoted"',
  '$(touch pwned)',
  '`touch pwned`',
  'a;touch pwned',
  'a && b | c > d',
  '~',
  '*',
  '#',
  '!!',
  '{a,b}',
  '\\',
  ' ',
  'Müller Straße 日本',
  '日本',
  'a\u001b[31mred',
  'namespace',
  'create',
  '-x',
  '--image',
  'k8s=1',
];

describe('a folder that is called', () => {
  it.concurrent.each(tricks)('%j gives commands that a shell understands', async (folder) => {
    const box = boxes.sandbox();
    const { code, stderr } = await box.run({ argv: [...image, '--', folder] });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters would act on the terminal
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(code).toBe(0);
    const made = treeOf(box.here);
    expect(Object.keys(made)).not.toContain('pwned');

    expect(await box.run({ argv: [], through: inShell(printed(stderr, 'kubectl').join('\n')) })).toMatchObject({ code: 0, stderr: '' });

    const again = boxes.sandbox();
    const [apply = 'false', repeat = 'false'] = printed(stderr, 'npx');
    // Nobody has a cluster here: that it looks for one shows that it found the folder.
    expect(await box.run({ argv: [], through: inShell(apply) })).toMatchObject({ code: 4, stderr: '' });
    expect(await again.run({ argv: [], through: inShell(repeat) })).toMatchObject({ code: 0, stderr: '' });
    expect(differences(treeOf(again.here), made)).toEqual([]);
  });
});

describe('values that YAML or a shell could misread', () => {
  const values = [
    'yes',
    'on',
    'null',
    '~',
    '1e3',
    '0x1f',
    '012',
    '1_000',
    '12:30:45',
    '2024-01-01',
    '.inf',
    '',
    ' ',
    '!!js',
    '{',
    '[a',
    '#',
    'a #b',
    '&a',
    '*a',
    '|',
    '>',
    '%x',
    '@x',
    '`id`',
    '$HOME',
    "it's",
    '"',
    '\\',
    '- a',
    'a: b',
    '---',
    '\u2028',
    'two\nlines',
    'tab\t',
    '<<',
    '=',
    'é☃😀',
  ];
  const env = Object.fromEntries(values.map((value, index) => [`V${index}`, value]));
  // In a variable it stands for another variable, as Kubernetes reads it.
  const args = [...values, '$(id)'];
  const said = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const argv = [...shop, ...said, ...args.map((value) => `--args=${value}`), '--env', 'yes=no', '--env', 'null=~'];
  const expected = { ...env, yes: 'no', null: '~' };

  it('are the same strings in the manifests, for old readers of YAML and new ones', async () => {
    const { stdout } = await boxes.sandbox().run({ argv: [...argv, '--stdout'] });
    for (const version of ['1.1', '1.2'] as const) {
      const objects = parseAllDocuments(stdout, { version }).map((document) => document.toJS());
      const held = (kind: string) => objects.find((object) => object.kind === kind);
      expect(held('ConfigMap').data).toEqual(expected);
      expect(held('Deployment').spec.template.spec.containers[0].args).toEqual(args);
    }
  });

  it('are the same in the answers file, and in the command that repeats the run', async () => {
    const box = boxes.sandbox();
    const { stderr } = await box.run({ argv });
    const made = treeOf(box.here);
    const answers = readFileSync(join(box.here, 'shop/create-k8s-app.yaml'), 'utf8');
    expect(parse(answers).components.web).toMatchObject({ args, env: Object.entries(expected).map((pair) => pair.join('=')) });

    const fromFile = boxes.sandbox();
    writeFileSync(join(fromFile.here, 'a.yaml'), answers);
    await fromFile.run({ argv: ['shop', '--answers', 'a.yaml'] });
    const { 'a.yaml': _, ...fileTree } = treeOf(fromFile.here);
    const fromCommand = boxes.sandbox();
    await fromCommand.run({ argv: [], through: inShell(printed(stderr, 'npx').at(-1) ?? 'false') });
    expect([differences(fileTree, made), differences(treeOf(fromCommand.here), made)]).toEqual([[], []]);
  });
});

describe('a target that is in use', () => {
  it('keeps the files of others', async () => {
    const box = boxes.sandbox();
    mkdirSync(join(box.here, 'shop', 'app', 'web'), { recursive: true });
    for (const path of ['main.go', 'app/web/notes.txt']) writeFileSync(join(box.here, 'shop', path), 'mine');
    expect((await box.run({ argv: shop })).code).toBe(0);
    expect(treeOf(join(box.here, 'shop'))).toMatchObject({ 'main.go': '644 mine', 'app/web/notes.txt': '644 mine', app: 'folder 755' });
  });

  it('loses what a person changed only with --overwrite, and says so', async () => {
    const box = boxes.sandbox();
    await box.run({ argv: shop });
    const made = treeOf(box.here);
    appendFileSync(join(box.here, 'shop/README.md'), 'mine');
    const { code, stderr } = await box.run({ argv: [...shop, '--overwrite'] });
    expect([code, stderr.split('\n')[0]]).toEqual([0, expect.stringContaining('Wrote 1 file to shop/')]);
    expect(differences(treeOf(box.here), made)).toEqual([]);
  });

  it('is as it was before when Ctrl-C comes while it is written', async () => {
    const box = boxes.sandbox();
    const target = join(box.here, 'shop');
    const components = Array.from({ length: 40 }, (_, index) => [`--c${index}.image`, 'a:1']).flat();
    await box.run({ argv: shop });
    const before = treeOf(box.root);
    const staging = watch(target);
    const { code, stderr } = await box.run({
      argv: [...shop, ...components],
      // The first thing that happens in the folder is that the files are put aside, before any of them is moved.
      started: (pid) => void staging.once('change', () => process.kill(pid, 'SIGINT')),
    });
    staging.close();
    expect({ code, stderr, changed: differences(treeOf(box.root), before) }).toEqual({ code: 130, stderr: '', changed: [] });
  });
});

describe('standard streams', () => {
  it('that are closed ask no questions', async () => {
    const box = boxes.sandbox();
    const { code, stdout } = await box.run({ argv: [...shop, '--yes'], through: ['bash', '-c', 'exec "$0" "$@" <&-'] });
    expect({ code, stdout, made: Object.keys(treeOf(box.here)).includes('shop/README.md') }).toEqual({ code: 0, stdout: '', made: true });
  });

  it.concurrent.each([
    [...shop, '--stdout'],
    [...shop, '--json'],
    ['questions', '--json'],
    ['help', 'all'],
    ['completion', 'bash'],
  ])('that nobody reads on end it quietly: %s %s %s %s', async (...argv) => {
    const through = ['bash', '-c', 'set -o pipefail; "$0" "$@" | head -1'];
    const { code, stdout, stderr } = await boxes.sandbox().run({ argv, through });
    expect({ code, stderr, lines: stdout.trimEnd().split('\n').length }).toEqual({ code: 0, stderr: '', lines: 1 });
  });

  it('that take no reports do not stop the work', async () => {
    const box = boxes.sandbox();
    const { code } = await box.run({ argv: shop, through: ['bash', '-c', 'exec "$0" "$@" 2> /dev/full'] });
    expect([code, Object.keys(treeOf(box.here)).includes('shop/README.md')]).toEqual([0, true]);
  });

  it.concurrent.each(['--stdout', '--json'])('get the product and no files, also with --dry-run: %s', async (flag) => {
    const box = boxes.sandbox();
    const plain = await box.run({ argv: [...shop, flag] });
    expect(await box.run({ argv: [...shop, flag, '--dry-run'] })).toEqual(plain);
    expect([plain.code, plain.stdout.length > 1000, treeOf(box.here)]).toEqual([0, true, {}]);
  });
});

it('an empty answers file leaves all to the flags', async () => {
  expect(await boxes.sandbox().run({ argv: [...shop, '--answers', '-', '--quiet'] })).toEqual({ code: 0, stdout: '', stderr: '' });
});
