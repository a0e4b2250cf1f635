import { describe, expect, it } from 'vitest';
import type { Readiness } from '../../../src/cluster/follow/readiness.ts';
import type { AnyObject } from '../../../src/model/manifest.ts';
import { languages, text } from '../../../src/model/text.ts';
import type { ApplyEvent } from '../../../src/ui/apply/events.ts';
import { progressScreen } from '../../../src/ui/apply/progress-screen.ts';
import { courseAfter, noCourse, stagesOf } from '../../../src/ui/apply/stages.ts';
import { lineWidth } from '../../../src/ui/tui/line.ts';

const object = (kind: string, name: string): AnyObject => ({ apiVersion: 'v1', kind, metadata: { name, namespace: 'shop' } });
const namespace: AnyObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
const settings = object('ConfigMap', 'shop-web');
const [web, db] = [object('Deployment', 'shop-web'), object('StatefulSet', 'shop-db')];
const [service, ingress] = [object('Service', 'shop-web'), object('Ingress', 'shop-web')];
const objects = [namespace, settings, web, db, service, ingress];

const target: ApplyEvent = { is: 'target', context: 'staging', server: 'https://h', version: 'v1.36.3', namespaces: ['shop'], objects };
const created = (...all: readonly AnyObject[]): readonly ApplyEvent[] =>
  all.map((each) => ({ is: 'applied', applied: { object: each, outcome: 'created' } }));
const progress = (states: readonly (readonly [AnyObject, Readiness])[]): ApplyEvent => ({
  is: 'progress',
  progress: { is: 'waiting', objects: states.map(([each, readiness]) => ({ object: each, readiness })), findings: [] },
});
const waiting: Readiness = { is: 'waiting', says: text('1 of 2 pods ready.', '1 de 2 pods listos.') };
const failed: Readiness = { is: 'failed', says: text('It did not come up within its deadline.', 'No ha arrancado dentro de su plazo.') };

const courseOf = (...events: readonly ApplyEvent[]) => events.reduce(courseAfter, noCourse);
const inMiddle = courseOf(target, ...created(namespace, settings, web, db), progress([[web, waiting]]));
const atFault = courseOf(
  target,
  ...created(...objects),
  progress([
    [web, waiting],
    [db, failed],
  ]),
);
const atEnd = courseOf(target, ...created(...objects), progress(objects.map((each) => [each, { is: 'ready' }])));

const counts = (course: typeof atEnd) => stagesOf(course).map(({ through, total }) => `${through} of ${total}`);

describe('the stages of an apply', () => {
  it('count what is applied, and ready where that takes time', () => {
    expect(counts(courseOf(target))).toEqual(['0 of 1', '0 of 1', '0 of 2', '0 of 2']);
    expect(counts(inMiddle)).toEqual(['1 of 1', '1 of 1', '1 of 2', '0 of 2']);
    expect(counts(atEnd)).toEqual(['1 of 1', '1 of 1', '2 of 2', '2 of 2']);
  });

  it('tell first what failed', () => {
    expect(stagesOf(atFault)[2]?.held).toEqual({ title: 'StatefulSet shop-db', readiness: failed });
    expect(stagesOf(inMiddle)[2]?.held).toEqual({ title: 'Deployment shop-web', readiness: waiting });
  });

  it('do not count what was refused', () => {
    const refused: ApplyEvent = { is: 'applied', applied: { object: web, outcome: 'refused', status: 403, message: 'no' } };
    expect(counts(courseOf(target, refused))[2]).toBe('0 of 2');
  });
});

describe('their picture', () => {
  const frame = (course: typeof atEnd, isOver: boolean, columns: number, language: (typeof languages)[number]) => {
    const lines = progressScreen(course, 67, isOver, { language, color: false, unicode: true, columns, rows: 24 });
    expect(lines.filter((line) => lineWidth(line) > columns - 2)).toEqual([]);
    return lines.map((line) => line.map((span) => span.text).join('')).join('\n');
  };

  it.each(languages.flatMap((language) => [80, 40].map((columns) => [language, columns] as const)))(
    'in %s at %i columns',
    (language, columns) => {
      expect(frame(inMiddle, false, columns, language)).toMatchSnapshot('on the way');
      expect(frame(atFault, true, columns, language)).toMatchSnapshot('failed');
      expect(frame(atEnd, true, columns, language)).toMatchSnapshot('over');
    },
  );
});
