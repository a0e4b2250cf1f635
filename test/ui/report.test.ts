import { describe, expect, it } from 'vitest';
import { text } from '../../src/model/text.ts';
import type { Values } from '../../src/model/value.ts';
import { catalogue, settled } from '../../src/questions/catalogue.ts';
import { planJson } from '../../src/ui/plan-json.ts';
import { type Ending, problemJson, reportDryRun, reportEnd, reportFindings, reportNotes, reportProblem } from '../../src/ui/report.ts';
import { complaintsOf, idleNotes } from '../../src/ui/settled-complaints.ts';
import { styleOf } from '../../src/ui/style.ts';

const look = { language: 'en', style: styleOf({ color: false, unicode: true }) } as const;

/** Settles two components, of which the first goes by bare flags. */
const settle = (web: Values, db: Values = { image: 'a:1' }, source: 'flag' | 'file' = 'flag') =>
  settled({
    slots: [{ key: 'web' }, { key: 'db' }],
    answers: [{ source, application: {}, components: { web, db } }],
    facts: { folder: 'shop' },
  });

describe('what stands in the way of a plan', () => {
  it('is a refusal with the flags that mend it', () => {
    const [complaint] = complaintsOf(
      settle({ image: 'a:1' }, { image: 'a:1', data: 'keep', ownership: 'shared', replicas: '3' }),
      catalogue,
    );
    expect(reportProblem({ complaints: complaint ? [complaint] : [] }, look)).toBe(
      'create-k8s-app: Two pods cannot write to one disk that only one node can hold (ReadWriteOnce).\n' +
        '  Choose one: --db.ownership own (a disk for each), --db.access-mode rwx (storage that many nodes can write), --db.replicas 1 (a single writer).\n',
    );
  });

  it('are all missing answers at once, with their flags', () => {
    const complaints = complaintsOf(settle({ run: 'scheduled' }, {}), catalogue);
    expect(complaints.map(({ says }) => says.en)).toEqual([
      '--image is missing. Which image?',
      '--db.image is missing. Which image?',
      '--schedule is missing. At what times does it run?',
    ]);
    expect(problemJson({ complaints }, 'es').problem).toMatchObject({ flags: ['--image IMAGE', '--db.image IMAGE', '--schedule CRON'] });
    expect(problemJson({ complaints }, 'es').problem.says.split('\n')[0]).toBe('Falta --image. ¿Qué imagen?');
  });

  it('are flags that do nothing, with the unmet condition', () => {
    const web = { image: 'a:1', schedule: '@daily' };
    expect(complaintsOf(settle(web), catalogue)).toEqual([
      {
        says: text(
          '--schedule does nothing here. Applies when “Runs” is “at certain times”.',
          '--schedule no tiene efecto aquí. Se aplica cuando «Se ejecuta» es «a ciertas horas».',
        ),
        fix: text('Leave it out, or make it apply with --run scheduled.', 'Quítala, o haz que se aplique con --run scheduled.'),
        flags: ['--run scheduled'],
      },
    ]);
    const fromFile = settle(web, { image: 'a:1' }, 'file');
    expect(complaintsOf(fromFile, catalogue)).toEqual([]);
    expect(reportNotes(idleNotes(fromFile), look)).toBe(
      '! “web.schedule” is kept, though it does nothing here. Applies when “Runs” is “at certain times”.\n',
    );
  });
});

