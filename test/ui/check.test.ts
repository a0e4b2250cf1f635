import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { verbatim } from '../../src/model/text.ts';
import { main } from '../../src/ui/main.ts';
import { oneForEachCause } from '../../src/ui/one-cause.ts';
import type { World } from '../../src/ui/world.ts';
import { put, temporaryFolder } from '../output/folder.ts';

class Words extends Writable {
  words = '';
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.words += chunk.toString();
    done();
  }
}

/** Runs the program in a folder, with these words on standard input. */
async function run(cwd: string, argv: readonly string[], stdin = '') {
  const stdout = new Words();
  const stderr = new Words();
  const world = {
    argv,
    cwd,
    env: { LANG: 'en_US.UTF-8' },
    stdin: Readable.from([stdin], { objectMode: false }),
    stdout,
    stderr,
    signal: new AbortController().signal,
    random: (bytes: number) => Buffer.alloc(bytes, 7),
  };
  const exit = await main(world as unknown as World);
  return { exit, stdout: stdout.words, stderr: stderr.words };
}

/** The ids of the checks that found something, each with how bad it is, in the order of the report. */
async function found(yaml: string): Promise<readonly string[]> {
  const { stdout } = await run(temporaryFolder(), ['check', '-', '--json'], yaml);
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly { readonly check: string; readonly severity: string }[] };
  return [...new Set(findings.map(({ check, severity }) => `${severity} ${check}`))];
}

const sample = (name: string): string => readFileSync(join(import.meta.dirname, 'manifests', name), 'utf8');
const web = sample('kubectl-create-deployment.yaml');

/** What is said of the first container of a Deployment that says this of its size. */
async function saidOfSize(resources: object): Promise<readonly (string | undefined)[]> {
  const spec = { containers: [{ name: 'web', image: 'web:1.0.0', resources }] };
  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' }, spec: { template: { spec } } };
  const { stdout } = await run(temporaryFolder(), ['check', '-', '--json'], JSON.stringify(deployment));
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly Readonly<Record<string, string>>[] };
  return findings.filter(({ check }) => check === 'requests-missing').flatMap(({ says, fix }) => [says?.split(':')[0], fix]);
}

describe('check, on the size of a container', () => {
  const [cpu, memory] = ['100m', '64Mi'];
  it.each<readonly [object, string, string]>([
    [{}, 'how much CPU and memory it needs', 'resources.requests.cpu, resources.requests.memory, and resources.limits.memory'],
    [{ requests: { memory }, limits: { memory } }, 'how much CPU it needs', 'resources.requests.cpu'],
    [{ requests: { cpu, memory } }, 'how much memory it may use at most', 'resources.limits.memory'],
    [
      { requests: { memory } },
      'how much CPU it needs and how much memory it may use at most',
      'resources.requests.cpu and resources.limits.memory',
    ],
  ])('%j: names only what lacks', async (resources, what, fields) => {
    expect(await saidOfSize(resources)).toEqual([`The container web does not say ${what}`, `Set ${fields}.`]);
  });

  it('finds nothing where all of it is said', async () => {
    expect(await saidOfSize({ requests: { cpu }, limits: { memory } })).toEqual([]);
  });
});

describe('check, on what a cluster says too', () => {
  const finding = (check: string, where = 'Deployment web'): Finding => ({
    check,
    where,
    severity: 'error',
    says: verbatim(check),
    fix: verbatim(check),
  });
  const left = (byChecks: readonly Finding[], byCluster: readonly Finding[]) =>
    oneForEachCause(byChecks, byCluster).map(({ check, where }) => `${where}: ${check}`);

  it('tells one cause once, by the finding that helps more', () => {
    const old = 'Ingress old';
    expect(left([finding('retired-api', old)], [finding('unknown-kind', old)])).toEqual(['Ingress old: retired-api']);
    expect(left([finding('requests-missing'), finding('restricted')], [finding('quota-refuses'), finding('pod-security')])).toEqual([
      'Deployment web: quota-refuses',
      'Deployment web: pod-security',
    ]);
    expect(left([finding('pod-security')], [finding('pod-security')]).length).toBe(1);
  });

  it('tells the same of each object, and what only one of them finds', () => {
    const both = [finding('unknown-kind', 'Ingress new'), finding('image-version')];
    expect(left([finding('retired-api', 'Ingress old'), finding('image-version')], [finding('unknown-kind', 'Ingress new')])).toEqual([
      'Ingress old: retired-api',
      'Deployment web: image-version',
      'Ingress new: unknown-kind',
    ]);
    expect(left([], both).length).toBe(2);
  });
});

