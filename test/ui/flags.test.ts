import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/problem.ts';
import { catalogue } from '../../src/questions/catalogue.ts';
import { invocationOf, wantsJson } from '../../src/ui/flags.ts';
import { flagWords } from '../../src/ui/said-flags.ts';
import { allQuestions, componentQuestions, find } from '../../src/ui/vocabulary.ts';
import { vocabulary } from './vocabulary.ts';

const read = (...argv: string[]) => invocationOf(argv, {}, vocabulary);

/** The complaints about a command line, in English. */
function complaintsAbout(...argv: string[]) {
  try {
    read(...argv);
  } catch (error) {
    if (error instanceof Problem) return error.complaints.map(({ says, fix, flags }) => ({ says: says.en, fix: fix?.en, flags }));
    throw error;
  }
  return [];
}

const sentences = (...argv: string[]) => complaintsAbout(...argv).map(({ says }) => says);

describe('commands', () => {
  it.each([
    [[], { command: 'create' }],
    [['shop'], { command: 'create', folder: 'shop' }],
    [['.'], { command: 'create', folder: '.' }],
    [['--', 'check'], { command: 'create', folder: 'check' }],
    [['./check'], { command: 'create', folder: './check' }],
    [['--', '--image'], { command: 'create', folder: '--image' }],
    [['namespace', 'team-a'], { command: 'namespace', folder: 'team-a' }],
    [['check'], { command: 'check', place: '.' }],
    [['check', '-'], { command: 'check', place: '-' }],
    [['explain', 'R8'], { command: 'explain', word: 'R8' }],
    [['--json', 'questions'], { command: 'questions', json: true }],
    [['presets', '--lang', 'es'], { command: 'presets', language: 'es' }],
    [['completion', 'fish'], { command: 'completion', shell: 'fish' }],
    [['complete', '--', 'shop', '--im'], { command: 'complete', words: ['shop', '--im'] }],
    [['complete'], { command: 'create', folder: 'complete' }],
    [['shop', '--help'], { command: 'help' }],
    [['--help', 'storage'], { command: 'help', word: 'storage' }],
    [['--help=all'], { command: 'help', word: 'all' }],
    [['help', 'storage'], { command: 'help', word: 'storage' }],
    [['-h'], { command: 'help' }],
    [['--imgae', '--help'], { command: 'help' }],
    [['--version', '--imgae'], { command: 'version' }],
    [['-y', '--plain', '--all-questions'], { command: 'create', yes: true, plain: true, allQuestions: true }],
    [['--answers', '-', '--stdout', '--dry-run', '--overwrite'], { answersFile: '-', stdout: true, dryRun: true, overwrite: true }],
    [
      ['--preset', 'kafka', '--with', 'postgresql=db', '--with=kafka'],
      {
        preset: 'kafka',
        added: [
          { preset: 'postgresql', name: 'db' },
          { preset: 'kafka', name: 'kafka' },
        ],
      },
    ],
  ])('%j', (argv, expected) => {
    expect(read(...argv)).toMatchObject(expected);
  });

  it('prefers plain prompts where the terminal or the person does', () => {
    for (const env of [{ TERM: 'dumb' }, { ACCESSIBLE: '1' }, { INK_SCREEN_READER: 'true' }]) {
      expect(invocationOf([], env, vocabulary)).toMatchObject({ plain: true });
    }
    expect(invocationOf([], { TERM: 'xterm' }, vocabulary)).toMatchObject({ plain: false });
  });
});

