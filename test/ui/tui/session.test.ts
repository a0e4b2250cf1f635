import { expect, it } from 'vitest';
import { interviewOf } from '../../../src/ui/interview.ts';
import type { Press } from '../../../src/ui/tui/press.ts';
import { pressed, resized, type Session, sessionOf } from '../../../src/ui/tui/session.ts';
import { smallBase } from '../small-base.ts';

const look = { language: 'en', color: false, unicode: true, columns: 80, rows: 24 } as const;
const key = (kind: 'enter' | 'escape' | 'down' | 'find' | 'review' | 'write'): Press => ({ kind });
const typing = (text: string): Press => ({ kind: 'text', text });
const after = (presses: readonly Press[]): Session => presses.reduce(pressed, sessionOf(interviewOf(smallBase(), { all: false }), look));

const askedIn = ({ scene }: Session): string => (scene.kind === 'question' ? scene.now.question.id : 'review');

it('whoever accepts everything is asked what only they know, and nothing after it', () => {
  const begun = after([key('review'), key('write')]);
  expect([askedIn(begun), begun.outcome]).toEqual(['image', undefined]);
  const done = [typing('ghcr.io/example/shop:2.4.1'), key('enter')].reduce(pressed, begun);
  expect(done.outcome).toBe('write');
});

it('going back from there forgets it', () => {
  const back = after([key('review'), key('write'), key('escape'), key('enter'), typing('ghcr.io/example/shop:2.4.1'), key('enter')]);
  expect([askedIn(back), back.outcome]).toEqual(['run', undefined]);
});

it('Esc leads from a decision that was looked for back to the list, and from there to the question', () => {
  const looked = after([key('find'), typing('port'), key('enter')]);
  expect(askedIn(looked)).toBe('port');
  const listed = pressed(looked, key('escape'));
  expect(listed.scene).toMatchObject({ kind: 'review', list: { filter: { left: 'port' } } });
  const out = [key('escape'), key('escape')].reduce(pressed, listed);
  expect([askedIn(out), out.interview.editing]).toEqual(['platform', undefined]);
});

it('a decision that is called just so comes before others that speak of it', () => {
  const found = after([key('find'), typing('namespace')]);
  const changed = pressed(found, key('enter'));
  expect(askedIn(changed)).toBe('namespace');
});

it('an answer goes to the question that stands there, also after two decisions were looked for, one from the other', () => {
  const looked = [key('find'), typing('port'), key('enter'), key('review'), key('down'), key('enter'), key('escape'), key('review')];
  const back = looked.reduce(pressed, after([]));
  expect(askedIn(back)).toBe('port');
  const answered = [typing('9090'), key('enter')].reduce(pressed, back);
  expect(answered.interview.steps).toEqual([{ slot: '', id: 'port', value: 9090 }]);
});

it('g and G lead to the ends of a page', () => {
  const topAfter = (keys: string): number | undefined => pressed(resized(after([]), 40, 10), typing(keys)).page?.top;
  expect(topAfter('?G')).toBeGreaterThan(0);
  expect(topAfter('?Gg')).toBe(0);
});