describe('the plan as JSON', () => {
  it('gives every decision with its reason, and why not the others', () => {
    const plan = planJson(
      {
        settled: settle({ image: 'a:1', port: 8080 }),
        manifests: [{ path: 'app/web.yaml', manifest: { object: { kind: 'Service' }, owner: 'developer', why: {} } }],
        findings: [{ check: 'c', severity: 'advice', says: text('S.', 'D.'), fix: text('F.', 'A.'), where: 'w' }],
        repeat: 'create-k8s-app shop',
      },
      'es',
    );
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(plan).toMatchObject({
      application: {
        name: { choice: 'shop', reason: 'Es el nombre de la carpeta.', rule: 'folder', source: 'rule' },
        quota: { source: 'rule' },
      },
      components: {
        web: {
          port: { choice: 8080, rule: 'said', source: 'flag' },
          workload: { choice: 'deployment', rule: 'R11', rejected: { statefulset: expect.stringMatching(/\.$/) } },
        },
        db: {},
      },
      manifests: [{ path: 'app/web.yaml', owner: 'developer', object: { kind: 'Service' } }],
      findings: [{ check: 'c', severity: 'advice', says: 'D.', fix: 'A.', where: 'w' }],
      repeat: 'create-k8s-app shop',
    });
  });
});

describe('reports', () => {
  const ending: Ending = {
    folder: 'shop',
    written: 11,
    removed: [],
    admin: ['Namespace', 'ResourceQuota'],
    developer: ['Deployment', 'Service', 'Service'],
    hasSecrets: true,
    before: [
      {
        says: text('A certificate for shop.example.com.', 'Un certificado para shop.example.com.'),
        command: 'kubectl create secret tls …',
      },
    ],
    next: [
      {
        says: text('An administrator applies this once.', 'Un administrador aplica esto una vez.'),
        commands: ['kubectl apply -k shop/admin'],
      },
      { says: text('Apply the application.', 'Aplica la aplicación.'), commands: ['kubectl apply -k shop/app'] },
    ],
    repeat: 'npx create-k8s-app shop',
  };

  it('the end stays on the screen', () => {
    expect(reportEnd(ending, look)).toBe(`✓ Wrote 11 files to shop/

  admin/    for the cluster’s administrator: Namespace and ResourceQuota
  app/      for you: Deployment and Service
  secrets/  created once, never shown, never in Git: keep a copy

Before you start it
  A certificate for shop.example.com.
    kubectl create secret tls …

Next steps
  # An administrator applies this once.
  kubectl apply -k shop/admin
  # Apply the application.
  kubectl apply -k shop/app

The same again without questions
  npx create-k8s-app shop
`);
  });

  it('the end tells which files went, and that the cluster still has what they made', () => {
    const said = reportEnd({ ...ending, removed: ['app/worker/deployment.yaml'] }, look);
    expect(said).toContain('  app/worker/deployment.yaml\n');
    expect(said.replaceAll(/\s+/g, ' ')).toContain('stays in the cluster');
  });

  it('no line of the end but a command is wider than the terminal', () => {
    const lines = reportEnd(ending, look, 40).split('\n');
    expect(lines.filter((line) => line.length > 40 && !/^ +(kubectl|npx)/.test(line))).toEqual([]);
  });

  it('the end of a namespace is shorter', () => {
    const said = reportEnd({ ...ending, written: 1, developer: [], hasSecrets: false, before: [], next: [] }, { ...look, language: 'es' });
    expect(said).toContain('✓ Se ha escrito 1 archivo en shop/');
    expect(said).not.toMatch(/app\/|secrets\/|Ahora|Antes/);
  });

  it('a dry run lists the files', () => {
    expect(reportDryRun('shop', ['a.yaml'], [], look)).toBe('Nothing was written. Without --dry-run, shop/ would get 1 file:\n  a.yaml\n');
  });

  it('findings come with the worst first', () => {
    const finding = (severity: 'advice' | 'error' | 'warning') => ({
      check: 'c',
      severity,
      says: text('It is so.', 'Es así.'),
      fix: text('Do it.', 'Hazlo.'),
      where: 'Deployment shop-web',
    });
    expect(reportFindings([finding('advice'), finding('error')], look)).toBe(
      '✗ error  Deployment shop-web  It is so.\n    Do it. (c)\n· advice  Deployment shop-web  It is so.\n    Do it. (c)\n',
    );
    expect(reportFindings([finding('warning')], { language: 'es', style: styleOf({ color: true, unicode: false }) })).toContain(
      '\u001b[33m! aviso\u001b[39m',
    );
  });
});