describe('answers', () => {
  it.each([
    [['--port', '8080', '--name', 'shop'], { application: { name: 'shop' }, components: { '': { port: 8080 } } }],
    [['--port=none'], { application: {}, components: { '': { port: 'none' } } }],
    [['--no-create-namespace', '--redirect'], { application: { 'create-namespace': false }, components: { '': { redirect: true } } }],
    [['--redirect=false'], { application: {}, components: { '': { redirect: false } } }],
    [['--args=-x', '--args', 'a b', '--args='], { application: {}, components: { '': { args: ['-x', 'a b', ''] } } }],
    [
      ['--no-needs', '--db.no-args', '--db.no-quorum'],
      { application: {}, components: { '': { needs: [] }, db: { args: [], quorum: false } } },
    ],
    [
      ['--db.storage-size', '20Gi', '--storage-size', '1Gi'],
      { application: {}, components: { db: { 'storage-size': '20Gi' }, '': { 'storage-size': '1Gi' } } },
    ],
    [['--version=2.4', '--db.version', '18'], { application: {}, components: { '': { version: '2.4' }, db: { version: '18' } } }],
    [['--no-db.quorum'], { application: {}, components: { 'no-db': { quorum: true } } }],
  ])('%j', (argv, said) => {
    expect(read(...argv)).toMatchObject({ command: 'create', said: { source: 'flag', ...said } });
  });
});

describe('refusals', () => {
  it.each([
    [['--imgae', 'nginx:1.31.0'], 'There is no flag --imgae.', 'Did you mean --image?'],
    [['--db.storagesize', '1Gi'], 'There is no flag --db.storagesize.', 'Did you mean --db.storage-size?'],
    [['--db.quota', 'small'], 'There is no flag --db.quota.', 'Did you mean --quota?'],
    [['status', '--wath'], 'There is no flag --wath.', 'Did you mean --watch?'],
    [['status', '--namespce=shop'], 'There is no flag --namespce.', 'Did you mean --namespace?'],
    [['check', '--wath'], 'There is no flag --wath.', 'create-k8s-app --help all lists all flags.'],
    [['apply', '--db.storagesize'], 'There is no flag --db.storagesize.', 'create-k8s-app --help all lists all flags.'],
    [['namespace', '--imagee'], 'There is no flag --imagee.', 'create-k8s-app --help all lists all flags.'],
    [['--no-image'], 'There is no flag --no-image.', undefined],
    [['-x'], 'There is no flag -x.', undefined],
    [['--constructor'], 'There is no flag --constructor.', undefined],
    [['--__proto__.image', 'a:1'], undefined, undefined],
    [['--DB.image', 'a:1'], undefined, undefined],
    [['--.image', 'a:1'], 'There is no flag --.image.', undefined],
    [['--run', 'alway'], '--run: "alway" is not accepted: give always, once, scheduled, or every-node.', 'Did you mean always?'],
    [
      ['--yes', '--ingress-controller', 'openshift-ruter'],
      '--ingress-controller: "openshift-ruter" is not accepted: give traefik, haproxytech, or ingress-nginx.',
      undefined,
    ],
    [
      ['--platform', 'openshift', '--ingress-controller', 'openshift-ruter'],
      '--ingress-controller: "openshift-ruter" is not accepted: give traefik, haproxytech, ingress-nginx, or openshift-router.',
      'Did you mean openshift-router?',
    ],
    [['--from-cluster', '--yes', '--ingress-controller', 'openshift-ruter'], undefined, 'Did you mean openshift-router?'],
    [
      ['--platform', 'kubernetes', '--entrance', 'rout'],
      '--entrance: "rout" is not accepted: give ingress, load-balancer, or node-port.',
      undefined,
    ],
    [['--port', '0'], undefined, undefined],
    [['--image', '--yes'], '--image needs a value.', 'If --yes is meant to be its value, write --image=--yes.'],
    [['--image'], '--image needs a value.', undefined],
    [['--port', '1', '--port', '2'], '--port is given twice, and it only takes one value.', undefined],
    [['--redirect', '--no-redirect'], '--redirect is both given and ruled out.', undefined],
    [['--no-needs', '--needs', 'db'], '--needs is both given and ruled out.', undefined],
    [
      ['--redirect', 'true'],
      '--redirect is a yes-or-no flag and does not take “true”.',
      'Write just --redirect, or --redirect=true or --redirect=false.',
    ],
    [['--no-redirect=true'], '--no-redirect is a yes-or-no flag and does not take “true”.', undefined],
    [['--lang', 'fr'], '--lang does not know “fr”.', 'Give en or es.'],
    [['--preset', 'postgres'], '--preset does not know “postgres”.', 'Did you mean postgresql?'],
    [['--with', 'kafak=x'], '--with does not know “kafak”.', 'Did you mean kafka?'],
    [['--with', 'kafka=A B'], undefined, undefined],
    [['--stdout', '--json'], '--stdout and --json both print the result: only one of them can.', undefined],
    [['shop', 'more'], 'One word too many: “more”.', 'It is written like this: create-k8s-app [FOLDER].'],
    [['chekc', 'dir'], 'One word too many: “dir”.', 'Did you mean create-k8s-app check dir?'],
    [['presets', 'x'], 'One word too many: “x”.', 'It is written like this: create-k8s-app presets.'],
    [['check', '--overwrite'], '--overwrite means nothing to “check”.', 'Leave it out.'],
    [['check', '--image', 'a:1'], '--image means nothing to “check”.', 'Leave it out.'],
    [['namespace', '--image', 'a:1'], '--image is about a component, and a namespace has none.', undefined],
    [['completion'], 'Say which shell it is for.', undefined],
    [['completion', 'bsh'], 'There is no completion for “bsh”.', 'It can be bash, zsh, fish, or powershell.'],
    [['--help', 'storge'], 'There is no help on “storge”.', 'Did you mean storage?'],
    [[''], 'The name of the folder is empty.', undefined],
  ])('%j', (argv, says, fix) => {
    const complaints = complaintsAbout(...argv);
    expect(complaints).toHaveLength(1);
    if (says !== undefined) expect(complaints[0]?.says).toBe(says);
    if (fix !== undefined) expect(complaints[0]?.fix).toBe(fix);
  });

  it('come all at once', () => {
    expect(sentences('shop', '--imgae', 'a:1', '--port', 'x', '--run', 'x', '--lang', 'fr', '--cpu')).toHaveLength(5);
  });

  it('are told in the language that was asked for', () => {
    expect(() => read('--lang', 'es', '--imgae')).toThrow(Problem);
    expect(read('presets', '--lang', 'es').language).toBe('es');
    expect(wantsJson(['--imgae', '--json'])).toBe(true);
    expect(wantsJson(['--imgae', '--json=true'])).toBe(true);
    expect(wantsJson(['--imgae', '--', '--json'])).toBe(false);
  });
});

