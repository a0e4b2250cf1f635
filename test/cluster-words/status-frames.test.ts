import { describe, expect, it } from 'vitest';
import { exits, Problem } from '../../src/model/problem.ts';
import { type Language, languages, text } from '../../src/model/text.ts';
import { statusLines, statusScreen, type Watching } from '../../src/ui/status-screen.ts';
import { type Line, lineWidth } from '../../src/ui/tui/line.ts';
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
  statusLines(of, { most: 12, isQuiet: false }, lookOf(language, columns, unicode));

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
    expect(frame).toContain('    and 18 more, all well');
    expect(frame.at(-1)).toBe('✓ All is well.');
  });

  it('is silent about what is well where it should be', () => {
    expect(statusLines(well, { most: 12, isQuiet: true }, lookOf('en', 80))).toEqual([]);
    const quiet = statusLines(wrong, { most: 12, isQuiet: true }, lookOf('en', 80)).map(lettersOf).join('\n');
    expect(quiet).toContain('✗ Deployment web');
    expect(quiet).not.toMatch(/✓|not allowed|Context/);
  });
});

describe('the screen of a watch', () => {
  const screen = (watching: Watching, rows: number, columns = 80) =>
    statusScreen(watching, { ...lookOf('en', columns), rows }).map(lettersOf);
  const away = new Problem(exits.cluster, { says: text('Nobody answers.', 'Nadie responde.') });

  it.each([10, 24, 60])('fits %i rows, what is wrong before what is well', (rows) => {
    for (const columns of [30, 40, 80, 200]) {
      const lines = screen({ glance: wrong }, rows, columns);
      expect(lines).toHaveLength(rows - 1);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns - 2);
      expect(lines.at(-1)).toBe('q leave');
    }
    if (rows > 10) expect(screen({ glance: wrong }, rows).join('\n')).toContain('✗ Deployment web');
  });

  it('counts what it has no room for', () => {
    expect(screen({ glance: wrong }, 15).join('\n')).toMatch(/\d+ more lines/);
    expect(screen({ glance: wrong }, 200).join('\n')).not.toMatch(/more lines/);
  });

  it('waits for the first glance, and keeps the last one where no answer comes', () => {
    expect(screen({}, 24)[0]).toBe('Looking at the cluster…');
    expect(screen({ problem: away }, 24)[0]).toBe('Nobody answers.');
    const stale = screen({ glance: well, problem: away }, 24);
    expect(stale.slice(0, 3)).toEqual([
      'Nobody answers.',
      'This is the last that was seen; it is tried again.',
      'Context staging, namespace shop, answers in 12 ms',
    ]);
  });
});
