import { describe, expect, it } from 'vitest';
import type { Glance } from '../../src/cluster/glance/glance.ts';
import { exits, Problem } from '../../src/model/problem.ts';
import { type Language, languages, text } from '../../src/model/text.ts';
import { statusLines } from '../../src/ui/status-lines.ts';
import { extentOf, statusScreen } from '../../src/ui/status-screen.ts';
import { pressed, resized, type StatusSession, seen } from '../../src/ui/status-session.ts';
import { type Line, lineWidth } from '../../src/ui/tui/line.ts';
import type { Press } from '../../src/ui/tui/press.ts';
import { condition, deployment, event, glance, namespace, node, object, pod, replicaSet } from './scenes.ts';

const lettersOf = (line: Line): string =>
  line
    .map(({ text: letters }) => letters)
    .join('')
    .trimEnd();
const lookOf = (language: Language, columns: number, unicode = true) => ({ language, color: false, unicode, columns, rows: 24 });

/** A namespace in which this and that has gone wrong. */
const wrong = glance(
  [
    namespace(),
    node('node-a'),
    node('node-b', [condition('Ready', 'True'), condition('DiskPressure', 'True')]),
    object('ResourceQuota', 'shop', {
      status: {
        hard: { 'requests.cpu': '2', pods: '10', 'requests.memory': '4Gi' },
        used: { 'requests.cpu': '1900m', pods: '3', 'requests.memory': '3500Mi' },
      },
    }),
    deployment('web', 2, 1),
    replicaSet('web'),
    pod('web-1-a'),
    pod('web-1-b', {
      conditions: [condition('Ready', 'False', 12)],
      containerStatuses: [
        {
          name: 'web',
          restartCount: 4,
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: {
            terminated: { reason: 'Error', exitCode: 1, message: 'connecting to db:5432 …\nno such host: “db” 数据库\u001b[2J' },
          },
        },
      ],
    }),
    object('PersistentVolumeClaim', 'data-with-a-name-that-is-longer-than-forty-columns', {
      status: { phase: 'Bound', capacity: { storage: '10Gi' } },
    }),
    object('CronJob', 'backup', { spec: { schedule: '0 3 * * *' }, status: { lastSuccessfulTime: '2026-11-23T03:01:00Z' } }),
    object('Service', 'web', { spec: { selector: { app: 'web' } } }),
    event(pod('web-1-b'), 'BackOff', 'Back-off restarting failed container', 2, 14),
  ],
  { unseen: [{ kind: 'StorageClass', plural: 'storageclasses', block: 'volumes', why: 'forbidden' }] },
);

/** The same where all is well, with more of it than anybody wants to read. */
const well = glance([
  namespace(),
  node('node-a'),
  object('NetworkPolicy', 'web'),
  ...Array.from({ length: 30 }, (_, index) => deployment(`web-${index}`, 2, 2)),
]);

const told = (language: Language, columns: number, unicode = true, of = wrong): readonly Line[] =>
  statusLines(of, { isAll: false, isQuiet: false }, lookOf(language, columns, unicode));