describe('check, on what people have', () => {
  it('“kubectl create deployment” and “kubectl expose”', async () => {
    expect(await found(web)).toEqual([
      'error image-version',
      'warning requests-missing',
      'warning restricted',
      'warning readiness-missing',
      'advice token-mounted',
      'advice one-replica',
    ]);
  });

  it('what “helm create” makes', async () => {
    expect(await found(sample('helm-create.yaml'))).toEqual([
      'warning requests-missing',
      'warning probes-identical',
      'warning restricted',
      'warning ingress-class',
      'advice one-replica',
    ]);
  });

  it('WordPress as a first try', async () => {
    expect(await found(sample('wordpress-first-try.yaml'))).toEqual([
      'error retired-api',
      'error image-version',
      'error value-not-text',
      'error secret-in-plain',
      'error rollout-deadlock',
      'error service-without-pods',
      'error target-port',
      'error backend-missing',
      'error tls-inside-only',
      'warning retired-controller',
      'warning requests-missing',
      'warning restricted',
      'warning readiness-missing',
      'warning node-port',
      'advice service-links',
      'advice token-mounted',
      'advice one-replica',
    ]);
  });
});

describe('check, on what the program itself writes', () => {
  it.each(['kubernetes', 'openshift'])('no error for %s', async (platform) => {
    const folder = temporaryFolder();
    const words = [
      'shop',
      '--image',
      'ghcr.io/example/shop:2.4.1',
      '--exposure',
      'outside',
      '--host',
      'shop.example.com',
      '--platform',
      platform,
    ];
    const made = await run(folder, [...words, '--with', 'postgresql=db', '--needs', 'db', '--yes']);
    expect(made).toMatchObject({ exit: 0 });
    const checked = await run(folder, ['check', 'shop', '--json']);
    expect(checked.exit).toBe(0);
    expect(JSON.parse(checked.stdout)).toEqual({ findings: [] });
  });
});