describe('laws', () => {
  it('every question is a flag of its own', () => {
    const ids = allQuestions(catalogue).map((asked) => asked.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.includes('.') || id.startsWith('no-'))).toEqual([]);
  });

  const cases = allQuestions(catalogue).flatMap((asked) => asked.type.samples.map((value: unknown) => ({ asked, value })));
  it.each(cases)('$asked.id $value: printed and read again it is the same', ({ asked, value }) => {
    const scope = find(catalogue, asked.id)?.scope;
    const bare = read(...flagWords(asked, value as string));
    const values = scope === 'application' ? { application: { [asked.id]: value } } : { components: { '': { [asked.id]: value } } };
    expect(bare).toMatchObject({ said: values });
    if (scope === 'component') {
      expect(read(...flagWords(asked, value as string, 'db'))).toMatchObject({
        said: { application: {}, components: { db: { [asked.id]: value } } },
      });
    }
  });

  it('all samples of a component can be said in one line', () => {
    const words = componentQuestions(catalogue).flatMap((asked) => flagWords(asked, asked.type.samples.at(-1)));
    const expected = Object.fromEntries(componentQuestions(catalogue).map((asked) => [asked.id, asked.type.samples.at(-1)]));
    expect(read('shop', ...words)).toMatchObject({ folder: 'shop', said: { components: { '': expected } } });
  });
});
