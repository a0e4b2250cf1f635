import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/model/shell-word.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { invocationOf } from '../../src/ui/flags.ts';
import { commandLine } from '../../src/ui/quote.ts';
import { changeCommand, type Run, repeatCommand, repeatWords } from '../../src/ui/repeat.ts';
import { applicationQuestions, componentQuestions } from '../../src/ui/vocabulary.ts';
import { vocabulary } from './vocabulary.ts';

/** What a real shell makes of a line. */
const wordsOf = (line: string): readonly string[] =>
  execFileSync('bash', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

const hostile = [
  '',
  ' ',
  "it's",
  'a\nb',
  '$(touch x)',
  '`id`',
  '$HOME',
  '~',
  '=ls',
  '!!',
  '*',
  'a"b',
  '\\',
  "\\'",
  'ñandú ☃',
  '\u001b[31m',
  '\u0085',
  '#',
  'a;b',
  '{a,b}',
  '-x',
  "\t'\r",
];

describe('quoting', () => {
  it('leaves harmless words alone', () => {
    expect(commandLine(['shop', '--image', 'ghcr.io/example/shop:2.4.1', '--env=A=b'])).toBe(
      'shop --image ghcr.io/example/shop:2.4.1 --env=A=b',
    );
  });

  it('keeps every word whole in a real shell', () => {
    expect(wordsOf(commandLine(hostile))).toEqual(hostile);
    const words = fc.sample(fc.string({ unit: 'grapheme' }), { numRuns: 300, seed: 7 }).map((word) => word.replaceAll('\0', ''));
    expect(wordsOf(commandLine(words))).toEqual(words);
  });

  it('never lets a control character reach the terminal', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    for (const word of hostile) expect(shellWord(word)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  });
});

const run: Run = {
  command: 'create',
  folder: 'my shop',
  slots: [{ key: 'web' }, { key: 'db', preset: 'postgresql' }, { key: 'kafka', preset: 'kafka' }],
  said: {
    application: { quota: 'medium', 'create-namespace': false },
    components: { web: { port: 8080, args: ['-v', 'a b'], version: '2' }, '': { port: 9090 }, db: { 'storage-size': '20Gi', needs: [] } },
  },
  language: 'en',
};

describe('the repeated command', () => {
  it('says what was said, the main component by bare flags', () => {
    expect(repeatCommand(run, catalogue)).toBe(
      "create-k8s-app 'my shop' --yes --with postgresql=db --with kafka --no-create-namespace --quota medium --port 9090 --component web" +
        " --version=2 --args=-v --args 'a b' --db.storage-size 20Gi --db.no-needs --lang en",
    );
  });

  it('names folders that look like something else by their path', () => {
    const of = (folder: string) => repeatWords({ ...run, folder, slots: [], said: { application: {}, components: {} } }, catalogue)[0];
    expect([of('check'), of('-x'), of('shop'), of('.')]).toEqual(['./check', './-x', 'shop', '.']);
  });

  it('has one beside it that starts from the answers in the folder', () => {
    expect(changeCommand(run)).toBe("create-k8s-app 'my shop' --answers 'my shop/create-k8s-app.yaml' --yes --lang en");
    expect(changeCommand({ ...run, folder: '.' })).toBe('create-k8s-app . --answers create-k8s-app.yaml --yes --lang en');
    expect(changeCommand({ ...run, command: 'namespace', said: { application: { namespace: 'team' }, components: {} } })).toBe(
      "create-k8s-app namespace 'my shop' --answers 'my shop/create-k8s-app.yaml' --yes --namespace team --lang en",
    );
  });

  it('repeats a preset', () => {
    const words = repeatWords(
      { command: 'create', slots: [{ key: 'postgresql', preset: 'postgresql' }], said: { application: {}, components: {} } },
      catalogue,
    );
    expect(words).toEqual(['--yes', '--preset', 'postgresql']);
  });

  it('goes through a real shell and gives the same answers', () => {
    const samples = (questions: ReturnType<typeof componentQuestions>) =>
      fc.record(Object.fromEntries(questions.map((asked) => [asked.id, fc.constantFrom(...asked.type.samples)])), { requiredKeys: [] });
    const said = fc.record({
      application: samples(applicationQuestions(catalogue)),
      main: samples(componentQuestions(catalogue)),
      db: samples(componentQuestions(catalogue)),
    });
    fc.assert(
      fc.property(said, ({ application, main, db }) => {
        const components = { '': main, db };
        const line = repeatCommand(
          {
            command: 'create',
            folder: 'it’s',
            slots: [{ key: '' }, { key: 'db', preset: 'postgresql' }],
            said: { application, components },
          },
          catalogue,
          '',
        );
        const invocation = invocationOf(wordsOf(line), {}, vocabulary);
        const spoken = Object.fromEntries(Object.entries(components).filter(([, values]) => Object.keys(values).length > 0));
        expect(invocation).toMatchObject({ folder: 'it’s', yes: true, added: [{ preset: 'postgresql', name: 'db' }] });
        expect('said' in invocation && { ...invocation.said.application }).toEqual({ ...application });
        expect('said' in invocation && invocation.said.components).toEqual(JSON.parse(JSON.stringify(spoken)));
      }),
      { numRuns: 30 },
    );
  });
});