describe('a glance in lines', () => {
  it.each(languages.flatMap((language) => [80, 40].map((columns) => [language, columns] as const)))(
    '%s, %i columns',
    async (language, columns) => {
      const frame = told(language, columns).map(lettersOf).join('\n');
      await expect(`${frame}\n`).toMatchFileSnapshot(`frames/status-${language}-${columns}.txt`);
    },
  );

  it.each([80, 60, 40, 30])('fits %i columns, in ASCII too', (columns) => {
    for (const language of languages)
      for (const unicode of [true, false])
        for (const line of told(language, columns, unicode)) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
  });

  it('lets nothing act on the terminal', () => {
    const frame = told('en', 80).map(lettersOf).join('\n');
    expect(frame).toContain('\ufffd[2J');
    expect(frame.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    expect(told('en', 80, false).map(lettersOf).join('')).toMatch(/^[ -~]*$/);
  });

  it('says the state in a word beside its colour', () => {
    const [row] = told('en', 80).filter((line) => lettersOf(line).includes('Deployment web'));
    expect(row?.find(({ tone }) => tone === 'bad')?.text).toBe('✗');
    expect(lettersOf(row ?? [])).toBe('  ✗ Deployment web  not ready: 1 of 2 pods, shop:2.4.1, 60 min old');
  });

  it('counts what is well where there is much of it', () => {
    const frame = told('en', 80, true, well).map(lettersOf);
    expect(frame).toContain('    and 22 more, all well');
    expect(frame.at(-1)).toBe('✓ All is well.');
    const options = { isAll: false, isQuiet: false, instead: text('--all lists them', 'con --all se enumeran') };
    expect(statusLines(well, options, lookOf('es', 80)).map(lettersOf)).toContain('    y 22 más, todo bien; con --all se enumeran');
    const all = statusLines(well, { ...options, isAll: true }, lookOf('en', 80))
      .map(lettersOf)
      .join('\n');
    expect(all).toContain('Deployment web-29');
    expect(all).not.toContain('more, all well');
  });

  it('names a single one rather than to count it', () => {
    const nine = glance([namespace(), ...Array.from({ length: 9 }, (_, index) => deployment(`web-${index}`, 1, 1))]);
    const frame = told('en', 80, true, nine).map(lettersOf).join('\n');
    expect(frame).toContain('Deployment web-8');
    expect(frame).not.toContain('more, all well');
  });

  it('is silent about what is well where it should be', () => {
    expect(statusLines(well, { isAll: false, isQuiet: true }, lookOf('en', 80))).toEqual([]);
    const quiet = statusLines(wrong, { isAll: false, isQuiet: true }, lookOf('en', 80)).map(lettersOf).join('\n');
    expect(quiet).toContain('✗ Deployment web');
    expect(quiet).not.toMatch(/✓|not allowed|Context/);
  });
});

describe('the screen of a watch', () => {
  const begun = (rows: number, columns = 80, language: Language = 'en'): StatusSession => ({
    ...{ isAll: false, top: 0 },
    look: { ...lookOf(language, columns), rows },
  });
  const watched = (of: Glance | Problem, rows: number, columns = 80, language: Language = 'en') => seen(begun(rows, columns, language), of);
  const screen = (session: StatusSession) => statusScreen(session).map(lettersOf);
  const pressing = (session: StatusSession, ...presses: readonly Press[]) => presses.reduce(pressed, session);
  const letters = (text: string): Press => ({ kind: 'text', text });
  const away = new Problem(exits.cluster, { says: text('Nobody answers.', 'Nadie responde.') });

  it.each([6, 10, 24, 60])('fits %i rows', (rows) => {
    for (const columns of [30, 40, 80, 200]) {
      const lines = screen(watched(wrong, rows, columns));
      expect(lines).toHaveLength(rows - 1);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns - 2);
      expect(lines.at(-1)).toMatch(/q leave/);
    }
    if (rows > 10) expect(screen(watched(wrong, rows)).join('\n')).toContain('✗ Deployment web');
  });

  it('says which rows are seen and how to see the others, where not all of them are', () => {
    const foot = (rows: number, columns: number, language: Language) => screen(watched(wrong, rows, columns, language)).slice(-2);
    expect(foot(24, 80, 'en')[1]).toMatch(/^↑↓ scroll {2}q leave +rows 1–19 of \d+$/);
    expect(foot(24, 80, 'es')[1]).toMatch(/^↑↓ mover {2}q salir +filas 1–19 de \d+$/);
    expect(foot(24, 30, 'en')).toEqual([expect.stringMatching(/^rows 1–\d+ of \d+$/), '↑↓ scroll  q leave']);
    expect(foot(200, 80, 'en')[1]).toBe('q leave');
  });

  it('moves by rows, by pages and to the ends, and no further', () => {
    const start = watched(wrong, 24);
    const { height, room } = extentOf(start);
    const topsAfter = (...presses: readonly Press[]) => pressing(start, ...presses).top;
    expect(topsAfter({ kind: 'down' }, letters('jjk'), { kind: 'up' })).toBe(1);
    expect(topsAfter({ kind: 'page-down' })).toBe(room - 1);
    expect(topsAfter({ kind: 'page-down' }, { kind: 'page-up' }, { kind: 'up' })).toBe(0);
    for (const end of [letters('G'), { kind: 'move', motion: 'end' } as const]) {
      expect(topsAfter(end, { kind: 'down' })).toBe(height - room);
      expect(topsAfter(end, letters('k'))).toBe(height - room - 1);
      expect(topsAfter(end, letters('g'))).toBe(0);
      expect(topsAfter(end, { kind: 'move', motion: 'start' })).toBe(0);
    }
    const everything = new Set(Array.from({ length: height }, (_, top) => screen({ ...start, top })).flat());
    for (const line of told('en', 78)) expect(everything).toContain(lettersOf(line));
  });

  it('keeps where it looks and what it comes to, and its place when it is drawn again', () => {
    const moved = pressing(watched(wrong, 24), { kind: 'page-down' });
    const [head, verdict] = screen(watched(wrong, 24));
    expect(screen(moved).slice(0, 2)).toEqual([head, verdict]);
    expect(seen(moved, wrong).top).toBe(moved.top);
    expect(seen(seen(moved, away), wrong).top).toBe(moved.top);
    expect(resized(moved, 80, 200).top).toBe(0);
    expect(seen(pressing(moved, letters('G')), glance([namespace(), deployment('web', 1, 1)])).top).toBe(0);
  });

  it('lists what is counted, and counts it again', () => {
    const counted = watched(well, 60);
    expect(screen(counted).join('\n')).toContain('and 22 more, all well\n');
    expect(screen(counted).at(-1)).toBe('a show all  q leave');
    const all = pressing(counted, letters('a'));
    expect(screen(all).join('\n')).toContain('Deployment web-29');
    expect(screen(all).at(-1)).toMatch(/a show less/);
    expect(screen(pressing(all, letters('a')))).toEqual(screen(counted));
    expect(screen(watched(wrong, 60)).at(-1)).not.toContain('show all');
  });

  it('is left by q and Ctrl-C', () => {
    for (const press of [letters('jq'), { kind: 'leave' } as const]) expect(pressing(watched(well, 24), press).hasLeft).toBe(true);
    expect(pressing(watched(well, 24), letters('xyz'), { kind: 'enter' }).hasLeft).toBeUndefined();
  });

  it('waits for the first glance, and keeps the last one where no answer comes', () => {
    expect(screen(begun(24))[0]).toBe('Looking at the cluster…');
    expect(screen(watched(away, 24))[0]).toBe('Nobody answers.');
    const stale = screen(seen(watched(well, 24), away));
    expect(stale.slice(0, 3)).toEqual([
      'Nobody answers.',
      'This is the last that was seen; it is tried again.',
      'Context staging, namespace shop, answers in 12 ms',
    ]);
  });
});
