import { describe, expect, it } from 'vitest';
import { type Exit, exits } from '../../../src/model/problem.ts';
import { type languages, text } from '../../../src/model/text.ts';
import { jsonFace } from '../../../src/ui/apply/event-json.ts';
import { linesFace } from '../../../src/ui/apply/event-lines.ts';
import type { ApplyEvent } from '../../../src/ui/apply/events.ts';
import { styleOf } from '../../../src/ui/style.ts';

const hostile = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a\u001b[2Jb\u202ec', namespace: 'shop' } };
const web = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' } };
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db', namespace: 'shop' } };

/** What the line face says of these events. */
function told(events: readonly ApplyEvent[], language: (typeof languages)[number] = 'en'): readonly string[] {
  const lines: string[] = [];
  const face = linesFace({ language, style: styleOf({ color: false, unicode: true }) }, (line) => lines.push(line));
  for (const event of events) face.tell(event);
  return lines;
}

const end = (exit: Exit, more: object = {}): ApplyEvent => ({
  ...{ is: 'end' as const, exit, changed: 3, warned: false, dryRun: false, waits: true },
  ...more,
});

describe('the lines of an apply', () => {
  it.each([
    [end(exits.done), '✓ Everything is applied and ready.'],
    [end(exits.done, { waits: false }), '✓ Everything is applied.'],
    [end(exits.done, { warned: true }), '✓ Everything is applied; look at the warnings above.'],
    [end(exits.done, { dryRun: true }), '✓ Nothing was changed.'],
    [end(exits.cluster, { changed: 0 }), '✗ Nothing was changed.'],
    [end(exits.cluster), '✗ Not all of it is applied. What is stays; once the cause is mended, the same command goes on.'],
    [end(exits.notReady), '✗ It is applied, but not all of it works.'],
    [
      end(exits.notReady, { late: { seconds: 300, missing: [web, secret], watch: 'create-k8s-app status --watch --namespace shop' } }),
      '✗ It is applied, but was not ready within 5 minutes. Still missing: Deployment web and Secret db. To go on waiting: create-k8s-app status --watch --namespace shop; or apply again with a longer --timeout.',
    ],
    [end(exits.left), '✗ You stopped it. What is applied so far stays; the same command goes on.'],
  ])('end as it ended: %j', (event, line) => {
    expect(told([event])).toEqual([line]);
    expect(told([event], 'es')).not.toEqual([line]);
  });

  it('show of two long values the part in which they differ', () => {
    const list = (last: string) => [...Array.from({ length: 12 }, (_, index) => `argument-${index}`), last];
    const field = { path: ['spec'], field: 'spec.args', before: list('--colour=blue'), after: list('--colour=green') };
    const [, line] = told([{ is: 'preview', previewed: [{ object: web, outcome: 'changed', differences: [field] }], dryRun: false }]);
    expect(line).toBe('    spec.args: …","--colour=blue"] → …","--colour=green"]');
  });

  it('say nothing of what stays as it is, and each state of what takes time once', () => {
    const progress = (pods: number): ApplyEvent => ({
      is: 'progress',
      progress: {
        is: 'waiting',
        objects: [
          { object: web, readiness: { is: 'waiting', says: text(`${pods} of 2 pods ready.`, `${pods} de 2 pods listos.`) } },
          { object: secret, readiness: { is: 'ready' } },
        ],
        findings: [],
      },
    });
    const lines = told([
      { is: 'preview', previewed: [{ object: secret, outcome: 'unchanged' }], dryRun: false },
      { is: 'applied', applied: { object: secret, outcome: 'applied' } },
      { is: 'applied', applied: { object: web, outcome: 'created' } },
      progress(0),
      progress(0),
      progress(1),
    ]);
    expect(lines).toEqual([
      'To create: 0. To change: 0. As they should be: 1.',
      '✓ Deployment web: created',
      '· Deployment web: 0 of 2 pods ready.',
      '· Deployment web: 1 of 2 pods ready.',
    ]);
  });

  it('tell into how many namespaces they go, and count what stays as it is', () => {
    const target = { is: 'target', context: 'c', server: 's', version: 'v1.36.3', objects: [] } as const;
    const lines = told(
      [
        { ...target, namespaces: ['a'] },
        { ...target, namespaces: ['a', 'b'] },
        { is: 'preview', previewed: [{ object: secret, outcome: 'unchanged' }], dryRun: false },
      ],
      'es',
    );
    expect(lines).toEqual([
      expect.stringMatching(/, espacio de nombres a\.$/),
      expect.stringMatching(/, espacios de nombres a y b\.$/),
      'Por crear: 0. Por cambiar: 0. Sin cambios: 1.',
    ]);
  });

  it('let nothing act on the terminal', () => {
    const lines = told([
      { is: 'target', context: 'a\u0007', server: 'https://h', version: 'v1\u001b]0;x\u0007', namespaces: ['n\u009b2J'], objects: [] },
      { is: 'preview', previewed: [{ object: hostile, outcome: 'created', isVerified: true }], dryRun: true },
      { is: 'applied', applied: { object: hostile, outcome: 'created' } },
      { is: 'leftovers', objects: [hostile], staying: [hostile], prunes: false },
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

it('a message about a Secret is not in the JSON, for it may hold a value', () => {
  const lines: string[] = [];
  const face = jsonFace('en', (line) => lines.push(line));
  face.tell({ is: 'applied', applied: { object: secret, outcome: 'refused', status: 422, message: 'Invalid value: hunter2' } });
  face.tell({ is: 'applied', applied: { object: web, outcome: 'refused', status: 422, message: 'Invalid value: 3' } });
  expect(lines.map((line) => JSON.parse(line).message)).toEqual([undefined, 'Invalid value: 3']);
});