describe('check, as a command', () => {
  it('gives 3 for errors, and the report on standard output', async () => {
    const { exit, stdout, stderr } = await run(temporaryFolder(), ['check', '-'], web);
    expect(exit).toBe(3);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^✗ error {2}Deployment web {2}The image nginx names no version/),
      expect.stringMatching(/^ {4}\S.*\. \(image-version\)$/),
    ]);
    expect(stderr).toBe('Objects: 2. Findings: 6.\n');
  });

  it('gives 0 where the worst is a warning, or nothing', async () => {
    const service = 'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { type: NodePort }\n';
    expect((await run(temporaryFolder(), ['check', '-'], service)).exit).toBe(0);
    expect(await run(temporaryFolder(), ['check', '-', '--json'], service.replace('NodePort', 'ClusterIP'))).toEqual({
      exit: 0,
      stdout: '{\n  "findings": []\n}\n',
      stderr: '',
    });
  });

  it('speaks Spanish', async () => {
    expect((await run(temporaryFolder(), ['check', '-', '--lang', 'es'], web)).stdout).toContain('La imagen nginx no dice qué versión');
  });

  it('reads a file, a folder with folders, and the folder where it stands', async () => {
    const folder = temporaryFolder();
    put(folder, 'k8s/web/all.yaml', web);
    const expected = await run(folder, ['check', '-', '--json'], web);
    for (const place of [['k8s/web/all.yaml'], ['k8s'], [join(folder, 'k8s')], []])
      expect(await run(folder, ['check', ...place, '--json'])).toEqual(expected);
  });

  it('opens lists, also in JSON and inside each other', async () => {
    const folder = temporaryFolder();
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { type: 'NodePort' } };
    const list = { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'ServiceList', items: [service] }] };
    put(folder, 'list.json', JSON.stringify(list));
    expect((await run(folder, ['check'])).stdout).toContain('Service web');
  });

  it('passes over what is no manifest beside what is one', async () => {
    const folder = temporaryFolder();
    put(folder, 'web.yaml', `${web}\n---\n---\njust words\n---\n[1, 2]\n`);
    put(folder, 'values.yaml', 'image: nginx\n');
    put(folder, 'tsconfig.json', '{ // a comment\n  "strict": true }');
    put(folder, '.github/web.yaml', web);
    put(folder, 'node_modules/web.yaml', web);
    put(folder, 'notes.txt', 'kind: [');
    expect((await run(folder, ['check'])).stderr).toBe('Objects: 2. Findings: 6.\n');
  });

  it('passes over patches, and says which overlays it did not look at', async () => {
    const folder = temporaryFolder();
    const head = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
    put(folder, 'base/web.yaml', web);
    put(folder, 'base/more.yaml', 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { replicas: 2 }\n');
    put(folder, 'base/kustomization.yaml', `${head}resources: [web.yaml]\npatches: [{ path: more.yaml }]\n`);
    put(folder, 'test/web.yaml', web);
    put(folder, 'test/kustomization.yaml', `${head}resources: [../base]\n`);
    expect((await run(folder, ['check'])).stderr).toBe(
      '! test changes another folder. Look at what it makes with: kubectl kustomize test | create-k8s-app check -\nObjects: 2. Findings: 6.\n',
    );
  });
});

describe('check, on what cannot be read', () => {
  const broken = 'apiVersion: v1\nkind: Service\nmetadata:\n\tname: web\n';

  it.each([
    ['a tab', broken, 'stdin:4:1: YAML is indented with spaces, not with tabs.', 'Fix the file first.'],
    ['a key twice', 'kind: A\nkind: B\n', 'stdin:2:1: This key is here twice: remove one of them.', 'Fix the file first.'],
    ['an alias without an anchor', 'kind: *web\n', 'stdin: This alias has no anchor.', 'Fix the file first.'],
    ['a template of Helm', 'apiVersion: v1\nmetadata:\n  {{- include "labels" . }}\n', 'stdin:3:', 'helm template'],
  ])('%s', async (_, yaml, says, fix) => {
    const { exit, stdout, stderr } = await run(temporaryFolder(), ['check', '-'], yaml);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr).toContain(fix);
  });

  it('a manifest in a folder, by its path', async () => {
    const folder = temporaryFolder();
    put(folder, 'k8s/service.yaml', broken);
    const { exit, stdout } = await run(folder, ['check', 'k8s', '--json']);
    expect(exit).toBe(2);
    expect(JSON.parse(stdout).problem.says).toMatch(/^k8s.service\.yaml:4:1: /);
  });

  it('a folder without manifests, and an empty one', async () => {
    const folder = temporaryFolder();
    put(folder, 'docs/mkdocs.yml', 'site_name: Shop\n');
    for (const place of ['docs', '.', '-']) expect(await run(folder, ['check', place])).toMatchObject({ exit: 2, stdout: '' });
  });

  it('a path that leads nowhere, and a file that is locked', async () => {
    const folder = temporaryFolder();
    put(folder, 'k8s/web.yaml', web);
    chmodSync(join(folder, 'k8s/web.yaml'), 0o000);
    // Root reads everything.
    const places = process.getuid?.() === 0 ? ['gone'] : ['gone', 'k8s', 'k8s/web.yaml'];
    for (const place of places) {
      const { exit, stderr } = await run(folder, ['check', place]);
      expect({ exit, stderr }).toEqual({ exit: 2, stderr: expect.stringContaining(`“${place}” cannot be read.`) });
    }
  });
});
